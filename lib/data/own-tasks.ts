import type { PlanKind } from '@/lib/domain/agendas/agenda'
import { agendaOf } from '@/lib/domain/agendas/registry'
import type { OwnTask } from '@/lib/domain/attention'
import type { FramePlan } from '@/lib/domain/dossier'
import type { PlanState } from '@/lib/domain/plan-state'
import { asksTopThree } from '@/lib/domain/top-three-draft'
import type { DossierViewer } from '@/lib/gate'
import type { Statements } from '@/lib/statements'

interface SeatRow {
  kind: PlanKind
  ordinal: number
  state: PlanState
  agenda_version: number
  role: 'caseDirector' | 'noteTaker' | 'professional' | 'family'
  has_draft: boolean
  has_scored: boolean
}

/**
 * What this viewer has still to do from the own seat: prepare a TOP-3 while they are invited, give scores in the meeting.
 * Done is done: a first word of the TOP-3, and a score for everyone. A note-taker need not score. No statement at all while
 * nobody is invited to anything.
 */
export async function ownTasks(viewer: DossierViewer<Statements>, plans: readonly FramePlan[]): Promise<OwnTask[]> {
  const { tx, familyId, personId, memberId } = viewer
  if (!plans.some(({ state, isReadable }) => isReadable && (state === 'invited' || state === 'meeting'))) {
    return []
  }
  const rows = await tx.$queryRaw<SeatRow[]>`
    select p.kind, p.ordinal, p.state, p.agenda_version, t.role,
      exists (
        select from top_three_draft d join draft_text x on x.family_id = d.family_id and x.draft_id = d.id
        where d.plan_id = p.id and d.person_id = ${personId}::uuid and x.text <> '') as has_draft,
      coalesce(r.given >= r.wanted, false) as has_scored
    from plan p
      join meeting g on g.family_id = p.family_id and g.plan_id = p.id
      join participant t on t.family_id = g.family_id and t.meeting_id = g.id
      left join lateral (
        select count(*) as wanted, count(*) filter (where exists (
          select from safety_score c
          where c.assessment_id = a.id and c.member_id = s.member_id and c.situation is null
            and (c.scorer_person_id = t.person_id or c.scorer_member_id = t.member_id)
            and (c.score is not null or c.cannot_judge))) as given
        from safety_assessment a
          join assessed_member s on s.family_id = a.family_id and s.assessment_id = a.id and s.dropped_reason is null
          join family_member m on m.family_id = s.family_id and m.id = s.member_id
        where a.plan_id = p.id and a.kind = 'meeting'
          and (t.person_id is not null or m.id = t.member_id or m.kind in ('child', 'unborn'))
        having count(*) > 0) r on true
    where p.family_id = ${familyId}::uuid and p.state in ('invited', 'meeting')
      and (t.person_id = ${personId}::uuid or (t.member_id = ${memberId}::uuid and t.is_admitted))
      and t.role in ('caseDirector', 'professional', 'family') and t.attendance <> 'absent'
    order by p.kind, p.ordinal`
  return rows.flatMap(taskOf)
}

function taskOf({ kind, ordinal, state, agenda_version, role, has_draft, has_scored }: SeatRow): OwnTask[] {
  const plan = { kind, ordinal }
  if (state === 'meeting') {
    return has_scored ? [] : [{ kind: 'scores', plan }]
  }
  const prepares = role !== 'family' && asksTopThree(agendaOf(kind, agenda_version))
  return prepares && !has_draft ? [{ kind: 'topThree', plan }] : []
}
