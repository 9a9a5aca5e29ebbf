import { answerIdOf } from '@/lib/data/answers'
import { peopleOf } from '@/lib/data/people-names'
import type { PlanInView } from '@/lib/data/plans'
import { reportedConcernsOf } from '@/lib/data/reported-concerns'
import type { SectionPart } from '@/lib/domain/agendas/agenda'
import type { AnswerPeople, Respondent } from '@/lib/domain/answer'
import { answerSheet, type GivenAnswer, type SheetInput, type SheetSection } from '@/lib/domain/answer-sheet'
import type { DossierViewer } from '@/lib/gate'
import type { Statements } from '@/lib/statements'

/** The questions of these parts of a plan, each with a field per respondent and the answers this viewer may see. */
export async function sheetOf(
  viewer: DossierViewer<Statements>,
  plan: PlanInView,
  parts: readonly SectionPart[],
): Promise<SheetSection[]> {
  return sheetFrom(plan, parts, await sheetRows(viewer, plan))
}

export type SheetRows = Pick<SheetInput, 'people' | 'answers' | 'reportedConcerns'>

/** What a sheet is filled with; the concerns of the report only where the agenda puts them to the parents. */
export async function sheetRows(
  viewer: DossierViewer<Statements>,
  plan: PlanInView,
  asked: Promise<AnswerPeople> = peopleOf(viewer, plan.id),
): Promise<SheetRows> {
  const asksOfReport = plan.agenda.sections.some(({ items }) => items.some(({ kind }) => kind === 'reportedConcerns'))
  const [people, answers, reportedConcerns] = await Promise.all([
    asked,
    answersOf(viewer, plan.id),
    asksOfReport ? reportedConcernsOf(viewer, plan.id) : [],
  ])
  return { people, answers, reportedConcerns }
}

/** The same questions, of what was asked. */
export function sheetFrom({ id, agenda }: PlanInView, parts: readonly SectionPart[], rows: SheetRows): SheetSection[] {
  return answerSheet({ agenda, parts, ...rows, idFor: (itemKey, respondent) => answerIdOf(id, itemKey, respondent) })
}

interface AnswerRow extends Omit<GivenAnswer, 'respondent' | 'savedAt'> {
  member: string | null
  network: string | null
  person: string | null
  updatedAt: Date
}

/** The answers to a plan as they stand, for as far as the row policies show them to this viewer. */
export async function answersOf({ tx, familyId }: DossierViewer<Statements>, planId: string): Promise<GivenAnswer[]> {
  const rows = await tx.$queryRaw<AnswerRow[]>`
    select id, item_key as "itemKey", respondent_member_id as member, respondent_network_id as network,
      respondent_person_id as person, text, applies, version, updated_at as "updatedAt"
    from answer
    where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid`
  return rows.map(({ member, network, person, updatedAt, ...row }) => ({
    ...row,
    respondent: respondentFrom(member, network, person),
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
