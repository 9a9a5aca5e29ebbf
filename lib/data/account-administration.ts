import { v7 } from 'uuid'
import type { z } from 'zod'
import type { AccountForm, InviteForm } from '@/lib/domain/account-forms'
import { accountInitials } from '@/lib/domain/account-words'
import { UserError } from '@/lib/errors'
import type { PlatformViewer } from '@/lib/platform-gate'
import { newLink } from './account-links'
import { CHANGED, giveRole, refuseLast } from './platform-roles'
import { told } from './told'

const TAKEN = 'Er is al een account met dit adres. Zoek het op met het hele adres.'
/** What an invitation or a reset says that was sent too often. */
export const OFTEN = 'Er zijn in een uur al drie links verstuurd. Wacht even, en kijk bij ongewenste e-mail.'

type Invited = z.output<typeof InviteForm>

/**
 * Makes an account and mails its invitation; returns the id. Throws a UserError for an address that has an account, and
 * for an organisation that nobody knows and that has no sector.
 */
export async function inviteAccount(viewer: PlatformViewer, input: Invited): Promise<string> {
  const { tx, requestId } = viewer
  const id = v7()
  const { administrator, institute, regionId } = input
  const account = JSON.stringify(accountJson(input))
  const outcome = await told(tx.$queryRaw`
    select invite_account(${id}::uuid, ${account}::jsonb, ${JSON.stringify(newLink('invitation'))}::jsonb, ${requestId}) as told`)
  refuseAccount(outcome)
  if (administrator) await giveRole(viewer, { personId: id, role: { role: 'administrator', regionId: null } })
  if (institute) await giveRole(viewer, { personId: id, role: { role: 'institute', regionId: null } })
  if (regionId) await giveRole(viewer, { personId: id, role: { role: 'regionCoordinator', regionId } })
  return id
}

/** Name, profession, organisation; the address only while the account was never set up. Throws as above. */
export async function changeAccount(
  { tx, requestId }: PlatformViewer,
  input: z.output<typeof AccountForm>,
): Promise<void> {
  const account = JSON.stringify(accountJson(input))
  refuseAccount(
    await told(tx.$queryRaw`
    select change_account(${input.personId}::uuid, ${account}::jsonb, ${requestId}) as told`),
  )
}

/** Closes an account: its sessions end at once, its links stop working. Throws a UserError for oneself and the last administrator. */
export async function closeAccount({ tx, requestId }: PlatformViewer, personId: string): Promise<void> {
  const outcome = await told(tx.$queryRaw`
    select close_account(${personId}::uuid, ${requestId}) as told`)
  if (outcome === 'self') {
    throw new UserError('Uw eigen account kunt u niet sluiten. Vraag een andere beheerder.')
  }
  refuseLast(outcome)
}

/** Opens a closed account again, as it was. */
export async function reopenAccount({ tx, requestId }: PlatformViewer, personId: string): Promise<void> {
  const isOpen = await told(tx.$queryRaw`
    select reopen_account(${personId}::uuid, ${requestId}) as told`)
  if (!isOpen) {
    throw new UserError(CHANGED)
  }
}

/** Ends every session of an account, of oneself all but this one; returns how many. */
export async function endSessionsOf({ tx, requestId }: PlatformViewer, personId: string): Promise<number> {
  const ended = await told(tx.$queryRaw`
    select end_sessions_of(${personId}::uuid, ${requestId}) as told`)
  return Number(ended)
}

/** Mails another invitation to who never set up the account; the earlier link stops working. */
export async function inviteAgain({ tx, requestId }: PlatformViewer, personId: string): Promise<void> {
  refuseSending(
    await told(tx.$queryRaw`
    select invite_again(${personId}::uuid, ${JSON.stringify(newLink('invitation'))}::jsonb, ${requestId}) as told`),
  )
}

/** Mails a link for another password, as if the person had asked for it. */
export async function startReset({ tx, requestId }: PlatformViewer, personId: string): Promise<void> {
  refuseSending(
    await told(tx.$queryRaw`
    select start_password_reset(${personId}::uuid, ${JSON.stringify(newLink('reset'))}::jsonb, ${requestId}) as told`),
  )
}

/** Throws a UserError at the field that is wrong for an account: its address or its organisation. */
export function refuseAccount(outcome: unknown): void {
  if (outcome === 'taken') {
    throw new UserError(TAKEN, 'email')
  }
  if (outcome === 'inDossier') {
    const sentence =
      'Dit account staat al in een dossier. Het adres kan niet meer anders. Laat de casusregisseur deze persoon opnieuw toevoegen, met het goede adres.'
    throw new UserError(sentence, 'email')
  }
  if (outcome === 'organisation') {
    throw new UserError(
      'Deze organisatie kennen we nog niet. Klopt de naam? Kies dan de sector; dan voegen we haar toe.',
      'sector',
    )
  }
  if (outcome === 'absent') {
    throw new UserError(CHANGED)
  }
}

/** Throws a UserError where no link was sent. */
export function refuseSending(outcome: unknown): void {
  if (outcome !== 'sent') {
    throw new UserError(outcome === 'often' ? OFTEN : CHANGED)
  }
}

/** An account as the functions of the database read it. */
export function accountJson(given: {
  email?: string | undefined
  name: string
  profession: string | null
  organisation: string | null
  sector: string | null
}) {
  const { email, name, profession, organisation, sector } = given
  return { email, name, initials: accountInitials(name), profession, organisation, organisationId: v7(), sector }
}
