import type { AgendaItem } from '@/lib/domain/agendas/agenda'
import type { CarryDecision, ReviewResult } from '@/lib/domain/carried-words'
import { type RoomPerson, type SlideBlock, shownName } from '@/lib/domain/slide-blocks'
import { personIn, type Room } from './room-people'
import { doerName } from './slide-goals'

type Goals = { id: string; text: string }

/** What this question brings back of earlier plans, as everyone at the table may see it. */
export async function carriedSlides(
  room: Room,
  { key, kind, instrument, about }: AgendaItem,
  people: readonly RoomPerson[],
): Promise<SlideBlock[]> {
  if (instrument === 'goalEvaluation') {
    return [await evaluationBlock(room, people)]
  }
  const isReview = instrument === 'safetyGoalReview'
  if (!isReview && (kind !== 'agreements' || key.startsWith('safety.') || about)) {
    return []
  }
  const agreements = await agreementsBlock(room, people, isReview)
  return isReview ? [await reviewsBlock(room), agreements] : [agreements]
}

async function reviewsBlock({ tx, familyId, planId, seesEverything }: Room): Promise<SlideBlock> {
  const goals = await tx.$queryRaw<(Goals & { result: ReviewResult | null; remark: string })[]>`
    select g.id, g.text, r.result, coalesce(r.remark, '') as remark from goal g
    join plan p on p.family_id = g.family_id and p.id = g.plan_id
    join plan here on here.family_id = g.family_id and here.id = ${planId}::uuid
    left join goal_review r on r.family_id = g.family_id and r.goal_id = g.id and r.plan_id = here.id
    where g.family_id = ${familyId}::uuid and g.kind = 'safety' and g.adopted_at is not null
      and (p.kind, p.ordinal) < (here.kind, here.ordinal) and (g.closed_at is null or r.id is not null)
      and (${seesEverything} or seen_by_attendees(here.id, 'goal', g.id, g.about_member_id, g.author_person_id))
    order by p.kind, p.ordinal, g.position, g.id`
  return { kind: 'reviews', goals }
}

interface EvaluatedRow extends Goals {
  isGoodEnough: boolean | null
  reason: string
  given: { id: string; percent: number }[]
}

async function evaluationBlock(
  { tx, familyId, planId, seesEverything, style }: Room,
  people: readonly RoomPerson[],
): Promise<SlideBlock> {
  const rows = await tx.$queryRaw<EvaluatedRow[]>`
    select g.id, g.text, v.is_good_enough as "isGoodEnough", coalesce(v.reason, '') as reason, (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', coalesce(e.person_id, e.member_id, e.network_person_id), 'percent', e.percent) order by e.id), '[]')
        from goal_evaluation e
        where e.family_id = g.family_id and e.goal_id = g.id and e.plan_id = here.id and e.percent is not null
          and (${seesEverything} or e.person_id is not null or seen_by_attendees(here.id, 'answer', e.id, e.member_id,
            null, e.network_person_id is not null or is_child(e.member_id)))) as given
    from goal g
    join plan p on p.family_id = g.family_id and p.id = g.plan_id
    join plan here on here.family_id = g.family_id and here.id = ${planId}::uuid
    left join goal_verdict v on v.family_id = g.family_id and v.goal_id = g.id and v.plan_id = here.id
    where g.family_id = ${familyId}::uuid and g.kind in ('risk', 'recovery', 'followUp') and g.adopted_at is not null
      and (p.kind, p.ordinal) < (here.kind, here.ordinal) and (g.closed_at is null or v.id is not null)
      and (${seesEverything} or seen_by_attendees(here.id, 'goal', g.id, g.about_member_id, g.author_person_id))
    order by g.kind, p.kind, p.ordinal, g.position, g.id`
  const seats = people.map(({ id }) => id)
  const goals = rows.map(({ given, ...goal }) => ({
    ...goal,
    given: given
      .toSorted((one, other) => seats.indexOf(one.id) - seats.indexOf(other.id))
      .map(({ id, percent }) => ({ id, percent, name: shownName(personIn(people, id), style) })),
  }))
  return { kind: 'evaluation', goals }
}

interface CarriedRow extends Goals {
  decision: CarryDecision | null
  byEveryone: boolean
  doers: string[]
}

/** Agreements of earlier plans about which something was decided: for safety goals, or all others. */
async function agreementsBlock(
  { tx, familyId, planId, seesEverything, style }: Room,
  people: readonly RoomPerson[],
  isForSafety: boolean,
): Promise<SlideBlock> {
  const rows = await tx.$queryRaw<CarriedRow[]>`
    select a.id, a.text, c.decision, a.by_everyone as "byEveryone",
      array(select coalesce(d.person_id, d.member_id, d.network_person_id)::text from agreement_doer d
        where d.family_id = a.family_id and d.agreement_id = a.id order by d.id) as doers
    from carried_agreement c join agreement a on a.family_id = c.family_id and a.id = c.agreement_id
    where c.family_id = ${familyId}::uuid and c.plan_id = ${planId}::uuid and c.decision is not null
      and exists (
        select from agreement_goal l join goal g on g.family_id = l.family_id and g.id = l.goal_id
        where l.family_id = a.family_id and l.agreement_id = a.id and g.kind = 'safety') = ${isForSafety}
      and (${seesEverything} or seen_by_attendees(c.plan_id, 'agreement', a.id, a.about_member_id, a.author_person_id))
    order by a.position, a.id`
  const nameOf = (id: string) => doerName(personIn(people, id), style)
  return {
    kind: 'carried',
    agreements: rows.map(({ id, text, decision, byEveryone, doers }) => ({
      id,
      text,
      decision,
      doers: byEveryone ? ['Iedereen'] : doers.map(nameOf),
    })),
  }
}
