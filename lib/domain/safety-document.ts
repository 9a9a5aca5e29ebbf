import { comparedWith, type MemberCourse } from './member-course'
import type { Paper, PaperItem, PaperSection } from './paper'
import { formatDate, type PlainDate } from './plain-date'
import type { ScoreSide } from './safety'
import type { AssessmentOnPage, MemberInAssessment, ScoreWithReason } from './safety-course'
import { formatScore } from './score'

/** What is printed of the safety of a whole trajectory. Figures are texts already: nobody reckons with them any more. */
export type SafetyRowContent =
  /** One member's score at one moment. */
  | { kind: 'point'; moment: string; score: string; change: string }
  | { kind: 'outcome'; mean: string; lowest: string; text: string }
  | {
      kind: 'score'
      scorer: string
      side: ScoreSide
      /** Of somebody who was not at the meeting after all: it does not count. */
      isAway: boolean
      score: string
      reason: string
      onePointHigher: string
      situation: string | null
      underSixAnswer: string | null
    }

export interface SafetyDocument extends Paper<SafetyRowContent> {
  /** The day on which it was made; more may have been assessed since. */
  madeOn: PlainDate
}

/** Before the key of an item of which the heading is the name of a family member. */
export const MEMBER_ITEM = 'member-'

const CANNOT_JUDGE = 'kan dit niet beoordelen'

/**
 * All closed assessments as this viewer reads them, the newest first, after the trend of each family member. Holds names
 * still, and nothing of signals, measurements, what was asked of professionals, or how somebody can be reached.
 */
export function safetyDocument(
  assessments: readonly AssessmentOnPage[],
  courses: readonly MemberCourse[],
  today: PlainDate,
): SafetyDocument {
  const trend = { key: 'course', title: 'Hoe het ging per gezinslid', items: courses.map(courseItem) }
  return {
    title: 'Veiligheid in het hele traject',
    aim: null,
    madeOn: today,
    sections: [...(courses.length > 0 ? [trend] : []), ...assessments.map(assessmentSection)],
  }
}

function courseItem({ memberId, name, points }: MemberCourse): PaperItem<SafetyRowContent> {
  const scored = points.flatMap((point) => (point.score === null ? [] : [{ ...point, score: point.score }]))
  return {
    key: `${MEMBER_ITEM}${memberId}`,
    question: name,
    rows: scored.map(({ label, heldOn, score }, at) => {
      const before = scored[at - 1]
      const change = before ? comparedWith('de vorige keer', before.score, score) : ''
      return {
        id: `course-${memberId}-${at}`,
        content: { kind: 'point', moment: `${label}, ${formatDate(heldOn)}`, score: formatScore(score), change },
      }
    }),
  }
}

function assessmentSection(assessment: AssessmentOnPage): PaperSection<SafetyRowContent> {
  const { id, label, heldOn, members } = assessment
  return {
    key: id,
    title: `${label}, ${formatDate(heldOn)}`,
    items: [outcomeItem(assessment), ...members.map((member) => memberItem(id, member))],
  }
}

function outcomeItem(assessment: AssessmentOnPage): PaperItem<SafetyRowContent> {
  const { id, mean, lowest, minimumMet, minimumReason, conclusion } = assessment
  const verdict = minimumMet ? 'Bodemeisen gehaald.' : 'Bodemeisen nog niet gehaald.'
  const content: SafetyRowContent = {
    kind: 'outcome',
    mean: mean === null ? '' : formatScore(mean),
    lowest: lowest ? `${lowest.name} (${formatScore(lowest.score)})` : '',
    text: [minimumMet === null ? '' : verdict, minimumReason, conclusion].filter(Boolean).join('\n'),
  }
  return { key: 'outcome', question: 'Wat eruit kwam', rows: [{ id: `${id}-outcome`, content }] }
}

function memberItem(assessmentId: string, member: MemberInAssessment): PaperItem<SafetyRowContent> {
  const { memberId, name, professionals, beside, otherSituations, away } = member
  const contents = [
    ...[...professionals, ...beside, ...otherSituations].map((score) => scoreContent(score, false)),
    ...away.map((score) => scoreContent(score, true)),
  ]
  return {
    key: `${MEMBER_ITEM}${memberId}`,
    question: name,
    rows: contents.map((content, at) => ({ id: `${assessmentId}-${memberId}-${at}`, content })),
  }
}

function scoreContent(given: ScoreWithReason, isAway: boolean): SafetyRowContent {
  const { scorer, side, score, reason, onePointHigher, situation, underSixAnswer } = given
  const figure = score === null ? CANNOT_JUDGE : formatScore(score)
  return { kind: 'score', scorer, side, isAway, score: figure, reason, onePointHigher, situation, underSixAnswer }
}
