import { beforeAll, describe, expect, test } from 'vitest'
import { intakeOf } from '@/lib/data/intake'
import {
  addIncident,
  recordDanger,
  recordExplanation,
  recordFamilyPlan,
  recordHistory,
  recordPattern,
  recordUnsafety,
  removeIncident,
} from '@/lib/data/intake-edits'
import { startNextPlan } from '@/lib/data/plan-life'
import { plansPage } from '@/lib/data/plans-page'
import { plainDateIn } from '@/lib/dates'
import { isIntakeBar, whatIntakeLacks } from '@/lib/domain/intake'
import { appEnv } from '@/lib/env'
import { type DossierViewer, passGate } from '@/lib/gate'
import { type TestAccount, testAccount } from '@/prisma/factories/canary-people'
import { makeFamily } from '@/prisma/factories/family'
import { makeIncident, makeIntake } from '@/prisma/factories/intake'
import { makeMembership } from '@/prisma/factories/team'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { as, attempt, canaryIn, strangersTo } from './dossier-ground'

const ground = onTwoDossiers()
const today = plainDateIn(new Date())
const director = <T>(work: (viewer: DossierViewer) => Promise<T>) => as(ground, 'director', 'intake.edit', work)
const intake = () => director(intakeOf)

describe('who reads the intake', () => {
  test('are the case director, the chair and professionals', async () => {
    for (const account of ['director', 'deputy', 'gipsMaster', 'professional'] as const) {
      const read = await as(ground, account, 'intake.read', intakeOf)
      expect(read.dangerAverted).toBe(canaryIn(ground, 'dangerAverted'))
      expect(read.incidents.map(({ what }) => what)).toEqual([canaryIn(ground, 'incident')])
    }
  })

  test('is nobody else: not at the gate, and not by the row policies behind another right', async () => {
    for (const session of strangersTo(ground)) {
      expect((await attempt(ground, session, 'intake.read', intakeOf)).outcome).toBe('refused')
    }
    for (const account of ['noteTaker', 'caseManager', 'mother', 'father', 'carer', 'teenager'] as const) {
      const { tokenHash } = ground.first.accounts[account]
      expect((await attempt(ground, tokenHash, 'intake.read', intakeOf)).outcome).toBe('refused')
      const behind = await as(ground, account, 'dossier.read', intakeOf)
      expect(JSON.stringify(behind)).not.toContain(ground.first.canary.word)
    }
  })
})

