import type { DossierFrame } from './dossier'
import type { SeatView } from './meeting-view'
import type { Missing } from './missing/snapshot'
import type { PlanState } from './plan-state'
import type { RoundStanding } from './score-round'
import type { SlideClock } from './slide'
import type { NameStyle } from './slide-blocks'

/** What the chair wrote for themselves beside one part. */
export interface ChairNoteView {
  text: string
  version: number
  /** ISO 8601; null for what was never saved. */
  savedAt: string | null
}

export interface ChairQuestion {
  key: string
  question: string
  guide: string | null
}

/** One part of the agenda as the chair leads it. */
export interface ChairPart {
  key: string
  title: string
  minutesPlanned: number
  minutesUsed: number | null
  questions: ChairQuestion[]
  missing: Missing[]
  note: ChairNoteView
}

/** The chair's own screen of a plan that is definitive: nothing is left to lead. */
export interface ChairEnd {
  isOver: true
  frame: DossierFrame
  plan: { slug: string; title: string; state: PlanState }
}

/** Everything on the chair's own screen. */
export interface ChairPage extends Omit<ChairEnd, 'isOver'> {
  isOver: false
  /** Where the projector is; nulls on the home slide. */
  now: { part: string | null; item: string | null; isStarted: boolean; names: NameStyle }
  clock: SlideClock | null
  parts: ChairPart[]
  /** What is missing elsewhere than in the meeting: at home, in the plan. */
  missingElsewhere: Missing[]
  seats: SeatView[]
  standing: RoundStanding
}
