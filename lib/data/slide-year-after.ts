import { plainDateOf } from '@/lib/dates'
import type { AgendaItem } from '@/lib/domain/agendas/agenda'
import { type RoomPerson, type SlideBlock, shownName } from '@/lib/domain/slide-blocks'
import { personIn, type Room } from './room-people'

/**
 * What GIPS 5 settled about the year after it, on the slide that asks for it and on the last one, which asks when people
 * meet again. The case manager has a name there also while not at the table: the family is told whom to call.
 */
export async function yearAfterBlock(
  { tx, familyId, planId, style }: Room,
  { kind, instrument }: AgendaItem,
  people: readonly RoomPerson[],
): Promise<SlideBlock | null> {
  if (instrument !== 'futurePlanEvaluations' && kind !== 'nextMeeting') {
    return null
  }
  const [row] = await tx.$queryRaw<{ manager: string | null; first_on: Date | null; second_on: Date | null }[]>`
    select case_manager_id as manager, first_on, second_on from future_plan
    where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid`
  const manager = row?.manager ? personIn(people, row.manager) : undefined
  return row
    ? {
        kind: 'yearAfter',
        caseManager: manager ? shownName({ ...manager, isAbsent: false }, style) : null,
        firstOn: row.first_on && plainDateOf(row.first_on),
        secondOn: row.second_on && plainDateOf(row.second_on),
      }
    : null
}
