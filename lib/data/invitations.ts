import { v7 } from 'uuid'
import type { z } from 'zod'
import { plainDateIn } from '@/lib/dates'
import type { OpenInvitation } from '@/lib/domain/account-views'
import type { AddProfessionalForm } from '@/lib/domain/team-forms'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import { accountJson, refuseAccount, refuseSending } from './account-administration'
import { newLink } from './account-links'
import { invitationState } from './invitation-state'
import { told } from './told'
import { write } from './write'

/**
 * The account of a professional with this address, found by the whole address only; where there is none, one is made and
 * invited. Throws a UserError at the name as long as it is unknown who it is, and for the address of another kind of account.
 */
export async function accountOfProfessional(
  { tx, requestId }: DossierViewer,
  input: z.output<typeof AddProfessionalForm>,
): Promise<string> {
  const [account] = await tx.$queryRaw<{ id: string }[]>`select id from find_account(${input.email})`
  if (account) {
    return account.id
  }
  const { name } = input
  if (name === null) {
    const sentence = 'Er is nog geen account met dit adres. Vul in wie het is; dan sturen wij een uitnodiging.'
    throw new UserError(sentence, 'name')
  }
  const id = v7()
  const invited = JSON.stringify(accountJson({ ...input, name }))
  const outcome = await told(tx.$queryRaw`
    select invite_professional(${id}::uuid, ${invited}::jsonb, ${JSON.stringify(newLink('invitation'))}::jsonb, ${requestId}) as told`)
  if (outcome === 'taken') {
    const sentence =
      'Dit adres kan niet voor een professional worden gebruikt. Vraag om een ander adres, of bel uw beheerder.'
    throw new UserError(sentence, 'email')
  }
  refuseAccount(outcome)
  return id
}

/** Another invitation for who has a place in this dossier and never set up the account; the earlier link stops working. */
export async function inviteAgainHere(viewer: DossierViewer, personId: string): Promise<void> {
  const { tx, requestId } = viewer
  await write(
    viewer,
    { right: 'team.edit', subject: `team ${personId}`, detail: { what: 'invited again' } },
    async () => {
      refuseSending(
        await told(tx.$queryRaw`
        select invite_again_here(${personId}::uuid, ${JSON.stringify(newLink('invitation'))}::jsonb, ${requestId}) as told`),
      )
    },
  )
}

/** Who of this dossier still has to set up the account. Empty for all but the case director. */
export async function openInvitations({ tx }: DossierViewer): Promise<OpenInvitation[]> {
  const rows = await tx.$queryRaw<{ personId: string; sentAt: Date | null; isOver: boolean; mail: string | null }[]>`
    select person_id as "personId", sent_at as "sentAt", is_over as "isOver", mail from open_invitations()`
  return rows.map(({ personId, sentAt, isOver, mail }) => ({
    personId,
    state: invitationState(isOver, mail),
    sentOn: sentAt && plainDateIn(sentAt),
  }))
}
