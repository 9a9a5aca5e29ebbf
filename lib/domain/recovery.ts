import type { Condition } from './attendance-conditions'
import type { MemberKind } from './people-words'

/** Someone for whom a GIPS 3 may make a recovery plan, as the case director chooses. */
export interface RecoveryPerson {
  id: string
  name: string
  kind: MemberKind
  /** This meeting makes the plan. */
  isHere: boolean
  /** Other meetings that made one: their titles. */
  elsewhere: string[]
  hasMovedOut: boolean
  hasDied: boolean
}

/** Someone of the family or its network who may be at the table from GIPS 3 on. */
export interface FamilySeat {
  id: string
  name: string
  detail: string
  kind: 'parent' | 'family' | 'network'
  isInvited: boolean
  conditions: Record<Condition, boolean | null>
  reason: string
  /** Why a parent is not at the table; null for who is, and for who was not judged. */
  whyNot: string | null
}

export interface RecoveryDeskView {
  people: RecoveryPerson[]
  /** GIPS 4: children without a recovery plan, each with the reason that was given. */
  waivers: { memberId: string; name: string; reason: string }[]
  seats: FamilySeat[]
  /** GIPS 4 and 5: where a condition fails, the case director decides, with the reason. */
  mayOverrule: boolean
}

/**
 * Everyone gets a recovery plan who is a child or a parent of the family, also a child that is still to be born. For who cares
 * for a child besides, such as a foster parent, one may be made; nobody asks for it.
 */
export function getsRecoveryPlan(kind: MemberKind): boolean {
  return kind !== 'carer'
}

/** Children first, then parents, then who may have one. */
export function recoveryOrder(kind: MemberKind): number {
  if (isChildKind(kind)) return 0
  return getsRecoveryPlan(kind) ? 1 : 2
}

export function isChildKind(kind: MemberKind): boolean {
  return kind === 'child' || kind === 'unborn'
}

/** What has to be said beside a name: where else the plan is, and what became of this person. */
export function recoveryNote({ kind, elsewhere, hasDied, hasMovedOut }: Omit<RecoveryPerson, 'id' | 'name'>): string {
  const notes = [
    hasDied && 'overleden; wat er staat, blijft bewaard',
    !hasDied && hasMovedOut && 'woont niet meer in het gezin',
    kind === 'unborn' && 'nog niet geboren; het plan blijft hetzelfde na de geboorte',
    elsewhere.length > 0 && `heeft al een herstelplan in ${elsewhere.join(' en ')}`,
  ]
  return notes.filter(Boolean).join('; ')
}

/** Who still has no recovery plan anywhere and gets one: of who died nothing is asked any more. */
export function withoutRecoveryPlan<P extends RecoveryPerson>(people: readonly P[]): P[] {
  return people.filter(
    ({ kind, isHere, elsewhere, hasDied }) => getsRecoveryPlan(kind) && !isHere && elsewhere.length === 0 && !hasDied,
  )
}
