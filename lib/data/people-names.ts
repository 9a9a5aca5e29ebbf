import type { AnswerPeople, Respondent } from '@/lib/domain/answer'
import type { DossierViewer } from '@/lib/gate'
import type { Statements } from '@/lib/statements'

interface NameRow {
  source: 'child' | 'adult' | 'network' | 'participant'
  kind: Respondent['kind']
  id: string
  short: string
  full: string
  is_away: boolean
}

/**
 * Everyone who may answer a question of this plan: the family's members (not who died), the network that is still
 * there, and who sits at the table. Members are called by their first names, in full where two share them.
 */
export async function peopleOf(
  { tx, familyId, now }: DossierViewer<Statements>,
  planId: string,
): Promise<AnswerPeople> {
  const rows = await tx.$queryRaw<NameRow[]>`
    select case when kind in ('child', 'unborn') then 'child' else 'adult' end as source, 'member' as kind, id,
      first_names as short, concat_ws(' ', first_names, prefix, surname) as full, position, first_names as sorted, false as is_away
    from family_member where family_id = ${familyId}::uuid and deceased_on is null
    union all
    select 'network', 'network', id, name, name, 0, name, false
    from network_person where family_id = ${familyId}::uuid and (ended_on is null or ended_on > ${now}::timestamptz::date)
    union all
    select 'participant', case when t.person_id is not null then 'person' when t.member_id is not null then 'member' else 'network' end,
      coalesce(t.person_id, t.member_id, t.network_person_id),
      coalesce(p.name, m.first_names, n.name), coalesce(p.name, concat_ws(' ', m.first_names, m.prefix, m.surname), n.name),
      array_position(array['caseDirector', 'gipsMaster', 'noteTaker', 'professional', 'family', 'network'], t.role::text), t.id::text,
      t.role = 'professional' and t.attendance <> 'present'
    from participant t join meeting g on g.family_id = t.family_id and g.id = t.meeting_id and g.plan_id = ${planId}::uuid
      left join dossier_people() p on p.person_id = t.person_id
      left join family_member m on m.family_id = t.family_id and m.id = t.member_id
      left join network_person n on n.family_id = t.family_id and n.id = t.network_person_id
    where t.family_id = ${familyId}::uuid
    order by position, sorted`
  const members = rows.filter(({ source }) => source === 'child' || source === 'adult')
  const nameOf = ({ short, full }: NameRow) =>
    members.filter((each) => each.short === short).length > 1 ? full : short
  return {
    members: members.map((row) => ({ id: row.id, name: nameOf(row), isChild: row.source === 'child' })),
    network: rows.filter(({ source }) => source === 'network').map(({ id, full }) => ({ id, name: full })),
    participants: rows
      .filter(({ source }) => source === 'participant')
      .map((row) => ({
        respondent: { kind: row.kind, id: row.id },
        name: row.kind === 'member' ? nameOf(row) : row.full,
        isAway: row.is_away,
      })),
  }
}
