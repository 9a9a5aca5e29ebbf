import type { z } from 'zod'
import {
  type CloseAgreementForm,
  isForSafety,
  lackBeforeForce,
  type PutInForceForm,
} from '@/lib/domain/agreement-in-force'
import { planSlug } from '@/lib/domain/plan-state'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import type { Plan, Prisma } from '@/prisma/generated/client'
import { tellDoers } from './agreement-messages'
import { CHANGED_MEANWHILE, planRow } from './plan-life'
import { whenOf } from './plan-snapshot'
import { write } from './write'

const CHANGED = 'Een van deze afspraken is intussen veranderd, of geldt al. Ververs de pagina en kijk opnieuw.'

const withDoersAndKinds = {
  agreementDoers: { orderBy: { id: 'asc' } },
  agreementGoals: { select: { goal: { select: { kind: true } } } },
} as const satisfies Prisma.AgreementInclude

export type AgreementOfPlan = Prisma.AgreementGetPayload<{ include: typeof withDoersAndKinds }>

/**
 * Puts safety agreements of a provisional plan in force, with the safety goals they serve, and tells their doers at
 * once. From then on they are live like those of a definitive plan. Throws a UserError where one is incomplete, serves
 * no safety goal, was changed since the director looked, or is in force already.
 */
export async function putInForce(viewer: DossierViewer, input: z.output<typeof PutInForceForm>): Promise<void> {
  const plan = await demandProvisional(viewer, input.planId)
  const ids = input.agreements.map(({ id }) => id)
  await demandReady(viewer, plan.id, ids)
  const detail = { plan: planSlug(plan), agreements: ids.length }
  await write(viewer, { right: 'agreement.putInForce', subject: 'agreements', detail }, async () => {
    for (const { id, version } of input.agreements) {
      await startOne(viewer, plan, id, version)
    }
    await viewer.tx.goal.updateMany({
      where: {
        familyId: viewer.familyId,
        planId: plan.id,
        kind: 'safety',
        adoptedAt: null,
        agreementGoals: { some: { agreementId: { in: ids } } },
      },
      data: { adoptedAt: viewer.now },
    })
    await tellDoers(viewer, 'agreementsInForce', ids)
  })
}

/**
 * Closes an agreement that is in force while its plan is provisional or being revised, for good and with a reason; its
 * doers are told. Throws a UserError when it is not in force, or closed already.
 */
export async function closeAgreement(viewer: DossierViewer, input: z.output<typeof CloseAgreementForm>): Promise<void> {
  const plan = await demandProvisional(viewer, input.planId)
  const { agreementId: id, reason } = input
  const { tx, familyId, now } = viewer
  const line = { right: 'agreement.close', subject: `agreement ${id}`, detail: { plan: planSlug(plan) } } as const
  await write(viewer, line, async () => {
    const { count } = await tx.agreement.updateMany({
      where: { familyId, id, planId: plan.id, inForceAt: { not: null }, droppedAt: null },
      data: { droppedAt: now, droppedReason: reason },
    })
    if (count === 0) {
      throw new UserError('Deze afspraak geldt niet (meer). Ververs de pagina en kijk opnieuw.')
    }
    await tellDoers(viewer, 'agreementClosed', [id])
    await announce(tx, { familyId, planId: plan.id, kind: 'list', key: id })
  })
}

/** The agreements of a plan that were not taken away or closed, in their order. */
export async function standingAgreements({ tx, familyId }: DossierViewer, planId: string): Promise<AgreementOfPlan[]> {
  return tx.agreement.findMany({
    where: { familyId, planId, droppedAt: null },
    include: withDoersAndKinds,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
}

async function demandProvisional(viewer: DossierViewer, planId: string): Promise<Plan> {
  const plan = await planRow(viewer, planId)
  if (plan.state !== 'provisional') {
    throw new UserError(CHANGED_MEANWHILE)
  }
  return plan
}

async function demandReady(viewer: DossierViewer, planId: string, ids: readonly string[]): Promise<void> {
  const rows = await standingAgreements(viewer, planId)
  for (const id of ids) {
    const row = rows.find((each) => each.id === id)
    if (!row) {
      throw new UserError(CHANGED)
    }
    const lack = isForSafety(kindsOf(row)) ? lackOf(row) : 'Zij hoort niet bij een veiligheidsdoel.'
    if (lack) {
      throw new UserError(`De afspraak “${row.text}” kan nog niet ingaan. ${lack}`, 'agreements')
    }
  }
}

/** A conditional update on what the director looked at: of two at once, one comes second and is told so. */
async function startOne(viewer: DossierViewer, plan: Plan, id: string, version: number): Promise<void> {
  const { tx, familyId, now } = viewer
  const { count } = await tx.agreement.updateMany({
    where: { familyId, id, planId: plan.id, version, inForceAt: null, droppedAt: null, plan: { state: 'provisional' } },
    data: { inForceAt: now },
  })
  if (count === 0) {
    throw new UserError(CHANGED)
  }
  await announce(tx, { familyId, planId: plan.id, kind: 'list', key: id })
}

/** What this agreement lacks before it can go in force; null when it is complete. */
export function lackOf(row: AgreementOfPlan): string | null {
  const doers = row.agreementDoers.length + (row.byEveryone ? 1 : 0)
  return lackBeforeForce({ text: row.text, doers, when: whenOf(row) })
}

/** The kinds of goals that this agreement serves. */
export function kindsOf({ agreementGoals }: AgreementOfPlan) {
  return agreementGoals.map(({ goal }) => goal.kind)
}
