import { memberInKey } from './agendas/per-person'
import { type ComparedAgreement, comparedAgreements, type LaterFacts } from './compared-agreements'
import { type ComparedGoal, comparedGoals } from './compared-goals'
import { comparedWith } from './member-course'
import type { PlanDocument, PlanRow, PlanRowContent } from './plan-document'
import { assessmentMean, memberScore, type SafetyScore, scoresBeside } from './safety'

/** The scores of one plan for one family member. */
export interface ScoreOfPlan {
  /** Exact mean of the professionals, 0–10; null when nobody gave one. */
  mean: number | null
  /** What family and network gave, 0–10, lowest first: beside the mean, never in it. */
  beside: number[]
}

export interface ComparedScore {
  /** A family member, or everybody together. */
  name: string
  first: ScoreOfPlan
  second: ScoreOfPlan
  /** "4,0 hoger dan bij GIPS 1"; null where one of the two is missing. */
  change: string | null
}

export interface TopThreeOfPlan {
  /** GIPS 3: whose; null for the family as a whole. */
  about: string | null
  places: { rank: number; concern: string; stoodInFirst: boolean }[]
}

export interface PlanComparison {
  scores: ComparedScore[]
  topThree: { first: TopThreeOfPlan[]; second: TopThreeOfPlan[] }
  goals: ComparedGoal[]
  agreements: ComparedAgreement[]
}

/**
 * What changed from one plan to a later one, of what this viewer may read of both: scores, TOP-3, goals with what was
 * found of them, and agreements. It tells what stands in the plans, and of an agreement that the later one does not
 * mention how it stands now; it does not judge. `meeting` is the name of the first.
 */
export function comparePlans(
  meeting: string,
  [first, second]: readonly [PlanDocument, PlanDocument],
  later: LaterFacts,
): PlanComparison {
  const topThree = topThreeOf(first, new Set())
  const concerns = new Set(topThree.flatMap(({ places }) => places.map(({ concern }) => concern)))
  return {
    scores: comparedScores(meeting, scoresIn(first), scoresIn(second)),
    topThree: { first: topThree, second: topThreeOf(second, concerns) },
    goals: comparedGoals(rowsIn(first), rowsIn(second)),
    agreements: comparedAgreements(rowsIn(first), rowsIn(second), later),
  }
}

/** Every row of a plan, in its order. */
function rowsIn({ sections }: PlanDocument): PlanRow[] {
  return sections.flatMap(({ items }) => items.flatMap(({ rows }) => rows))
}

const TOGETHER = 'Allemaal samen'

function comparedScores(
  meeting: string,
  first: readonly SafetyScore[],
  second: readonly SafetyScore[],
): ComparedScore[] {
  const names = [...new Set([...first, ...second].map(({ memberId }) => memberId))]
  const line = (name: string, of: (scores: readonly SafetyScore[]) => ScoreOfPlan): ComparedScore => {
    const [before, after] = [of(first), of(second)]
    const isKnown = before.mean !== null && after.mean !== null
    const change = isKnown ? comparedWith(`bij ${meeting}`, before.mean ?? 0, after.mean ?? 0) : null
    return { name, first: before, second: after, change }
  }
  const members = names.map((name) => line(name, (scores) => scoreOfMember(scores, name)))
  const together = line(TOGETHER, (scores) => ({ mean: assessmentMean(scores), beside: [] }))
  return members.length > 1 ? [...members, together] : members
}

function scoreOfMember(scores: readonly SafetyScore[], name: string): ScoreOfPlan {
  const beside = scoresBeside(scores).flatMap(({ memberId, score }) => (memberId === name ? [score] : []))
  return { mean: memberScore(scores, name), beside: beside.sort((one, other) => one - other) }
}

/** A plan names whom a score is for: within one plan the name tells members apart. */
function scoresIn(document: PlanDocument): SafetyScore[] {
  return rowsIn(document).flatMap(({ content }) => {
    if (content.kind !== 'score') return []
    const { member, scorer, side, score, situation } = content
    return [{ memberId: member, scorerId: scorer, side, score, situation }]
  })
}

function topThreeOf({ sections }: PlanDocument, inFirst: ReadonlySet<string>): TopThreeOfPlan[] {
  return sections.flatMap(({ key, title, items }) => {
    const places = items
      .flatMap(({ rows }) => rows.map(({ content }) => content))
      .filter((content): content is Extract<PlanRowContent, { kind: 'topThree' }> => content.kind === 'topThree')
      .map(({ rank, concern }) => ({ rank, concern, stoodInFirst: inFirst.has(concern) }))
    return places.length > 0 ? [{ about: memberInKey(key) === null ? null : title, places }] : []
  })
}
