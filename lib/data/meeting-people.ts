import type { Someone } from '@/lib/domain/meeting-forms'
import type { MemberView, PersonChoice, SeatView } from '@/lib/domain/meeting-view'
import type { DossierViewer } from '@/lib/gate'
import type { Statements } from '@/lib/statements'
import { type KnownPeople, knownPeople } from './known-people'

const SEAT_ORDER = ['caseDirector', 'professional', 'noteTaker', 'gipsMaster', 'family', 'network']
type Known = Pick<KnownPeople, 'people' | 'members' | 'network'>

/** The family's members in its order, who died left out; called by the first of their names. */
export async function membersOf({ tx, familyId }: DossierViewer<Statements>): Promise<MemberView[]> {
  return tx.$queryRaw<MemberView[]>`
    select id, split_part(first_names, ' ', 1) as name, kind in ('child', 'unborn') as "isChild",
      moved_out_on is not null as "hasMovedOut"
    from family_member
    where family_id = ${familyId}::uuid and deceased_on is null
    order by position, id`
}

export interface SeatRow extends Pick<SeatView, 'id' | 'role' | 'attendance'> {
  /** Of the family: may come to the meeting. */
  isAdmitted: boolean
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

/** Everyone with a seat at the table of this plan, also who of the family may not come. */
export async function seatRows({ tx, familyId }: DossierViewer<Statements>, planId: string): Promise<SeatRow[]> {
  return tx.$queryRaw<SeatRow[]>`
    select t.id, t.role, t.attendance, t.is_admitted as "isAdmitted", t.person_id as "personId",
      t.member_id as "memberId", t.network_person_id as "networkPersonId"
    from participant t join meeting g on g.family_id = t.family_id and g.id = t.meeting_id
    where t.family_id = ${familyId}::uuid and g.plan_id = ${planId}::uuid
    order by t.id`
}

/** Who sits there; of the family only who may come, or is there. */
export function seatViews(rows: readonly SeatRow[], known: Known): SeatView[] {
  return rows
    .filter(({ role, isAdmitted, attendance }) => role !== 'family' || isAdmitted || attendance === 'present')
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
  return choicesOf(await knownPeople(viewer))
}

/** The same, of what was asked. */
export function choicesOf({ people, team, members, network }: KnownPeople): PersonChoice[] {
  const working = people
    .filter(({ personId }) => team.has(personId))
    .map(({ personId, name, profession }) => ({
      who: { kind: 'person' as const, id: personId },
      name,
      detail: profession,
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'))
  return [...working, ...members.map(memberChoice), ...network]
}

export function memberChoice({ id, name }: MemberView): PersonChoice {
  return { who: { kind: 'member', id }, name, detail: null }
}

export function someoneOf(personId: string | null, memberId: string | null, networkPersonId: string | null): Someone {
  if (personId) return { kind: 'person', id: personId }
  return memberId ? { kind: 'member', id: memberId } : { kind: 'network', id: networkPersonId ?? '' }
}
