import type { AgendaItem } from '@/lib/domain/agendas/agenda'
import type { SafetyScore, ScoreSide } from '@/lib/domain/safety'
import { isUnseen, progressOf, type RoundState } from '@/lib/domain/score-round'
import {
  type NameStyle,
  type RoomPerson,
  type ShownAnswer,
  type SlideBlock,
  scoreGrid,
  shownName,
  shownRole,
} from '@/lib/domain/slide-blocks'
import { personIn, type Room, roomPeople } from './room-people'
import { roundSeats } from './score-seats'
import { carriedSlides } from './slide-carried'
import { agreementsBlock, goalsBlock } from './slide-goals'
import { risksBlock, shownRisk } from './slide-risks'
import { yearAfterBlock } from './slide-year-after'

/** What has been typed so far for one question, as everyone at the table may see it. */
export async function blocksFor(room: Room, item: AgendaItem): Promise<SlideBlock[]> {
  const people = await roomPeople(room)
  const risks = await risksBlock(room, item, people)
  const own = await ownBlock(room, item, people)
  const isWorrying = own?.kind === 'concerns' && own.concerns.length > 0
  const answers = isWorrying ? null : await answersBlock(room, item, people)
  const yearAfter = await yearAfterBlock(room, item, people)
  const blocks = [risks, own, ...(await carriedSlides(room, item, people)), yearAfter, answers]
  return blocks.filter((block) => block !== null)
}

async function ownBlock(room: Room, item: AgendaItem, people: readonly RoomPerson[]): Promise<SlideBlock | null> {
  switch (item.kind) {
    case 'introductions':
      return seatedBlock(people, room.style)
    case 'safetyRound':
      return scoresBlock(room, people)
    case 'minimumRequirements':
      return minimumBlock(room)
    case 'concerns':
      return concernsBlock(room, item)
    case 'topThreeChoices':
      return choicesBlock(room, item, people)
    case 'topThree':
      return topThreeBlock(room, item, people)
    case 'goals':
      return goalsBlock(room, item, people)
    case 'agreements':
      return agreementsBlock(room, item, people)
    default:
      return null
  }
}

function seatedBlock(people: readonly RoomPerson[], style: NameStyle): SlideBlock {
  const seated = people.filter(({ isSeated }) => isSeated)
  return {
    kind: 'people',
    people: seated.map((each) => ({ id: each.id, name: shownName(each, style), detail: each.detail })),
  }
}

interface AnswerRow {
  id: string
  text: string
  applies: boolean | null
  version: number
  respondent: string | null
}

async function answersBlock(room: Room, item: AgendaItem, people: readonly RoomPerson[]): Promise<SlideBlock | null> {
  const { tx, familyId, planId, seesEverything, style } = room
  const rows = await tx.$queryRaw<AnswerRow[]>`
    select id, text, applies, version,
      coalesce(respondent_person_id, respondent_member_id, respondent_network_id) as respondent
    from answer
    where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid and item_key = ${item.key}
      and (text <> '' or applies is not null)
      and (${seesEverything} or seen_by_attendees(plan_id, 'answer', id, about_member_id, author_person_id,
        is_own_words or respondent_network_id is not null))
    order by id`
  if (rows.length === 0) {
    return null
  }
  const answers = rows.map(({ id, text, applies, version, respondent }) => ({
    id,
    name: respondent && shownName(personIn(people, respondent), style),
    text,
    applies,
    version,
  }))
  return item.kind === 'concerns' ? noWorries(answers) : { kind: 'answers', answers }
}

/** GIPS 3: that there are no great worries about somebody. That there are is said by the worries themselves. */
function noWorries(answers: readonly ShownAnswer[]): SlideBlock | null {
  const said = answers.filter(({ applies }) => applies === false)
  const words = said.map((answer) => ({ ...answer, text: 'Er zijn geen grote zorgen.', applies: null }))
  return words.length > 0 ? { kind: 'answers', answers: words } : null
}

interface ScoreRow {
  member_id: string
  scorer_id: string
  side: ScoreSide
  score: string | null
  situation: string | null
}

async function scoresBlock(room: Room, people: readonly RoomPerson[]): Promise<SlideBlock> {
  const { tx, familyId, planId, seesEverything, style } = room
  const state = await roundState(room)
  if (isUnseen(state)) {
    const { given, expected } = progressOf(await roundSeats(tx, planId))
    return { kind: 'round', given, expected }
  }
  const assessed = await tx.$queryRaw<{ id: string; assessment_id: string }[]>`
    select a.member_id as id, a.assessment_id from assessed_member a
    join family_member m on m.family_id = a.family_id and m.id = a.member_id
    where a.family_id = ${familyId}::uuid and a.dropped_reason is null
      and a.assessment_id = (
        select id from safety_assessment
        where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid and kind = 'meeting'
        order by opened_at desc limit 1)
      and (${seesEverything} or seen_by_attendees(${planId}::uuid, 'plan', a.id, a.member_id, null))
    order by m.position, m.first_names, m.id`
  const scores = await tx.$queryRaw<ScoreRow[]>`
    select member_id, coalesce(scorer_person_id, scorer_member_id, scorer_network_id) as scorer_id, side,
      score::text as score, situation
    from safety_score
    where family_id = ${familyId}::uuid and assessment_id = ${assessed[0]?.assessment_id ?? null}::uuid
      and (score is not null or cannot_judge) and id not in (select away_scores())
      and (${seesEverything} or seen_by_attendees(${planId}::uuid, 'answer', id, about_member_id, author_person_id,
        scorer_network_id is not null or is_child(scorer_member_id)))
    order by id`
  const members = assessed.map(({ id }) => ({ id, name: shownName(personIn(people, id), style) }))
  const isRevealed = state === 'revealed'
  return scoreGrid({ people, members, scores: scores.map(scoreFrom), style, isRevealed })
}

