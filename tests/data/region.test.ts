import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { unseal } from '@/lib/crypto'
import { familiesPage } from '@/lib/data/families-page'
import { findInRegion, ownRegions, regionFile } from '@/lib/data/region'
import { appointInRegion, recordFramework, recordTriage, registerFamily } from '@/lib/data/region-steering'
import { dateColumn, plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import { appEnv } from '@/lib/env'
import { UserError } from '@/lib/errors'
import { type PlatformViewer, passPlatformGate } from '@/lib/platform-gate'
import { makeOrganisation, makePlatformRole, makeRegion } from '@/prisma/factories/accounts'
import { makeAgreement } from '@/prisma/factories/agreements'
import { type TestAccount, testAccount } from '@/prisma/factories/canary-people'
import { entered, listed } from '@/tests/support/entering'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()
/** Nobody of this region stands in another dossier: what happens here leaves the two dossiers as they are. */
const own = {} as {
  regionId: string
  coordinator: TestAccount
  director: TestAccount
  colleague: TestAccount
  chair: TestAccount
  elsewhere: TestAccount
}

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

type Input = Parameters<typeof registerFamily>[1]

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

const coordinator = <T>(work: (viewer: PlatformViewer) => Promise<T>) => onPlatform(own.coordinator, work) as Promise<T>
const registered = (given: Partial<Input> = {}) => coordinator((viewer) => registerFamily(viewer, input(given)))
const familyOf = (code: string) => ground.owner.family.findUniqueOrThrow({ where: { code }, include: { intake: true } })

describe('a family that is registered', () => {
  test('has the next code, a key of its own, its intake, and stands at once in the list of its case director', async () => {
    const before = await ground.owner.family.findMany({ select: { code: true } })
    const last = Math.max(...before.map(({ code }) => Number(code.slice(2))))
    const code = await registered({
      name: 'Gezin Tuinman',
      deputyEmail: own.colleague.email,
      chairEmail: own.chair.email,
    })
    expect(code).toBe(`G-${last + 1}`)
    const family = await familyOf(code)
    expect(family).toMatchObject({ name: 'Gezin Tuinman', state: 'intake', startedOn: null, keyId: 'm1' })
    expect(unseal(appEnv().MASTER_KEY, family.wrappedKey, `family:${family.id}`)).toHaveLength(32)
    expect(family.intake).toMatchObject({ triageReceivedOn: null, frameworkKind: null, formsOfUnsafety: [] })
    const { families } = await listed(ground.app, own.director, familiesPage)
    expect(families.map((each) => [each.code, each.name])).toContainEqual([code, 'Gezin Tuinman'])
    const team = await ground.owner.teamMembership.findMany({
      where: { familyId: family.id },
      orderBy: { role: 'asc' },
    })
    expect(team.map(({ role, personId }) => [role, personId])).toEqual([
      ['caseDirector', own.director.personId],
      ['deputy', own.colleague.personId],
      ['gipsMaster', own.chair.personId],
    ])
    expect(family.directionOrganisationId).not.toBeNull()
  })

  test('tells its case director by a message that names the code alone', async () => {
    const code = await registered()
    const { id } = await familyOf(code)
    const messages = await ground.owner.message.findMany({ where: { familyId: id } })
    expect(messages).toMatchObject([
      { kind: 'directorAppointed', recipientId: own.director.personId, payload: { code }, state: 'waiting' },
    ])
    const [row] = await ground.owner.$queryRaw<{ wanted: boolean }[]>`
      select message_is_wanted(${messages[0]?.id}::uuid) as wanted`
    expect(row?.wanted).toBe(true)
  })

  test('keeps what the region knows of report and framework', async () => {
    const code = await registered({
      triageReceivedOn: '2026-02-03',
      triageComplete: true,
      reportedAt: new Date('2026-02-01T10:00:00Z'),
      firstActionAt: new Date('2026-02-01T15:30:00Z'),
      frameworkKind: 'compulsion',
      frameworkFrom: '2026-02-10',
      frameworkUntil: '2027-02-09',
    })
    expect(await coordinator((viewer) => regionFile(viewer, code))).toMatchObject({
      code,
      state: 'intake',
      director: { personId: own.director.personId, name: 'Rik Regie' },
      deputy: null,
      chair: null,
      overdue: 0,
      facts: {
        hasCaseDirector: true,
        triageReceivedOn: '2026-02-03',
        triageComplete: true,
        firstActionAt: new Date('2026-02-01T15:30:00Z'),
        framework: { kind: 'compulsion', from: '2026-02-10', until: '2027-02-09' },
        voluntaryFrom: null,
      },
    })
  })

  test('gets a number without a gap, also where twenty are registered at once and some fail', async () => {
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        registered(index % 4 === 3 ? { directorEmail: 'niemand@voorbeeld.test' } : {}),
      ),
    )
    const codes = attempts.flatMap((each) => (each.status === 'fulfilled' ? [Number(each.value.slice(2))] : []))
    expect(codes).toHaveLength(15)
    const first = Math.min(...codes)
    expect(codes.sort((one, other) => one - other)).toEqual(Array.from({ length: 15 }, (_, index) => first + index))
  })

  test.each([
    ['an address that nobody has', () => ({ directorEmail: 'niemand@voorbeeld.test' }), 'directorEmail'],
    ['the account of a family member', () => ({ directorEmail: ground.first.accounts.mother.email }), 'directorEmail'],
    ['oneself', () => ({ directorEmail: own.coordinator.email }), 'directorEmail'],
    ['an unknown chair', () => ({ chairEmail: 'niemand@voorbeeld.test' }), 'chairEmail'],
    ['a report that is still to come', () => ({ reportedAt: new Date(Date.now() + 86_400_000) }), 'reportedAt'],
    ['a triage that is still to come', () => ({ triageReceivedOn: '2999-01-01' }), 'triageReceivedOn'],
  ])('is refused at its field for %s, and leaves nothing behind', async (_what, given, field) => {
    const before = await ground.owner.family.count()
    await expect(registered(given())).rejects.toMatchObject({ field })
    expect(await ground.owner.family.count()).toBe(before)
  })

  test('is refused where the name is known in the region, until it is said to be another', async () => {
    const code = await registered({ name: 'Gezin Verhaëghe-van der Most' })
    await expect(registered({ name: 'familie verhaeghe' })).rejects.toMatchObject({
      field: 'isAnother',
      message: expect.stringContaining(code),
    })
    expect(await registered({ name: 'familie verhaeghe', isAnother: true })).toMatch(/^G-\d{4,}$/)
  })
})

