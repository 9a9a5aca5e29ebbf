import { dateColumn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { occurrences } from '@/lib/domain/agreement'
import type { PlainDate } from '@/lib/domain/plain-date'
import { makeAgreement, makeTicks } from '@/prisma/factories/agreements'
import type { Agreement, Goal, Plan, TickState } from '@/prisma/generated/client'
import { accountOf, type Cast, memberOf, someone } from './cast'
import { AGREEMENTS, type DemoAgreement, type GoalKey } from './janna-agreements'
import type { Typed } from './write-plan'

export interface MadeAgreement {
  agreement: Agreement
  told: DemoAgreement
}

/** Writes the agreements with their doers and goals. */
export async function writeAgreements(
  db: Tx,
  cast: Cast,
  plan: Plan,
  goals: Record<GoalKey, Goal>,
  { by, at }: Typed,
): Promise<MadeAgreement[]> {
  const made: MadeAgreement[] = []
  for (const [position, told] of AGREEMENTS.entries()) {
    const agreement = await makeAgreement(db, plan, {
      text: told.text,
      aboutMemberId: told.about ? memberOf(cast, told.about).id : null,
      dueOn: cast.days.column(told.due),
      rhythm: told.rhythm?.every ?? 'once',
      rhythmUntil: told.rhythm ? cast.days.column(told.rhythm.until) : null,
      position,
      authorPersonId: accountOf(cast, by).id,
      createdAt: at,
      doers: told.doers.map((name) => someone(cast, name)),
      goals: told.goals.map((key) => goals[key]),
    })
    made.push({ agreement, told })
  }
  return made
}

/** Ticks the agreements off as the story tells, the oldest tick first; nothing is ticked today or later. */
export async function writeTicks(db: Tx, cast: Cast, made: readonly MadeAgreement[]): Promise<void> {
  for (const { agreement, told } of made) {
    const ticks = ticksOf(cast, told).map((tick) => ({
      personId: accountOf(cast, tick.by).id,
      state: tick.state,
      remark: tick.remark,
      forDay: told.rhythm ? dateColumn(tick.day) : null,
      tickedAt: cast.days.at(tick.offset, '17:40'),
    }))
    await makeTicks(db, agreement, ticks)
  }
}

interface Tick {
  by: string
  state: TickState
  remark: string
  offset: number
  day: PlainDate
}

function ticksOf({ days, today }: Cast, { due, rhythm, ticks = [], keptBy = [] }: DemoAgreement): Tick[] {
  const told = ticks.map(({ by, state, on, remark = '' }) => ({ by, state, remark, offset: on, day: days.day(on) }))
  if (!rhythm) return told
  const all = occurrences({ rhythm: rhythm.every, startsOn: days.day(due), until: days.day(rhythm.until) })
  const kept = all
    .filter((day) => day < today && !told.some((tick) => tick.day === day))
    .flatMap((day, index) => {
      const by = keptBy[index % Math.max(keptBy.length, 1)]
      return by ? [{ by, state: 'done' as const, remark: '', offset: days.offsetOf(day), day }] : []
    })
  return [...told, ...kept].sort((one, other) => one.offset - other.offset)
}
