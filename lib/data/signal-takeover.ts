import { v7 } from 'uuid'
import { z } from 'zod'
import { instantOfLocal } from '@/lib/domain/calendar'
import type { AskAboutSignal } from '@/lib/domain/extra-assessment-forms'
import type { SuspendForm } from '@/lib/domain/signal-forms'
import type { AccountAtSignal } from '@/lib/domain/signal-views'
import { UserError } from '@/lib/errors'
import { type DossierViewer, Refused } from '@/lib/gate'
import { holdsIn } from '@/lib/policy'
import { askingPage } from './assessment-page'
import { demandAskable } from './extra-assessments'
import { mailHost } from './outbox'
import { write } from './write'

const NOT_SEEN = 'Zeg eerst dat u dit signaal heeft gezien. Zag een ander het, dan doet die dit, of de casusregisseur.'

/**
 * Whether the viewer acts on this signal beyond it: the case director always, chair and case manager while it is open and
 * they are the one who saw it (takes_over in the database decides).
 */
export async function takesOver(viewer: DossierViewer, signalId: string): Promise<boolean> {
  if (!holdsIn(viewer, 'signal.takeOver')) {
    return false
  }
  const [row] = await viewer.tx.$queryRaw<{ takesOver: boolean }[]>`
    select takes_over(${signalId}::uuid) as "takesOver"`
  return row?.takesOver ?? false
}

/** What the form to ask for an extra assessment about a signal starts with. Throws `Refused` for who does not act on it. */
export async function askingAboutSignal(viewer: DossierViewer, id: string) {
  const { tx, familyId } = viewer
  const isId = z.uuid().safeParse(id).success
  const where = { familyId, id }
  const signal = isId ? await tx.safetySignal.findFirst({ where, select: { id: true, code: true } }) : null
  if (!signal || !(await takesOver(viewer, id))) {
    throw new Refused('signal that is not taken over')
  }
  return { ...(await askingPage(viewer)), signal }
}

/**
 * Asks professionals for an extra assessment about a signal, which is linked to it at once. Throws a UserError for who does
 * not act on the signal, and for what the form without a signal refuses.
 */
export async function askAboutSignal(viewer: DossierViewer, input: AskAboutSignal): Promise<void> {
  const { signalId, assessmentId, question, members, professionals } = input
  await demandTakenOver(viewer, signalId)
  await demandAskable(viewer, input)
  const deadline = instantOfLocal(`${input.deadline}T23:59`)
  const detail = { what: 'assessment asked', assessment: assessmentId }
  await write(viewer, { ...lineOf(signalId), detail }, async () => {
    const [row] = await viewer.tx.$queryRaw<{ isNew: boolean }[]>`
      select ask_about_signal(${signalId}::uuid, ${assessmentId}::uuid, ${question}, ${deadline}, ${members}::uuid[],
        ${professionals}::uuid[], ${mailHost()}) as "isNew"`
    if (!row?.isNew) {
      throw new UserError('U vroeg dit al. U vindt de vraag bij Veiligheid.')
    }
  })
}

/** The family accounts that the viewer may suspend because of this signal; none for who does not act on it. */
export async function accountsAtSignal({ tx }: DossierViewer, signalId: string): Promise<AccountAtSignal[]> {
  return tx.$queryRaw<AccountAtSignal[]>`
    select person_id as "personId", name, is_suspended as "isSuspended" from accounts_of_signal(${signalId}::uuid)`
}

/**
 * Closes the dossier to one family account, at once and everywhere, and notes it with the signal; the case director alone
 * opens it again. Throws a UserError for who does not act on the signal, and for an account that has no access (any more).
 */
export async function suspendAccount(viewer: DossierViewer, input: z.output<typeof SuspendForm>): Promise<void> {
  const { tx, familyId, personId: authorPersonId, now: notedAt } = viewer
  const { signalId, personId, reason } = input
  await demandTakenOver(viewer, signalId)
  const detail = { what: 'account suspended', account: personId }
  await write(viewer, { ...lineOf(signalId), detail }, async () => {
    const [row] = await tx.$queryRaw<{ name: string | null }[]>`
      select suspend_from_signal(${signalId}::uuid, ${v7()}::uuid, ${personId}::uuid, ${reason}) as name`
    if (!row?.name) {
      throw new UserError('Dit account heeft nu al geen toegang. Ververs de pagina.')
    }
    const text = `Toegang van ${row.name} stilgezet. ${reason}`
    await tx.signalAction.create({ data: { familyId, id: v7(), signalId, text, authorPersonId, notedAt } })
  })
}

async function demandTakenOver(viewer: DossierViewer, signalId: string): Promise<void> {
  if (!(await takesOver(viewer, signalId))) {
    throw new UserError(NOT_SEEN)
  }
}

function lineOf(signalId: string) {
  return { right: 'signal.takeOver' as const, subject: `signal ${signalId}` }
}
