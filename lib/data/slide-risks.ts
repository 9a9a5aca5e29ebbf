import type { AgendaItem } from '@/lib/domain/agendas/agenda'
import { type RiskPresence, riskName } from '@/lib/domain/risk-assessment'
import { type NameStyle, type RoomPerson, type SlideBlock, shownName } from '@/lib/domain/slide-blocks'
import { personIn, type Room } from './room-people'

interface RiskRow {
  id: string
  factor: string
  about: string | null
  presence: RiskPresence
  facts: string
  is_crucial: boolean
  is_changeable: boolean
  version: number
}

/** The risk factors that play a part, as everyone at the table may see them; null where the plan has none. */
export async function risksBlock(
  { tx, familyId, planId, seesEverything, style }: Room,
  { kind }: AgendaItem,
  people: readonly RoomPerson[],
): Promise<SlideBlock | null> {
  if (kind !== 'concerns') {
    return null
  }
  const rows = await tx.$queryRaw<RiskRow[]>`
    select id, factor, about_member_id as about, presence, facts, is_crucial, is_changeable,
      version + facts_version as version
    from risk_factor_rating
    where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid and presence in ('possible', 'present')
      and (${seesEverything} or seen_by_attendees(plan_id, 'answer', id, about_member_id, author_person_id))
    order by is_crucial and is_changeable desc, is_crucial desc, presence desc, factor, id`
  if (rows.length === 0) {
    return null
  }
  const risks = rows.map(({ is_crucial: isCrucial, is_changeable: isChangeable, factor, about, ...row }) => ({
    ...row,
    name: shownRisk(factor, people, style),
    member: about === null || factor.includes(':') ? null : shownName(personIn(people, about), style),
    isCrucial,
    isChangeable,
  }))
  return { kind: 'risks', risks }
}

/** What a risk factor is called in this room; a key that nobody knows stands as it is. */
export function shownRisk(key: string, people: readonly RoomPerson[], style: NameStyle): string {
  return riskName(key, (id) => shownName(personIn(people, id), style)) ?? key
}
