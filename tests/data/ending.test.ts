import { beforeEach, describe, expect, test } from 'vitest'
import { closeDossier, endAccessWhenClosed, endingPage, holdErasure } from '@/lib/data/ending'
import { putRegion } from '@/lib/data/organisations'
import { holdInRegion, regionEnding } from '@/lib/data/region-ending'
import { write } from '@/lib/data/write'
import { addMonths } from '@/lib/domain/calendar'
import { retentionEnd } from '@/lib/domain/ending'
import { UserError } from '@/lib/errors'
import { DOSSIER_IS_CLOSED, passGate } from '@/lib/gate'
import { stillFollowing } from '@/lib/live/readers'
import { passPlatformGate } from '@/lib/platform-gate'
import { type DossierRight, isLeftIn, RIGHTS } from '@/lib/policy'
import { makePlatformRole, makeRegion } from '@/prisma/factories/accounts'
import { makeAgreement } from '@/prisma/factories/agreements'
import { type TestAccount, testAccount } from '@/prisma/factories/canary-people'
import type { Agreement } from '@/prisma/generated/client'
import { readDashboard } from '@/tests/support/dashboard'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { enterBySettings } from './by-sql'
import { enteringTrajectory, makeTrajectory, type Trajectory } from './trajectory-ground'

const ground = onTwoDossiers()
let home: Trajectory
let agreement: Agreement
const enter = enteringTrajectory(ground, () => home)

type Input = Parameters<typeof closeDossier>[1]
const close = (given: Partial<Input> = {}, name: 'director' | 'nurse' | 'mother' = 'director') =>
  enter(name, 'dossier.end', (viewer) =>
    closeDossier(viewer, {
      endKind: 'completed',
      reason: 'Het gaat goed.',
      isSure: true,
      afterwards: { choices: {}, toAll: 'family', successor: '', dropReason: '' },
      ...given,
    }),
  )
const family = () => ground.owner.family.findUniqueOrThrow({ where: { id: home.family.id } })
const finishPlan = () =>
  ground.owner.plan.update({
    where: { familyId_id: { familyId: home.family.id, id: home.plan.id } },
    data: { state: 'definitive', version: 1 },
  })

beforeEach(async () => {
  home = await makeTrajectory(ground.owner)
  const doers = [{ personId: home.accounts.teacher.personId }]
  agreement = await makeAgreement(ground.owner, home.plan, { inForceAt: new Date(), doers })
})

describe('a dossier', () => {
  test('is closed by its director alone, once nothing is open', async () => {
    await expect(close()).rejects.toThrow(/nog bezig/)
    await finishPlan()
    for (const name of ['nurse', 'mother'] as const) {
      expect(await close({}, name)).toBe('refused')
    }
    await expect(close({ isSure: false })).rejects.toMatchObject({ field: 'isSure' })
    const undecided = { choices: {}, toAll: '', successor: '', dropReason: '' }
    await expect(close({ afterwards: undecided })).rejects.toMatchObject({ field: `einde:${agreement.id}` })
    expect((await family()).state).toBe('aftercare')

    await ground.owner.region.update({ where: { id: (await family()).regionId }, data: { retentionYears: 7 } })
    expect(await close()).toBeUndefined()
    expect(await family()).toMatchObject({
      state: 'closed',
      endKind: 'completed',
      endReason: 'Het gaat goed.',
      endedOn: new Date(`${home.today}T00:00:00Z`),
      retentionUntil: new Date(`${retentionEnd(home.today, 7)}T00:00:00Z`),
    })
    const kept = await ground.owner.agreement.findFirstOrThrow({ where: { id: agreement.id } })
    expect(kept).toMatchObject({ droppedReason: 'Het gezin gaat er zelf mee door' })
  })

  test('ends early with a reason, but not over a provisional plan or an open signal', async () => {
    await ground.owner.plan.update({
      where: { familyId_id: { familyId: home.family.id, id: home.plan.id } },
      data: { stateChangedAt: new Date('2026-01-01') },
    })
    const signal = await ground.owner.safetySignal.create({
      data: {
        familyId: home.family.id,
        id: crypto.randomUUID(),
        code: 1,
        urgency: 'today',
        happened: 'Er werd geschreeuwd.',
        reporterPersonId: home.accounts.teacher.personId,
      },
    })
    await expect(close({ endKind: 'moved' })).rejects.toThrow(/signaal/)
    await ground.owner.safetySignal.updateMany({ where: { id: signal.id }, data: { state: 'closed' } })
    expect(await close({ endKind: 'moved', reason: 'Naar Groningen.' })).toBeUndefined()
    expect(await family()).toMatchObject({ state: 'closed', endKind: 'moved' })
  })

  test('is closed by exactly one of ten at once; the others are told so', async () => {
    await finishPlan()
    const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => close()))
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const reasons = attempts.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(reasons.every((reason) => reason instanceof UserError)).toBe(true)
    expect(await ground.owner.ending.count({ where: { familyId: home.family.id } })).toBe(1)
  })

  test('is refused by the database itself while something is open, whoever asks', async () => {
    const answer = await enter(
      'director',
      'dossier.end',
      ({ tx }) => tx.$queryRaw`select close_dossier('completed', 'x')::text as until`,
    )
    expect(answer).toEqual([{ until: null }])
    await expect(
      enter('mother', 'dossier.read', ({ tx }) => tx.$queryRaw`select close_dossier('moved', 'x')::text`),
    ).rejects.toThrow(/only the case director/)
  })
})

