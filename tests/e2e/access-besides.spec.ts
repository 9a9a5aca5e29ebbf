import type { CanaryDossier } from '@/prisma/factories/canary-dossier'
import { type AccountName, ROLES } from '@/tests/support/canary-roles'
import { ask } from './support/asking'
import { factsFor, mayOpen } from './support/doors'
import { addresses, canaryGround, cookieFor, SESSION_COOKIE } from './support/ground'
import { expect, test } from './support/test'

let ground: Awaited<ReturnType<typeof canaryGround>>

test.beforeAll(async () => {
  ground = await canaryGround()
})

test.afterAll(async () => {
  await ground.db.$disconnect()
})

test('the file of a document opens for whom the table names and the row is about, and shows no one else a byte', async () => {
  const { first, second, outsider, region, institute, administrator } = ground
  const team: AccountName[] = ['director', 'deputy', 'gipsMaster', 'professional']
  const readers: Record<keyof CanaryDossier['documents'], AccountName[]> = {
    common: team,
    mother: [...team, 'mother'],
    child: team,
  }
  const others = { outsider, region, institute, administrator, stranger: second.accounts.director }
  const wrong: string[] = []
  for (const [name, { token }] of Object.entries({ ...first.accounts, ...others })) {
    for (const [about, { id }] of Object.entries(first.documents)) {
      const { status, body } = await ask(token, `/api/gezinnen/${first.code}/documenten/${id}`)
      const mayRead = (readers[about as keyof typeof readers] as string[]).includes(name)
      const isShown = body.includes(first.canary.all[`${about}DocumentContent`] ?? '')
      if (status !== (mayRead ? 200 : 404) || isShown !== mayRead || (!mayRead && body.includes(first.canary.word))) {
        wrong.push(`${name} ${about}: ${status}`)
      }
    }
  }
  const { id } = first.documents.common
  expect((await ask(null, `/api/gezinnen/${first.code}/documenten/${id}`)).status).toBe(401)
  expect((await ask(first.accounts.director.token, `/api/gezinnen/${second.code}/documenten/${id}`)).status).toBe(404)
  expect(wrong).toEqual([])
})

test('what a page of a meeting asks for besides itself opens for exactly the roles of the table', async () => {
  test.setTimeout(120_000)
  const { first, second, outsider, region, institute, administrator } = ground
  const nouns = { percentages: 'meeting.read', live: 'meeting.read', 'cijferronde/live': 'scores.own' } as const
  const others = { outsider, region, institute, administrator, stranger: second.accounts.director }
  const wrong: string[] = []
  const addressOf = (noun: string, slug: string) =>
    noun === 'live'
      ? `/api/gezinnen/${first.code}/live?plan=${slug}`
      : `/api/gezinnen/${first.code}/plannen/${slug}/${noun}`
  const doors = Object.entries(nouns).flatMap(([noun, right]) =>
    (['gips1', 'gips2'] as const).map((plan) => ({
      file: '',
      path: addressOf(noun, plan.replace('gips', 'gips-')),
      right,
      plan,
    })),
  )
  for (const door of doors) {
    for (const name of Object.keys(ROLES) as AccountName[]) {
      // Nobody of this family is admitted; who is, follows the round in tests/e2e/score-round.spec.ts.
      const expected = mayOpen(door, ROLES[name], factsFor(name, door)) ? 200 : 404
      const status = await statusAt(first.accounts[name].token, door.path)
      if (status !== expected) wrong.push(`${name} ${door.path}: ${status} instead of ${expected}`)
    }
    for (const [name, { token }] of Object.entries(others)) {
      const status = await statusAt(token, door.path)
      if (status !== 404) wrong.push(`${name} ${door.path}: ${status}`)
    }
    expect(await statusAt(null, door.path)).toBe(401)
  }
  expect(wrong).toEqual([])
})

/** Asks, and hangs up once it is known how: a stream has no end. */
async function statusAt(token: string | null, path: string): Promise<number> {
  const cookie = token && `${SESSION_COOKIE}=${await cookieFor(token)}`
  const { status, body } = await fetch(`${addresses().first}${path}`, {
    headers: cookie ? { Cookie: cookie } : {},
    redirect: 'manual',
  })
  await body?.cancel()
  return status
}

test('a photo opens for who may see whose it is, and shows no one else a byte', async () => {
  const { first, second, outsider, region, institute, administrator } = ground
  const { mother, child } = first.members
  const { professional, endedProfessional } = first.accounts
  const home = `/api/gezinnen/${first.code}`
  const team: AccountName[] = ['director', 'deputy', 'gipsMaster', 'professional', 'caseManager']
  const everyone = Object.keys(ROLES).filter((name) => name !== 'endedProfessional')
  const photos: { word: string; path: string; readers: string[] }[] = [
    { word: 'motherPhoto', path: `${home}/gezinsleden/${mother.id}/foto`, readers: [...team, 'mother'] },
    {
      word: 'childPhoto',
      path: `${home}/gezinsleden/${child.id}/foto`,
      readers: [...team, 'mother', 'father', 'carer'],
    },
    { word: 'professionalPhoto', path: `${home}/team/${professional.personId}/foto`, readers: everyone },
    { word: 'endedProfessionalPhoto', path: `${home}/team/${endedProfessional.personId}/foto`, readers: [] },
    { word: 'professionalPhoto', path: '/api/account/foto', readers: ['professional'] },
  ]
  const others = { outsider, region, institute, administrator, stranger: second.accounts.director }
  const wrong: string[] = []
  for (const [name, { token }] of Object.entries({ ...first.accounts, ...others })) {
    for (const { word, path, readers } of photos) {
      const { status, body } = await ask(token, path)
      const isShown = body.includes(first.canary.all[word] ?? 'no canary')
      // Who asks for the own photo may get another one: the own.
      const isRight = isShown || status === 404 || path === '/api/account/foto'
      if (isShown !== readers.includes(name) || !isRight) {
        wrong.push(`${name} ${path}: ${status}`)
      }
    }
  }
  expect(wrong).toEqual([])
  for (const { path } of photos) {
    expect((await ask(null, path)).status).toBe(401)
  }
  const { headers } = await ask(first.accounts.director.token, photos[0]?.path ?? '')
  expect([headers.get('content-type'), headers.get('x-content-type-options')]).toEqual(['image/jpeg', 'nosniff'])
  expect(headers.get('cache-control')).toContain('no-store')
  expect(headers.get('content-security-policy')).toMatch(/^sandbox;/)
  const elsewhere = `/api/gezinnen/${second.code}/gezinsleden/${child.id}/foto`
  expect((await ask(second.accounts.director.token, elsewhere)).status).toBe(404)
})
