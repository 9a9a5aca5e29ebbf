import { holdsOnPlatform } from '@/lib/policy'
import { makeSeries } from '@/prisma/factories/agendas'
import { ask, byEveryTransport, forAll } from './support/asking'
import { platformDoors } from './support/doors'
import { canaryGround } from './support/ground'
import { expect, test } from './support/test'

let ground: Awaited<ReturnType<typeof canaryGround>>

test.beforeAll(async () => {
  ground = await canaryGround()
})

test.afterAll(async () => {
  await ground.db.$disconnect()
})

/** Every page of the administration, and the page of one account, organisation, region and series of agendas. */
async function administrationDoors() {
  const { db, outsider } = ground
  const organisation = await db.organisation.findFirstOrThrow()
  const region = await db.region.findFirstOrThrow()
  const series = (await db.agendaSeries.findFirst()) ?? (await makeSeries(db, { madeById: outsider.personId }))
  return [
    ...platformDoors({
      accounts: outsider.personId,
      organisaties: organisation.id,
      regios: region.id,
      agendas: series.id,
    }),
    ...platformDoors({ organisaties: 'nieuw', regios: 'nieuw', agendas: 'nieuw' }).filter(({ path }) =>
      path.endsWith('/nieuw'),
    ),
    { path: `/beheer/accounts?zoek=${outsider.email}`, right: 'accounts.manage' as const },
  ]
}

test('the administration opens for an administrator, and shows no one else a byte, by any transport', async () => {
  test.setTimeout(240_000)
  const { administrator, region, institute, outsider, first } = ground
  const { director, mother } = first.accounts
  const accounts = { administrator, region, institute, outsider, director, mother }
  const roles: Record<string, string[]> = {
    administrator: ['administrator'],
    region: ['regionCoordinator'],
    institute: ['institute'],
  }
  const doors = await administrationDoors()
  expect(doors.length).toBeGreaterThan(10)
  const wrong: string[] = []
  const visits = Object.entries(accounts).flatMap(([name, { token }]) =>
    doors.flatMap(({ path, right }) => {
      const visit = { name, token, path, expected: holdsOnPlatform(roles[name] ?? [], right) ? 200 : 404 }
      return visit.expected === 200 ? [{ ...visit, transport: 'html', headers: {} }] : byEveryTransport(visit)
    }),
  )
  await forAll(visits, async ({ name, token, path, expected, transport, headers }) => {
    const { status, body } = await ask(token, path, headers)
    if ((transport === 'html' && status !== expected) || (status !== 200 && status !== 404)) {
      wrong.push(`${name} ${transport} ${path}: ${status} instead of ${expected}`)
    }
    if (expected === 404 && name !== 'outsider' && body.includes(outsider.email)) {
      wrong.push(`${name} ${transport} ${path}: refused, and yet an address`)
    }
  })
  expect(wrong).toEqual([])
})

test('without a session the administration and one’s own account lead to the login page', async () => {
  const paths = [
    ...(await administrationDoors()).map(({ path }) => path),
    '/berichten',
    '/account',
    '/account/wachtwoord',
    '/account/herstelcodes',
  ]
  const wrong: string[] = []
  const visits = paths.flatMap((path) => byEveryTransport({ path }))
  await forAll(visits, async ({ path, transport, headers }) => {
    const { status, body, headers: given } = await ask(null, path, headers)
    const leads = status === 307 && given.get('location')?.startsWith('/inloggen')
    if (body.includes(ground.outsider.email) || (transport === 'html' && !leads)) {
      wrong.push(`${transport} ${path}: ${status}`)
    }
  })
  expect(wrong).toEqual([])
})

test('an administrator reads no name of a family, not even of its accounts', async () => {
  const { administrator, first, second } = ground
  const families = [first, second].flatMap(({ family, members, accounts, code }) => [
    code,
    family.name,
    ...Object.values(members).map(({ firstNames, surname }) => `${firstNames} ${surname}`),
    ...[accounts.mother, accounts.father, accounts.carer, accounts.teenager].flatMap(({ name, email }) => [
      name,
      email,
    ]),
  ])
  const searches = families.map((name) => `/beheer/accounts?zoek=${encodeURIComponent(name.slice(0, -1))}`)
  for (const path of [
    '/gezinnen',
    '/mijn-afspraken',
    '/berichten',
    '/account',
    ...(await administrationDoors()).map((door) => door.path),
    ...searches,
  ]) {
    const { status, body } = await ask(administrator.token, path)
    expect(status, path).toBe(200)
    expect(
      families.filter((word) => body.includes(word)),
      path,
    ).toEqual([])
  }
})

test('the pages of a region open for its own coordinator alone, and show no word of the family', async () => {
  const { first, region, outsider, institute, administrator, second } = ground
  const pages = {
    '/regio/nieuw': 200,
    [`/regio/${first.code}`]: 200,
    [`/regio/${second.code}`]: 404,
    '/regio/G-987654': 404,
  }
  for (const [path, expected] of Object.entries(pages)) {
    const { status, body } = await ask(region.token, path)
    expect(`${path}: ${status}`).toBe(`${path}: ${expected}`)
    const seen = Object.entries(first.canary.all).filter(([, word]) => body.includes(word))
    const responsible = ['director', 'deputy', 'gipsMaster', 'organisation']
    expect(seen.map(([field]) => field).filter((field) => !responsible.includes(field))).toEqual([])
    expect(body).not.toContain(second.canary.word)
  }
  const others = [outsider, institute, administrator, ...Object.values(first.accounts)]
  const visits = others.flatMap((who) => Object.keys(pages).flatMap((path) => byEveryTransport({ who, path })))
  await forAll(visits, async ({ who: { token, email }, path, transport, headers }) => {
    const { status, body } = await ask(token, path, headers)
    expect(`${email} ${transport} ${path}: ${body.includes(first.canary.word)}`).toContain('false')
    if (transport === 'html') {
      expect(`${email} ${path}: ${status}`).toBe(`${email} ${path}: 404`)
    }
  })
  for (const path of Object.keys(pages)) {
    const { status, headers } = await ask(null, path)
    expect(`${path}: ${status} ${headers.get('location')}`).toContain('307 /inloggen')
  }
})
