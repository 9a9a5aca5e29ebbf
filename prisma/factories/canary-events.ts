import { v7 } from 'uuid'
import { dateColumn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { GoalsDraft } from '@/lib/domain/goals-draft'
import type { Plan, SafetyAssessment } from '@/prisma/generated/client'
import { makeAgreement } from './agreements'
import type { CanaryCast, makeCanaryPlan } from './canary-plans'
import { makeRisk } from './risks'
import { makeAssessment, makeGoal } from './safety'

type CanaryPlan = Awaited<ReturnType<typeof makeCanaryPlan>>

/** What has a page of its own. */
export interface BetweenIds {
  measurementId: string
  progressMeetingId: string
  issueId: string
}

/** What happened between the meetings and at GIPS 2, with a canary in every text field. */
export async function makeCanaryEvents(
  db: Tx,
  cast: CanaryCast,
  { gips1, gips2 }: { gips1: CanaryPlan; gips2: CanaryPlan },
): Promise<BetweenIds & { extra: SafetyAssessment }> {
  const extra = await makeExtraAssessment(db, cast)
  const goalId = gips1.common.goal.id
  const measured = await makeMeasurementAndProgress(db, cast, goalId)
  const issueId = await makeIssue(db, cast, goalId)
  await makeReviews(db, cast, gips1.plan, gips2.plan)
  await makeRiskRating(db, cast, gips2.plan)
  await makeWordsAboutTheEnd(db, cast, gips2.plan)
  await makeRecoveryWaiver(db, cast)
  return { ...measured, issueId, extra }
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
  await makeGoalsDraft(db, assessment, accounts.director.personId, canary.in('goalsDraft'))
  return assessment
}

/** New goals that nobody confirmed yet. */
async function makeGoalsDraft(
  db: Tx,
  { familyId, id: assessmentId }: SafetyAssessment,
  personId: string,
  text: string,
): Promise<void> {
  const goal = { id: v7(), text, effect: '', about: null, shield: false }
  const agreement = {
    id: v7(),
    what: text,
    doers: [],
    byEveryone: false,
    rhythm: 'once' as const,
    dueOn: '',
    until: '',
  }
  const content: GoalsDraft = { goals: [{ ...goal, agreements: [agreement] }], reason: text }
  await db.goalsDraft.create({ data: { familyId, id: v7(), assessmentId, personId, content, version: 1 } })
}

async function makeMeasurementAndProgress(
  db: Tx,
  { family, canary, accounts, members, now }: CanaryCast,
  goalId: string,
): Promise<Omit<BetweenIds, 'issueId'>> {
  const familyId = family.id
  const { personId } = accounts.director
  const inFamily = { familyId, authorPersonId: personId }
  const childId = members.child.id
  const scores = { currentSafety: 6, lastingSafety: 5 }
  const measurement = await db.measurement.create({
    data: {
      ...inFamily,
      ...scores,
      id: v7(),
      childId,
      measuredOn: dateColumn('2026-02-20'),
      contact: 'visit',
      explanation: canary.in('measurement'),
      followUpNote: canary.in('measurementFollowUp'),
      keyDecision: canary.in('measurementDecision'),
      createdAt: now,
    },
  })
  const measurementId = measurement.id
  const text = canary.in('measurementCorrection')
  await db.measurementCorrection.create({ data: { familyId, id: v7(), measurementId, text, personId } })
  const progress = await db.progressMeeting.create({
    data: { ...inFamily, id: v7(), heldOn: dateColumn('2026-02-27'), note: canary.in('progressNote'), createdAt: now },
  })
  const inMeeting = { familyId, progressMeetingId: progress.id }
  const professional = { personId: accounts.professional.personId, remark: canary.in('progressRemark') }
  await db.progressParticipant.create({ data: { ...inMeeting, id: v7(), ...professional } })
  const remark = canary.in('progressGoalRemark')
  await db.progressGoal.create({ data: { ...inMeeting, goalId, progress: 'ahead', helpWorks: 'yes', remark } })
  await db.progressScore.create({ data: { ...inMeeting, childId, ...scores } })
  return { measurementId, progressMeetingId: progress.id }
}

async function makeIssue(db: Tx, { family, canary, accounts }: CanaryCast, goalId: string): Promise<string> {
  const familyId = family.id
  const { personId } = accounts.director
  const issue = await db.issue.create({
    data: {
      familyId,
      id: v7(),
      kind: 'waitingList',
      text: canary.in('issue'),
      tried: canary.in('issueTried'),
      level: 'ownTeam',
      goalId,
      ownerPersonId: personId,
      openedOn: dateColumn('2026-02-20'),
    },
  })
  await db.issueStep.create({
    data: { familyId, id: v7(), issueId: issue.id, level: 'ownTeam', note: canary.in('issueStep'), personId },
  })
  return issue.id
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