describe('the case director', () => {
  test('records each part by itself, and leaves the others as they are', async () => {
    await director((viewer) =>
      recordUnsafety(viewer, { forms: ['physical', 'physical'], directions: ['parentToChild'] }),
    )
    await director((viewer) => addIncident(viewer, { happenedOn: '2026-01-20', what: 'De buren belden de politie.' }))
    await director((viewer) => recordPattern(viewer, { structuralFacts: 'Steeds na het uitgaan.' }))
    await director((viewer) =>
      recordDanger(viewer, {
        immediateDanger: true,
        dangerAverted: 'Vader is uit huis.',
        dangerAvertedBy: 'De politie',
        dangerAvertedUntil: '2026-12-01',
      }),
    )
    await director((viewer) => recordFamilyPlan(viewer, { familyPlan: 'declined' }))
    await director((viewer) => recordExplanation(viewer, { explainedOn: '2026-02-01', consentAskedOn: null }))
    await director((viewer) => recordHistory(viewer, { historyOfHelp: null, careAvoiding: true }))
    expect(await intake()).toMatchObject({
      formsOfUnsafety: ['physical'],
      directions: ['parentToChild'],
      structuralFacts: 'Steeds na het uitgaan.',
      immediateDanger: true,
      dangerAverted: 'Vader is uit huis.',
      dangerAvertedBy: 'De politie',
      dangerAvertedUntil: '2026-12-01',
      familyPlan: 'declined',
      explainedOn: '2026-02-01',
      consentAskedOn: null,
      historyOfHelp: null,
      careAvoiding: true,
    })
    const lines = await ground.owner.auditLine.findMany({
      where: { right: 'intake.edit', subject: 'intake', familyId: ground.first.family.id },
      orderBy: { id: 'asc' },
    })
    expect(lines.map(({ detail }) => (detail as { what: string }).what)).toEqual([
      'unsafety',
      'incident',
      'pattern',
      'danger',
      'family plan',
      'explanation',
      'history',
    ])
  })

  test('takes back that there was danger, and nothing of it remains', async () => {
    await director((viewer) =>
      recordDanger(viewer, {
        immediateDanger: false,
        dangerAverted: 'toch iets',
        dangerAvertedBy: null,
        dangerAvertedUntil: '2026-12-01',
      }),
    )
    expect(await intake()).toMatchObject({ immediateDanger: false, dangerAverted: null, dangerAvertedUntil: null })
  })

  test('takes an incident away once, and none of another family', async () => {
    const { id } = await makeIncident(ground.owner, ground.first.family, {
      happenedOn: new Date('2026-02-02'),
      what: 'Weg',
    })
    const foreign = await ground.owner.intakeIncident.findFirstOrThrow({ where: { familyId: ground.second.family.id } })
    await director((viewer) => removeIncident(viewer, id))
    await expect(director((viewer) => removeIncident(viewer, id))).rejects.toThrow('al weggehaald')
    await expect(director((viewer) => removeIncident(viewer, foreign.id))).rejects.toThrow('al weggehaald')
  })

  test.each([
    ['happenedOn', (viewer: DossierViewer) => addIncident(viewer, { happenedOn: '2999-01-01', what: 'x' })],
    [
      'explainedOn',
      (viewer: DossierViewer) => recordExplanation(viewer, { explainedOn: '2999-01-01', consentAskedOn: null }),
    ],
    [
      'consentAskedOn',
      (viewer: DossierViewer) => recordExplanation(viewer, { explainedOn: null, consentAskedOn: '2999-01-01' }),
    ],
  ])('is told at %s that a day is still to come', async (field, work) => {
    await expect(director(work)).rejects.toMatchObject({ field })
  })

  test('does not write what is the region’s, by whatever statement', async () => {
    for (const column of [
      'framework_kind',
      'framework_from',
      'framework_until',
      'triage_received_on',
      'triage_complete',
      'reported_at',
      'first_action_at',
    ]) {
      await expect(
        director(({ tx }) => tx.$executeRawUnsafe(`update intake set "${column}" = null`)),
        column,
      ).rejects.toThrow(/permission denied/)
    }
    await expect(director(({ tx }) => tx.$executeRawUnsafe('delete from intake'))).rejects.toThrow(/permission denied/)
  })

  test('is the only one who writes, whatever the code asks', async () => {
    for (const account of ['gipsMaster', 'professional', 'noteTaker', 'mother'] as const) {
      await expect(
        as(ground, account, 'dossier.read', (viewer) =>
          recordHistory(viewer, { historyOfHelp: 'x', careAvoiding: false }),
        ),
      ).rejects.toThrow()
      await expect(
        as(ground, account, 'dossier.read', (viewer) => addIncident(viewer, { happenedOn: '2026-01-01', what: 'x' })),
      ).rejects.toThrow()
    }
    expect((await intake()).historyOfHelp).toBeNull()
  })
})

describe('a dossier in its intake', () => {
  const fresh = {} as { code: string; id: string; director: TestAccount }

  beforeAll(async () => {
    const family = await makeFamily(ground.owner, appEnv().MASTER_KEY, { state: 'intake' })
    const account = await testAccount(ground.owner, { name: 'Jop Begin' }, new Date())
    await makeMembership(ground.owner, family, account.personId, {
      role: 'caseDirector',
      since: new Date(Date.now() - 60_000),
    })
    Object.assign(fresh, { code: family.code, id: family.id, director: account })
  })

  async function enter<T>(work: (viewer: DossierViewer) => Promise<T>) {
    const entry = {
      sessionHash: fresh.director.tokenHash,
      code: fresh.code,
      right: 'plan.move',
      kind: 'change',
    } as const
    const passage = await passGate(ground.app, entry, work)
    if (passage.outcome !== 'entered') throw new Error(passage.outcome)
    return passage.result
  }
  const family = () => ground.owner.family.findUniqueOrThrow({ where: { id: fresh.id } })

  test('does not start GIPS 1 while something is missing, and says what', async () => {
    await expect(enter((viewer) => startNextPlan(viewer, 'gips1'))).rejects.toThrow(/intake is nog niet compleet/)
    expect(await ground.owner.plan.count({ where: { familyId: fresh.id } })).toBe(0)
    const { lacks } = await enter(plansPage)
    expect(lacks?.filter(isIntakeBar).length).toBeGreaterThan(5)
    await enter((viewer) => recordFamilyPlan(viewer, { familyPlan: 'declined' }))
    expect((await enter(plansPage)).lacks).toHaveLength((lacks?.length ?? 0) - 1)
  })

  test('starts GIPS 1 once everything is there, and is a trajectory from that day', async () => {
    await ground.owner.intake.deleteMany({ where: { familyId: fresh.id } })
    await makeIntake(ground.owner, { id: fresh.id }, today)
    expect(whatIntakeLacks(await enter(intakeOf), today)).toEqual([])
    expect((await family()).state).toBe('intake')
    expect(await enter((viewer) => startNextPlan(viewer, 'gips1'))).toBe('gips-1')
    expect(await family()).toMatchObject({ state: 'active', startedOn: new Date(today) })
    expect((await enter(plansPage)).lacks).toBeNull()
  })
})
