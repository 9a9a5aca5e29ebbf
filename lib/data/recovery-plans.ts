import { v5 } from 'uuid'
import type { z } from 'zod'
import { planTitle } from '@/lib/domain/plan-state'
import { isChildKind, type RecoveryPerson, recoveryOrder, withoutRecoveryPlan } from '@/lib/domain/recovery'
import type { ChooseSubjectsForm, WaiveRecoveryPlanForm } from '@/lib/domain/recovery-forms'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import type { Plan } from '@/prisma/generated/client'
import { namesOfDossier } from './names'
import { planRow } from './plan-life'
import { write } from './write'

/** Children, then parents, then carers, each with the recovery plans that meetings made for them. */
export async function recoveryPeople(viewer: DossierViewer, plan: Plan): Promise<RecoveryPerson[]> {
  const { tx, familyId } = viewer
  const members = await tx.familyMember.findMany({
    where: { familyId },
    select: {
      id: true,
      firstNames: true,
      kind: true,
      movedOutOn: true,
      deceasedOn: true,
      recoveryPlans: { select: { plan: { select: { id: true, kind: true, ordinal: true } } } },
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return members
    .map(({ id, firstNames, kind, movedOutOn, deceasedOn, recoveryPlans }) => ({
      id,
      name: firstNames,
      kind,
      isHere: recoveryPlans.some((each) => each.plan.id === plan.id),
      elsewhere: recoveryPlans
        .filter((each) => each.plan.id !== plan.id)
        .map((each) => planTitle(each.plan.kind, each.plan.ordinal)),
      hasMovedOut: movedOutOn !== null,
      hasDied: deceasedOn !== null,
    }))
    .sort((one, other) => recoveryOrder(one.kind) - recoveryOrder(other.kind))
}

/** What decides whether everyone has a recovery plan: at GIPS 3 who has none yet, at GIPS 4 the children with the reason. */
export async function recoveryPart(viewer: DossierViewer, plan: Plan) {
  const nobody = { withoutRecoveryPlan: [], childrenWithoutRecoveryPlan: [] }
  if (plan.kind !== 'gips3' && plan.kind !== 'gips4') {
    return nobody
  }
  const without = withoutRecoveryPlan(await recoveryPeople(viewer, plan)).map(({ id, name, kind }) => ({
    id,
    name,
    isChild: isChildKind(kind),
  }))
  if (plan.kind === 'gips3') {
    return { ...nobody, withoutRecoveryPlan: without }
  }
  const waivers = await viewer.tx.recoveryWaiver.findMany({ where: { familyId: viewer.familyId } })
  const reasonFor = (id: string) => waivers.find(({ memberId }) => memberId === id)?.reason ?? ''
  const children = without.filter(({ isChild }) => isChild)
  return {
    ...nobody,
    childrenWithoutRecoveryPlan: children.map(({ id }) => ({ memberId: id, reason: reasonFor(id) })),
  }
}

/**
 * Chooses for whom this GIPS 3 makes a recovery plan, until it is provisional. Whoever is taken out has nothing of a plan
 * yet: a UserError names who has goals or a TOP-3 here. Answers and concerns stay and come back with the person.
 */
export async function chooseSubjects(
  viewer: DossierViewer,
  { planId, people }: z.output<typeof ChooseSubjectsForm>,
): Promise<void> {
  const { tx, familyId } = viewer
  const plan = await planRow(viewer, planId)
  if (plan.kind !== 'gips3' || plan.state === 'provisional' || plan.state === 'definitive') {
    throw new UserError('Over wie het overleg gaat, staat nu vast.')
  }
  const known = await recoveryPeople(viewer, plan)
  if (people.some((id) => !known.some((each) => each.id === id))) {
    throw new UserError('Een van deze gezinsleden is er niet (meer). Ververs de pagina.', 'people')
  }
  const dead = known.find(({ id, hasDied, isHere }) => hasDied && !isHere && people.includes(id))
  if (dead) {
    throw new UserError(`${dead.name} is overleden. Er komt geen herstelplan meer.`, 'people')
  }
  const taken = known.filter(({ id, isHere }) => isHere && !people.includes(id)).map(({ id }) => id)
  await refuseStarted(viewer, planId, taken)
  const detail = { persons: people.length }
  await write(viewer, { right: 'plan.move', subject: 'recovery plans', detail }, async () => {
    await tx.recoveryPlan.deleteMany({ where: { familyId, planId, memberId: { in: taken } } })
    await tx.recoveryPlan.createMany({
      data: people.map((memberId) => ({ familyId, id: v5(`recovery ${memberId}`, planId), planId, memberId })),
      skipDuplicates: true,
    })
    await announce(tx, { familyId, planId, kind: 'plan' })
  })
}

/** Records why a child has no recovery plan, once a GIPS 4 asks for it. */
export async function waiveRecoveryPlan(
  viewer: DossierViewer,
  { memberId, reason }: z.output<typeof WaiveRecoveryPlanForm>,
): Promise<void> {
  const { tx, familyId, now } = viewer
  const member = await tx.familyMember.findFirst({ where: { familyId, id: memberId }, select: { kind: true } })
  if (!member || !isChildKind(member.kind)) {
    throw new UserError('Dit kind is er niet (meer). Ververs de pagina.')
  }
  await write(viewer, { right: 'plan.move', subject: 'recovery plan waived' }, () =>
    tx.recoveryWaiver.upsert({
      where: { familyId_memberId: { familyId, memberId } },
      create: { familyId, id: v5('no recovery plan', memberId), memberId, reason, recordedAt: now },
      update: { reason, recordedAt: now },
    }),
  )
}

async function refuseStarted({ tx, familyId }: DossierViewer, planId: string, memberIds: string[]): Promise<void> {
  const where = { familyId, planId, aboutMemberId: { in: memberIds } }
  const goal = await tx.goal.findFirst({ where, select: { aboutMemberId: true } })
  const decision = await tx.topThreeDecision.findFirst({ where, select: { aboutMemberId: true } })
  const started = goal ?? decision
  if (started) {
    const name = (await namesOfDossier(tx))(started.aboutMemberId) ?? 'dit gezinslid'
    throw new UserError(`Voor ${name} staan hier al doelen of een TOP-3. Haal die eerst weg.`, 'people')
  }
}
