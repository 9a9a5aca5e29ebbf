import type { CarryDecision, ReviewResult } from './carried-words'
import type { PlainDate } from './plain-date'
import type { RiskPresence } from './risk-assessment'
import type { SubjectKind } from './shield-forms'

/**
 * A plan as it is read: by the team, the family, the PDF and the fridge door. Made of rows, so that each row can be
 * shielded on its own; a definitive plan keeps exactly these rows (docs/decisions/0007).
 */
export type PlanRowContent =
  /** Whose recovery plan the section is of. */
  | { kind: 'person'; name: string; isChild: boolean; isCarer?: boolean }
  | { kind: 'answer'; respondent: string | null; text: string }
  | {
      kind: 'score'
      scorer: string
      side: 'professional' | 'family' | 'network'
      member: string
      score: number | null
      reason: string
      onePointHigher: string
      situation: string | null
    }
  | { kind: 'concern'; text: string; harmfulEffect: string | null }
  | {
      kind: 'riskFactor'
      factor: string
      /** Whom it is about, where that does not stand in its name. */
      member: string | null
      presence: RiskPresence
      facts: string
      isCrucial: boolean
      isChangeable: boolean
    }
  | { kind: 'topThreeChoice'; participant: string; rank: 1 | 2 | 3; concern: string; reason: string }
  | { kind: 'topThree'; rank: 1 | 2 | 3; concern: string; reason: string; harmfulEffect: string }
  | { kind: 'decision'; outcome: string; reason: string }
  | { kind: 'goal'; goalId: string; text: string; concern: string | null; expectedEffect: number | null }
  | { kind: 'agreement'; agreementId: string; text: string; doers: string[]; when: string; goals: string[] }
  | { kind: 'review'; goal: string; meeting: string; result: ReviewResult | null; remark: string; isClosed: boolean }
  | {
      kind: 'evaluation'
      goalId: string
      goal: string
      meeting: string
      isGoodEnough: boolean | null
      reason: string
      isClosed: boolean
    }
  /** What one participant gave for one goal; whoever may not read it, has a result without it. */
  | { kind: 'percentage'; goalId: string; participant: string; percent: number | null; remark: string }
  | {
      kind: 'carried'
      text: string
      meeting: string
      doers: string[]
      when: string
      decision: CarryDecision
      reason: string
    }
  /** GIPS 5: who stays near in the year after it, when they look back, and which answers hang on the wall. */
  | { kind: 'futurePlan'; who: string; firstOn: PlainDate; secondOn: PlainDate; wall: string[] }
  | { kind: 'response'; who: string; response: string; words: string }
  | { kind: 'proposal'; who: string; text: string; decision: string; reason: string }

export interface PlanRow {
  id: string
  /** What is shielded or opened when this row is; null for what follows from other rows. */
  subject: { kind: SubjectKind; id: string } | null
  sectionKey: string
  itemKey: string
  position: number
  content: PlanRowContent
}

export interface PlanItemView {
  key: string
  question: string
  rows: PlanRow[]
}

export interface PlanSectionView {
  key: string
  title: string
  items: PlanItemView[]
}

export interface PlanDocument {
  /** The dossier's code, e.g. G-0001. */
  code: string
  /** E.g. "GIPS 1 – veiligheidsplan". */
  title: string
  version: number
  state: 'preparation' | 'invited' | 'meeting' | 'provisional' | 'definitive'
  /** ISO date in Europe/Amsterdam on which the plan was adopted, null while it is not. */
  adoptedOn: string | null
  aim: string | null
  sections: PlanSectionView[]
}

/**
 * The agreements of a list that stand nowhere else: one that serves a goal of this document is read under that goal, as
 * in the PDF, and not a second time in the list.
 */
export function looseAgreements(rows: readonly PlanRow[], document: PlanDocument): PlanRow[] {
  const goals = new Set(
    document.sections
      .flatMap(({ items }) => items)
      .flatMap((item) => item.rows)
      .flatMap(({ content }) => (content.kind === 'goal' ? [content.goalId] : [])),
  )
  return rows.filter(({ content }) => content.kind !== 'agreement' || !content.goals.some((id) => goals.has(id)))
}