describe('a closed dossier', () => {
  beforeEach(async () => {
    await finishPlan()
    await close()
  })

  test('is left at once by who only worked with the family, and they are told', async () => {
    for (const name of ['nurse', 'teacher', 'chair'] as const) {
      expect(await enter(name, 'dossier.read', readDashboard)).toBe('refused')
    }
    for (const name of ['director', 'mother'] as const) {
      expect(await enter(name, 'dossier.read', async () => name)).toBe(name)
    }
    const told = await ground.owner.message.findMany({ where: { familyId: home.family.id, kind: 'involvementEnded' } })
    const { nurse, teacher, chair } = home.accounts
    expect(told.map(({ recipientId }) => recipientId).sort()).toEqual(
      [nurse, teacher, chair].map(({ personId }) => personId).sort(),
    )
  })

  test('stays readable for the case manager, who is nothing else in it', async () => {
    const { teacher } = home.accounts
    await ground.owner.teamMembership.create({
      data: { familyId: home.family.id, id: crypto.randomUUID(), personId: teacher.personId, role: 'caseManager' },
    })
    expect(await enter('teacher', 'plan.read', async ({ roles }) => roles)).toEqual(['caseManager'])
  })

  test('refuses every change with a sentence and a line, and every page for changing', async () => {
    const rights = (Object.keys(RIGHTS) as DossierRight[]).filter(
      (right) => !isLeftIn('closed', right) && (RIGHTS[right].roles as readonly string[]).includes('caseDirector'),
    )
    expect(rights.length).toBeGreaterThan(20)
    for (const right of rights) {
      await expect(enter('director', right, async () => 'changed')).rejects.toThrow(DOSSIER_IS_CLOSED)
    }
    const { tokenHash } = home.accounts.director
    for (const right of ['members.edit', 'meeting.read', 'access.manage'] as const) {
      const asked = { sessionHash: tokenHash, code: home.family.code, right, kind: 'read' as const }
      expect((await passGate(ground.app, asked, async () => 'read')).outcome).toBe('refused')
    }
    const refusals = await ground.owner.auditLine.count({ where: { familyId: home.family.id, kind: 'refusal' } })
    expect(refusals).toBe(rights.length + 3)
    const byTheWay = enter('director', 'dossier.read', (viewer) =>
      write(viewer, { right: 'members.edit', subject: 'member' }, async () => 'written'),
    )
    await expect(byTheWay).rejects.toThrow(DOSSIER_IS_CLOSED)
  })

  test('takes no row, by any SQL over the application’s own role', async () => {
    const tables = await ground.owner.$queryRaw<{ name: string }[]>`
      select distinct table_name as name from information_schema.role_table_grants g
      where grantee = 'gips_app' and privilege_type in ('DELETE', 'UPDATE') and exists (
        select from information_schema.columns c
        where c.table_schema = 'public' and c.table_name = g.table_name and c.column_name = 'family_id')`
    expect(tables.length).toBeGreaterThan(10)
    const settings = {
      'gips.session': Buffer.from(home.accounts.director.tokenHash).toString('hex'),
      'gips.family': home.family.id,
    }
    for (const { name } of tables) {
      const removed = await ground.app
        .$transaction(async (tx) => {
          await enterBySettings(tx, settings)
          return tx.$executeRawUnsafe(`delete from "${name}"`)
        })
        .catch(() => 0)
      expect(`${name}: ${removed}`).toBe(`${name}: 0`)
    }
    const renamed = await ground.app.$transaction(async (tx) => {
      await enterBySettings(tx, settings)
      return tx.$executeRaw`update family_member set first_names = 'X'`
    })
    expect(renamed).toBe(0)
    const open = { ...settings, 'gips.session': Buffer.from(ground.first.accounts.director.tokenHash).toString('hex') }
    const elsewhere = await ground.app.$transaction(async (tx) => {
      await enterBySettings(tx, { ...open, 'gips.family': ground.first.family.id })
      return tx.$executeRaw`update family_member set position = position`
    })
    expect(elsewhere).toBeGreaterThan(0)
  })

  test('can still be closed to somebody of the family, at once and by the director alone', async () => {
    const { mother, director } = home.accounts
    const endFor = (name: 'director' | 'mother', personId: string) =>
      enter(name, 'access.end', (viewer) => endAccessWhenClosed(viewer, { personId, accessReason: 'Nieuwe dreiging.' }))
    expect(await endFor('mother', mother.personId)).toBe('refused')
    await expect(endFor('director', ground.first.accounts.mother.personId)).rejects.toThrow(UserError)
    expect(await endFor('director', mother.personId)).toBeUndefined()
    expect(await enter('mother', 'dossier.read', async () => true)).toBe('refused')
    expect(await enter('director', 'dossier.read', async () => director.name)).toBe(director.name)
    expect(
      await ground.owner.familyAccess.count({
        where: { personId: ground.first.accounts.mother.personId, until: null },
      }),
    ).toBe(1)
  })

  test('lets nobody follow a plan any more', async () => {
    const place = { familyId: home.family.id, planId: home.plan.id }
    const reader = { token: home.accounts.director.tokenHash, right: 'meeting.read' as const }
    expect((await stillFollowing(ground.app, place, [reader])).size).toBe(0)
    await ground.owner.family.update({ where: { id: home.family.id }, data: { state: 'aftercare' } })
    expect((await stillFollowing(ground.app, place, [reader])).size).toBe(1)
  })

  test('sends nothing but that access ended', async () => {
    const message = (kind: string) => ({
      id: crypto.randomUUID(),
      key: `${kind}:${crypto.randomUUID()}`,
      kind,
      recipientId: home.accounts.director.personId,
      familyId: home.family.id,
      payload: { code: home.family.code, on: addMonths(home.today, 6) },
      messageId: crypto.randomUUID(),
    })
    const kinds = ['planDefinitive', 'agreementsInForce', 'futurePlanEvaluation', 'caseManagerAppointed']
    const rows = [...kinds, 'involvementEnded', 'erasureComing'].map(message)
    await ground.owner.message.createMany({ data: rows })
    const taken = await ground.owner.$queryRaw<{ kind: string }[]>`
      select kind from message where id = any (${rows.map(({ id }) => id)}::uuid[]) and dossier_takes_message(id) order by kind`
    expect(taken.map(({ kind }) => kind)).toEqual(['erasureComing', 'involvementEnded'])
  })
})

