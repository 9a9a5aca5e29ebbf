import type { z } from 'zod'
import {
  type AgreementsOnDesk,
  type CloseAgreementForm,
  type DeskAgreement,
  isForSafety,
  lackBeforeForce,
  type PutInForceForm,
} from '@/lib/domain/agreement-in-force'
import { planSlug } from '@/lib/domain/plan-state'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import type { Plan, Prisma } from '@/prisma/generated/client'
import { accountsOfDoers, tellDoers } from './agreement-messages'
import type { NameOf } from './plan-content'
import { doersOf, whenText } from './plan-goal-rows'
import { CHANGED_MEANWHILE, planRow } from './plan-life'
import { whenOf } from './plan-snapshot'
import { write } from './write'

const CHANGED = 'Een van deze afspraken is intussen veranderd, of geldt al. Ververs de pagina en kijk opnieuw.'

const withDoersAndKinds = {
  agreementDoers: { orderBy: { id: 'asc' } },
  agreementGoals: { select: { goal: { select: { kind: true } } } },
} as const satisfies Prisma.AgreementInclude

type Row = Prisma.AgreementGetPayload<{ include: typeof withDoersAndKinds }>

/** What the case director can put in force or close while the plan is provisional, and who will be told. */
export async function agreementsOnDesk(viewer: DossierViewer, plan: Plan, nameOf: NameOf): Promise<AgreementsOnDesk> {
  if (plan.state !== 'provisional') {
    return { waiting: [], inForce: [], mailed: [], toTell: [] }
  }
  const rows = await standingAgreements(viewer, plan.id)
  const waiting = rows.filter((row) => row.inForceAt === null && isForSafety(kindsOf(row)))
  const onDesk = (row: Row) => deskAgreement(row, nameOf)
  const ready = waiting.filter((row) => lackOf(row) === null)
  return {
    waiting: waiting.map(onDesk),
    inForce: rows.filter(({ inForceAt }) => inForceAt !== null).map(onDesk),
    ...(await audienceOf(viewer, ready, nameOf)),
  }
}

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

async function standingAgreements({ tx, familyId }: DossierViewer, planId: string): Promise<Row[]> {
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

async function audienceOf(viewer: DossierViewer, rows: readonly Row[], nameOf: NameOf) {
  if (rows.length === 0) {
    return { mailed: [], toTell: [] }
  }
  const accounts = await accountsOfDoers(
    viewer,
    rows.map(({ id }) => id),
  )
  const reached = accounts.filter(({ personId, isMailed }) => isMailed && personId !== viewer.personId)
  const members = await viewer.tx.familyAccess.findMany({
    where: { familyId: viewer.familyId, personId: { in: reached.map(({ personId }) => personId) } },
    select: { personId: true, memberId: true },
  })
  const isTold = (agreementId: string, doer: Row['agreementDoers'][number]) =>
    doer.personId === viewer.personId ||
    reached.some(
      (each) =>
        each.agreementId === agreementId &&
        (each.personId === doer.personId ||
          members.some(({ personId, memberId }) => personId === each.personId && memberId === doer.memberId)),
    )
  const toTell = rows.flatMap((row) => row.agreementDoers.filter((doer) => !isTold(row.id, doer)))
  const names = (ids: readonly (string | null)[]) => [...new Set(ids)].flatMap((id) => nameOf(id) ?? []).sort()
  return {
    mailed: names(reached.map(({ personId }) => personId)),
    toTell: names(toTell.map(({ personId, memberId, networkPersonId }) => personId ?? memberId ?? networkPersonId)),
  }
}

function deskAgreement(row: Row, nameOf: NameOf): DeskAgreement {
  const { id, version, text } = row
  return { id, version, text, doers: doersOf(nameOf, row).join(', '), when: whenText(row), lacks: lackOf(row) }
}

function lackOf(row: Row): string | null {
  const doers = row.agreementDoers.length + (row.byEveryone ? 1 : 0)
  return lackBeforeForce({ text: row.text, doers, when: whenOf(row) })
}

function kindsOf({ agreementGoals }: Row) {
  return agreementGoals.map(({ goal }) => goal.kind)
}
