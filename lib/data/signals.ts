import { z } from 'zod'
import type { DossierFrame } from '@/lib/domain/dossier'
import { byNeed } from '@/lib/domain/signal'
import type { SignalDetails, SignalInList, SignalPage } from '@/lib/domain/signal-views'
import { type DossierViewer, Refused } from '@/lib/gate'
import { holds } from '@/lib/policy'
import type { Prisma } from '@/prisma/generated/client'
import { dossierFrame } from './dossier-frame'
import { type DossierPerson, peopleOfDossier } from './names'
import { signalDesk } from './signal-desk'
import { linksOfSignal, linkTargets } from './signal-links'

const signalRow = {
  id: true,
  code: true,
  urgency: true,
  state: true,
  happened: true,
  happenedAt: true,
  reportedAt: true,
  reporterPersonId: true,
  acknowledgedById: true,
  acknowledgedAt: true,
  outcome: true,
  closedAt: true,
  signalMembers: { select: { memberId: true } },
  signalViews: { select: { personId: true, askedAt: true, view: true, answeredAt: true } },
} satisfies Prisma.SafetySignalSelect

type SignalRow = Prisma.SafetySignalGetPayload<{ select: typeof signalRow }>

type SharedRow = Omit<
  SignalRow,
  'reporterPersonId' | 'acknowledgedById' | 'acknowledgedAt' | 'signalMembers' | 'signalViews'
> & {
  members: string[]
}

/** The signals that this viewer may read, what waits first: all, their own, those put to them, or those shared with them. */
export async function signalList(viewer: DossierViewer): Promise<{ frame: DossierFrame; signals: SignalInList[] }> {
  const frame = await dossierFrame(viewer)
  const rows = await viewer.tx.safetySignal.findMany({ where: { familyId: viewer.familyId }, select: signalRow })
  const shared = await sharedSignals(viewer)
  const known = new Set(rows.map(({ id }) => id))
  const signals = [
    ...rows.map((row) => ({
      ...detailsOf(row, frame, viewer, null),
      asksView: askedOf(row, viewer)?.answeredAt === null,
    })),
    ...shared.filter(({ id }) => !known.has(id)).map((row) => ({ ...sharedDetails(row, frame), asksView: false })),
  ]
  return { frame, signals: signals.sort(byNeed).map(inList) }
}

/** One signal as this viewer may read it. Throws `Refused` for one that is not there for them. */
export async function signalPage(viewer: DossierViewer, id: string): Promise<SignalPage> {
  const frame = await dossierFrame(viewer)
  const where = { familyId: viewer.familyId, id: z.uuid().safeParse(id).success ? id : '' }
  const row = where.id ? await viewer.tx.safetySignal.findFirst({ where, select: signalRow }) : null
  const shared = (await sharedSignals(viewer)).find((each) => each.id === id)
  if (!row) {
    if (!shared) {
      throw new Refused('no such signal')
    }
    return { frame, signal: sharedDetails(shared, frame), ownView: null, desk: null, links: [] }
  }
  const people = await peopleOfDossier(viewer.tx)
  const signal = detailsOf(row, frame, viewer, people)
  const links = await linksOfSignal(viewer, frame, row.id)
  const mayHandle = holds(viewer.roles, 'signal.handle')
  return {
    frame,
    // What was done may speak of others: of the family only whoever it is shared with reads it.
    signal: isOnlyFamily(viewer) && !shared ? { ...signal, outcome: null } : signal,
    ownView: askedOf(row, viewer),
    desk: mayHandle
      ? { ...(await signalDesk(viewer, row, people)), targets: await linkTargets(viewer, frame, links) }
      : null,
    links,
  }
}

function isOnlyFamily({ roles }: DossierViewer): boolean {
  return roles.every((role) => role === 'family')
}

async function sharedSignals({ tx, roles }: DossierViewer): Promise<SharedRow[]> {
  if (!roles.includes('family')) {
    return []
  }
  return tx.$queryRaw<SharedRow[]>`
    select id, code, urgency, state, happened, happened_at as "happenedAt", reported_at as "reportedAt", outcome,
      closed_at as "closedAt", members
    from signals_shared_with_me()`
}

function askedOf({ signalViews }: SignalRow, { personId }: DossierViewer) {
  const own = signalViews.find((each) => each.personId === personId)
  return own ? { askedAt: own.askedAt, view: own.view, answeredAt: own.answeredAt } : null
}

function detailsOf(
  row: SignalRow,
  frame: DossierFrame,
  viewer: DossierViewer,
  people: readonly DossierPerson[] | null,
): SignalDetails {
  const nameOf = (id: string | null) => people?.find(({ personId }) => personId === id)?.name ?? null
  const { id, code, urgency, state, happened, happenedAt, reportedAt, acknowledgedAt, outcome, closedAt } = row
  return {
    ...{ id, code, urgency, state, happened, happenedAt, reportedAt, outcome, closedAt },
    members: namesOf(
      row.signalMembers.map(({ memberId }) => memberId),
      frame,
    ),
    isOwn: row.reporterPersonId === viewer.personId,
    reporter: nameOf(row.reporterPersonId),
    seen: acknowledgedAt && { by: nameOf(row.acknowledgedById), at: acknowledgedAt },
  }
}

function sharedDetails({ members, ...row }: SharedRow, frame: DossierFrame): SignalDetails {
  return { ...row, members: namesOf(members, frame), isOwn: false, reporter: null, seen: null }
}

function namesOf(ids: readonly string[], { members }: DossierFrame): string[] {
  return members.filter(({ id }) => ids.includes(id)).map(({ firstName }) => firstName)
}

function inList(signal: SignalDetails & { asksView: boolean }): SignalInList {
  const { id, code, urgency, state, happened, reportedAt, members, isOwn, asksView } = signal
  return { id, code, urgency, state, happened, reportedAt, members, isOwn, asksView }
}