describe('the term of the region', () => {
  const lastDay = (years: number) => new Date(`${retentionEnd(home.today, years)}T00:00:00Z`)
  const moves = () =>
    ground.owner.auditLine.count({ where: { familyId: home.family.id, right: 'regions.manage', kind: 'change' } })
  const setTerm = async (retentionYears: number, { tokenHash } = ground.administrator) => {
    const { id, name } = await ground.owner.region.findUniqueOrThrow({ where: { id: (await family()).regionId } })
    const entry = { sessionHash: tokenHash, right: 'regions.manage', kind: 'change' } as const
    const passage = await passPlatformGate(ground.app, entry, (viewer) =>
      putRegion(viewer, { id, name, retentionYears }),
    )
    return passage.outcome
  }

  beforeEach(async () => {
    await setTerm(20)
    await finishPlan()
    await close()
    const where = { id: home.family.id }
    await ground.owner.family.update({ where, data: { erasureToldOn: new Date(`${home.today}T00:00:00Z`) } })
  })

  test('keeps what is closed longer where it is made longer, with a line, and tells of the erasure anew', async () => {
    expect(await setTerm(25)).toBe('entered')
    expect(await family()).toMatchObject({ retentionUntil: lastDay(25), erasureToldOn: null })
    expect(await moves()).toBe(1)
  })

  test('takes nothing from what is closed where it is made shorter', async () => {
    expect(await setTerm(10)).toBe('entered')
    expect(await family()).toMatchObject({ retentionUntil: lastDay(20), erasureToldOn: expect.anything() })
    await setTerm(15)
    expect(await family()).toMatchObject({ retentionUntil: lastDay(20) })
    expect(await moves()).toBe(0)
  })

  test('moves no dossier that is open, erased or of another region, and is the administrator’s alone', async () => {
    const elsewhere = await makeRegion(ground.owner)
    await ground.owner.family.update({ where: { id: home.family.id }, data: { regionId: elsewhere.id } })
    const others = () =>
      ground.owner.family.findMany({ where: { id: { not: home.family.id } }, orderBy: { id: 'asc' } })
    const before = await others()
    expect(await setTerm(30, ground.outsider)).toBe('refused')
    expect(await family()).toMatchObject({ retentionUntil: lastDay(20) })
    await ground.owner.family.update({ where: { id: home.family.id }, data: { state: 'aftercare' } })
    await setTerm(30)
    expect(await family()).toMatchObject({ retentionUntil: lastDay(20) })
    expect(await others()).toEqual(before)
  })
})

