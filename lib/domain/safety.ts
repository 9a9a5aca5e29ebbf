import type { PlanKind } from './agendas/agenda'
import { addMonths, Temporal } from './calendar'
import type { PlainDate } from './plain-date'
import { MINIMUM_SCORE, STABLE_SCORE } from './score'

/** Two good assessments count together when they lie no further apart (GIPS §3.1.1). */
const MONTHS_BETWEEN = 6

export type ScoreSide = 'professional' | 'family' | 'network'

export interface SafetyScore {
  memberId: string
  scorerId: string
  side: ScoreSide
  /** 0–10 with at most one decimal; null means "cannot judge". */
  score: number | null
  /** Null for safety now, at home or in contact with each parent. A label names another situation, which never counts. */
  situation: string | null
}

export interface SafetyAssessment {
  id: string
  kind: 'meeting' | 'extra'
  /** The plan of the meeting; null for an extra assessment. */
  planKind: PlanKind | null
  /** How people call it: "GIPS 1", "extra inschatting". */
  label: string
  heldOn: PlainDate
  /** The instant (ISO) on which it was closed; null while scores may still come in. */
  closedAt: string | null
  /** Every child and every adult who may be a victim, as the case director set the list. */
  assessedMembers: readonly string[]
  scores: readonly SafetyScore[]
}

export interface MemberScore {
  memberId: string
  score: number
}

export interface CurrentScore {
  assessmentId: string
  kind: SafetyAssessment['kind']
  label: string
  heldOn: PlainDate
  /** Exact mean over all professionals' scores, 0–10. */
  mean: number
  lowest: MemberScore
}

/** The scores that count: given by professionals, with a figure, for safety now. The neutral chair gives none. */
export function countingScores(scores: readonly SafetyScore[]): (SafetyScore & { score: number })[] {
  return scores.filter((each) => each.side === 'professional').filter(hasFigureForNow)
}

/** What family or network gave for safety now: kept and shown beside, never mixed into a mean. */
export function scoresBeside(scores: readonly SafetyScore[]): (SafetyScore & { score: number })[] {
  return scores.filter((each) => each.side !== 'professional').filter(hasFigureForNow)
}

/** A member's score: the exact mean of the professionals' scores for that member, 0–10; null when nobody could judge. */
export function memberScore(scores: readonly SafetyScore[], memberId: string): number | null {
  return meanOf(countingScores(scores).filter((each) => each.memberId === memberId))
}

export interface ScoreSpread {
  lowest: number
  highest: number
}

/** The lowest and the highest figure (0–10) that professionals gave for a member; null when nobody could judge. */
export function memberSpread(scores: readonly SafetyScore[], memberId: string): ScoreSpread | null {
  return scoreSpread(scores.filter((each) => each.memberId === memberId))
}

/** The lowest and the highest of all figures (0–10) that professionals gave; null when nobody could judge. */
export function scoreSpread(scores: readonly SafetyScore[]): ScoreSpread | null {
  const given = countingScores(scores).map(({ score }) => score)
  return given.length === 0 ? null : { lowest: Math.min(...given), highest: Math.max(...given) }
}

/**
 * The score of one assessment: the exact mean over all professionals' scores, 0–10, each score weighing the same; null
 * when nobody could judge. It may hide an unsafe child: show `lowestMember` beside it, always.
 */
export function assessmentMean(scores: readonly SafetyScore[]): number | null {
  return meanOf(countingScores(scores))
}

/** The assessed member with the lowest score; at a tie the first in the list. Null when no member has a score. */
export function lowestMember(scores: readonly SafetyScore[], assessedMembers: readonly string[]): MemberScore | null {
  let lowest: MemberScore | null = null
  for (const memberId of assessedMembers) {
    const score = memberScore(scores, memberId)
    if (score !== null && (lowest === null || score < lowest.score)) lowest = { memberId, score }
  }
  return lowest
}

export type MinimumReason =
  | { kind: 'nobodyAssessed' }
  | { kind: 'memberNotScored'; memberId: string }
  | { kind: 'memberUnderSix'; memberId: string; score: number }
  | { kind: 'underSixUnanswered'; memberId: string; scorerId: string; score: number }
  | { kind: 'notConfirmed' }

export interface MinimumVerdict {
  isMet: boolean
  /** Why not; empty exactly when the requirements are met. */
  reasons: MinimumReason[]
}

interface MinimumQuestion {
  scores: readonly SafetyScore[]
  assessedMembers: readonly string[]
  /** The case director recorded, after discussion, that the professionals agree on at least a 6 for every member. */
  directorConfirmed: boolean
  /** The single scores under 6 that were answered in writing. */
  answeredUnderSix: readonly { memberId: string; scorerId: string }[]
}

/**
 * Whether the minimum safety requirements are met (GIPS §2.1.2): no assessed member's score is under 6 and the case
 * director confirmed it. A member whom nobody could judge is not safe enough, and one professional's score under 6
 * must have been answered in writing, so that neither a gap nor a mean hides an unsafe child.
 */
