import type { z } from 'zod'
import { plainDateIn, plainDateOf } from '@/lib/dates'
import type { DossierFrame } from '@/lib/domain/dossier'
import { type EndingFacts, type EndKind, isEndingBar, whatKeepsOpen } from '@/lib/domain/ending'
import { type RunningAgreement, settleAtEnd } from '@/lib/domain/ending-agreements'
import type { CloseDossierForm, EndAccessForm, HoldForm } from '@/lib/domain/ending-forms'
import { inWords } from '@/lib/domain/people-words'
import type { PlainDate } from '@/lib/domain/plain-date'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import { agreementsInDossier } from './agreements'
import { dossierFrame } from './dossier-frame'
import { queueMessage } from './outbox'
import { familyAccounts } from './team'
import { write } from './write'

const CHANGED_MEANWHILE = 'Er is intussen iets veranderd. Ververs de pagina en kijk opnieuw.'
const WHO_LEAVES = ['gipsMaster', 'noteTaker', 'professional'] as const

/** How a closed dossier stands. */
export interface ClosedDossier {
  endedOn: PlainDate
  kind: EndKind
  reason: string
  keptUntil: PlainDate
  isHeld: boolean
}

export interface EndingLine {
  kind: 'closed' | 'held' | 'released'
  reason: string
  on: PlainDate
  who: string
}

export interface EndingPage {
  frame: DossierFrame
  facts: EndingFacts
  running: RunningAgreement[]
  /** Null while the dossier is open. */
  closed: ClosedDossier | null
  history: EndingLine[]
  /** Who of the family reads along. */
  readers: { personId: string; name: string }[]
  /** For how many years the region keeps a dossier that is closed today. */
  years: number
}

/** What the case director needs to close the dossier; and once it is closed, how long it is kept. */
export async function endingPage(viewer: DossierViewer): Promise<EndingPage> {
  const [term] = await viewer.tx.$queryRaw<{ years: number }[]>`select retention_years() as years`
  return {
    frame: await dossierFrame(viewer),
    facts: await endingFacts(viewer),
    running: await runningAgreements(viewer),
    closed: await closedDossier(viewer),
    history: await endingHistory(viewer),
    readers: await familyAccounts(viewer),
    years: term?.years ?? 0,
  }
}

/**
 * Closes the dossier: read-only from now on, until the term of its region is over. Who only worked with the family loses
 * access at once and is told. Throws a UserError for what is still open, for an agreement about which nothing was chosen,
 * and for a second thought that was not given.
 */
export async function closeDossier(viewer: DossierViewer, input: z.output<typeof CloseDossierForm>): Promise<void> {
  const { tx, familyId, now, today } = viewer
  const { endKind, reason, isSure, afterwards } = input
  const lacks = whatKeepsOpen(await endingFacts(viewer), endKind, today)
  const bar = lacks.find(isEndingBar)
  if (bar) {
    throw new UserError(bar.sentence)
  }
  const settled = settleAtEnd(await runningAgreements(viewer), afterwards)
  if (!isSure) {
    throw new UserError('Vink aan dat u het zeker weet: een gesloten dossier gaat niet meer open.', 'isSure')
  }
  await write(viewer, { right: 'dossier.end', subject: 'dossier', detail: { kind: endKind } }, async () => {
    for (const { id, reason: droppedReason } of settled) {
      const where = { familyId, id, droppedAt: null }
      await tx.agreement.updateMany({ where, data: { droppedAt: now, droppedReason } })
    }
    await tellWhoLeaves(viewer)
    const [row] = await tx.$queryRaw<{ until: Date | null }[]>`
      select close_dossier(${endKind}::end_kind, ${reason}) as until`
    if (!row?.until) {
      throw new UserError(CHANGED_MEANWHILE)
    }
  })
}

/** Stops the erasure of the closed dossier, or lets it go on. Of two at once the second is told so. */
export async function holdErasure(viewer: DossierViewer, { hold, reason }: z.output<typeof HoldForm>): Promise<void> {
  await write(viewer, { right: 'dossier.hold', subject: 'dossier', detail: { hold } }, async () => {
    const [row] = await viewer.tx.$queryRaw<{ isDone: boolean }[]>`select set_hold(${hold}, ${reason}) as "isDone"`
    if (!row?.isDone) {
      throw new UserError(CHANGED_MEANWHILE)
    }
  })
}

