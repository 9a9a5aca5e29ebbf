import type { SharingAccount, SignalDesk } from '@/lib/domain/signal-views'
import type { DossierViewer } from '@/lib/gate'
import { holdsIn } from '@/lib/policy'
import type { DossierPerson } from './names'
import { accountsAtSignal, takesOver } from './signal-takeover'
import { familyAccounts } from './team'

interface OfSignal {
  id: string
  signalViews: readonly { personId: string; askedAt: Date; view: string | null; answeredAt: Date | null }[]
}

/** What whoever takes over a signal needs: who was asked and what they said, what was done, and whom else to ask. */
export async function signalDesk(
  viewer: DossierViewer,
  { id, signalViews }: OfSignal,
  people: readonly DossierPerson[],
): Promise<Omit<SignalDesk, 'targets'>> {
  const { tx, familyId } = viewer
  const personOf = (id: string) => people.find(({ personId }) => personId === id)
  const actions = await tx.signalAction.findMany({
    where: { familyId, signalId: id },
    orderBy: [{ notedAt: 'asc' }, { id: 'asc' }],
  })
  const asked = new Set(signalViews.map(({ personId }) => personId))
  const team = await peopleInTeam(viewer)
  return {
    views: [...signalViews]
      .sort((first, second) => first.askedAt.getTime() - second.askedAt.getTime())
      .map(({ personId, ...view }) => ({
        ...view,
        name: personOf(personId)?.name ?? '',
        profession: personOf(personId)?.profession ?? null,
      })),
    actions: actions.map(({ text, authorPersonId, notedAt }) => ({
      text,
      by: personOf(authorPersonId)?.name ?? '',
      at: notedAt,
    })),
    candidates: people
      .filter(({ personId }) => team.has(personId) && !asked.has(personId) && personId !== viewer.personId)
      .map(({ personId, name, profession }) => ({ id: personId, name, profession })),
    accounts: await sharingAccounts(viewer, id),
    mayAsk: await takesOver(viewer, id),
    toSuspend: holdsIn(viewer, 'access.manage') ? [] : await accountsAtSignal(viewer, id),
  }
}

async function peopleInTeam({ tx, familyId, now }: DossierViewer): Promise<Set<string>> {
  const memberships = await tx.teamMembership.findMany({
    where: { familyId, since: { lte: now }, OR: [{ until: null }, { until: { gt: now } }] },
    select: { personId: true },
  })
  return new Set(memberships.map(({ personId }) => personId))
}

async function sharingAccounts(viewer: DossierViewer, signalId: string): Promise<SharingAccount[]> {
  const { tx, familyId } = viewer
  const accounts = await familyAccounts(viewer)
  const shares = await tx.signalShare.findMany({ where: { familyId, signalId, until: null } })
  return accounts.map(({ personId, memberId, name }) => ({
    personId,
    memberId,
    name,
    isShared: shares.some((share) => share.personId === personId),
  }))
}
