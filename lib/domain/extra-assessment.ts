import type { DossierFrame } from './dossier'
import type { ScoreView } from './meeting-view'
import type { SafetyPlanNow } from './new-goals'
import type { Named } from './people-views'
import type { PlainDate } from './plain-date'
import type { AssessmentOnPage } from './safety-course'
import type { LinkedSignal } from './signal-links'
import { workingDaysAfter } from './working-day'

const WORKING_DAYS_TO_ANSWER = 3
const DAY_MS = 86_400_000

/** How far somebody who was asked is. `gone`: no longer involved, and not answered. */
export type AnswerState = 'answered' | 'begun' | 'notYet' | 'gone'

/** One professional on the list of an extra assessment, as the case director sees them. */
export interface AskedPerson {
  personId: string
  name: string
  detail: string | null
  state: AnswerState
  remindedAt: Date | null
  mayRemind: boolean
  mayDrop: boolean
}

/** The form of who was asked, as it stands. */
export interface OwnAssessment {
  personId: string
  members: (Named & { isChild: boolean })[]
  given: ScoreView[]
  measures: { text: string; version: number }
  isAnswered: boolean
}

/** One extra assessment, as this viewer may see it. */
export interface ExtraAssessmentPage {
  frame: DossierFrame
  id: string
  question: string | null
  askedOn: PlainDate
  deadline: PlainDate | null
  closedOn: PlainDate | null
  /** Null for who was not asked, and once it is closed. */
  own: OwnAssessment | null
  /** Null for who reads only what they give themselves. */
  asked: AskedPerson[] | null
  /** What was given; null for who may not read it (yet), and before the first score. */
  result: AssessmentOnPage | null
  mayLead: boolean
  /** Professionals of the team who can still be asked. */
  candidates: Named[]
  /** The safety plan, of which a new version takes new safety goals; null where it was not begun. */
  safetyPlan: SafetyPlanNow | null
  /** The safety goals that it brought, each with the version of the safety plan that came of it. */
  goals: { id: string; text: string; version: number }[]
  /** The signals that led to it, for who may read those. */
  signals: readonly LinkedSignal[]
  /** The case director may write more of them. */
  mayAddGoals: boolean
}

/** An extra assessment that still runs, as the safety page names it. */
export interface RunningAssessment {
  id: string
  askedOn: PlainDate
  deadline: PlainDate | null
  /** The viewer was asked, and did not answer yet. */
  isForViewer: boolean
  /** Null for who may not know how many there are. */
  progress: { answered: number; asked: number } | null
}

/** By when an answer is asked if nothing else is chosen: three working days on. */
export function usualDeadline(today: PlainDate): PlainDate {
  return workingDaysAfter(today, WORKING_DAYS_TO_ANSWER)
}

/** How far somebody is, by what they gave. Who answered counts, also after they left. */
export function answerState(facts: { answeredAt: Date | null; hasGiven: boolean; isInvolved: boolean }): AnswerState {
  if (facts.answeredAt !== null) return 'answered'
  if (!facts.isInvolved) return 'gone'
  return facts.hasGiven ? 'begun' : 'notYet'
}

/** Whether the case director may remind somebody by hand now: while they are involved and did not answer, once a day. */
export function mayRemind({ state, remindedAt }: Pick<AskedPerson, 'state' | 'remindedAt'>, now: Date): boolean {
  const isDue = remindedAt === null || now.getTime() - remindedAt.getTime() >= DAY_MS
  return isDue && (state === 'notYet' || state === 'begun')
}

/**
 * What an answer still lacks, as Dutch sentences; empty when it may be marked as finished. Each assessed member has a
 * score or "cannot judge", with the reason; with a score also what makes it one point higher: as in a meeting.
 */
export function whatAnswerLacks(
  members: readonly Named[],
  given: readonly Pick<ScoreView, 'memberId' | 'score' | 'cannotJudge' | 'reason' | 'onePointHigher'>[],
): string[] {
  return members.flatMap(({ id, name }) => {
    const score = given.find(({ memberId }) => memberId === id)
    if (!score || (score.score === '' && !score.cannotJudge)) return [`Geef een cijfer voor ${name}.`]
    if (score.reason.trim() === '') return [`Schrijf bij ${name} op waarom.`]
    const lacksHigher = !score.cannotJudge && score.onePointHigher.trim() === ''
    return lacksHigher ? [`Schrijf bij ${name} op wat er nodig is voor één punt meer.`] : []
  })
}