describe('looking for a family', () => {
  test.each([
    ['Ossewaarde', true],
    ['ossewáárde', true],
    ['Gezin Ossewaarde', true],
    ['Kolk', true],
    ['Osse', false],
    ['gezin', false],
    ['van de', false],
    ['%', false],
    ['', false],
  ])('by %j finds it: %s', async (text, isFound) => {
    const known = await ground.owner.family.findFirst({ where: { name: 'Gezin Ossewaarde van de Kolk' } })
    const code = known?.code ?? (await registered({ name: 'Gezin Ossewaarde van de Kolk' }))
    expect((await coordinator((viewer) => findInRegion(viewer, text))).includes(code)).toBe(isFound)
  })

  test('finds a code, of the own region only, and leaves a line', async () => {
    const code = await registered()
    expect(await coordinator((viewer) => findInRegion(viewer, code.toLowerCase()))).toEqual([code])
    expect(await coordinator((viewer) => findInRegion(viewer, ground.first.code))).toEqual([])
    expect(await coordinator((viewer) => findInRegion(viewer, ground.first.family.name))).toEqual([])
    const line = await ground.owner.auditLine.findFirst({ where: { subject: 'search' }, orderBy: { id: 'desc' } })
    expect(line).toMatchObject({ personId: own.coordinator.personId, kind: 'read', familyId: null })
  })
})

