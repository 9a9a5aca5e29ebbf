import { v7 } from 'uuid'
import type { z } from 'zod'
import { formatMoment } from '@/lib/dates'
import type {
  AcknowledgeForm,
  AskViewsForm,
  CloseSignalForm,
  GiveViewForm,
  NoteActionForm,
  ShareSignalForm,
} from '@/lib/domain/signal-forms'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { peopleOfDossier } from './names'
import { mailHost } from './outbox'
import { sentId } from './sent-once'
import { write } from './write'

const IS_CLOSED = 'Dit signaal is al afgerond. Ververs de pagina.'
const IS_GONE = 'Dit signaal is er niet (meer). Ververs de pagina.'

/** Says that one saw a signal. Of two at once one does; the other gets a UserError that tells who was first, and when. */
export async function acknowledgeSignal(viewer: DossierViewer, input: z.output<typeof AcknowledgeForm>): Promise<void> {
  const { tx, familyId, personId, now } = viewer
  const { signalId } = input
  await write(viewer, lineOf('signal.handle', signalId, 'seen'), async () => {
    const { count } = await tx.safetySignal.updateMany({
      where: { familyId, id: signalId, state: 'reported' },
      data: { state: 'acknowledged', acknowledgedById: personId, acknowledgedAt: now },
    })
    if (count === 0) {
      throw new UserError(await whoWasFirst(viewer, signalId))
    }
  })
}

/** Puts a signal to people of the team, who are told at once; who was asked already is not asked again. UserError once it is closed. */
export async function askViews(viewer: DossierViewer, input: z.output<typeof AskViewsForm>): Promise<void> {
  const { tx, familyId, now } = viewer
  const { signalId, people } = input
  await demandOpen(viewer, signalId)
  await demandInTeam(viewer, people)
  await write(viewer, lineOf('signal.handle', signalId, 'views asked'), async () => {
    await tx.signalView.createMany({
      data: [...new Set(people)].map((personId) => ({ familyId, id: v7(), signalId, personId, askedAt: now })),
      skipDuplicates: true,
    })
    await tx.$queryRaw`select tell_who_views(${signalId}::uuid, ${mailHost()})`
  })
}

/** What the viewer thinks of a signal that was put to them; may be mended while it is open. */
export async function giveView(viewer: DossierViewer, input: z.output<typeof GiveViewForm>): Promise<void> {
  const { tx, familyId, personId, now } = viewer
  const { signalId, view } = input
  await demandOpen(viewer, signalId)
  await write(viewer, lineOf('signal.answer', signalId, 'view given'), async () => {
    const { count } = await tx.signalView.updateMany({
      where: { familyId, signalId, personId },
      data: { view, answeredAt: now },
    })
    if (count === 0) {
      throw new UserError('U bent hier niet om gevraagd. Ververs de pagina.')
    }
  })
}

/** Notes something that was done about an open signal; the same form sent again notes nothing more. */
export async function noteAction(viewer: DossierViewer, input: z.output<typeof NoteActionForm>): Promise<void> {
  const { tx, familyId, personId: authorPersonId, now: notedAt } = viewer
  const { signalId, formId, text } = input
  await demandOpen(viewer, signalId)
  await write(viewer, lineOf('signal.handle', signalId, 'action noted'), () =>
    tx.signalAction.createMany({
      data: { familyId, id: sentId(formId, { signalId, text }), signalId, text, authorPersonId, notedAt },
      skipDuplicates: true,
    }),
  )
}

/** Closes a signal that was seen, with what was done. Throws a UserError for one that nobody saw or that was closed. */
export async function closeSignal(viewer: DossierViewer, input: z.output<typeof CloseSignalForm>): Promise<void> {
  const { tx, familyId, now } = viewer
  const { signalId, outcome } = input
  await write(viewer, lineOf('signal.handle', signalId, 'closed'), async () => {
    const { count } = await tx.safetySignal.updateMany({
      where: { familyId, id: signalId, state: 'acknowledged' },
      data: { state: 'closed', outcome, closedAt: now },
    })
    if (count === 0) {
      await demandOpen(viewer, signalId)
      throw new UserError('Zeg eerst dat u dit signaal heeft gezien.')
    }
  })
}

/** Lets a family account read a signal, or no longer. Twice the same changes nothing. UserError for who has no access. */
export async function shareSignal(viewer: DossierViewer, input: z.output<typeof ShareSignalForm>): Promise<void> {
  const { tx, familyId, personId: sharedById, now } = viewer
  const { signalId, personId, share } = input
  await demandThere(viewer, signalId)
  const inForce = { OR: [{ until: null }, { until: { gt: now } }] }
  if (share === 'yes' && (await tx.familyAccess.count({ where: { familyId, personId, ...inForce } })) === 0) {
    throw new UserError('Deze persoon heeft geen toegang (meer). Ververs de pagina.')
  }
  await write(viewer, lineOf('signal.share', signalId, share === 'yes' ? 'shared' : 'no longer shared'), () =>
    share === 'yes'
      ? tx.signalShare.createMany({
          data: [{ familyId, id: v7(), signalId, personId, sharedById, since: now }],
          skipDuplicates: true,
        })
      : tx.signalShare.updateMany({ where: { familyId, signalId, personId, until: null }, data: { until: now } }),
  )
}

function lineOf(right: DossierRight, signalId: string, what: string) {
  return { right, subject: `signal ${signalId}`, detail: { what } }
}

async function whoWasFirst({ tx, familyId }: DossierViewer, id: string): Promise<string> {
  const signal = await tx.safetySignal.findFirst({ where: { familyId, id } })
  if (!signal?.acknowledgedAt) {
    return IS_GONE
  }
  const first = (await peopleOfDossier(tx)).find(({ personId }) => personId === signal.acknowledgedById)
  return `${first?.name ?? 'Iemand anders'} zag dit signaal al, op ${formatMoment(signal.acknowledgedAt)}. Ververs de pagina.`
}

async function demandThere({ tx, familyId }: DossierViewer, id: string) {
  const signal = await tx.safetySignal.findFirst({ where: { familyId, id }, select: { state: true } })
  if (!signal) {
    throw new UserError(IS_GONE)
  }
  return signal
}

async function demandOpen(viewer: DossierViewer, id: string): Promise<void> {
  if ((await demandThere(viewer, id)).state === 'closed') {
    throw new UserError(IS_CLOSED)
  }
}

async function demandInTeam({ tx, familyId, now }: DossierViewer, people: readonly string[]): Promise<void> {
  const inTeam = await tx.teamMembership.findMany({
    where: { familyId, personId: { in: [...people] }, OR: [{ until: null }, { until: { gt: now } }] },
    select: { personId: true },
  })
  if (!people.every((id) => inTeam.some(({ personId }) => personId === id))) {
    throw new UserError('Iemand van deze lijst is niet (meer) in het team. Ververs de pagina.', 'people')
  }
}
