import type { PlanFacts } from '@/lib/plan-policy'
import { type DossierRole, holds } from '@/lib/policy'

/**
 * Whether someone may show or move the projector of this plan: the case director, the chair, and the note-taker who is
 * appointed for this plan (domain: who may do what). Appointed for another plan is not enough.
 */
export function mayUseProjector(
  roles: readonly DossierRole[],
  right: 'projector.read' | 'projector.move',
  plan: PlanFacts,
): boolean {
  const standing = plan.isNoteTaker ? roles : roles.filter((role) => role !== 'noteTaker')
  return holds(standing, right, plan)
}
