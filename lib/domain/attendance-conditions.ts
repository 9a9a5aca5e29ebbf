/** What must be so before a parent is at the table of a GIPS 3 (domain: what each step demands); null: not judged yet. */
export interface AttendanceConditions {
  meetsMinimum: boolean | null
  relationIsGood: boolean | null
  bearsDifference: boolean | null
}

export const CONDITIONS = ['meetsMinimum', 'relationIsGood', 'bearsDifference'] as const
export type Condition = (typeof CONDITIONS)[number]

const WORDS: Record<Condition, { holds: string; lacks: string }> = {
  meetsMinimum: { holds: 'De bodemeisen zijn gehaald.', lacks: 'de bodemeisen zijn nog niet gehaald' },
  relationIsGood: {
    holds: 'De samenwerking met deze ouder is goed.',
    lacks: 'de samenwerking met deze ouder is nog niet goed',
  },
  bearsDifference: {
    holds: 'De ouders luisteren naar elkaar en kunnen het oneens zijn.',
    lacks: 'de ouders kunnen nog niet naar elkaar luisteren en het oneens zijn',
  },
}

/** The condition as it is put to the case director. */
export function conditionWords(condition: Condition): string {
  return WORDS[condition].holds
}

/** What is not (yet) so for this parent. What nobody judged does not count as met. */
export function conditionsLacking(given: AttendanceConditions): Condition[] {
  return CONDITIONS.filter((condition) => given[condition] !== true)
}

/** Why a parent is not at the table, in one sentence; null when all three conditions are met. */
export function whyNotAdmitted(name: string, given: AttendanceConditions): string | null {
  const lacking = conditionsLacking(given)
  if (lacking.length === 0) return null
  const [last, ...before] = lacking.map((condition) => WORDS[condition].lacks).reverse()
  const reasons = before.length > 0 ? `${before.reverse().join(', ')} en ${last}` : last
  return `${name} doet nog niet mee aan het overleg: ${reasons}.`
}

/**
 * Whether a parent may be at the table of this meeting: at GIPS 3 only on all three conditions; at GIPS 4 and 5 the case
 * director may decide otherwise, with a reason that is demanded elsewhere. Earlier meetings have no parents.
 */
export function mayAdmitParent(
  kind: 'gips1' | 'gips2' | 'gips3' | 'gips4' | 'gips5',
  given: AttendanceConditions,
): boolean {
  if (kind === 'gips1' || kind === 'gips2') return false
  return kind !== 'gips3' || conditionsLacking(given).length === 0
}
