import { type CarryDecision, carryName } from './carried-words'
import type { StandingInPlan } from './compared-goals'
import type { PlanRow } from './plan-document'

/** How an agreement stands today: ticked, ended, or neither. */
export type AgreementNow = 'done' | 'partly' | 'notDone' | 'dropped' | 'open'

/** What the plans themselves do not say. */
export interface LaterFacts {
  /** By the id of an agreement that the later plan changes: the one that takes its place. */
  replacedBy: Readonly<Record<string, string>>
  /** By agreement, as far as this viewer may read it. */
  now: Readonly<Record<string, AgreementNow>>
}

export interface ComparedAgreement {
  id: string
  text: string
  doers: readonly string[]
  when: string
  /** Null where the plan says nothing of it. */
  first: StandingInPlan | null
  second: StandingInPlan | null
}

type AgreementInPlan = Omit<ComparedAgreement, 'first' | 'second'> & { standing: StandingInPlan }

const TONES: Record<CarryDecision, StandingInPlan['tone']> = { kept: 'success', changed: 'warning', dropped: 'neutral' }
const NOW: Record<AgreementNow, StandingInPlan> = {
  done: { words: 'niet besproken, nu gedaan', tone: 'success', reason: '' },
  partly: { words: 'niet besproken, nu deels gedaan', tone: 'warning', reason: '' },
  notDone: { words: 'niet besproken, nu niet gelukt', tone: 'danger', reason: '' },
  dropped: { words: 'niet besproken, nu gestopt', tone: 'neutral', reason: '' },
  open: { words: 'niet besproken', tone: 'neutral', reason: '' },
}

/**
 * Each agreement that one of two plans speaks of: kept, changed, dropped or new in the later one. One that takes the place
 * of another stands right after it; one that the later plan does not mention tells how it stands today.
 */
export function comparedAgreements(
  first: readonly PlanRow[],
  second: readonly PlanRow[],
  { replacedBy, now }: LaterFacts,
): ComparedAgreement[] {
  const replacing = new Set(Object.values(replacedBy))
  const before = agreementsIn(first, () => 'afgesproken')
  const after = agreementsIn(second, (id) => (replacing.has(id) ? 'nieuw, in plaats van een eerdere' : 'nieuw'))
  const all = new Map([...after, ...before].map((each) => [each.id, each]))
  return inPlaceOf(
    [...before, ...after].map(({ id }) => id),
    replacedBy,
  ).flatMap((id) => {
    const agreement = all.get(id)
    if (!agreement) return []
    const { standing: _, ...words } = agreement
    const stood = before.find((each) => each.id === id)?.standing ?? null
    const stands = after.find((each) => each.id === id)?.standing ?? NOW[now[id] ?? 'open']
    return [{ ...words, first: stood, second: stands }]
  })
}

/** Each id once, with what takes its place right behind it. */
function inPlaceOf(ids: readonly string[], replacedBy: LaterFacts['replacedBy']): string[] {
  return [...new Set(ids.flatMap((id) => [id, replacedBy[id] ?? id]))]
}

function agreementsIn(rows: readonly PlanRow[], newWords: (id: string) => string): AgreementInPlan[] {
  return rows.flatMap(({ subject, content }): AgreementInPlan[] => {
    if (content.kind === 'agreement') {
      const { agreementId: id, text, doers, when } = content
      return [{ id, text, doers, when, standing: { words: newWords(id), tone: 'brand', reason: '' } }]
    }
    if (content.kind === 'carried') {
      const { text, doers, when, decision, reason } = content
      const standing = { words: carryName(decision), tone: TONES[decision], reason }
      return [{ id: subject?.id ?? text, text, doers, when, standing }]
    }
    return []
  })
}
