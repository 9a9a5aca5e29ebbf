import type { PlanKind, Subject } from '@/lib/domain/agendas/agenda'
import { Refused } from '@/lib/gate'
import type { Statements } from '@/lib/statements'

/** Someone whose recovery plan a meeting makes, and what became of them since. */
export interface MeetingSubject extends Subject {
  hasDied: boolean
  hasMovedOut: boolean
}

/**
 * For whom this GIPS 3 makes a recovery plan, children first, then parents, then carers, in the order of the family, also who died or moved out
 * since; the row policies leave out whose plan the viewer may not know of. Empty for every other plan.
 */
export async function subjectsOf(
  { tx, familyId }: { tx: Statements; familyId: string },
  plan: { id: string; kind: PlanKind },
): Promise<MeetingSubject[]> {
  if (plan.kind !== 'gips3') {
    return []
  }
  return tx.$queryRaw<MeetingSubject[]>`
    select m.id, m.kind in ('child', 'unborn') as "isChild", m.kind = 'carer' as "isCarer",
      case when exists (
          select from family_member o
          where o.family_id = m.family_id and o.id <> m.id
            and split_part(o.first_names, ' ', 1) = split_part(m.first_names, ' ', 1))
        then concat_ws(' ', m.first_names, m.prefix, m.surname) else split_part(m.first_names, ' ', 1) end as name,
      m.deceased_on is not null as "hasDied", m.moved_out_on is not null as "hasMovedOut"
    from recovery_plan r join family_member m on m.family_id = r.family_id and m.id = r.member_id
    where r.family_id = ${familyId}::uuid and r.plan_id = ${plan.id}::uuid
    order by m.kind not in ('child', 'unborn'), m.kind = 'carer', m.position, m.first_names, m.id`
}

/** Throws `Refused` for a member whose recovery plan this meeting does not make; null is right in every other plan alone. */
export function demandSubject(
  { kind, subjects }: { kind: PlanKind; subjects: readonly MeetingSubject[] },
  memberId: string | null,
): void {
  const isRight = kind === 'gips3' ? subjects.some(({ id }) => id === memberId) : memberId === null
  if (!isRight) {
    throw new Refused('no recovery plan of this member')
  }
}
