import { v7 } from 'uuid'
import { dateColumn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { addDays, addMonths } from '@/lib/domain/calendar'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { Intake, IntakeIncident, Prisma } from '@/prisma/generated/client'

interface InFamily {
  id: string
}

export interface IntakeInput extends Partial<Omit<Prisma.IntakeUncheckedCreateInput, 'familyId'>> {
  /** How many days ago, and what happened. */
  incidents?: readonly (readonly [number, string])[]
}

const INCIDENTS = [
  [90, 'Vader sloeg een gat in de deur van de kinderkamer.'],
  [20, 'Moeder vluchtte met de kinderen naar de buren.'],
] as const

/** An intake that lacks nothing on this day: GIPS 1 may begin. */
export async function makeIntake(
  db: Tx,
  family: InFamily,
  today: PlainDate,
  { incidents = INCIDENTS, ...given }: IntakeInput = {},
): Promise<Intake> {
  const daysAgo = (days: number) => dateColumn(addDays(today, -days))
  const reportedAt = daysAgo(20)
  for (const [days, what] of incidents) {
    await makeIncident(db, family, { happenedOn: daysAgo(days), what })
  }
  return db.intake.create({
    data: {
      familyId: family.id,
      id: v7(),
      triageReceivedOn: daysAgo(18),
      triageComplete: true,
      formsOfUnsafety: ['witnessing'],
      directions: ['betweenPartners'],
      immediateDanger: false,
      reportedAt,
      firstActionAt: new Date(reportedAt.getTime() + 3 * 3_600_000),
      frameworkKind: 'pressure',
      frameworkFrom: daysAgo(15),
      frameworkUntil: dateColumn(addMonths(today, 14)),
      familyPlanOffered: true,
      familyPlanChosen: false,
      explainedOn: daysAgo(10),
      consentAskedOn: daysAgo(10),
      ...given,
    },
  })
}

/** A concrete incident of the intake. */
export async function makeIncident(
  db: Tx,
  family: InFamily,
  given: Pick<Prisma.IntakeIncidentUncheckedCreateInput, 'happenedOn' | 'what'>,
): Promise<IntakeIncident> {
  return db.intakeIncident.create({ data: { familyId: family.id, id: v7(), ...given } })
}
