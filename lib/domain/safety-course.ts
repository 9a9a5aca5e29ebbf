import type { FrameMember } from './dossier'
import { formatDate, type PlainDate } from './plain-date'
import {
  closedInOrder,
  memberScore,
  type SafetyAssessment,
  type ScoreSide,
  scoresBeside,
  towardsStable,
} from './safety'
import { formatScore, STABLE_SCORE } from './score'

/** One score with everything that was said with it. */
export interface ScoreWithReason {
  scorer: string
  /** Profession and organisation, or how someone stands to the family. */
  detail: string | null
  side: ScoreSide
  /** 0–10; null: could not judge. */
  score: number | null
  reason: string
  onePointHigher: string
  /** Another situation than now at home: kept apart, never counted. */
  situation: string | null
  /** What was answered to a score under 6. */
  underSixAnswer: string | null
}

export interface MemberInAssessment {
  memberId: string
  name: string
  /** Exact mean of the professionals, 0–10. */
  mean: number | null
  professionals: ScoreWithReason[]
  /** What family and network gave. */
  beside: ScoreWithReason[]
  otherSituations: ScoreWithReason[]
  /** Of professionals who were not at the meeting after all: kept, never counted. */
  away: ScoreWithReason[]
}

/** What a professional who was asked thinks can be done at once. */
export interface DirectMeasures {
  who: string
  text: string
}

export interface AssessmentOnPage {
  id: string
  /** Asked between meetings; it has a page of its own. */
  isExtra: boolean
  label: string
  /** What the case director asked; null for that of a meeting. */
  question: string | null
  measures: DirectMeasures[]
  heldOn: PlainDate
  mean: number | null
  lowest: { name: string; score: number } | null
  minimumMet: boolean | null
  minimumReason: string | null
  conclusion: string | null
  members: MemberInAssessment[]
}

export interface Stability {
  isStable: boolean
  /** Whether the scores that this viewer sees are enough to tell. */
  isCertain: boolean
  /** Dutch sentences: what is still missing. Empty when safety is stable. */
  missing: string[]
}

/**
 * Whether safety is stable, and if not what the latest assessment lacks and how many good ones are still needed (GIPS
 * §3.1.1). For who sees only a part of the scores it says nothing that scores unseen could change: what is not there, and
 * how many more it takes.
 */
export function stabilityOf(
  assessments: readonly SafetyAssessment[],
  members: readonly Pick<FrameMember, 'id' | 'firstName'>[],
  today: PlainDate,
  seesEverything: boolean,
): Stability {
  const { isStable, oneMoreUntil } = towardsStable(assessments, today)
  const latest = closedInOrder(assessments).at(-1)
  const known = { isStable, isCertain: true }
  if (isStable) return { ...known, missing: [] }
  if (!latest) return { ...known, missing: ['Er is nog geen veiligheidscijfer gegeven.'] }
  const nameOf = nameFrom(members)
  const under = underSeven(latest, nameOf)
  if (!seesEverything) return { isStable, isCertain: under.length > 0, missing: under }
  return { ...known, missing: [...under, ...notScored(latest, nameOf), stillNeeded(oneMoreUntil)] }
}

function stillNeeded(oneMoreUntil: PlainDate | null): string {
  return oneMoreUntil === null
    ? 'Nodig: nog twee keer iedereen een 7 of hoger, met hoogstens een half jaar ertussen.'
    : `Nodig: nog één keer iedereen een 7 of hoger, uiterlijk ${formatDate(oneMoreUntil)}.`
}

/** What one assessment lacks for a 7 from the professionals and from each family member who scored, as Dutch sentences. */
export function whatLacksSeven(
  assessment: SafetyAssessment,
  members: readonly Pick<FrameMember, 'id' | 'firstName'>[],
): string[] {
  const nameOf = nameFrom(members)
  return [...underSeven(assessment, nameOf), ...notScored(assessment, nameOf)]
}

function nameFrom(members: readonly Pick<FrameMember, 'id' | 'firstName'>[]) {
  return (id: string) => members.find((member) => member.id === id)?.firstName ?? 'een gezinslid'
}

function underSeven({ scores, assessedMembers, label }: SafetyAssessment, nameOf: (id: string) => string): string[] {
  const professionals = assessedMembers.flatMap((id) => {
    const score = memberScore(scores, id)
    return score !== null && score < STABLE_SCORE
      ? [`${nameOf(id)} heeft van de professionals een ${formatScore(score)} (${label}); nodig is een 7.`]
      : []
  })
  const family = assessedMembers.flatMap((id) => {
    const given = scoresBeside(scores).filter(({ side, memberId }) => side === 'family' && memberId === id)
    const lowest = Math.min(...given.map(({ score }) => score))
    return lowest < STABLE_SCORE ? [`Uit het gezin kreeg ${nameOf(id)} een ${formatScore(lowest)} (${label}).`] : []
  })
  return [...professionals, ...family]
}

function notScored({ scores, assessedMembers, label }: SafetyAssessment, nameOf: (id: string) => string): string[] {
  const missing = assessedMembers
    .filter((id) => memberScore(scores, id) === null)
    .map((id) => `Bij ${label} gaf geen professional een cijfer voor ${nameOf(id)}.`)
  const hasFamily = scoresBeside(scores).some(({ side }) => side === 'family')
  return hasFamily ? missing : [...missing, `Bij ${label} gaf niemand uit het gezin een cijfer.`]
}