describe('what the region changes later', () => {
  const framework = { frameworkKind: 'pressure' as const, frameworkFrom: '2026-01-01', frameworkUntil: '2026-12-31' }

  test('is the framework: extended, never shortened, and by one of two at once', async () => {
    const dossier = await registered(framework)
    const extend = (frameworkUntil: string, seenUntil: string) =>
      coordinator((viewer) => recordFramework(viewer, { ...framework, dossier, frameworkUntil, seenUntil }))
    await expect(extend('2026-06-30', '2026-12-31')).rejects.toMatchObject({ field: 'frameworkUntil' })
    const outcomes = await Promise.allSettled([extend('2027-06-30', '2026-12-31'), extend('2027-12-31', '2026-12-31')])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const lost = outcomes.find((each) => each.status === 'rejected')
    expect(lost?.reason).toBeInstanceOf(UserError)
    await expect(extend('2028-01-01', '2026-12-31')).rejects.toThrow(/intussen/)
  })

  test('is the triage', async () => {
    const dossier = await registered()
    const triage = { triageReceivedOn: '2026-02-03', triageComplete: false, reportedAt: null, firstActionAt: null }
    await coordinator((viewer) => recordTriage(viewer, { dossier, ...triage }))
    expect((await familyOf(dossier)).intake).toMatchObject({
      triageComplete: false,
      triageReceivedOn: new Date('2026-02-03'),
    })
  })

  test('takes the place of going on voluntarily, when a new framework begins later', async () => {
    const dossier = await registered(framework)
    const { id } = await familyOf(dossier)
    await ground.owner.intake.update({ where: { familyId: id }, data: { voluntaryFrom: new Date('2026-10-01') } })
    const begin = (frameworkFrom: string, frameworkUntil: string, seenUntil: string) =>
      coordinator((viewer) =>
        recordFramework(viewer, { ...framework, dossier, frameworkFrom, frameworkUntil, seenUntil }),
      )
    await begin('2026-01-01', '2027-01-31', '2026-12-31')
    expect((await familyOf(dossier)).intake?.voluntaryFrom).not.toBeNull()
    await begin('2026-11-01', '2027-10-31', '2027-01-31')
    expect((await familyOf(dossier)).intake?.voluntaryFrom).toBeNull()
  })

  test('is the case director who left: out at once, told, and what was to be done passes on', async () => {
    const code = await registered()
    const { id: familyId } = await familyOf(code)
    const team = await ground.owner.teamMembership.findMany({ where: { familyId } })
    await ground.owner.teamMembership.create({
      data: { familyId, id: v7(), personId: own.director.personId, role: 'professional', since: team[0]?.since },
    })
    const plan = await ground.owner.plan.create({ data: { familyId, id: v7(), kind: 'gips1', agendaVersion: 1 } })
    const doers = [{ personId: own.director.personId }]
    const dueOn = dateColumn(addDays(plainDateIn(new Date()), 9))
    const open = await makeAgreement(ground.owner, plan, { inForceAt: new Date(), dueOn, doers })
    const done = await makeAgreement(ground.owner, plan, { inForceAt: new Date(), dueOn, doers, state: 'done' })
    const replace = (given: object) =>
      coordinator((viewer) =>
        appointInRegion(viewer, {
          dossier: code,
          role: 'caseDirector',
          email: own.colleague.email,
          director: own.director.personId,
          chair: null,
          reason: 'Andere baan',
          isOtherOrganisation: false,
          ...given,
        }),
      )
    await expect(replace({ reason: ' ' })).rejects.toMatchObject({ field: 'reason' })
    await expect(replace({ director: null })).rejects.toThrow(/intussen/)
    await expect(replace({ email: own.director.email })).rejects.toMatchObject({ field: 'email' })
    await expect(replace({ email: own.elsewhere.email })).rejects.toMatchObject({ field: 'isOtherOrganisation' })
    const outcomes = await Promise.allSettled([replace({}), replace({ email: own.chair.email })])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const director = await ground.owner.teamMembership.findFirstOrThrow({
      where: { familyId, role: 'caseDirector', until: null },
    })
    expect(await entered(ground.app, own.director, { code, right: 'dossier.read' }, async () => true)).toBe('refused')
    const doersOf = async (agreement: { id: string }) =>
      (await ground.owner.agreementDoer.findMany({ where: { agreementId: agreement.id } })).map(
        ({ personId }) => personId,
      )
    expect(await doersOf(open)).toEqual([director.personId])
    expect(await doersOf(done)).toEqual([own.director.personId])
    const told = await ground.owner.message.findMany({ where: { familyId }, orderBy: { id: 'asc' } })
    expect(told.map(({ kind, recipientId }) => [kind, recipientId])).toEqual(
      expect.arrayContaining([
        ['involvementEnded', own.director.personId],
        ['directorAppointed', director.personId],
      ]),
    )
    const change = await ground.owner.directionChange.findFirstOrThrow({ where: { familyId, kind: 'replaced' } })
    expect(change).toMatchObject({
      fromPersonId: own.director.personId,
      toPersonId: director.personId,
      reason: 'Andere baan',
      recordedById: own.coordinator.personId,
    })
  })

  test('takes the direction to another organisation only where that is confirmed, and says between which', async () => {
    const code = await registered()
    const { id, directionOrganisationId } = await familyOf(code)
    await coordinator((viewer) =>
      appointInRegion(viewer, {
        dossier: code,
        role: 'caseDirector',
        email: own.elsewhere.email,
        director: own.director.personId,
        chair: null,
        reason: 'Verhuisd',
        isOtherOrganisation: true,
      }),
    )
    expect((await familyOf(code)).directionOrganisationId).not.toBe(directionOrganisationId)
    const change = await ground.owner.directionChange.findFirstOrThrow({ where: { familyId: id, kind: 'replaced' } })
    expect(change.fromOrganisation).not.toBe(change.toOrganisation)
    expect(change.fromOrganisation).toBeTruthy()
  })

  test('warns of a chair without a certificate, and takes nobody as chair who directs', async () => {
    const code = await registered()
    const chair = (email: string) =>
      coordinator((viewer) =>
        appointInRegion(viewer, {
          dossier: code,
          role: 'gipsMaster',
          email,
          director: own.director.personId,
          chair: null,
          reason: '',
          isOtherOrganisation: false,
        }),
      )
    await expect(chair(own.director.email)).rejects.toMatchObject({ field: 'email' })
    expect(await chair(own.chair.email)).toContain('geen certificaat')
    const file = await coordinator((viewer) => regionFile(viewer, code))
    expect(file?.chair).toMatchObject({ name: 'Mees Terwijde', standing: null })
  })
})

