import type { MemberView, PersonChoice } from '@/lib/domain/meeting-view'
import type { DossierViewer } from '@/lib/gate'
import type { Statements } from '@/lib/statements'
import type { DossierPerson } from './names'

/** A name that may still stand at a seat or under an answer after its bearer died or left. */
export interface Named {
  id: string
  name: string
}

export interface NamedMember extends Named {
  /** All first names. */
  firstNames: string
  fullName: string
  isChild: boolean
  hasDied: boolean
}

export interface KnownPeople {
  /** Accounts that have or had a part in the dossier. */
  people: DossierPerson[]
  /** Which of them work on it now. */
  team: ReadonlySet<string>
  /** The family in its order, who died left out. */
  members: MemberView[]
  /** The network that is still there, by name. */
  network: PersonChoice[]
  named: { members: NamedMember[]; network: Named[] }
}

interface KnownRow {
  people: DossierPerson[]
  team: string[]
  members: (NamedMember & MemberView)[]
  network: (Named & { relation: string | null; isGone: boolean })[]
}

/** Everyone who plays a part in this dossier, as this viewer may know them, in one statement. */
export async function knownPeople({ tx, familyId, now }: DossierViewer<Statements>): Promise<KnownPeople> {
  const [row] = await tx.$queryRaw<[KnownRow]>`
    select
      (select coalesce(json_agg(json_build_object('personId', person_id, 'name', name, 'initials', initials,
          'profession', profession, 'email', email, 'phone', phone, 'organisation', organisation, 'sector', sector,
          'place', place, 'isShielded', is_shielded)), '[]') from dossier_people()) as people,
      (select coalesce(json_agg(person_id), '[]')
        from team_membership where family_id = ${familyId}::uuid and until is null) as team,
      (select coalesce(json_agg(json_build_object('id', id, 'name', split_part(first_names, ' ', 1),
          'firstNames', first_names, 'fullName', concat_ws(' ', first_names, prefix, surname),
          'isChild', kind in ('child', 'unborn'), 'hasMovedOut', moved_out_on is not null,
          'hasDied', deceased_on is not null) order by position, id), '[]')
        from family_member where family_id = ${familyId}::uuid) as members,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'relation', relation,
          'isGone', coalesce(ended_on <= ${now}::timestamptz::date, false)) order by name), '[]')
        from network_person where family_id = ${familyId}::uuid) as network`
  const { people, team, members, network } = row
  return {
    people,
    team: new Set(team),
    members: members
      .filter(({ hasDied }) => !hasDied)
      .map(({ id, name, isChild, hasMovedOut = false }) => ({ id, name, isChild, hasMovedOut })),
    network: network
      .filter(({ isGone }) => !isGone)
      .map(({ id, name, relation }) => ({ who: { kind: 'network', id }, name, detail: relation })),
    named: { members, network },
  }
}
