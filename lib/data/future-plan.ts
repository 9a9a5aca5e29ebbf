import { v7 } from 'uuid'
import type { z } from 'zod'
import { dateColumn, plainDateOf } from '@/lib/dates'
import { type FuturePlanDesk, usualEvaluations, WALL_HEADINGS } from '@/lib/domain/future-plan'
import type { FuturePlanForm } from '@/lib/domain/future-plan-forms'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import type { Plan } from '@/prisma/generated/client'
import { CHANGED_MEANWHILE, planRow } from './plan-life'
import { teamInList } from './team'
import { write } from './write'

/** What the case director decides with the family about the year after GIPS 5; null for every other plan. */
export async function futurePlanDesk(viewer: DossierViewer, plan: Plan): Promise<FuturePlanDesk | null> {
  if (plan.kind !== 'gips5') {
    return null
  }
  const { tx, familyId } = viewer
  const kept = await tx.futurePlan.findUnique({ where: { familyId_planId: { familyId, planId: plan.id } } })
  const meeting = await tx.meeting.findUnique({ where: { familyId_planId: { familyId, planId: plan.id } } })
  const usual = meeting?.heldOn ? usualEvaluations(plainDateOf(meeting.heldOn)) : null
  return {
    caseManagerId: kept?.caseManagerId ?? null,
    firstOn: kept?.firstOn ? plainDateOf(kept.firstOn) : (usual?.firstOn ?? null),
    secondOn: kept?.secondOn ? plainDateOf(kept.secondOn) : (usual?.secondOn ?? null),
    wall: kept?.wall ?? [],
    candidates: await candidatesOf(viewer),
    choices: await choicesOf(viewer, plan.id),
  }
}

/** Keeps it while the plan is being made. Throws a UserError for who cannot be the case manager, and once it is definitive. */
export async function keepFuturePlan(viewer: DossierViewer, input: z.output<typeof FuturePlanForm>): Promise<void> {
  const { tx, familyId, personId } = viewer
  const { planId, caseManagerId, wall } = input
  const plan = await planRow(viewer, planId)
  if (plan.kind !== 'gips5' || plan.state === 'definitive') {
    throw new UserError(CHANGED_MEANWHILE)
  }
  if (caseManagerId !== null && !(await candidatesOf(viewer)).some(({ id }) => id === caseManagerId)) {
    throw new UserError('Deze persoon hoort niet (meer) bij het team. Kies iemand anders.', 'caseManagerId')
  }
  const { firstOn, secondOn } = input
  if (firstOn !== null && secondOn !== null && secondOn <= firstOn) {
    throw new UserError('De tweede keer terugkijken is na de eerste. Kies een latere dag.', 'secondOn')
  }
  const data = {
    caseManagerId,
    firstOn: firstOn === null ? null : dateColumn(firstOn),
    secondOn: secondOn === null ? null : dateColumn(secondOn),
    wall: Object.keys(WALL_HEADINGS).filter((key) => wall.includes(key)),
    authorPersonId: personId,
  }
  await write(viewer, { right: 'plan.move', subject: 'plan gips5', detail: { what: 'year after' } }, async () => {
    await tx.futurePlan.upsert({
      where: { familyId_planId: { familyId, planId } },
      create: { familyId, id: v7(), planId, ...data },
      update: data,
    })
    await announce(tx, { familyId, planId, kind: 'list' })
  })
}

/** Everyone in the team but the chair, who is neutral; who joins for this is added to the team first. */
async function candidatesOf(viewer: DossierViewer) {
  const team = await teamInList(viewer)
  return team
    .filter(
      ({ isActive, roles }) => isActive && !roles.includes('gipsMaster') && roles.some((role) => role !== 'noteTaker'),
    )
    .map(({ personId: id, name }) => ({ id, name }))
}

async function choicesOf({ tx, familyId }: DossierViewer, planId: string) {
  const answers = await tx.answer.findMany({
    where: { familyId, planId, itemKey: { in: Object.keys(WALL_HEADINGS) }, text: { not: '' } },
    select: { itemKey: true, text: true },
  })
  return Object.entries(WALL_HEADINGS).flatMap(([key, heading]) => {
    const answer = answers.find(({ itemKey }) => itemKey === key)
    return answer ? [{ key, heading, answer: answer.text }] : []
  })
}
