import { type AccountName, ROLES } from '@/tests/support/canary-roles'
import { ask, byEveryTransport, forAll } from './support/asking'
import { doorsOf, factsFor, isHiddenFrom, mayOpen } from './support/doors'
import { addresses, canaryGround, cookieFor, SESSION_COOKIE } from './support/ground'
import { expect, test } from './support/test'

type Ground = Awaited<ReturnType<typeof canaryGround>>

let ground: Ground

test.beforeAll(async () => {
  ground = await canaryGround()
})

test.afterAll(async () => {
  await ground.db.$disconnect()
})

/** Which organisations there are is no secret of a dossier: who invites a professional picks one from all of them. */
function withoutOrganisations(body: string): string {
  const { organisation = '', nearOrganisation = '' } = ground.second.canary.all
  return body.replaceAll(organisation, '').replaceAll(nearOrganisation, '')
}

test('every page opens for exactly the roles of the table, and shows no one else a byte', async () => {
  test.setTimeout(240_000)
  const wrong: string[] = []
  const shown: string[] = []
  const names = Object.keys(ROLES) as AccountName[]
  const visits = names.flatMap((name) => doorsOf(ground.first).map((door) => ({ name, door })))
  await forAll(visits, async ({ name, door }) => {
    const { status, body } = await ask(ground.first.accounts[name].token, door.path)
    const isOpen = mayOpen(door, ROLES[name], factsFor(name, door)) && !isHiddenFrom(name, door)
    const expected = isOpen ? 200 : 404
    if (status !== expected) {
      wrong.push(`${name} ${door.path}: ${status} instead of ${expected}`)
    }
    if (status !== 200 && body.includes(ground.first.canary.word)) {
      wrong.push(`${name} ${door.path}: refused, and yet a word of the dossier`)
    }
    if (withoutOrganisations(body).includes(ground.second.canary.word)) {
      wrong.push(`${name} ${door.path}: a word of another dossier`)
    }
    shown.push(...draftsIn(body).map((draft) => `${draft} to ${name} on ${door.path.split('/').slice(-2).join('/')}`))
  })
  expect(wrong).toEqual([])
  // The chair's own notes are the chair's alone. A TOP-3 in preparation is its author's alone; what is released also that of who writes in the meeting, there.
  expect(shown.sort()).toEqual([
    'gips2 note of the chair to gipsMaster on gips-2/voorzitten',
    'gips2 of director to director on gips-2/inbreng',
    'gips2 of professional to deputy on gips-2/overleg',
    'gips2 of professional to director on gips-2/overleg',
    'gips2 of professional to noteTaker on gips-2/overleg',
    'gips2 of professional to professional on gips-2/inbreng',
  ])
})

/** Whose TOP-3 in preparation, or own note, stands in this page, and of which plan. */
function draftsIn(body: string): string[] {
  const { all } = ground.first.canary
  const note = body.includes(all.gips2ChairNote ?? 'no canary') ? ['gips2 note of the chair'] : []
  const drafts = ['gips1', 'gips2'].flatMap((plan) =>
    ['director', 'professional']
      .filter((who) => body.includes(all[`${plan}DraftConcernOf${who}`] ?? ''))
      .map((who) => `${plan} of ${who}`),
  )
  return [...note, ...drafts]
}

test('an outsider gets 404 and not a byte, by any transport', async () => {
  test.setTimeout(240_000)
  const { outsider, region, institute, administrator, second } = ground
  const outsiders = [outsider, region, institute, administrator, second.accounts.director, second.accounts.mother]
  const wrong: string[] = []
  const visits = outsiders.flatMap((who) => doorsOf(ground.first).flatMap((door) => byEveryTransport({ who, door })))
  await forAll(visits, async ({ who: { token, email }, door, transport, headers }) => {
    const { status, body } = await ask(token, door.path, headers)
    if (body.includes(ground.first.canary.word) || (status !== 404 && status !== 200)) {
      wrong.push(`${email} ${transport} ${door.path}: ${status}`)
    }
    if (transport === 'html' && status !== 404) {
      wrong.push(`${email} ${door.path}: ${status}`)
    }
  })
  expect(wrong).toEqual([])
})

test('without a session every page leads to the login page, by any transport', async () => {
  const wrong: string[] = []
  const visits = doorsOf(ground.first).flatMap(({ path }) => byEveryTransport({ path }))
  await forAll(visits, async ({ path, transport, headers }) => {
    const { status, body, headers: given } = await ask(null, path, headers)
    const leads = status === 307 && given.get('location')?.startsWith('/inloggen')
    if (body.includes(ground.first.canary.word) || (transport === 'html' && !leads)) {
      wrong.push(`${transport} ${path}: ${status}`)
    }
  })
  expect(wrong).toEqual([])
})

