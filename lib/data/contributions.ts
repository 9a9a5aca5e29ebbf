import { CONTRIBUTION, type ContributionView } from '@/lib/domain/absent-contribution'
import type { DossierViewer } from '@/lib/gate'
import { holds } from '@/lib/policy'
import { answersOf } from './answer-sheets'
import { answerIdOf } from './answers'
import { peopleOfDossier } from './names'
import type { PlanInView } from './plans'

/**
 * What each invited professional gave along for a meeting that they cannot attend, or may still give: by themselves until
 * the plan is provisional, or typed in by who writes in the meeting. Who is there gives nothing along.
 */
export async function contributionsOf(viewer: DossierViewer, plan: PlanInView): Promise<ContributionView[]> {
  const { tx, familyId, personId, roles } = viewer
  if (!holds(roles, 'meeting.read', plan.facts)) {
    return []
  }
  const seats = await tx.participant.findMany({
    where: { familyId, meeting: { planId: plan.id }, role: 'professional', personId: { not: null } },
    select: { personId: true, attendance: true },
    orderBy: { id: 'asc' },
  })
  const people = await peopleOfDossier(tx)
  const answers = (await answersOf(viewer, plan.id)).filter(({ itemKey }) => itemKey === CONTRIBUTION.key)
  const writesForAll = holds(roles, 'meeting.write', plan.facts)
  const mayWrite = holds(roles, 'contribution.write', plan.facts)
  return seats.flatMap(({ personId: id, attendance }): ContributionView[] => {
    const person = people.find((each) => each.personId === id)
    if (!person) return []
    const respondent = { kind: 'person' as const, id: person.personId }
    const answer = answers.find((each) => each.respondent?.id === person.personId)
    return [
      {
        id: answerIdOf(plan.id, CONTRIBUTION.key, respondent),
        itemKey: CONTRIBUTION.key,
        respondent,
        name: person.name,
        profession: person.profession,
        attendance,
        text: answer?.text ?? '',
        version: answer?.version ?? 0,
        savedAt: answer?.savedAt ?? null,
        mayWrite: mayWrite && attendance !== 'present' && (writesForAll || id === personId),
      },
    ]
  })
}
