import { dateColumn, plainDateOf } from '@/lib/dates'
import type { AgendaItem } from '@/lib/domain/agendas/agenda'
import { type AgreementWhen, describeWhen } from '@/lib/domain/agreement'
import { type NameStyle, type RoomPerson, type SlideBlock, shownName } from '@/lib/domain/slide-blocks'
import { personIn, type Room } from './room-people'
import { shownRisk } from './slide-risks'

/** Extra safety goals are those without a concern (agendas: AgendaItem.goalKind). */
function isAboutExtraGoals({ key }: AgendaItem): boolean {
  return key.startsWith('safety.extra')
}

interface GoalRow {
  id: string
  text: string
  concern: string | null
  risk: string | null
  effect: string | null
  version: number
}

/** The goals of this plan that the question is about. */
export async function goalsBlock(
  { tx, familyId, planId, seesEverything, style }: Room,
  item: AgendaItem,
  people: readonly RoomPerson[],
): Promise<SlideBlock> {
  const rows = await tx.$queryRaw<GoalRow[]>`
    select g.id, g.text, c.text as concern, r.factor as risk, g.expected_effect::text as effect, g.version from goal g
    left join concern c on c.family_id = g.family_id and c.id = g.concern_id
      and (${seesEverything} or seen_by_attendees(g.plan_id, 'concern', c.id, c.about_member_id, c.author_person_id))
    left join risk_factor_rating r on r.family_id = g.family_id and r.plan_id = g.plan_id and r.factor = g.risk_factor
      and (${seesEverything} or seen_by_attendees(g.plan_id, 'answer', r.id, r.about_member_id, r.author_person_id))
    where g.family_id = ${familyId}::uuid and g.plan_id = ${planId}::uuid and g.closed_at is null and g.text <> ''
      and g.kind = ${item.goalKind ?? 'safety'}::goal_kind and (not ${isAboutExtraGoals(item)} or g.concern_id is null)
      and (${item.about === undefined} or g.about_member_id = ${item.about?.id ?? null}::uuid)
      and (${seesEverything} or seen_by_attendees(g.plan_id, 'goal', g.id, g.about_member_id, g.author_person_id))
    order by g.position, g.id`
  const goals = rows.map(({ effect, risk, concern, ...goal }) => ({
    ...goal,
    concern: risk ? shownRisk(risk, people, style) : concern,
    effect: effect === null ? null : Number(effect),
  }))
  return { kind: 'goals', goals }
}

interface AgreementRow {
  id: string
  text: string
  version: number
  due_on: Date | null
  rhythm: AgreementWhen['rhythm']
  rhythm_until: Date | null
  by_everyone: boolean
  doers: string[]
}

/** The agreements of this plan: who does what, and when. */
export async function agreementsBlock(
  room: Room,
  item: AgendaItem,
  people: readonly RoomPerson[],
): Promise<SlideBlock> {
  const { tx, familyId, planId, seesEverything, style } = room
  const rows = await tx.$queryRaw<AgreementRow[]>`
    select a.id, a.text, a.version, a.due_on, a.rhythm, a.rhythm_until, a.by_everyone,
      array(select coalesce(d.person_id, d.member_id, d.network_person_id)::text from agreement_doer d
        where d.family_id = a.family_id and d.agreement_id = a.id order by d.id) as doers
    from agreement a
    where a.family_id = ${familyId}::uuid and a.plan_id = ${planId}::uuid and a.dropped_at is null and a.text <> ''
      and (not ${isAboutExtraGoals(item)} or exists (
        select from agreement_goal l join goal g on g.family_id = l.family_id and g.id = l.goal_id
        where l.family_id = a.family_id and l.agreement_id = a.id and g.kind = 'safety' and g.concern_id is null))
      and (${item.about === undefined} or exists (
        select from agreement_goal l join goal g on g.family_id = l.family_id and g.id = l.goal_id
        where l.family_id = a.family_id and l.agreement_id = a.id and g.kind = 'recovery'
          and g.about_member_id = ${item.about?.id ?? null}::uuid))
      and (not ${item.key === 'careful.agreements'} or not exists (
        select from agreement_goal l join goal g on g.family_id = l.family_id and g.id = l.goal_id
        where l.family_id = a.family_id and l.agreement_id = a.id and g.kind = 'recovery'))
      and (${seesEverything} or seen_by_attendees(a.plan_id, 'agreement', a.id, a.about_member_id, a.author_person_id))
    order by a.position, a.id`
  const nameOf = (id: string) => doerName(personIn(people, id), style)
  return {
    kind: 'agreements',
    agreements: rows.map((row) => ({
      id: row.id,
      text: row.text,
      doers: row.by_everyone ? ['Iedereen'] : row.doers.map(nameOf),
      when: whenText(row),
      version: row.version,
    })),
  }
}

/** Who does something is named, also when not there: it is an agreement of the meeting, not a note of theirs. */
export function doerName(person: RoomPerson | undefined, style: NameStyle): string {
  return shownName(person && { ...person, isAbsent: false }, style)
}

function whenText({ rhythm, due_on, rhythm_until }: AgreementRow): string {
  if (rhythm === 'once') {
    return due_on ? describeWhen({ when: { rhythm, dueOn: plainDateOf(due_on) } }) : ''
  }
  const until = plainDateOf(rhythm_until ?? dateColumn('9999-12-31'))
  return describeWhen({ when: { rhythm, startsOn: due_on ? plainDateOf(due_on) : until, until } })
}
