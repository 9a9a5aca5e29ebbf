import type { AgendaItem } from '@/lib/domain/agendas/agenda'
import { isEmpty, type SheetItem } from '@/lib/domain/answer-sheet'
import { agreementStandsAt, goalStandsAt } from '@/lib/domain/goal-place'
import type { MeetingShown } from '@/lib/domain/meeting-view'

export interface OutlinePart {
  key: string
  title: string
  minutes: number
  isClosed: boolean
  /** One of its questions is on the projector. */
  isShown: boolean
  /** Of so many questions, how many hold something. */
  filled: number
  count: number
}

/** The parts of the meeting for the outline. */
export function outlineParts(page: MeetingShown): OutlinePart[] {
  return page.sections.map(({ key, title, minutes, isClosed, items }) => ({
    key,
    title,
    minutes,
    isClosed,
    isShown: items.some(({ item }) => item.key === page.meeting.currentItem),
    filled: items.filter((item) => hasContents(page, item)).length,
    count: items.length,
  }))
}

/**
 * Whether something stands at this question already: a first look for the outline, no judgement of what the plan needs
 * (that is what "wat ontbreekt nog" tells).
 */
function hasContents(page: MeetingShown, { item, fields }: SheetItem): boolean {
  const { round, risks, choices, decisions, goals, agreements } = page
  if (item.instrument === 'safetyGoalReview') return page.carried.reviews.every(({ result }) => result !== null)
  if (item.instrument === 'goalEvaluation') return isEvaluated(page)
  switch (item.kind) {
    case 'introductions':
      return page.seats.every(({ attendance }) => attendance !== 'unknown')
    case 'safetyRound':
      return round.scores.some(
        ({ scorer, score, cannotJudge }) => scorer.kind === 'person' && (score !== '' || cannotJudge),
      )
    case 'minimumRequirements':
      return round.minimum.isMet !== null
    case 'concerns':
      return (
        isSaid(page, item) ||
        risks.some(({ isCrucial }) => isCrucial) ||
        fields.some(({ applies }) => applies === false)
      )
    case 'topThreeChoices':
      return choices.some((choice) => !choice.isDraft && isOf(choice, item))
    case 'topThree':
      return decisions.some((decision) => isOf(decision, item))
    case 'goals':
      return goals.some((goal) => goalStandsAt(goal, item))
    case 'agreements':
      return agreements.some(({ goalIds }) =>
        agreementStandsAt(
          goals.filter(({ id }) => goalIds.includes(id)),
          item,
        ),
      )
    default:
      return fields.some((field) => !isEmpty(field))
  }
}

function isEvaluated({ carried: { evaluation } }: MeetingShown): boolean {
  return evaluation?.isDone ?? true
}

/** Of a question about one person only what is about that person. */
function isOf({ aboutMemberId }: { aboutMemberId: string | null }, { about }: AgendaItem): boolean {
  return !about || aboutMemberId === about.id
}

function isSaid({ concerns }: MeetingShown, item: AgendaItem): boolean {
  return concerns.some((concern) => !concern.isReported && isOf(concern, item))
}
