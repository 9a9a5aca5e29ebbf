import { v7 } from 'uuid'
import { dateColumn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { addDays, addMonths, type PlainDate } from '@/lib/domain/plain-date'
import type { Intake, IntakeIncident, Prisma } from '@/prisma/generated/client'

interface InFamily {
  id: string
}

/** An intake that lacks nothing on this day: GIPS 1 may begin. */
export async function makeIntake(
  db: Tx,
  family: InFamily,
  today: PlainDate,
  given: Partial<Omit<Prisma.IntakeUncheckedCreateInput, 'familyId'>> = {},
): Promise<Intake> {
  const daysAgo = (days: number) => dateColumn(addDays(today, -days))
  const reportedAt = daysAgo(20)
  await makeIncident(db, family, {
    happenedOn: daysAgo(90),
    what: 'Vader sloeg een gat in de deur van de kinderkamer.',
  })
  await makeIncident(db, family, { happenedOn: daysAgo(20), what: 'Moeder vluchtte met de kinderen naar de buren.' })
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