describe('the hold', () => {
  let coordinator: TestAccount

  beforeEach(async () => {
    await finishPlan()
    await close()
    coordinator = await testAccount(ground.owner, { name: 'Rianne Streek' }, new Date())
    await makePlatformRole(ground.owner, coordinator.personId, 'regionCoordinator', (await family()).regionId)
  })

  const hold = (isHeld: boolean, reason = 'Er loopt een klacht.') =>
    enter('director', 'dossier.hold', (viewer) => holdErasure(viewer, { hold: isHeld, reason }))
  const byRegion = (account: TestAccount, isHeld: boolean) =>
    passPlatformGate(
      ground.app,
      { sessionHash: account.tokenHash, right: 'region.register', kind: 'change', code: home.family.code },
      (viewer) => holdInRegion(viewer, { dossier: home.family.code, hold: isHeld, reason: 'De rechter vraagt erom.' }),
    )

  test('is set and lifted by the director, with a reason, once', async () => {
    await ground.owner.family.update({ where: { id: home.family.id }, data: { erasureToldOn: new Date() } })
    expect(await hold(true)).toBeUndefined()
    expect(await family()).toMatchObject({ legalHold: true, erasureToldOn: null })
    await expect(hold(true)).rejects.toThrow(UserError)
    expect(await hold(false, 'De klacht is klaar.')).toBeUndefined()
    const page = await enter('director', 'dossier.end', endingPage)
    expect(page).toMatchObject({
      closed: { isHeld: false },
      history: [
        { kind: 'released', reason: 'De klacht is klaar.' },
        { kind: 'held', who: home.accounts.director.name },
        { kind: 'closed' },
      ],
    })
    expect(await enter('mother', 'dossier.hold', (viewer) => holdErasure(viewer, { hold: true, reason: 'x' }))).toBe(
      'refused',
    )
  })

  test('is set by the coordinator of its region, and of no other', async () => {
    const elsewhere = await testAccount(ground.owner, { name: 'Joris Verweg' }, new Date())
    const region = await makeRegion(ground.owner)
    await makePlatformRole(ground.owner, elsewhere.personId, 'regionCoordinator', region.id)
    for (const account of [elsewhere, ground.outsider, home.accounts.nurse]) {
      expect((await byRegion(account, true)).outcome).toBe('refused')
    }
    expect((await family()).legalHold).toBe(false)
    expect((await byRegion(coordinator, true)).outcome).toBe('entered')
    expect((await family()).legalHold).toBe(true)
    const seen = await passPlatformGate(
      ground.app,
      { sessionHash: coordinator.tokenHash, right: 'region.progress', kind: 'read', code: home.family.code },
      (viewer) => regionEnding(viewer, home.family.code),
    )
    expect(seen).toMatchObject({ outcome: 'entered', result: { endedOn: home.today, isHeld: true } })
  })
})
