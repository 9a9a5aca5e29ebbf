import { v7 } from 'uuid'
import type { z } from 'zod'
import { dateColumn } from '@/lib/dates'
import type {
  DangerForm,
  ExplanationForm,
  FamilyPlanForm,
  HistoryForm,
  IncidentForm,
  PatternForm,
  UnsafetyForm,
} from '@/lib/domain/intake-forms'
import type { PlainDate } from '@/lib/domain/plain-date'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import type { Prisma } from '@/prisma/generated/client'
import { write } from './write'

/** Which forms of unsafety there are, and from whom to whom. */
export async function recordUnsafety(
  viewer: DossierViewer,
  { forms, directions }: z.output<typeof UnsafetyForm>,
): Promise<void> {
  await changeIntake(viewer, 'unsafety', { formsOfUnsafety: [...new Set(forms)], directions: [...new Set(directions)] })
}

/** One concrete incident. Throws a UserError for a day that is still to come. */
export async function addIncident(viewer: DossierViewer, input: z.output<typeof IncidentForm>): Promise<void> {
  const { tx, familyId } = viewer
  const { happenedOn, what } = input
  demandPast(viewer, 'happenedOn', happenedOn)
  await write(viewer, lineFor('incident'), () =>
    tx.intakeIncident.create({ data: { familyId, id: v7(), happenedOn: dateColumn(happenedOn), what } }),
  )
}

/** Takes an incident away. Throws a UserError for one that is not there (any more). */
export async function removeIncident(viewer: DossierViewer, id: string): Promise<void> {
  const { tx, familyId } = viewer
  await write(viewer, lineFor('incident removed'), async () => {
    const { count } = await tx.intakeIncident.deleteMany({ where: { familyId, id } })
    if (count === 0) {
      throw new UserError('Dit is al weggehaald. Ververs de pagina.')
    }
  })
}

/** What keeps coming back. */
export async function recordPattern(viewer: DossierViewer, input: z.output<typeof PatternForm>): Promise<void> {
  await changeIntake(viewer, 'pattern', input)
}

/** Whether there was immediate danger, and how it was averted. Without danger nothing of that remains. */
export async function recordDanger(viewer: DossierViewer, input: z.output<typeof DangerForm>): Promise<void> {
  const { immediateDanger, dangerAvertedUntil, ...texts } = input
  const averted = immediateDanger
    ? { ...texts, dangerAvertedUntil: columnOf(dangerAvertedUntil) }
    : { dangerAverted: null, dangerAvertedBy: null, dangerAvertedUntil: null }
  await changeIntake(viewer, 'danger', { immediateDanger, ...averted })
}

/** What the family answered to the offer of a plan of its own. */
export async function recordFamilyPlan(
  viewer: DossierViewer,
  { familyPlan }: z.output<typeof FamilyPlanForm>,
): Promise<void> {
  await changeIntake(viewer, 'family plan', { familyPlanOffered: true, familyPlanChosen: familyPlan === 'chosen' })
}

/** When GIPS was explained and consent was asked. Throws a UserError for a day that is still to come. */
export async function recordExplanation(viewer: DossierViewer, input: z.output<typeof ExplanationForm>): Promise<void> {
  const { explainedOn, consentAskedOn } = input
  demandPast(viewer, 'explainedOn', explainedOn)
  demandPast(viewer, 'consentAskedOn', consentAskedOn)
  await changeIntake(viewer, 'explanation', {
    explainedOn: columnOf(explainedOn),
    consentAskedOn: columnOf(consentAskedOn),
  })
}

/** What is optional: help that there was before, and a parent who avoids care. */
export async function recordHistory(viewer: DossierViewer, input: z.output<typeof HistoryForm>): Promise<void> {
  await changeIntake(viewer, 'history', input)
}

/** One part of the intake; triage and framework are the region's, and the database lets no other hand write them. */
async function changeIntake(
  viewer: DossierViewer,
  what: string,
  data: Omit<Prisma.IntakeUncheckedCreateInput, 'familyId' | 'id'>,
): Promise<void> {
  const { tx, familyId } = viewer
  await write(viewer, lineFor(what), async () => {
    const { count } = await tx.intake.updateMany({ where: { familyId }, data })
    if (count === 0) {
      await tx.intake.create({ data: { familyId, id: v7(), ...data } })
    }
  })
}

function lineFor(what: string) {
  return { right: 'intake.edit' as const, subject: 'intake', detail: { what } }
}

function demandPast({ today }: DossierViewer, field: string, day: PlainDate | null): void {
  if (day !== null && day > today) {
    throw new UserError('Deze datum ligt in de toekomst. Vul de goede datum in.', field)
  }
}

function columnOf(day: PlainDate | null): Date | null {
  return day === null ? null : dateColumn(day)
}
