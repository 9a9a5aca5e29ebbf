import type { MemberKind } from './people-words'
import { formatDate, type PlainDate } from './plain-date'

/** A family member as far as it matters what a meeting asks; who died is left out before. */
export interface HouseholdMember {
  isChild: boolean
  hasMovedOut?: boolean | undefined
}

/** The reason that is kept when somebody who moved out is taken off the list of who is assessed. */
export const MOVED_OUT = 'Woont niet meer in dit gezin.'

/**
 * Whether the safety round asks a score about this member unasked: every child that still lives in the family. Whoever
 * moved out comes on the list only where the case director puts them there, and off it without a reason. A child that is
 * placed elsewhere has not moved out: that is recorded as where it lives, and its safety is judged (specification §8).
 */
export function isAskedAbout({ isChild, hasMovedOut = false }: HouseholdMember): boolean {
  return isChild && !hasMovedOut
}

/** Whether this member is asked at home how safe it is: the adults who live in the family. */
export function isAskedForScore({ isChild, hasMovedOut = false }: HouseholdMember): boolean {
  return !isChild && !hasMovedOut
}

/** Whether the family gives this member a score: the children who live in it, and who else the director put on the list. */
export function isScoredAtHome(member: HouseholdMember & { isAssessed: boolean }): boolean {
  return isAskedAbout(member) || (member.isChild && member.isAssessed)
}

/**
 * Whether a plan waits for what this member says. A parent who moved out stays a parent and is heard; of anybody else who
 * moved out nothing is demanded any more. What is typed for them is kept all the same.
 */
export function isAskedToAnswer({ isParent, hasMovedOut }: { isParent: boolean; hasMovedOut: boolean }): boolean {
  return isParent || !hasMovedOut
}

interface Recorded {
  kind: MemberKind
  birthDate: PlainDate | null
}

/**
 * What a member is once this birth date is recorded: an unborn child that has one is born. Everything that stands under
 * its name (goals, scores, a recovery plan) stays, for it is the same member.
 */
export function kindOnceBorn({ kind, birthDate }: Recorded): MemberKind {
  return kind === 'unborn' && birthDate !== null ? 'child' : kind
}

/** What is wrong with calling this member so: who has a birth date is not unborn. Null when nothing is. */
export function whyNotUnborn({ kind, birthDate }: Recorded): string | null {
  if (kind !== 'unborn' || birthDate === null) return null
  return `Dit kind is geboren op ${formatDate(birthDate)}. Haal eerst de geboortedatum weg als dat niet klopt.`
}