test('a dossier that does not exist and one that may not be seen give the same answer', async () => {
  const { token } = ground.outsider
  const there = await ask(token, `/gezinnen/${ground.first.code}`)
  const notThere = await ask(token, '/gezinnen/G-987654')
  expect(there.status).toBe(notThere.status)
  const plain = (body: string, code: string) =>
    body.replaceAll(code, 'CODE').replace(/nonce="[^"]*"|"[\w-]{21}"|nonce-[^']*/g, '')
  expect(plain(there.body, ground.first.code).length).toBe(plain(notThere.body, 'G-987654').length)
})

test('every answer forbids caching, framing and sniffing, and carries a nonce of its own', async () => {
  const { token } = ground.first.accounts.mother
  const nonces = new Set<string>()
  for (const path of [
    '/',
    '/inloggen',
    '/gezinnen',
    `/gezinnen/${ground.first.code}`,
    '/gezinnen/G-987654',
    '/bestaat-niet',
  ]) {
    const { headers } = await ask(token, path)
    const policy = headers.get('content-security-policy') ?? ''
    nonces.add(/nonce-([^']+)/.exec(policy)?.[1] ?? '')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('cache-control')).toContain('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toContain('max-age=')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('x-powered-by')).toBeNull()
  }
  expect(nonces.size).toBe(6)
})

test('the worker for alerts is a script of our own that answers no request, and nothing more may be one', async () => {
  const { status, body, headers } = await ask(null, '/push-worker.js')
  expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('javascript')])
  expect(headers.get('service-worker-allowed')).toBeNull()
  expect(body).not.toMatch(/'fetch'|caches|importScripts|indexedDB/)
  const page = await ask(ground.first.accounts.director.token, '/account')
  expect(page.headers.get('content-security-policy')).toMatch(/(^|; )worker-src 'self'(;|$)/)
})

test('the app for a home screen is offered to who works here, not to families, and says no word of any dossier', async () => {
  const { status, body, headers } = await ask(null, '/app.webmanifest')
  expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('application/manifest+json')])
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  const { icons, ...manifest } = JSON.parse(body)
  expect(manifest).toEqual({
    name: 'GIPSonline',
    short_name: 'GIPSonline',
    lang: 'nl',
    id: '/',
    start_url: '/gezinnen',
    scope: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#12455c',
  })
  const paths = [...icons.map(({ src }: { src: string }) => src), '/icons/gipsonline-180.png']
  for (const path of paths) {
    const icon = await fetch(`${addresses().first}${path}`)
    const size = Number(/(\d+)\.png$/.exec(path)?.[1])
    const bytes = Buffer.from(await icon.arrayBuffer())
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([size, size])
  }
  const offered = async (name: AccountName, path: string) =>
    (await ask(ground.first.accounts[name].token, path)).body.includes('rel="manifest"')
  expect(await offered('director', '/account')).toBe(true)
  expect(await offered('mother', '/account')).toBe(false)
  expect(await offered('mother', `/gezinnen/${ground.first.code}`)).toBe(false)
  const { headers: page } = await ask(ground.first.accounts.director.token, '/account')
  expect(page.get('content-security-policy')).toMatch(/(^|; )manifest-src 'self'(;|$)/)
})

test('what is for developers alone does not exist in a production build', async () => {
  for (const path of ['/api/voorbeelden/mail', '/api/voorbeelden/mail/planDefinitive']) {
    for (const token of [null, ground.administrator.token]) {
      const { status, body } = await ask(token, path)
      expect(`${path} ${status}`).toBe(`${path} 404`)
      expect(body).not.toContain('Er is een definitief plan')
    }
  }
})

test('a form or save from a foreign or malformed origin is refused before anything happens', async () => {
  const { token } = ground.first.accounts.director
  const cookie = `${SESSION_COOKIE}=${await cookieFor(token)}`
  const targets = ['/uitloggen', '/verlaten', '/api/sessie', `/gezinnen/${ground.first.code}/plannen`]
  for (const origin of ['https://elders.example', 'null', 'http:///', '%%%']) {
    for (const path of targets) {
      const response = await fetch(`${addresses().first}${path}`, {
        method: 'POST',
        headers: { Cookie: cookie, Origin: origin },
        redirect: 'manual',
      })
      expect(`${origin} ${path} ${response.status}`).toBe(`${origin} ${path} 400`)
    }
  }
})
