import { v5 } from 'uuid'
import type { DecideCarried, KeepCarried } from '@/lib/domain/carried-forms'
import { isCarriedAgreement } from '@/lib/domain/carried-goals'
import type { RowSaved } from '@/lib/domain/meeting-forms'
import type { PlanReference } from '@/lib/domain/plan-state'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import { withDoersAndGoals } from './agreement-value'
import { agreementsInDossier } from './agreements'
import type { PlanInView } from './plans'
import { demandUnsettled, keepRow } from './versioned-row'
import { write } from './write'

export type CarriedValue = Pick<DecideCarried, 'decision' | 'reason'>

const NOT_OPEN = 'Deze afspraak loopt niet (meer). Ververs de pagina.'

/**
 * Keeps what a meeting decides about one agreement of an earlier plan: it stays, changes or ends. "Changed" puts an
 * agreement of this plan beside it, with the same words to begin with; the old one stays as it was and is closed when the
 * case director adopts this plan. Throws a UserError for one that is not in force or done already.
 */
export async function decideCarried(
  viewer: DossierViewer,
  plan: PlanInView,
  agreementId: string,
  { base, after, ...value }: DecideCarried,
): Promise<RowSaved<CarriedValue>> {
  demand(viewer, 'meeting.write', plan.facts)
  demandUnsettled(plan)
  await demandCarried(viewer, plan, [agreementId])
  const { tx, familyId, personId } = viewer
  const key = { familyId, agreementId, planId: plan.id }
  const saved = await keepRow(
    viewer,
    plan,
    { base, value, after },
    {
      line: { right: 'meeting.write', subject: `carried agreement ${agreementId}` },
      start: () =>
        tx.carriedAgreement.createMany({ data: { ...key, id: rowId(agreementId, plan) }, skipDuplicates: true }),
      lock: async () => {
        await tx.$queryRaw`select 1 from carried_agreement
          where family_id = ${familyId}::uuid and agreement_id = ${agreementId}::uuid and plan_id = ${plan.id}::uuid for update`
        const row = await tx.carriedAgreement.findFirst({ where: key })
        return row && { ...row, value: { decision: row.decision, reason: row.reason } }
      },
      overwrite: (id, version) =>
        tx.carriedAgreement.updateMany({
          where: { familyId, id, version },
          data: { ...value, version: version + 1, authorPersonId: personId },
        }),
    },
  )
  if (saved.outcome === 'saved') {
    await putInPlace(viewer, plan, agreementId, value.decision === 'changed')
  }
  return saved
}

/** Lets these agreements stay as they are, those left alone about which something was decided already. */
export async function keepCarried(viewer: DossierViewer, plan: PlanInView, { ids }: KeepCarried) {
  demand(viewer, 'meeting.write', plan.facts)
  demandUnsettled(plan)
  await demandCarried(viewer, plan, ids)
  const { tx, familyId, personId } = viewer
  const detail = { plan: plan.slug, agreements: ids.length }
  await write(viewer, { right: 'meeting.write', subject: 'carried agreements', detail }, async () => {
    const kept = { decision: 'kept', authorPersonId: personId } as const
    await tx.carriedAgreement.createMany({
      data: ids.map((agreementId) => ({
        familyId,
        id: rowId(agreementId, plan),
        agreementId,
        planId: plan.id,
        version: 1,
        ...kept,
      })),
      skipDuplicates: true,
    })
    await tx.carriedAgreement.updateMany({
      where: { familyId, planId: plan.id, agreementId: { in: ids }, decision: null },
      data: { ...kept, version: { increment: 1 } },
    })
    await announce(tx, { familyId, planId: plan.id, kind: 'list', key: plan.id })
  })
  return { outcome: 'saved' as const, version: 1 }
}

/** How many agreements of earlier plans this meeting has not decided about. */
export async function undecidedAgreements(
  viewer: DossierViewer,
  plan: PlanReference & { id: string },
): Promise<number> {
  const { tx, familyId } = viewer
  const open = (await agreementsInDossier(viewer)).filter((each) => isCarriedAgreement(each, plan))
  const decided = await tx.carriedAgreement.count({
    where: { familyId, planId: plan.id, decision: { not: null }, agreementId: { in: open.map(({ id }) => id) } },
  })
  return open.length - decided
}

async function demandCarried(viewer: DossierViewer, plan: PlanInView, ids: readonly string[]): Promise<void> {
  const open = (await agreementsInDossier(viewer)).filter((each) => isCarriedAgreement(each, plan))
  if (ids.some((id) => !open.some((each) => each.id === id))) {
    throw new UserError(NOT_OPEN)
  }
}

/** The agreement that takes another's place: made at the first need, taken out when the meeting thinks better of it. */
async function putInPlace(
  viewer: DossierViewer,
  plan: PlanInView,
  agreementId: string,
  isWanted: boolean,
): Promise<void> {
  const { tx, familyId, now } = viewer
  const key = { familyId, agreementId, planId: plan.id }
  const id = v5(`instead of ${agreementId}`, plan.id)
  const standing = await tx.agreement.findFirst({ where: { familyId, id }, select: { droppedAt: true } })
  if (!standing && isWanted) {
    await copyAgreement(viewer, plan, agreementId, id)
  } else if (standing && (standing.droppedAt === null) !== isWanted) {
    const data = isWanted
      ? { droppedAt: null, droppedReason: null }
      : { droppedAt: now, droppedReason: 'De afspraak waarvoor zij kwam, blijft zoals zij was.' }
    await tx.agreement.updateMany({ where: { familyId, id, inForceAt: null }, data })
  }
  await tx.carriedAgreement.updateMany({ where: key, data: { replacedById: isWanted ? id : null } })
}

async function copyAgreement(
  { tx, familyId, personId }: DossierViewer,
  plan: PlanInView,
  fromId: string,
  id: string,
): Promise<void> {
  const { agreementDoers, agreementGoals, ...old } = await tx.agreement.findUniqueOrThrow({
    where: { familyId_id: { familyId, id: fromId } },
    include: withDoersAndGoals,
  })
  const { text, aboutMemberId, dueOn, rhythm, rhythmUntil, byEveryone, position } = old
  const words = { text, aboutMemberId, dueOn, rhythm, rhythmUntil, byEveryone, position }
  await tx.agreement.create({
    data: { familyId, id, planId: plan.id, ...words, authorPersonId: personId, version: 1 },
    select: { id: true },
  })
  const of = { familyId, agreementId: id }
  await tx.agreementDoer.createMany({
    data: agreementDoers.map((doer) => ({
      ...of,
      ...doer,
      id: v5(`${doer.personId}|${doer.memberId}|${doer.networkPersonId}`, id),
    })),
  })
  await tx.agreementGoal.createMany({ data: agreementGoals.map(({ goalId }) => ({ ...of, goalId })) })
}

function rowId(agreementId: string, plan: PlanInView): string {
  return v5(`carried ${agreementId}`, plan.id)
}
