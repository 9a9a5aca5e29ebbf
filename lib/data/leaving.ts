import { type OpenAgreement, openAgreementsOf, type Settlement } from '@/lib/domain/leaving'
import type { Named, TeamPerson } from '@/lib/domain/people-views'
import type { DossierViewer } from '@/lib/gate'
import { agreementsInDossier } from './agreements'
import { teamInList } from './team'

export interface LeavingDesk {
  open: OpenAgreement[]
  /** Who may take over: everyone else who is in the team now. */
  successors: Named[]
}

/** What somebody had still to do, and who in the team may take it over. */
export async function leavingDesk(viewer: DossierViewer, personId: string): Promise<LeavingDesk> {
  return leavingDeskOf(viewer, personId, await teamInList(viewer))
}

/** The same for who has the team at hand. */
export async function leavingDeskOf(
  viewer: DossierViewer,
  personId: string,
  team: readonly TeamPerson[],
): Promise<LeavingDesk> {
  const gone = new Set(team.filter(({ isActive }) => !isActive).map((person) => person.personId))
  const successors = team.filter((person) => person.isActive && person.personId !== personId)
  return {
    open: openAgreementsOf(await agreementsInDossier(viewer), personId, (id) => !gone.has(id)),
    successors: successors.map((person) => ({ id: person.personId, name: person.name })),
  }
}

/** Carries out what was decided; call it inside the `write` of who leaves. */
export async function passOnAgreements(
  viewer: DossierViewer,
  personId: string,
  { handed, left, dropped }: Settlement,
  dropReason: string,
): Promise<void> {
  const { tx } = viewer
  await tx.$executeRaw`select hand_over_agreements(${personId}::uuid, ${left}::uuid[], ${JSON.stringify(handed)}::jsonb)`
  await dropAgreements(viewer, dropped, dropReason)
}

/** Drops these agreements with one reason; call it inside a `write`. */
export async function dropAgreements(
  { tx, familyId, now }: DossierViewer,
  dropped: string[],
  reason: string,
): Promise<void> {
  await tx.agreement.updateMany({
    where: { familyId, id: { in: dropped }, droppedAt: null },
    data: { droppedAt: now, droppedReason: reason },
  })
}
