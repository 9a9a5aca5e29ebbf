import { answerIdOf } from '@/lib/data/answers'
import { peopleOf } from '@/lib/data/people-names'
import type { PlanInView } from '@/lib/data/plans'
import { reportedConcernsOf } from '@/lib/data/reported-concerns'
import type { SectionPart } from '@/lib/domain/agendas/agenda'
import type { Respondent } from '@/lib/domain/answer'
import { answerSheet, type GivenAnswer, type SheetSection } from '@/lib/domain/answer-sheet'
import type { DossierViewer } from '@/lib/gate'

/** The questions of these parts of a plan, each with a field per respondent and the answers this viewer may see. */
export async function sheetOf(
  viewer: DossierViewer,
  plan: PlanInView,
  parts: readonly SectionPart[],
): Promise<SheetSection[]> {
  return answerSheet({
    agenda: plan.agenda,
    parts,
    people: await peopleOf(viewer, plan.id),
    answers: await answersOf(viewer, plan.id),
    reportedConcerns: await reportedConcernsOf(viewer, plan.id),
    idFor: (itemKey, respondent) => answerIdOf(plan.id, itemKey, respondent),
  })
}

/** The answers to a plan as they stand, for as far as the row policies show them to this viewer. */
export async function answersOf({ tx, familyId }: DossierViewer, planId: string): Promise<GivenAnswer[]> {
  const rows = await tx.answer.findMany({
    where: { familyId, planId },
    select: {
      id: true,
      itemKey: true,
      respondentMemberId: true,
      respondentNetworkId: true,
      respondentPersonId: true,
      text: true,
      applies: true,
      version: true,
      updatedAt: true,
    },
  })
  return rows.map(({ respondentMemberId, respondentNetworkId, respondentPersonId, updatedAt, ...row }) => ({
    ...row,
    respondent: respondentFrom(respondentMemberId, respondentNetworkId, respondentPersonId),
    savedAt: row.version > 0 ? updatedAt.toISOString() : null,
  }))
}

function respondentFrom(member: string | null, network: string | null, person: string | null): Respondent | null {
  if (member) {
    return { kind: 'member', id: member }
  }
  if (network) {
    return { kind: 'network', id: network }
  }
  return person ? { kind: 'person', id: person } : null
}
