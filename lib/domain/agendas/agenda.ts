import type { GoalKind } from '../goal'

/**
 * Who answers an item. `caseDirector` items are decided by the director alone; `team` items are answered together;
 * `absent`: each professional who was invited and is not there; `subject`: the one whose recovery plan it is.
 */
export type Respondents =
  | 'eachChild'
  | 'eachAdult'
  | 'eachMember'
  | 'network'
  | 'participants'
  | 'absent'
  | 'subject'
  | 'team'
  | 'caseDirector'

/**
 * How an item is answered. `text`: one text per respondent. `applies`: applies or not; if so a text (careful
 * execution). `checklist`: goes well or asks for attention, with a text. The other kinds have tables of their own (scores, concerns, goals, …) and a part of the screen each.
 */
export type ItemKind =
  | 'text'
  | 'checklist'
  | 'applies'
  | 'reportedConcerns'
  | 'introductions'
  | 'safetyRound'
  | 'minimumRequirements'
  | 'concerns'
  | 'topThreeChoices'
  | 'topThree'
  | 'goals'
  | 'agreements'
  | 'nextMeeting'
  | 'responses'
  | 'meetingRating'

export interface AgendaItem {
  /** Stable key within the agenda, e.g. "children.needs"; answers refer to it, so it never changes meaning. */
  key: string
  /** The question as people read it: plain Dutch, B1. */
  question: string
  /** A line of guidance for whoever asks the question. */
  guide?: string
  respondents: Respondents
  kind: ItemKind
  required: boolean
  /**
   * A region may leave this question out of its own series: the method does not demand it (GIPS §3.5), or another question
   * of the same agenda asks it as well. Never on a required item, nor on one that the rules of a plan look at.
   */
  mayBeLeftOut?: true
  /** For items of kind `goals` and `agreements`: which kind of goal stands here. Safety goals without a concern are the extra ones. */
  goalKind?: GoalKind
  /** A form of its own takes the place of the text field where the product has one; the text then holds the remarks. */
  instrument?: Instrument
  /** GIPS 3: whose recovery plan it is of, in the agenda of one meeting (`agendaAbout`). */
  about?: Subject
}

/** Someone whose recovery plan is made. */
export interface Subject {
  id: string
  name: string
  isChild: boolean
  /** An adult who is no parent of the family: somebody who cares for a child, such as a foster parent. */
  isCarer?: boolean
}

/** Forms that belong to one item: the risk assessment (CARE-NL), reviews of goals, results in percents, conditions for attending. */
export type Instrument =
  | 'riskAssessment'
  | 'safetyGoalReview'
  | 'goalEvaluation'
  | 'developmentChecklist'
  | 'futurePlanEvaluations'

/** `family`: prepared at home. `meeting`: during the meeting. `careful`: careful execution, in the meeting. `after`: with the family, afterwards. */
export type SectionPart = 'family' | 'meeting' | 'careful' | 'after'

export interface AgendaSection {
  key: string
  title: string
  part: SectionPart
  /** Planned minutes in the meeting, 0 for parts at home; the meeting parts of one agenda add up to 150. */
  minutes: number
  items: readonly AgendaItem[]
  /** GIPS 3: the section is walked through once for each child or each parent who gets a recovery plan. */
  forEach?: 'child' | 'adult'
  /** GIPS 2: the section stays closed while the minimum safety requirements are not met. */
  closedWhileUnsafe?: boolean
  /** In the agenda of one meeting: whose recovery plan this section is of. */
  about?: Subject
}

export type PlanKind = 'gips1' | 'gips2' | 'gips3' | 'gips4' | 'gips5'

export interface Agenda {
  kind: PlanKind
  version: number
  title: string
  question: string
  sections: readonly AgendaSection[]
}