describe('a coordinator sees of a family', () => {
  test('how far it is and who is responsible: no name of it and not a word of its content', async () => {
    const { first, region } = ground
    const file = await onPlatform(region, (viewer) => regionFile(viewer, first.code))
    expect(file).toMatchObject({ code: first.code, planKind: 'gips2', chair: { standing: null } })
    const text = JSON.stringify(file)
    const responsible = ['director', 'deputy', 'gipsMaster', 'organisation', 'framework']
    const words = Object.entries(first.canary.all).filter(([field]) => !responsible.includes(field))
    expect(words.filter(([, word]) => text.includes(word)).map(([field]) => field)).toEqual([])
  })

  test('how many agreements are late', async () => {
    const { first, region, owner } = ground
    const overdue = async () =>
      ((await onPlatform(region, (viewer) => regionFile(viewer, first.code))) as { overdue: number }).overdue
    const before = await overdue()
    const dueOn = dateColumn(addDays(plainDateIn(new Date()), -3))
    await makeAgreement(owner, first.gips1.plan, { inForceAt: new Date(), dueOn })
    expect(await overdue()).toBe(before + 1)
    const { region: list } = await listed(ground.app, region, familiesPage)
    expect(list?.find(({ code }) => code === first.code)?.overdue).toBe(before + 1)
  })

  test('and leaves a line in its trail, without a role', async () => {
    const { first, region, owner } = ground
    await onPlatform(region, (viewer) => regionFile(viewer, first.code))
    const line = await owner.auditLine.findFirstOrThrow({
      where: { familyId: first.family.id },
      orderBy: { id: 'desc' },
    })
    expect(line).toMatchObject({ right: 'region.progress', kind: 'read', roles: [], personId: region.personId })
  })
})

