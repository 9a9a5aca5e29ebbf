import type { AgendaItem } from '@/lib/domain/agendas/agenda'
import type { PlanRowContent } from '@/lib/domain/plan-document'
import { meetingTitle } from '@/lib/domain/plan-state'
import type { PlanContent } from './plan-content'
import { doersOf, whenText } from './plan-goal-rows'
import { quotedNames } from './plan-quotes'
import type { PlacedRow } from './plan-rows'

type Evaluation = PlanContent['evaluations'][number]
type GoalOfEarlierPlan = Evaluation['goal']

/** What the meeting found of each open safety goal. */
export function reviewRows({ reviews }: PlanContent): PlacedRow[] {
  return reviews
    .filter(({ result, remark }) => result !== null || remark !== '')
    .map(({ goal, result, remark, closes }) =>
      ofGoal(goal, {
        kind: 'review',
        goal: goal.text,
        meeting: meetingOf(goal),
        result,
        remark,
        isClosed: closes,
      }),
    )
}

/**
 * Each goal that was evaluated with its verdict, and a row for what each participant gave, beforehand or at the table. The
 * result is worked out at reading, from what the reader may read.
 */
export function evaluationRows(content: PlanContent): PlacedRow[] {
  const evaluations = content.evaluations
    .filter(({ percent, remark }) => percent !== null || remark !== '')
    .sort(
      (one, other) => placeOf(one) - placeOf(other) || nameIn(content, one).localeCompare(nameIn(content, other), 'nl'),
    )
  const goals = new Map<string, GoalOfEarlierPlan>(
    [...content.verdicts, ...evaluations].map(({ goal }) => [goal.id, goal]),
  )
  return [...goals.values()]
    .sort(inOrder)
    .flatMap((goal) => [
      goalRow(content, goal),
      ...evaluations.filter(({ goalId }) => goalId === goal.id).map((each) => percentageRow(content, each)),
    ])
}

/** Agreements of earlier plans about which something was decided: those for safety goals, or all others. */
export function carriedAgreementRows({ carried, nameOf }: PlanContent, isForSafety: boolean): PlacedRow[] {
  return carried
    .filter(({ agreement }) => agreement.agreementGoals.some(({ goal }) => goal.kind === 'safety') === isForSafety)
    .flatMap(({ agreement, decision, reason }): PlacedRow[] => {
      if (decision === null) return []
      const { id, text, aboutMemberId, authorPersonId, agreementDoers, plan } = agreement
      const content: PlanRowContent = {
        kind: 'carried',
        text,
        meeting: meetingTitle(plan.kind, plan.ordinal),
        doers: doersOf(nameOf, agreement),
        when: whenText(agreement),
        decision,
        reason,
      }
      const quotes = quotedNames(nameOf, ...agreementDoers)
      return [{ kind: 'agreement', subjectId: id, aboutMemberId, authorPersonId, isOwnWords: false, content, quotes }]
    })
}

/** Whether this is the list in which a plan's agreements stand, those for extra safety goals aside. */
export function isMainList({ key, about }: AgendaItem): boolean {
  return !key.startsWith('safety.') && about === undefined
}

function goalRow({ verdicts }: PlanContent, goal: GoalOfEarlierPlan): PlacedRow {
  const verdict = verdicts.find(({ goalId }) => goalId === goal.id)
  return ofGoal(goal, {
    kind: 'evaluation',
    goalId: goal.id,
    goal: goal.text,
    meeting: meetingOf(goal),
    isGoodEnough: verdict?.isGoodEnough ?? null,
    reason: verdict?.reason ?? '',
    isClosed: verdict?.closes ?? false,
  })
}

/**
 * A professional's percentage is read with the goal. What somebody of the family or the network gave is an answer of
 * theirs, as the live row is.
 */
function percentageRow(plan: PlanContent, evaluation: Evaluation): PlacedRow {
  const { nameOf, children } = plan
  const { id, goal, goalId, personId, memberId, networkPersonId, percent, remark } = evaluation
  const content: PlanRowContent = {
    kind: 'percentage',
    goalId,
    participant: nameIn(plan, evaluation),
    percent,
    remark,
  }
  const quotes = quotedNames(nameOf, { personId, networkPersonId })
  if (personId !== null) {
    return { ...ofGoal(goal, content), quotes }
  }
  const isOwnWords = networkPersonId !== null || (memberId !== null && children.has(memberId))
  return { kind: 'answer', subjectId: id, aboutMemberId: memberId, authorPersonId: null, isOwnWords, content, quotes }
}

/** As they stand in the table: plan by plan, and within one in its order. */
function inOrder(one: GoalOfEarlierPlan, other: GoalOfEarlierPlan): number {
  return (
    one.plan.kind.localeCompare(other.plan.kind) ||
    one.plan.ordinal - other.plan.ordinal ||
    one.position - other.position
  )
}

/** The team first, then the family, then its network. */
function placeOf({ personId, memberId }: Evaluation): number {
  if (personId !== null) return 0
  return memberId !== null ? 1 : 2
}

function nameIn({ nameOf }: PlanContent, { personId, memberId, networkPersonId }: Evaluation): string {
  return nameOf(personId ?? memberId ?? networkPersonId) ?? ''
}

function ofGoal({ id, aboutMemberId, authorPersonId }: GoalOfEarlierPlan, content: PlanRowContent): PlacedRow {
  return { kind: 'goal', subjectId: id, aboutMemberId, authorPersonId, isOwnWords: false, content, quotes: [] }
}

function meetingOf({ plan: { kind, ordinal } }: GoalOfEarlierPlan): string {
  return meetingTitle(kind, ordinal)
}
