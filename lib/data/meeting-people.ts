import type { Someone } from '@/lib/domain/meeting-forms'
import type { MemberView, PersonChoice, SeatView } from '@/lib/domain/meeting-view'
import type { DossierViewer } from '@/lib/gate'
import type { Statements } from '@/lib/statements'
import { type DossierPerson, peopleOfDossier } from './names'

const SEAT_ORDER = ['caseDirector', 'professional', 'noteTaker', 'gipsMaster', 'family', 'network']
export interface Known {
  people: readonly DossierPerson[]
  members: readonly MemberView[]
  network: readonly PersonChoice[]
}

/** The family's members, who died left out; by first name. */
export async function membersOf({ tx, familyId }: DossierViewer<Statements>): Promise<MemberView[]> {
  return tx.$queryRaw<MemberView[]>`
    select id, split_part(first_names, ' ', 1) as name, kind in ('child', 'unborn') as "isChild",
      moved_out_on is not null as "hasMovedOut"
    from family_member
    where family_id = ${familyId}::uuid and deceased_on is null
    order by position, id`
}

export async function networkOf({ tx, familyId, now }: DossierViewer<Statements>): Promise<PersonChoice[]> {
  const rows = await tx.$queryRaw<{ id: string; name: string; relation: string | null }[]>`
    select id, name, relation
    from network_person
    where family_id = ${familyId}::uuid and (ended_on is null or ended_on > ${now}::timestamptz::date)
    order by name`
  return rows.map(({ id, name, relation }) => ({ who: { kind: 'network', id }, name, detail: relation }))
}

/** Who works on this dossier now, of everyone who is known in it. */
export async function teamOf(viewer: DossierViewer<Statements>): Promise<Set<string>> {
  const { tx, familyId } = viewer
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select person_id as id from team_membership where family_id = ${familyId}::uuid and until is null`
  return new Set(rows.map(({ id }) => id))
}

export function teamChoices(people: readonly DossierPerson[], team: ReadonlySet<string>): PersonChoice[] {
  return people
    .filter(({ personId }) => team.has(personId))
    .map(({ personId, name, profession }) => ({
      who: { kind: 'person' as const, id: personId },
      name,
      detail: profession,
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'))
}

export interface SeatRow extends Pick<SeatView, 'id' | 'role' | 'attendance'> {
  personId: string | null
  memberId: string | null
  networkPersonId: string | null
}

export async function seatsOf(
  viewer: DossierViewer<Statements>,
  plan: { id: string },
  known: Known,
): Promise<SeatView[]> {
  return seatViews(await seatRows(viewer, plan.id), known)
}

/** Everyone at the table of this plan; of the family only who may come, or is there. */
export async function seatRows({ tx, familyId }: DossierViewer<Statements>, planId: string): Promise<SeatRow[]> {
  return tx.$queryRaw<SeatRow[]>`
    select t.id, t.role, t.attendance, t.person_id as "personId", t.member_id as "memberId",
      t.network_person_id as "networkPersonId"
    from participant t join meeting g on g.family_id = t.family_id and g.id = t.meeting_id
    where t.family_id = ${familyId}::uuid and g.plan_id = ${planId}::uuid
      and not (t.role = 'family' and not t.is_admitted and t.attendance <> 'present')
    order by t.id`
}

export function seatViews(rows: readonly SeatRow[], known: Known): SeatView[] {
  return rows
    .map(({ id, role, attendance, personId, memberId, networkPersonId }) => {
      const who = someoneOf(personId, memberId, networkPersonId)
      return { id, who, role, attendance, ...nameAndDetail(who, known) }
    })
    .sort((one, other) => SEAT_ORDER.indexOf(one.role) - SEAT_ORDER.indexOf(other.role))
}

function nameAndDetail(who: Someone, { people, members, network }: Known): { name: string; detail: string | null } {
  if (who.kind === 'person') {
    const person = people.find(({ personId }) => personId === who.id)
    return { name: person?.name ?? '', detail: person?.profession ?? null }
  }
  const named =
    who.kind === 'member' ? members.find(({ id }) => id === who.id) : network.find((each) => each.who.id === who.id)
  return { name: named?.name ?? '', detail: null }
}

/** Everyone who can be asked to do something: the team, the family and its network. */
export async function peopleWhoCanDo(viewer: DossierViewer): Promise<PersonChoice[]> {
  const team = teamChoices(await peopleOfDossier(viewer.tx), await teamOf(viewer))
  return [...team, ...(await membersOf(viewer)).map(memberChoice), ...(await networkOf(viewer))]
}

export function memberChoice({ id, name }: MemberView): PersonChoice {
  return { who: { kind: 'member', id }, name, detail: null }
}

export function someoneOf(personId: string | null, memberId: string | null, networkPersonId: string | null): Someone {
  if (personId) return { kind: 'person', id: personId }
  return memberId ? { kind: 'member', id: memberId } : { kind: 'network', id: networkPersonId ?? '' }
}
