import { plainDateOf } from '@/lib/dates'
import { agendaAbout } from '@/lib/domain/agendas/per-person'
import { agendaOfPlan } from '@/lib/domain/agendas/registry'
import type { AgreementWhen } from '@/lib/domain/agreement'
import type { PlanSnapshot, SnapshotAnswer } from '@/lib/domain/missing/snapshot'
import type { DossierViewer } from '@/lib/gate'
import type { Plan } from '@/prisma/generated/client'
import { undecidedAgreements } from './carried-agreements'
import type { CarriedGoal } from './carried-rows'
import { namesOfDossier } from './names'
import { loadPlanContent, type PlanContent } from './plan-content'
import { restsOn } from './plan-risk-rows'
import { snapshotRisks } from './plan-snapshot-risks'
import { afterPart, meetingPart, peoplePart, type Surroundings, surroundingsOf } from './plan-surroundings'
import { recoveryPart } from './recovery-plans'

/** All that decides whether a plan may take its next step; meant for the case director, who sees everything. */
export async function planSnapshot(viewer: DossierViewer, plan: Plan): Promise<PlanSnapshot> {
  const nameOf = await namesOfDossier(viewer.tx)
  const content = await loadPlanContent(viewer.tx, plan, nameOf)
  const around = await surroundingsOf(viewer, plan)
  const alive = content.subjects.filter(({ hasDied }) => !hasDied)
  const agenda = agendaAbout(agendaOfPlan(plan), alive)
  const people = peoplePart(around, content)
  return {
    kind: plan.kind,
    state: plan.state,
    agenda,
    minimumExceptionReason: plan.minimumExceptionReason ?? '',
    ...meetingPart(around, nameOf),
    ...people,
    risks: snapshotRisks(agenda, content, people.members),
    ...answersPart(content),
    isRoundOpen:
      (await viewer.tx.scoreRound.count({ where: { familyId: viewer.familyId, planId: plan.id, state: 'open' } })) > 0,
    ...safetyPart(content),
    ...goalsPart(content),
    ...carriedPart(around),
    undecidedAgreements: await undecidedAgreements(viewer, plan),
    futurePlan: futurePart(content),
    ...(await recoveryPart(viewer, plan)),
    ...afterPart(content, around, nameOf),
  }
}

function answersPart({ answers, choices }: PlanContent) {
  return {
    answers: answers.map(
      (each): SnapshotAnswer => ({
        itemKey: each.itemKey,
        respondentId: each.respondentMemberId ?? each.respondentNetworkId ?? each.respondentPersonId,
        text: each.text,
        applies: each.applies,
      }),
    ),
    topThreeChoices: choices.map(({ personId, aboutMemberId }) => ({ participantId: personId, aboutMemberId })),
  }
}

/** What the meeting found so far of the goals of earlier plans; of goals about who died nothing is asked any more. */
function carriedPart({ earlier, percentages, members }: Surroundings) {
  const isAsked = ({ aboutMemberId }: CarriedGoal) =>
    aboutMemberId === null || members.some(({ id }) => id === aboutMemberId)
  return {
    openSafetyGoals: earlier.toReview.filter(isAsked).map(({ id, text, aboutMemberId, review }) => ({
      id,
      text,
      aboutMemberId,
      review: review?.result ?? null,
      closes: review?.closes ?? false,
    })),
    evaluations: earlier.toEvaluate.filter(isAsked).map(({ id, text, verdict }) => ({
      goalId: id,
      text,
      percentages: percentages
        .filter(({ goalId, percent }) => goalId === id && percent !== '')
        .map(({ giverId, percent }) => ({ participantId: giverId, percentage: Number(percent) })),
      isGoodEnough: verdict?.isGoodEnough ?? null,
    })),
  }
}

function safetyPart({ assessment }: PlanContent) {
  const isDecided = assessment !== null && assessment.minimumMet !== null
  return {
    scores: (assessment?.safetyScores ?? []).map((each) => ({
      memberId: each.memberId,
      scorerId: each.scorerPersonId ?? each.scorerMemberId ?? each.scorerNetworkId ?? '',
      side: each.side,
      score: each.score === null ? null : Number(each.score),
      situation: each.situation,
      cannotJudge: each.cannotJudge,
      reason: each.reason,
      onePointHigher: each.onePointHigher,
      underSixAnswer: each.underSixAnswer ?? '',
    })),
    minimumDecision: isDecided
      ? { isMet: assessment.minimumMet === true, reason: assessment.minimumReason ?? '' }
      : null,
  }
}

function goalsPart(content: PlanContent) {
  const { decisions, goals, agreements } = content
  return {
    topThree: decisions.map((each) => ({
      aboutMemberId: each.aboutMemberId,
      rank: each.rank as 1 | 2 | 3,
      concernId: each.concernId ?? each.riskFactor ?? '',
      text: restsOn(content, each).text ?? '',
      reason: each.reason,
      harmfulEffect: each.harmfulEffect,
    })),
    goals: goals.map((each) => ({
      id: each.id,
      text: each.text,
      kind: each.kind,
      aboutMemberId: each.aboutMemberId,
      concernId: each.concernId ?? each.riskFactor,
      expectedEffect: each.expectedEffect === null ? null : Number(each.expectedEffect),
      followsGoalId: each.followsGoalId,
    })),
    agreements: agreements.map((each) => ({
      id: each.id,
      text: each.text,
      goalIds: each.agreementGoals.map(({ goalId }) => goalId),
      doers: each.agreementDoers.length + (each.byEveryone ? 1 : 0),
      when: whenOf(each),
    })),
  }
}

/** When an agreement row is to be done; null while that was not filled in. */
export function whenOf(row: {
  dueOn: Date | null
  rhythm: 'once' | 'daily' | 'weekly' | 'monthly'
  rhythmUntil: Date | null
}): AgreementWhen | null {
  if (row.dueOn === null) {
    return null
  }
  const dueOn = plainDateOf(row.dueOn)
  if (row.rhythm === 'once') {
    return { rhythm: 'once', dueOn }
  }
  return row.rhythmUntil === null ? null : { rhythm: row.rhythm, startsOn: dueOn, until: plainDateOf(row.rhythmUntil) }
}

function futurePart({ plan, futurePlan }: PlanContent): PlanSnapshot['futurePlan'] {
  if (plan.kind !== 'gips5') {
    return null
  }
  return {
    caseManagerId: futurePlan?.caseManagerId ?? null,
    firstOn: futurePlan?.firstOn ? plainDateOf(futurePlan.firstOn) : null,
    secondOn: futurePlan?.secondOn ? plainDateOf(futurePlan.secondOn) : null,
  }
}