async function roundState({ tx, familyId, planId }: Room): Promise<RoundState> {
  const rows = await tx.$queryRaw<{ state: RoundState }[]>`
    select state from score_round where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid
    order by number desc limit 1`
  return rows[0]?.state ?? 'none'
}

function scoreFrom(row: ScoreRow): SafetyScore {
  const score = row.score === null ? null : Number(row.score)
  return { memberId: row.member_id, scorerId: row.scorer_id, side: row.side, score, situation: row.situation }
}

/** The reason may speak of anyone's scores: it is shown where everyone at the table may read it. */
async function minimumBlock({ tx, familyId, planId, seesEverything }: Room): Promise<SlideBlock> {
  const rows = await tx.$queryRaw<{ minimum_met: boolean | null; minimum_reason: string | null }[]>`
    select minimum_met, case when ${seesEverything} or seen_by_attendees(plan_id, 'answer', id, null, null, true)
      then minimum_reason end as minimum_reason
    from safety_assessment
    where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid and kind = 'meeting'
    order by opened_at desc limit 1`
  return { kind: 'minimum', isMet: rows[0]?.minimum_met ?? null, reason: rows[0]?.minimum_reason ?? '' }
}

/** Of a question about one person only what is about that person. */
async function concernsBlock(
  { tx, familyId, planId, seesEverything }: Room,
  { about }: AgendaItem,
): Promise<SlideBlock> {
  const concerns = await tx.$queryRaw<{ id: string; text: string; harmfulEffect: string; version: number }[]>`
    select id, text, coalesce(harmful_effect, '') as "harmfulEffect", version from concern
    where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid and removed_at is null and text <> ''
      and (${about === undefined} or about_member_id = ${about?.id ?? null}::uuid)
      and (${seesEverything} or seen_by_attendees(plan_id, 'concern', id, about_member_id, author_person_id))
    order by position, id`
  return { kind: 'concerns', concerns }
}

/** Everyone's own TOP-3; never a draft. Family accounts do not read these (domain), so not with family at the table. */
async function choicesBlock(room: Room, { about }: AgendaItem, people: readonly RoomPerson[]): Promise<SlideBlock> {
  const { tx, familyId, planId, seesEverything, style } = room
  const rows = await tx.$queryRaw<
    { person_id: string; rank: number; text: string | null; risk: string | null; reason: string }[]
  >`
    select t.person_id, t.rank, c.text, t.risk_factor as risk, t.reason from top_three_choice t
    left join concern c on c.family_id = t.family_id and c.id = t.concern_id
    left join risk_factor_rating r on r.family_id = t.family_id and r.plan_id = t.plan_id and r.factor = t.risk_factor
    where t.family_id = ${familyId}::uuid and t.plan_id = ${planId}::uuid and not t.is_draft
      and t.about_member_id is not distinct from ${about?.id ?? null}::uuid
      and (t.concern_id is null or c.id is not null)
      and (${seesEverything} or (c.id is not null
        and seen_by_attendees(t.plan_id, 'concern', c.id, c.about_member_id, c.author_person_id)) or (r.id is not null
        and seen_by_attendees(t.plan_id, 'answer', r.id, r.about_member_id, r.author_person_id)))
    order by t.person_id, t.rank`
  const withFamily = people.some(({ kind, isSeated }) => isSeated && kind !== 'person')
  const shown = withFamily ? [] : rows
  const choices = [...Map.groupBy(shown, (row) => row.person_id)].map(([personId, ranked]) => ({
    id: personId,
    name: shownRole(personIn(people, personId), style),
    ranked: ranked.map(({ rank, text, risk, reason }) => ({
      rank,
      text: text ?? (risk ? shownRisk(risk, people, style) : ''),
      reason,
    })),
  }))
  return { kind: 'choices', choices }
}

interface DecisionRow {
  rank: number
  text: string
  risk: string | null
  reason: string
  harmfulEffect: string
}

async function topThreeBlock(room: Room, { about }: AgendaItem, people: readonly RoomPerson[]): Promise<SlideBlock> {
  const { tx, familyId, planId, seesEverything, style } = room
  const rows = await tx.$queryRaw<DecisionRow[]>`
    select d.rank, coalesce(c.text, '') as text, d.risk_factor as risk, d.reason, d.harmful_effect as "harmfulEffect"
    from top_three_decision d
    left join concern c on c.family_id = d.family_id and c.id = d.concern_id
    left join risk_factor_rating r on r.family_id = d.family_id and r.plan_id = d.plan_id and r.factor = d.risk_factor
    where d.family_id = ${familyId}::uuid and d.plan_id = ${planId}::uuid
      and d.about_member_id is not distinct from ${about?.id ?? null}::uuid
      and (${seesEverything} or (d.concern_id is null and d.risk_factor is null)
        or (c.id is not null and seen_by_attendees(d.plan_id, 'concern', c.id, c.about_member_id, c.author_person_id))
        or (r.id is not null and seen_by_attendees(d.plan_id, 'answer', r.id, r.about_member_id, r.author_person_id)))
    order by d.rank`
  const ranked = rows.map(({ risk, text, ...row }) => ({ ...row, text: risk ? shownRisk(risk, people, style) : text }))
  return { kind: 'topThree', ranked }
}