describe('anyone else', () => {
  const functions = (code: string, regionId: string): [string, string][] => {
    const { personId } = own.colleague
    const someone = `'${personId}'::uuid`
    return [
      ['families', 'select * from region_families()'],
      ['regions', 'select * from my_regions()'],
      ['file', `select * from region_family('${code}', null)`],
      ['search by code', `select * from find_in_region('${code}', null)`],
      ['search by name', `select * from find_in_region('${ground.first.family.name}', null)`],
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

  test('a coordinator of another region, and everyone else, gets nothing and changes nothing by any function', async () => {
    const { first, second, region, outsider, institute, administrator } = ground
    await ground.owner.platformRole.updateMany({ where: { personId: outsider.personId }, data: { until: new Date() } })
    const former = await testAccount(ground.owner, { name: 'Oud Coördinator' }, new Date())
    const role = await makePlatformRole(ground.owner, former.personId, 'regionCoordinator', own.regionId)
    await ground.owner.platformRole.update({ where: { id: role.id }, data: { until: new Date() } })
    const before = await stateOf(second.family.id)
    const others = [
      outsider,
      institute,
      administrator,
      former,
      first.accounts.director,
      ...Object.values(second.accounts),
    ]
    const got: string[] = []
    for (const account of others) {
      for (const [what, sql] of functions(second.code, own.regionId)) {
        const rows = await bySql(account, sql)
        if (rows > 0) got.push(`${account.name} ${what}`)
      }
    }
    const inOwnRegion = ['families', 'regions', 'account']
    for (const [what, sql] of functions(second.code, own.regionId)) {
      const isOwn = inOwnRegion.includes(what)
      const rows = await bySql(
        region,
        what === 'search by name' ? sql.replace(first.family.name, second.family.name) : sql,
      )
      if (!isOwn && rows > 0) got.push(`the coordinator of another region ${what}`)
    }
    expect(got).toEqual([])
    expect(await stateOf(second.family.id)).toBe(before)
  })

  test('a coordinator gets nothing through another’s eyes or by a projector’s pass', async () => {
    const { region, first, owner } = ground
    const { gipsMaster, director } = first.accounts
    await makePlatformRole(owner, gipsMaster.personId, 'regionCoordinator', first.family.regionId)
    const token = Buffer.alloc(32, 9)
    const pass = { familyId: first.family.id, id: v7(), planId: first.gips2.plan.id, personId: gipsMaster.personId }
    const expiresAt = new Date(Date.now() + 3_600_000)
    await owner.projectorPass.create({ data: { ...pass, tokenHash: token, expiresAt } })
    const byPass = { 'gips.session': '', 'gips.pass': token.toString('hex'), 'gips.family': first.family.id }
    for (const [what, sql] of functions(first.code, first.family.regionId)) {
      expect(`${what}: ${await bySql(region, sql, { 'gips.view_as': director.personId })}`).toBe(`${what}: 0`)
      expect(`${what}: ${await bySql(gipsMaster, sql, byPass)}`).toBe(`${what}: 0`)
    }
    await owner.platformRole.updateMany({ where: { personId: gipsMaster.personId }, data: { until: new Date() } })
  })

  test('a coordinator does not get in by having looked at the outside', async () => {
    const { region, first } = ground
    const rows = await ground.app.$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('gips.session', ${Buffer.from(region.tokenHash).toString('hex')}, true)`
      await tx.$queryRaw`select code from region_family(${first.code}, null)`
      await tx.$executeRaw`select set_config('gips.family', ${first.family.id}, true)`
      return tx.$queryRaw`select name from family union all select first_names from family_member`
    })
    expect(rows).toEqual([])
  })

  test('is turned away at the gate of the platform, with a line of the refusal', async () => {
    const { second, region, first } = ground
    for (const account of [first.accounts.director, first.accounts.mother, ground.outsider, ground.administrator]) {
      expect(await onPlatform(account, ownRegions, second.code)).toBe('refused')
    }
    expect(
      await onPlatform(
        region,
        (viewer) =>
          recordTriage(viewer, {
            dossier: second.code,
            triageReceivedOn: null,
            triageComplete: true,
            reportedAt: null,
            firstActionAt: null,
          }),
        second.code,
      ),
    ).toBe('refused')
    const line = await ground.owner.auditLine.findFirstOrThrow({
      where: { familyId: second.family.id },
      orderBy: { id: 'desc' },
    })
    expect(line).toMatchObject({ kind: 'refusal', right: 'region.register', personId: region.personId })
    expect(await onPlatform(region, (viewer) => regionFile(viewer, second.code))).toBeNull()
    expect(await onPlatform(region, (viewer) => registerFamily(viewer, input()))).toBe('refused')
  })

  test('nobody changes a family that is closed', async () => {
    const code = await registered()
    const { id } = await familyOf(code)
    await ground.owner.family.update({ where: { id }, data: { state: 'closed' } })
    const triage = { triageReceivedOn: null, triageComplete: true, reportedAt: null, firstActionAt: null }
    expect(await coordinator((viewer) => recordTriage(viewer, { dossier: code, ...triage }))).toBe('refused')
    expect(await coordinator((viewer) => regionFile(viewer, code))).toMatchObject({ state: 'closed' })
  })
})