/** Ends the access of a family account to the closed dossier, at once. */
export async function endAccessWhenClosed(
  viewer: DossierViewer,
  { personId, accessReason }: z.output<typeof EndAccessForm>,
): Promise<void> {
  await write(viewer, { right: 'access.end', subject: `account ${personId}` }, async () => {
    const [row] = await viewer.tx.$queryRaw<{ isDone: boolean }[]>`
      select end_access_when_closed(${personId}::uuid, ${accessReason}) as "isDone"`
    if (!row?.isDone) {
      throw new UserError(CHANGED_MEANWHILE)
    }
  })
}

async function endingFacts({ tx, familyId }: DossierViewer): Promise<EndingFacts> {
  const plans = await tx.plan.findMany({ where: { familyId }, orderBy: [{ kind: 'asc' }, { ordinal: 'asc' }] })
  const future = await tx.futurePlan.findFirst({ where: { familyId }, select: { secondOn: true } })
  return {
    plans: plans.map(({ kind, ordinal, state, stateChangedAt }) => ({
      kind,
      ordinal,
      state,
      since: plainDateIn(stateChangedAt),
    })),
    openSignals: await tx.safetySignal.count({ where: { familyId, state: { not: 'closed' } } }),
    openAssessments: await tx.safetyAssessment.count({ where: { familyId, kind: 'extra', closedAt: null } }),
    secondEvaluationOn: future?.secondOn ? plainDateOf(future.secondOn) : null,
  }
}

async function runningAgreements(viewer: DossierViewer): Promise<RunningAgreement[]> {
  const agreements = await agreementsInDossier(viewer)
  return agreements
    .filter(({ state }) => state !== 'done' && state !== 'closed')
    .map(({ id, text, when, doers, byEveryone }) => ({
      id,
      text,
      when,
      doers: byEveryone ? 'iedereen' : inWords(doers.map(({ name }) => name)),
    }))
}

async function closedDossier({ tx, familyId }: DossierViewer): Promise<ClosedDossier | null> {
  const { endedOn, endKind, endReason, retentionUntil, legalHold } = await tx.family.findUniqueOrThrow({
    where: { id: familyId },
    select: { endedOn: true, endKind: true, endReason: true, retentionUntil: true, legalHold: true },
  })
  if (!endedOn || !endKind || !retentionUntil) {
    return null
  }
  return {
    endedOn: plainDateOf(endedOn),
    kind: endKind,
    reason: endReason ?? '',
    keptUntil: plainDateOf(retentionUntil),
    isHeld: legalHold,
  }
}

async function endingHistory({ tx }: DossierViewer): Promise<EndingLine[]> {
  const rows = await tx.$queryRaw<(Omit<EndingLine, 'on'> & { at: Date })[]>`
    select kind, reason, at, who from ending_history()`
  return rows.map(({ at, ...line }) => ({ ...line, on: plainDateIn(at) }))
}

/** To everyone who keeps no part in the dossier: their access is over. */
async function tellWhoLeaves({ tx, familyId, code, now }: DossierViewer): Promise<void> {
  const active = await tx.teamMembership.findMany({
    where: { familyId, OR: [{ until: null }, { until: { gt: now } }] },
    select: { id: true, personId: true, role: true },
    orderBy: { id: 'asc' },
  })
  const leaves = (role: string) => WHO_LEAVES.some((each) => each === role)
  const staying = new Set(active.filter(({ role }) => !leaves(role)).map(({ personId }) => personId))
  const leaving = new Map(
    active.filter(({ personId }) => !staying.has(personId)).map(({ personId, id }) => [personId, id]),
  )
  for (const [recipientId, membershipId] of leaving) {
    const message = { kind: 'involvementEnded', familyId, recipientId, payload: { code }, dueAt: now } as const
    await queueMessage(tx, { ...message, key: `involvementEnded:${membershipId}` })
  }
}
