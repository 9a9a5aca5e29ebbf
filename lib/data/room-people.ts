import { roomInitials, tellingApart } from '@/lib/domain/room-initials'
import type { NameStyle, RoomPerson } from '@/lib/domain/slide-blocks'
import type { Statements } from '@/lib/statements'

/** Whose room it is: rows that someone at the table may not see are left out by the database (`seen_by_attendees`). */
export interface Room {
  tx: Statements
  familyId: string
  planId: string
  /** Nothing is hidden from anyone at the table: saves a look per row. */
  seesEverything: boolean
  style: NameStyle
}

interface PersonRow {
  id: string
  kind: RoomPerson['kind']
  name: string
  initials: string
  detail: string | null
  is_shielded: boolean
  role: string | null
  is_seated: boolean
  is_absent: boolean
}

/** Everyone this dossier may name, as the room may know them; who sits at the table first, in the order of the roles. */
export async function roomPeople({ tx, familyId, planId }: Room): Promise<RoomPerson[]> {
  const rows = await tx.$queryRaw<PersonRow[]>`
    with seats as (
      select t.*, is_seated(t) as is_seated from participant t join meeting g on g.family_id = t.family_id and g.id = t.meeting_id
      where t.family_id = ${familyId}::uuid and g.plan_id = ${planId}::uuid),
    people as (
      select person_id as id, 'person' as kind, name, initials, profession as detail, is_shielded
      from room_people(${planId}::uuid)
      union all
      select id, 'member', first_names, initials, null, false from family_member where family_id = ${familyId}::uuid
      union all
      select id, 'network', name, '', relation, is_hidden from room_network(${planId}::uuid))
    select p.*, s.role::text as role,
      coalesce(s.is_seated, false) as is_seated,
      case when s.id is null then exists (select from seats) else not s.is_seated end as is_absent
    from people p left join seats s on p.id in (s.person_id, s.member_id, s.network_person_id)
    order by array_position(array['caseDirector', 'gipsMaster', 'noteTaker', 'professional', 'family', 'network'], s.role::text),
      p.name, p.id`
  const people = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    initials: roomInitials(row.name, row.initials),
    detail: row.detail,
    isShielded: row.is_shielded,
    isSeated: row.is_seated,
    isAbsent: row.is_absent,
    isScorer: row.role === 'caseDirector' || row.role === 'professional',
  }))
  return tellingApart(people)
}

/** The person with that id among those of the room. */
export function personIn(people: readonly RoomPerson[], id: string): RoomPerson | undefined {
  return people.find((person) => person.id === id)
}
