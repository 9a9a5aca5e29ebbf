import type { GivenPercentage } from './carried-views'
import type { DossierFrame } from './dossier'
import type { Someone } from './meeting-forms'
import type { MemberView, ScoreView } from './meeting-view'
import type { PlanState } from './plan-state'
import type { RoundStanding } from './score-round'
import type { ToldSection } from './told'
import type { OwnDraft } from './top-three-draft'

/** The safety round from one seat: whom this person scores, and what they gave so far. Nobody else's scores. */
export interface OwnScores {
  scorer: Someone
  members: MemberView[]
  given: ScoreView[]
  /** `closed`: the plan is provisional, scores stand. `away`: not on the list of who is there. */
  state: 'open' | 'closed' | 'away'
  /** Whether scores are given unseen now, and how many gave. */
  round: Pick<RoundStanding, 'state' | 'given' | 'expected'>
}

/** A goal of an earlier plan with what one person gave it. */
export interface OwnGoal {
  id: string
  text: string
  /** The meeting that set it, and for whom. */
  meeting: string
  about: string | null
  given: GivenPercentage | undefined
}

/** The evaluation of goals from one seat. Nobody else's percentages. */
export interface OwnEvaluation {
  who: Someone
  goals: OwnGoal[]
}

/** A risk factor that a TOP-3 may be prepared from. */
export interface RiskChoice {
  key: string
  name: string
  group: string
}

/** What one person brings to one plan, as they see it themselves. */
export interface ContributionPage {
  frame: DossierFrame
  plan: { slug: string; title: string; state: PlanState }
  /** The own TOP-3, at GIPS 3 one for each person it is about; empty for who prepares none. */
  drafts: OwnDraft[]
  /** GIPS 2: the risk factors that play a part, for the TOP-3; empty elsewhere, and while nothing was judged. */
  risks: RiskChoice[]
  /** Null while there is no round, and for who gives no scores. */
  scores: OwnScores | null
  /** GIPS 4: null where no goals are evaluated, and from a seat from which nothing is given now. */
  evaluation: OwnEvaluation | null
  /** Null for who is not of the family. `others`: empty for who may not read the plan while it is made. */
  told: { own: ToldSection[]; others: ToldSection[] } | null
}
