import { v7 } from 'uuid'
import { dateColumn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { Plan, SafetyAssessment } from '@/prisma/generated/client'
import { makeAgreement } from './agreements'
import type { CanaryCast, makeCanaryPlan } from './canary-plans'
import { makeRisk } from './risks'
import { makeAssessment, makeGoal } from './safety'

type CanaryPlan = Awaited<ReturnType<typeof makeCanaryPlan>>

/** What happened between the meetings and at GIPS 2, with a canary in every text field. */
export async function makeCanaryEvents(
  db: Tx,
  cast: CanaryCast,
  { gips1, gips2 }: { gips1: CanaryPlan; gips2: CanaryPlan },
): Promise<{ extra: SafetyAssessment }> {
  const extra = await makeExtraAssessment(db, cast)
  await makeMeasurementAndProgress(db, cast)
  await makeIssue(db, cast, gips1.common.goal.id)
  await makeReviews(db, cast, gips1.plan, gips2.plan)
  await makeRiskRating(db, cast, gips2.plan)
  await makeWordsAboutTheEnd(db, cast, gips2.plan)
  await makeRecoveryWaiver(db, cast)
  return { extra }
}

/** Why its erasure was once stopped, and what a plan says of the wall. */
async function makeWordsAboutTheEnd(db: Tx, { family, canary, accounts }: CanaryCast, plan: Plan): Promise<void> {
  const familyId = family.id
  const { personId } = accounts.director
  await db.ending.create({
    data: { familyId, id: v7(), kind: 'held', reason: canary.in('endingReason'), recordedById: personId },
  })
  await db.futurePlan.create({
    data: { familyId, id: v7(), planId: plan.id, wall: [canary.in('futureWall')], authorPersonId: personId },
  })
}

async function makeExtraAssessment(
  db: Tx,
  { family, canary, accounts, members, now }: CanaryCast,
): Promise<SafetyAssessment> {
  const personId = accounts.professional.personId
  const assessment = await makeAssessment(db, family, {
    question: canary.in('extraQuestion'),
    minimumReason: canary.in('extraMinimum'),
    conclusion: canary.in('extraConclusion'),
    openedAt: now,
    assessed: [members.child],
    scores: [
      {
        memberId: members.child.id,
        scorerPersonId: personId,
        score: 5,
        reason: canary.in('extraReason'),
        onePointHigher: canary.in('extraHigher'),
        underSixAnswer: canary.in('extraUnderSix'),
      },
    ],
  })
  await db.assessmentInvitee.create({
    data: {
      familyId: family.id,
      id: v7(),
      assessmentId: assessment.id,
      personId,
      directMeasures: canary.in('extraMeasures'),
    },
  })
  return assessment
}

async function makeMeasurementAndProgress(db: Tx, { family, canary, accounts, members }: CanaryCast): Promise<void> {
  const inFamily = { familyId: family.id, authorPersonId: accounts.director.personId }
  await db.measurement.create({
    data: {
      ...inFamily,
      id: v7(),
      childId: members.child.id,
      measuredOn: dateColumn('2026-02-20'),
      contact: 'visit',
      currentSafety: 6,
      lastingSafety: 5,
      explanation: canary.in('measurement'),
    },
  })
  const progress = await db.progressMeeting.create({
    data: { ...inFamily, id: v7(), heldOn: dateColumn('2026-02-27'), note: canary.in('progressNote') },
  })
  await db.progressParticipant.create({
    data: { familyId: family.id, id: v7(), progressMeetingId: progress.id, personId: accounts.professional.personId },
  })
}

async function makeIssue(db: Tx, { family, canary, accounts }: CanaryCast, goalId: string): Promise<void> {
  const familyId = family.id
  const { personId } = accounts.director
  const text = canary.in('issue')
  const issue = await db.issue.create({
    data: {
      familyId,
      id: v7(),
      kind: 'waitingList',
      text,
      goalId,
      ownerPersonId: personId,
      openedOn: dateColumn('2026-02-20'),
    },
  })
  await db.issueStep.create({
    data: { familyId, id: v7(), issueId: issue.id, level: 'ownTeam', note: canary.in('issueStep'), personId },
  })
}

/** A goal that was reviewed and closed, and an agreement that was dropped. */
async function makeReviews(
  db: Tx,
  { family, canary, accounts, now }: CanaryCast,
  gips1: Plan,
  gips2: Plan,
): Promise<void> {
  const { personId } = accounts.professional
  const goal = await makeGoal(db, gips1, {
    text: canary.in('closedGoal'),
    adoptedAt: now,
    closedAt: now,
    closedReason: canary.in('goalClosed'),
  })
  const dropped = await makeAgreement(db, gips1, {
    text: canary.in('droppedAgreement'),
    inForceAt: now,
    droppedAt: now,
    droppedReason: canary.in('agreementDropped'),
    doers: [{ personId }],
    goals: [goal],
  })
  await db.carriedAgreement.create({
    data: {
      familyId: family.id,
      id: v7(),
      agreementId: dropped.id,
      planId: gips2.id,
      decision: 'dropped',
      reason: canary.in('carriedAgreement'),
    },
  })
  const inPlan = { familyId: family.id, goalId: goal.id, planId: gips2.id }
  await db.goalReview.create({ data: { ...inPlan, id: v7(), result: 'partly', remark: canary.in('goalReview') } })
  await db.goalVerdict.create({ data: { ...inPlan, id: v7(), isGoodEnough: false, reason: canary.in('goalVerdict') } })
  await db.goalEvaluation.create({
    data: { ...inPlan, id: v7(), personId, percent: 60, remark: canary.in('goalEvaluation') },
  })
}

/** Why one of the children has no recovery plan. */
async function makeRecoveryWaiver(db: Tx, { family, canary, members }: CanaryCast): Promise<void> {
  const familyId = family.id
  await db.recoveryWaiver.create({
    data: { familyId, id: v7(), memberId: members.child.id, reason: canary.in('recoveryWaiver') },
  })
}

async function makeRiskRating(
  db: Tx,
  { canary, accounts, members }: CanaryCast,
  gips2: CanaryPlan['plan'],
): Promise<void> {
  await makeRisk(db, gips2, {
    factor: 'parent.violence',
    aboutMemberId: members.father.id,
    facts: canary.in('riskFacts'),
    authorPersonId: accounts.director.personId,
  })
}
