import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { ownRegions, regionFile } from '@/lib/data/region'
import { appointInRegion, recordFramework, recordTriage, registerFamily } from '@/lib/data/region-steering'
import { dateColumn, plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import { UserError } from '@/lib/errors'
import { makePlatformRole } from '@/prisma/factories/accounts'
import { makeAgreement } from '@/prisma/factories/agreements'
import { testAccount } from '@/prisma/factories/canary-people'
import { entered } from '@/tests/support/entering'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { regionFunctions, regionOn } from './region-ground'

const ground = onTwoDossiers()
const { own, input, onPlatform, coordinator, registered, familyOf, stateOf, bySql } = regionOn(ground)

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

describe('anyone else', () => {
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
      for (const [what, sql] of regionFunctions(ground, own, [second.code, own.regionId])) {
        const rows = await bySql(account, sql)
        if (rows > 0) got.push(`${account.name} ${what}`)
      }
    }
    const inOwnRegion = ['families', 'regions', 'account']
    for (const [what, sql] of regionFunctions(ground, own, [second.code, own.regionId])) {
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
    for (const [what, sql] of regionFunctions(ground, own, [first.code, first.family.regionId])) {
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
