import { addMonths } from './calendar'
import type { FrameMember } from './dossier'
import { formatDate, type PlainDate } from './plain-date'
import { closedInOrder, isStablySafe, memberScore, type SafetyAssessment, type ScoreSide, scoresBeside } from './safety'
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

export interface AssessmentOnPage {
  id: string
  label: string
  heldOn: PlainDate
  mean: number | null
  lowest: { name: string; score: number } | null
  minimumMet: boolean | null
  minimumReason: string | null
  conclusion: string | null
  members: MemberInAssessment[]
}

export interface MemberCourse {
  memberId: string
  name: string
  /** One for each assessment, oldest first; null where this member has no score. */
  points: { label: string; heldOn: PlainDate; score: number | null }[]
}

/** How each assessed member's score went over all closed assessments, in the order of the family. */
export function coursesOf(
  assessments: readonly SafetyAssessment[],
  members: readonly Pick<FrameMember, 'id' | 'firstName'>[],
): MemberCourse[] {
  const closed = closedInOrder(assessments)
  return members
    .map(({ id, firstName }) => ({
      memberId: id,
      name: firstName,
      points: closed.map(({ label, heldOn, scores }) => ({ label, heldOn, score: memberScore(scores, id) })),
    }))
    .filter(({ points }) => points.some(({ score }) => score !== null))
}

/** From the first score to the last, in words; null when there is only one. */
export function changeInWords({ points }: MemberCourse): string | null {
  const scores = points.flatMap(({ score }) => (score === null ? [] : [score]))
  const [first, last] = [scores[0], scores.at(-1)]
  if (first === undefined || last === undefined || scores.length < 2) return null
  const change = Math.round((last - first) * 10) / 10
  if (change === 0) return 'gelijk gebleven'
  return change > 0 ? `${formatScore(change)} hoger` : `${formatScore(-change)} lager`
}

export interface Stability {
  isStable: boolean
  /** Dutch sentences: what is still missing. Empty when safety is stable. */
  missing: string[]
}

/**
 * Whether safety is stable, and if not what the latest assessment lacks (GIPS §3.1.1). For who sees only a part of the
 * scores it gives no reasons about scores that are not there: they may be there for others.
 */
export function stabilityOf(
  assessments: readonly SafetyAssessment[],
  members: readonly Pick<FrameMember, 'id' | 'firstName'>[],
  today: PlainDate,
  seesEverything: boolean,
): Stability {
  if (isStablySafe(assessments, today)) return { isStable: true, missing: [] }
  const latest = closedInOrder(assessments).at(-1)
  if (!latest) return { isStable: false, missing: ['Er is nog geen veiligheidscijfer gegeven.'] }
  const nameOf = (id: string) => members.find((member) => member.id === id)?.firstName ?? 'een gezinslid'
  const missing = [...underSeven(latest, nameOf), ...(seesEverything ? notScored(latest, nameOf) : [])]
  if (missing.length > 0 || !seesEverything) return { isStable: false, missing }
  const before = formatDate(addMonths(latest.heldOn, 6))
  return { isStable: false, missing: [`Nog één keer zo’n uitkomst nodig, uiterlijk ${before}.`] }
}

/** What one assessment lacks for a 7 from the professionals and from each family member who scored, as Dutch sentences. */
export function whatLacksSeven(
  assessment: SafetyAssessment,
  members: readonly Pick<FrameMember, 'id' | 'firstName'>[],
): string[] {
  const nameOf = (id: string) => members.find((member) => member.id === id)?.firstName ?? 'een gezinslid'
  return [...underSeven(assessment, nameOf), ...notScored(assessment, nameOf)]
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