export function minimumRequirementsMet(question: MinimumQuestion): MinimumVerdict {
  const { assessedMembers, directorConfirmed } = question
  const reasons: MinimumReason[] = assessedMembers.length === 0 ? [{ kind: 'nobodyAssessed' }] : []
  reasons.push(...assessedMembers.flatMap((memberId) => reasonsOf(memberId, question)))
  if (!directorConfirmed) reasons.push({ kind: 'notConfirmed' })
  return { isMet: reasons.length === 0, reasons }
}

/** Whether the scores at GIPS 1 ask: is this the right family? True from a mean of 6 (warns, never bars). */
export function suspiciouslyHighAtStart(scores: readonly SafetyScore[]): boolean {
  const mean = assessmentMean(scores)
  return mean !== null && mean >= MINIMUM_SCORE
}

/**
 * The current safety score: that of the latest closed assessment, meeting or extra, by the day it was held. An
 * assessment in which nobody gave a figure that counts leaves the earlier one standing. Null when there is none yet.
 */
export function currentScore(assessments: readonly SafetyAssessment[]): CurrentScore | null {
  for (const { id, kind, label, heldOn, scores, assessedMembers } of closedInOrder(assessments).reverse()) {
    const mean = assessmentMean(scores)
    const lowest = lowestMember(scores, assessedMembers)
    if (mean !== null && lowest !== null) return { assessmentId: id, kind, label, heldOn, mean, lowest }
  }
  return null
}

/**
 * Whether safety is stable: two closed assessments in a row, at most six months apart, in both of which every assessed
 * member has a 7 or more from the professionals and from each family member who scored (GIPS §3.1.1). Where the family,
 * or the professionals for some member, gave no score, a good assessment neither counts nor breaks the series; a score
 * under 7 breaks it, also after stability was reached. Assessments held after today are left out.
 */
export function isStablySafe(assessments: readonly SafetyAssessment[], today: PlainDate): boolean {
  return towardsStable(assessments, today).isStable
}

export interface TowardsStable {
  isStable: boolean
  /** The last day on which one more good assessment makes safety stable; null when the next good one is the first of two. */
  oneMoreUntil: PlainDate | null
}

/** How far safety is on the way to being stable, by the rule of `isStablySafe`. */
export function towardsStable(assessments: readonly SafetyAssessment[], today: PlainDate): TowardsStable {
  let until: PlainDate | null = null
  let isStable = false
  for (const assessment of closedInOrder(assessments).filter(({ heldOn }) => heldOn <= today)) {
    const verdict = stabilityOf(assessment)
    if (verdict === 'unknown') continue
    const followsSoon = until !== null && assessment.heldOn <= until
    isStable = verdict === 'safe' && (isStable || followsSoon)
    until = verdict === 'safe' ? addMonths(assessment.heldOn, MONTHS_BETWEEN) : null
  }
  return { isStable, oneMoreUntil: !isStable && until !== null && until >= today ? until : null }
}

/** The closed assessments, oldest first: by the day they were held, then by the moment they were closed. */
export function closedInOrder(assessments: readonly SafetyAssessment[]): SafetyAssessment[] {
  return assessments
    .filter(({ closedAt }) => closedAt !== null)
    .sort((first, second) => first.heldOn.localeCompare(second.heldOn) || closingTime(first) - closingTime(second))
}

function closingTime({ closedAt }: SafetyAssessment): number {
  return closedAt === null ? Number.POSITIVE_INFINITY : Temporal.Instant.from(closedAt).epochMilliseconds
}

function reasonsOf(memberId: string, { scores, answeredUnderSix }: MinimumQuestion): MinimumReason[] {
  const score = memberScore(scores, memberId)
  if (score === null) return [{ kind: 'memberNotScored', memberId }]
  const unanswered = countingScores(scores)
    .filter((each) => each.memberId === memberId && each.score < MINIMUM_SCORE)
    .filter((each) => !answeredUnderSix.some((one) => one.memberId === memberId && one.scorerId === each.scorerId))
    .map(
      (each): MinimumReason => ({ kind: 'underSixUnanswered', memberId, scorerId: each.scorerId, score: each.score }),
    )
  return score < MINIMUM_SCORE ? [{ kind: 'memberUnderSix', memberId, score }, ...unanswered] : unanswered
}

function stabilityOf({ scores, assessedMembers }: SafetyAssessment): 'safe' | 'unsafe' | 'unknown' {
  const means = assessedMembers.map((memberId) => memberScore(scores, memberId))
  const family = scoresBeside(scores).filter(
    (each) => each.side === 'family' && assessedMembers.includes(each.memberId),
  )
  const isUnder = (score: number | null) => score !== null && score < STABLE_SCORE
  if (means.some(isUnder) || family.some(({ score }) => isUnder(score))) return 'unsafe'
  const isComplete = means.length > 0 && !means.includes(null) && family.length > 0
  return isComplete ? 'safe' : 'unknown'
}

function hasFigureForNow(each: SafetyScore): each is SafetyScore & { score: number } {
  return each.score !== null && each.situation === null
}

/** Sums whole tenths, so that no rounding of binary fractions moves a mean over or under a limit. */
function meanOf(scores: readonly { score: number }[]): number | null {
  if (scores.length === 0) return null
  const tenths = scores.reduce((sum, { score }) => sum + Math.round(score * 10), 0)
  return tenths / (10 * scores.length)
}
