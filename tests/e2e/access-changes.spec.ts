import { type DossierRight, type DossierRole, holdsOnPlatform, type PlatformRight, rolesWith } from '@/lib/policy'
import { ROLES } from '@/tests/support/canary-roles'
import { forAll, send } from './support/asking'
import { type Action, actionsOf, handlersOf, sendForm } from './support/changes'
import { canaryGround } from './support/ground'
import { expect, test } from './support/test'

let ground: Awaited<ReturnType<typeof canaryGround>>

test.beforeAll(async () => {
  ground = await canaryGround()
})

test.afterAll(async () => {
  await ground.db.$disconnect()
})

interface Somebody {
  name: string
  token: string | null
  /** In the first dossier. */
  roles: readonly DossierRole[]
  platformRoles: readonly string[]
}

/** Everyone of the first dossier, those who stand outside it, and nobody. */
function everyone(): Somebody[] {
  const { first, second, outsider, region, institute, administrator } = ground
  const inside = Object.entries(first.accounts).map(([name, { token }]) => ({
    name,
    token,
    roles: ROLES[name as keyof typeof ROLES],
    platformRoles: [],
  }))
  const outside = { outsider, region, institute, administrator, stranger: second.accounts.director }
  const platformRoles: Record<string, string[]> = {
    region: ['regionCoordinator'],
    institute: ['institute'],
    administrator: ['administrator'],
  }
  return [
    ...inside,
    ...Object.entries(outside).map(([name, { token }]) => ({
      name,
      token,
      roles: [],
      platformRoles: platformRoles[name] ?? [],
    })),
    { name: 'nobody', token: null, roles: [], platformRoles: [] },
  ]
}

/** Of those with the same roles one: the gate before a form asks for nothing else. */
function oneOfEachKind(): Somebody[] {
  const kindOf = ({ name, roles }: Somebody) => (roles.length > 0 ? roles.join() : name)
  return [...new Map(everyone().map((who) => [kindOf(who), who])).values()]
}

const mayChange = ({ roles }: Somebody, right: DossierRight) => rolesWith(right).some((role) => roles.includes(role))

/** Who may do it is told what is wrong with the request; so nothing changes in this walk, and everybody meets the gate. */
test('every handler takes a change from exactly the roles of the table', async () => {
  const handlers = handlersOf(ground.first)
  expect(handlers.length).toBeGreaterThan(25)
  const wrong: string[] = []
  const pairs = everyone().flatMap((who) => handlers.map((handler) => ({ who, handler })))
  await forAll(pairs, async ({ who, handler: { method, path, right } }) => {
    const { status, body } = await send(who.token, path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: '"iets anders"',
    })
    const refusal = who.token === null ? 401 : 404
    const expected = mayChange(who, right) ? 422 : refusal
    if (status !== expected || body.includes(ground.first.canary.word)) {
      wrong.push(`${who.name} ${method} ${path}: ${status} instead of ${expected}`)
    }
  })
  expect(wrong).toEqual([])
})

/** Forms that may be sent empty: who may send them would change something here. */
const ACTS_AT_ONCE = [
  'team/regie/actions.ts stopStandingIn',
  'team/actions.ts stay',
  'account/actions.ts endOthers',
  'account/actions.ts chooseAlerts',
  'account/foto/actions.ts removePhoto',
  ...['saveUnsafety', 'savePattern', 'saveHistory', 'saveExplanation'].map((name) => `intake/actions.ts ${name}`),
]

test('every form is taken from exactly the roles of the table', async () => {
  test.setTimeout(240_000)
  const actions = actionsOf()
  expect(actions.length).toBeGreaterThan(60)
  const wrong: string[] = []
  const pairs = oneOfEachKind().flatMap((who) => actions.map((action) => ({ who, action })))
  await forAll(pairs, async ({ who, action }) => {
    const isAllowed = mayAct(who, action)
    if (isAllowed && ACTS_AT_ONCE.some((name) => action.name.endsWith(name))) return
    const { status, body, headers } = await sendForm(who.token, action, ground.first)
    const isRefused = who.token === null ? leadsToLogin(headers) : status === 404 && !isAnswered(body)
    const isRight = isAllowed ? isAnswered(body) : isRefused
    // What comes back shows the page too, to who may see it.
    const isShown = who.roles.length === 0 && body.includes(ground.first.canary.word)
    if (!isRight || isShown) {
      wrong.push(`${who.name} ${action.name}: ${status} ${isAllowed ? 'though allowed' : ''} ${body.slice(0, 200)}`)
    }
  })
  expect(wrong).toEqual([])
})

function mayAct(who: Somebody, { right, isOfDossier }: Action): boolean {
  if (isOfDossier) return mayChange(who, right as DossierRight)
  return who.token !== null && holdsOnPlatform(who.platformRoles, right as PlatformRight)
}

const leadsToLogin = (headers: Headers) => headers.get('x-action-redirect')?.startsWith('/inloggen') === true

/** The form comes back with a sentence at a field. */
const isAnswered = (body: string) => body.includes('"state":"invalid"')
