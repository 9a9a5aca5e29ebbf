import { plainDateOf } from '@/lib/dates'
import type { IntakeView } from '@/lib/domain/intake'
import type { FamilyPlanAnswer, FrameworkKind } from '@/lib/domain/intake-words'
import type { DossierViewer } from '@/lib/gate'
import type { Intake } from '@/prisma/generated/client'

/**
 * The intake of the viewer's dossier; where nothing was recorded yet, everything is unknown. The row policies show it to
 * the case director, the chair and professionals only: to anyone else it looks empty.
 */
export async function intakeOf({ tx, familyId }: DossierViewer): Promise<IntakeView> {
  const intake = await tx.intake.findUnique({ where: { familyId } })
  const incidents = await tx.intakeIncident.findMany({
    where: { familyId },
    orderBy: [{ happenedOn: 'asc' }, { id: 'asc' }],
  })
  const directors = await tx.teamMembership.count({ where: { familyId, role: 'caseDirector', until: null } })
  return {
    ...textsOf(intake),
    ...datesOf(intake),
    hasCaseDirector: directors > 0,
    triageComplete: intake?.triageComplete ?? null,
    reportedAt: intake?.reportedAt ?? null,
    firstActionAt: intake?.firstActionAt ?? null,
    framework: frameworkOf(intake),
    immediateDanger: intake?.immediateDanger ?? null,
    familyPlan: familyPlanOf(intake),
    incidents: incidents.map(({ id, happenedOn, what }) => ({ id, happenedOn: plainDateOf(happenedOn), what })),
  }
}

function textsOf(intake: Intake | null) {
  return {
    formsOfUnsafety: intake?.formsOfUnsafety ?? [],
    directions: intake?.directions ?? [],
    structuralFacts: intake?.structuralFacts ?? null,
    dangerAverted: intake?.dangerAverted ?? null,
    dangerAvertedBy: intake?.dangerAvertedBy ?? null,
    historyOfHelp: intake?.historyOfHelp ?? null,
    careAvoiding: intake?.careAvoiding ?? false,
  }
}

function datesOf(intake: Intake | null) {
  const dayOf = (column: Date | null | undefined) => (column ? plainDateOf(column) : null)
  return {
    triageReceivedOn: dayOf(intake?.triageReceivedOn),
    voluntaryFrom: dayOf(intake?.voluntaryFrom),
    dangerAvertedUntil: dayOf(intake?.dangerAvertedUntil),
    explainedOn: dayOf(intake?.explainedOn),
    consentAskedOn: dayOf(intake?.consentAskedOn),
  }
}

function frameworkOf(intake: Intake | null): IntakeView['framework'] {
  const { frameworkKind, frameworkFrom, frameworkUntil } = intake ?? {}
  if (!frameworkKind || !frameworkFrom || !frameworkUntil) {
    return null
  }
  return { kind: frameworkKind as FrameworkKind, from: plainDateOf(frameworkFrom), until: plainDateOf(frameworkUntil) }
}

function familyPlanOf(intake: Intake | null): FamilyPlanAnswer | null {
  if (!intake?.familyPlanOffered || intake.familyPlanChosen === null) {
    return null
  }
  return intake.familyPlanChosen ? 'chosen' : 'declined'
}
