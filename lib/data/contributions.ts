import { CONTRIBUTION, type ContributionView } from '@/lib/domain/absent-contribution'
import type { GivenAnswer } from '@/lib/domain/answer-sheet'
import type { DossierViewer } from '@/lib/gate'
import { holds } from '@/lib/policy'
import type { Statements } from '@/lib/statements'
import { answersOf } from './answer-sheets'
import { answerIdOf } from './answers'
import { type SeatRow, seatRows } from './meeting-people'
import { type DossierPerson, peopleOfDossier } from './names'
import type { PlanInView } from './plans'

/**
 * What each invited professional gave along for a meeting that they cannot attend, or may still give: by themselves until
 * the plan is provisional, or typed in by who writes in the meeting. Who is there gives nothing along.
 */
export async function contributionsOf(
  viewer: DossierViewer<Statements>,
  plan: PlanInView,
): Promise<ContributionView[]> {
  if (!holds(viewer.roles, 'meeting.read', plan.facts)) {
    return []
  }
  const [seats, people, answers] = await Promise.all([
    seatRows(viewer, plan.id),
    peopleOfDossier(viewer.tx),
    answersOf(viewer, plan.id),
  ])
  return contributionsFrom(viewer, plan, { seats, people, answers })
}

interface Gathered {
  seats: readonly SeatRow[]
  people: readonly DossierPerson[]
  answers: readonly GivenAnswer[]
}

/** The same, of what was asked for the meeting already; for who reads that. */
export function contributionsFrom(
  viewer: DossierViewer<Statements>,
  plan: PlanInView,
  { seats, people, answers }: Gathered,
): ContributionView[] {
  const given = answers.filter(({ itemKey }) => itemKey === CONTRIBUTION.key)
  return seats
    .filter(({ role }) => role === 'professional')
    .flatMap((seat): ContributionView[] => {
      const person = people.find(({ personId }) => personId === seat.personId)
      return person ? [contributionOf(viewer, plan, { ...seat, person }, given)] : []
    })
}

type Seat = { attendance: ContributionView['attendance']; person: DossierPerson }

function contributionOf(
  { personId, roles }: DossierViewer<Statements>,
  { id: planId, facts }: PlanInView,
  { attendance, person }: Seat,
  given: readonly GivenAnswer[],
): ContributionView {
  const respondent = { kind: 'person' as const, id: person.personId }
  const answer = given.find((each) => each.respondent?.id === person.personId)
  const isTheirs = holds(roles, 'meeting.write', facts) || person.personId === personId
  return {
    id: answerIdOf(planId, CONTRIBUTION.key, respondent),
    itemKey: CONTRIBUTION.key,
    respondent,
    name: person.name,
    profession: person.profession,
    attendance,
    text: answer?.text ?? '',
    version: answer?.version ?? 0,
    savedAt: answer?.savedAt ?? null,
    mayWrite: attendance !== 'present' && isTheirs && holds(roles, 'contribution.write', facts),
  }
}
