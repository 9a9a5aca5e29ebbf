import { v7 } from 'uuid'
import { beforeAll } from 'vitest'
import { registerFamily } from '@/lib/data/region-steering'
import { type PlatformViewer, passPlatformGate } from '@/lib/platform-gate'
import { makeOrganisation, makePlatformRole, makeRegion } from '@/prisma/factories/accounts'
import { type TestAccount, testAccount } from '@/prisma/factories/canary-people'
import type { Ground } from '@/tests/support/two-dossiers'

export interface OwnRegion {
  regionId: string
  coordinator: TestAccount
  director: TestAccount
  colleague: TestAccount
  chair: TestAccount
  elsewhere: TestAccount
}

type Input = Parameters<typeof registerFamily>[1]

/** A region beside the two dossiers: nobody of it stands in either, so that what happens here leaves them as they are. */
export function regionOn(ground: Ground) {
  const own = {} as OwnRegion

  beforeAll(async () => {
    const now = new Date()
    const region = await makeRegion(ground.owner)
    const organisation = await makeOrganisation(ground.owner)
    const account = (name: string, organisationId: string | null = organisation.id) =>
      testAccount(ground.owner, { name, organisationId }, now)
    Object.assign(own, {
      regionId: region.id,
      coordinator: await account('Els Streekman', null),
      director: await account('Rik Regie'),
      colleague: await account('Lot Vervang'),
      chair: await account('Mees Terwijde'),
      elsewhere: await account('Ada Anders', (await makeOrganisation(ground.owner)).id),
    })
    await makePlatformRole(ground.owner, own.coordinator.personId, 'regionCoordinator', region.id)
  })

  function input(given: Partial<Input> = {}): Input {
    return {
      regionId: own.regionId,
      name: `Gezin ${v7()
        .slice(-12)
        .replace(/\d/g, (digit) => String.fromCharCode(103 + Number(digit)))}`,
      isAnother: false,
      triageReceivedOn: null,
      triageComplete: false,
      reportedAt: null,
      firstActionAt: null,
      frameworkKind: null,
      frameworkFrom: null,
      frameworkUntil: null,
      directorEmail: own.director.email,
      deputyEmail: null,
      chairEmail: null,
      ...given,
    }
  }

  /** The work as somebody at the gate of the platform: its result, or how they were turned away. */
  async function onPlatform<T>(account: TestAccount, work: (viewer: PlatformViewer) => Promise<T>, code?: string) {
    const entry = { sessionHash: account.tokenHash, right: 'region.register' as const, kind: 'change' as const, code }
    const passage = await passPlatformGate(ground.app, entry, work)
    return passage.outcome === 'entered' ? passage.result : passage.outcome
  }

  const coordinator = <T>(work: (viewer: PlatformViewer) => Promise<T>) =>
    onPlatform(own.coordinator, work) as Promise<T>
  const registered = (given: Partial<Input> = {}) => coordinator((viewer) => registerFamily(viewer, input(given)))
  const familyOf = (code: string) =>
    ground.owner.family.findUniqueOrThrow({ where: { code }, include: { intake: true } })

  async function stateOf(familyId: string) {
    const where = { where: { familyId } }
    const { owner } = ground
    return JSON.stringify([
      await owner.family.count(),
      await owner.intake.findMany(where),
      await owner.teamMembership.findMany(where),
      await owner.directionChange.findMany(where),
      await owner.message.count(where),
    ])
  }

  async function bySql(account: TestAccount, sql: string, settings: Record<string, string> = {}): Promise<number> {
    return ground.app.$transaction(async (tx) => {
      const given = { 'gips.session': Buffer.from(account.tokenHash).toString('hex'), ...settings }
      for (const [name, value] of Object.entries(given)) {
        await tx.$executeRaw`select set_config(${name}, ${value}, true)`
      }
      return (await tx.$queryRawUnsafe<unknown[]>(sql)).length
    })
  }

  return { own, input, onPlatform, coordinator, registered, familyOf, stateOf, bySql }
}

/** What a coordinator reads and does about a dossier, by the function that gives it. */
export function regionFunctions(
  { first }: Ground,
  own: OwnRegion,
  [code, regionId]: readonly [string, string],
): [string, string][] {
  const { personId } = own.colleague
  const someone = `'${personId}'::uuid`
  return [
    ['families', 'select * from region_families()'],
    ['regions', 'select * from my_regions()'],
    ['file', `select * from region_family('${code}', null)`],
    ['search by code', `select * from find_in_region('${code}', null)`],
    ['search by name', `select * from find_in_region('${first.family.name}', null)`],
    ['account', `select * from account_to_appoint('${own.colleague.email}')`],
    [
      'register',
      `select code from register_family('${v7()}', '${regionId}', 'Gezin X', 'm1', '\\x${'00'.repeat(60)}', ${someone}, '${v7()}', 'x', null) as code where code is not null`,
    ],
    ['triage', `select done from record_triage('${code}', null, true, null, null, null) as done where done`],
    [
      'framework',
      `select done from record_framework('${code}', 'pressure', '2026-01-01', '2030-01-01', (select null::date), null) as done where done <> 'refused'`,
    ],
    ...['caseDirector', 'deputy', 'gipsMaster'].map((role): [string, string] => [
      `appoint ${role}`,
      `select done from appoint_in_region('${code}', '${role}', ${someone}, null, 'x', array['${v7()}', '${v7()}']::uuid[], 'x', null) as done where done <> 'refused'`,
    ]),
  ]
}
