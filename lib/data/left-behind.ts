import { openAgreementsOf, type PassOnForm, settleAgreements } from '@/lib/domain/leaving'
import type { Named } from '@/lib/domain/people-views'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import { agreementsInDossier } from './agreements'
import { dropAgreements, type LeavingDesk } from './leaving'
import { write } from './write'

/**
 * What somebody had still to do who died, moved out and is no parent, or no longer belongs to the network, and who may
 * take it over: team, family and network. Null for everyone else, for who left nothing behind, and to anyone but the case
 * director.
 */
export async function leftBehind(viewer: DossierViewer, goneId: string): Promise<LeavingDesk | null> {
  const gone = await viewer.tx.$queryRaw<{ id: string }[]>`select id from who_left()`
  if (!gone.some(({ id }) => id === goneId)) {
    return null
  }
  const successors = await viewer.tx.$queryRaw<Named[]>`
    select t.id, n.name from who_may_take_over() t join dossier_names() n on n.id = t.id order by n.name, t.id`
  const isThere = (id: string) => successors.some((successor) => successor.id === id)
  const open = openAgreementsOf(await agreementsInDossier(viewer), goneId, isThere)
  return open.length > 0 ? { open, successors } : null
}

/**
 * Hands over or drops what somebody left behind, each as it was chosen. Throws a UserError at its field for an agreement
 * that nobody would do any more, for a drop without a reason, and when nothing was left to pass on.
 */
export async function passOnLeftBehind(viewer: DossierViewer, { goneId, leaving }: PassOnForm): Promise<void> {
  const desk = await leftBehind(viewer, goneId)
  if (!desk) {
    throw new UserError('Er staat niets meer open. Ververs de pagina.')
  }
  const { handed, left, dropped } = settleAgreements(desk.open, leaving, desk.successors)
  const line = { right: 'members.edit', subject: `left behind by ${goneId}`, detail: { what: 'passed on' } } as const
  await write(viewer, line, async () => {
    await viewer.tx.$executeRaw`
      select pass_on_left_behind(${goneId}::uuid, ${left}::uuid[], ${JSON.stringify(handed)}::jsonb)`
    await dropAgreements(viewer, dropped, leaving.dropReason)
  })
}
