import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { saveConcern } from '@/lib/data/concerns'
import { saveGoal } from '@/lib/data/goals'
import { meetingPage } from '@/lib/data/meeting-page'
import { planPage } from '@/lib/data/plan-page'
import { type PlanInView, planFor } from '@/lib/data/plans'
import { plansPage } from '@/lib/data/plans-page'
import { openRiskPart } from '@/lib/data/risk-part'
import { decideTopThree, saveOwnTopThree } from '@/lib/data/top-three'
import type { DossierViewer } from '@/lib/gate'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeRisk } from '@/prisma/factories/risks'
import { makeGoal } from '@/prisma/factories/safety'
import type { Goal } from '@/prisma/generated/client'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as, attempt, strangersTo } from './dossier-ground'

const ground = onTwoDossiers()
const REASON = 'Bij elk doel staat een afspraak, en oma slaapt er elke nacht.'

const inMeeting = <T>(name: AccountName, work: (viewer: DossierViewer, plan: PlanInView) => Promise<T>) =>
  as(ground, name, 'meeting.write', async (viewer) => work(viewer, await planFor(viewer, 'gips-2', 'meeting.write')))
const open = (name: AccountName = 'director', reason = REASON) =>
  inMeeting(name, (viewer, plan) => openRiskPart(viewer, plan, reason))
const page = () => as(ground, 'professional', 'meeting.read', (viewer) => meetingPage(viewer, 'gips-2'))
const closedKeys = async () => (await page()).sections.filter(({ isClosed }) => isClosed).map(({ key }) => key)

let goal: Goal

/** A GIPS 2 of which it is recorded that the requirements are not met, with one new safety goal. */
beforeEach(async () => {
  const { owner, first } = ground
  const inPlan = { familyId: first.family.id, planId: first.gips2.plan.id }
  await owner.plan.updateMany({ where: { id: inPlan.planId }, data: { minimumExceptionReason: null } })
  await owner.safetyAssessment.updateMany({ where: inPlan, data: { minimumMet: false, closedAt: null } })
  await owner.agreementGoal.deleteMany({ where: { familyId: inPlan.familyId, goal: { ...inPlan, kind: 'safety' } } })
  await owner.goal.deleteMany({ where: { ...inPlan, kind: 'safety' } })
  goal = await makeGoal(owner, first.gips2.plan, { kind: 'safety', text: 'Niemand slaat.', concernId: null })
})

const agree = () => makeAgreement(ground.owner, ground.first.gips2.plan, { goals: [goal], doers: [] })

describe('while the minimum requirements are not met', () => {
  test('only the risk part is closed, and everyone at the table is told', async () => {
    expect(await closedKeys()).toEqual(['risks', 'topThree', 'goals'])
    expect((await page()).riskPart).toMatchObject({ isClosed: true, exceptionReason: '' })
  })

  test('nothing of the risk part is written, and the safety part goes on', async () => {
    const { professional } = ground.first.accounts
    await makeRisk(ground.owner, ground.first.gips2.plan, { factor: 'surroundings.money' })
    const closed = /nog dicht/
    const places = [{ concernId: 'surroundings.money', reason: 'Elke dag ruzie.', harmfulEffect: 'Bang.' }]
    const concern = { text: 'x', harmfulEffect: '', aboutMemberId: null, isReported: false, position: 0, base: 0 }
    const typed = { text: 'x', expectedEffect: null, concernId: null, aboutMemberId: null, position: 0, base: 0 }
    const works: ((viewer: DossierViewer, plan: PlanInView) => Promise<unknown>)[] = [
      (viewer, plan) => decideTopThree(viewer, plan, { places }),
      (viewer, plan) => saveOwnTopThree(viewer, plan, { personId: professional.personId, isDraft: false, places }),
      (viewer, plan) => saveConcern(viewer, plan, v7(), concern),
      (viewer, plan) => saveGoal(viewer, plan, v7(), { ...typed, kind: 'risk' }),
    ]
    for (const work of works) {
      await expect(inMeeting('director', work)).rejects.toThrow(closed)
    }
    const made = await inMeeting('noteTaker', (viewer, plan) =>
      saveGoal(viewer, plan, v7(), { ...typed, kind: 'safety' }),
    )
    expect(made).toMatchObject({ outcome: 'saved' })
  })

  test('the case director opens it once every new safety goal has an agreement, with a reason that the plan keeps', async () => {
    await expect(open()).rejects.toThrow('Maak eerst een afspraak bij het veiligheidsdoel “Niemand slaat.”')
    await agree()
    await open()
    expect(await closedKeys()).toEqual([])
    const { document } = await as(ground, 'director', 'plan.read', (viewer) => planPage(viewer, 'gips-2', null))
    expect(JSON.stringify(document)).toContain(REASON)
    await expect(open()).rejects.toThrow('intussen al open')
  })

  test('an agreement that was dropped counts for nothing', async () => {
    const { id } = await agree()
    await ground.owner.agreement.updateMany({
      where: { id },
      data: { droppedAt: new Date(), droppedReason: 'Vervallen' },
    })
    await expect(open()).rejects.toThrow('Maak eerst een afspraak')
  })

  test('of two who open it at once, one comes second', async () => {
    await agree()
    const results = await Promise.allSettled([open('director', 'Een.'), open('deputy', 'Twee.')])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('nobody else opens it, nor a stranger', async () => {
    await agree()
    for (const name of ['noteTaker', 'professional', 'gipsMaster', 'caseManager', 'mother'] as const) {
      await expect(open(name)).rejects.toThrow(name)
    }
    for (const session of strangersTo(ground)) {
      const passage = await attempt(ground, session, 'plan.move', async (viewer) =>
        openRiskPart(viewer, await planFor(viewer, 'gips-2', 'meeting.write'), REASON),
      )
      expect(passage.outcome).not.toBe('entered')
    }
    expect(await closedKeys()).toHaveLength(3)
  })
})

test('once the requirements are met the whole meeting is open', async () => {
  const where = { planId: ground.first.gips2.plan.id }
  await ground.owner.safetyAssessment.updateMany({ where, data: { minimumMet: true } })
  expect(await closedKeys()).toEqual([])
  await expect(open()).rejects.toThrow('al open')
})

test('a plan that stayed at safety is followed by another of its kind, and only the case director is told so', async () => {
  const pageOf = (name: AccountName) => as(ground, name, 'plans.read', plansPage)
  expect((await pageOf('director')).lastStayedAtSafety).toBe(true)
  expect((await pageOf('professional')).lastStayedAtSafety).toBe(false)
  await agree()
  await open()
  expect((await pageOf('director')).lastStayedAtSafety).toBe(false)
})
