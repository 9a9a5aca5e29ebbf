import { v7 } from 'uuid'
import type { z } from 'zod'
import type { AskRemovalForm } from '@/lib/domain/account-forms'
import { UserError } from '@/lib/errors'
import type { PlatformViewer } from '@/lib/platform-gate'
import { newLink, newMail } from './account-links'

const OVER = 'Dit verzoek is er niet meer. Ververs de pagina.'

const ASKING: Readonly<Record<string, string>> = {
  self: 'Voor uw eigen account kunt u dit niet vragen. Vraag een andere beheerder.',
  open: 'Dit is al gevraagd. Een andere beheerder moet het bevestigen.',
  absent: 'Dit account heeft geen code die verwijderd kan worden.',
}

const CONFIRMING: Readonly<Record<string, string>> = {
  own: 'U vroeg dit zelf, of het gaat over uw eigen account. Een andere beheerder moet het bevestigen.',
  new: 'U werd pas beheerder nadat dit was gevraagd. Een andere beheerder moet het bevestigen.',
  often: 'Er zijn in een uur al drie links verstuurd. Wacht even.',
}

/** Asks for the removal of a lost second factor, and tells the account by mail. Throws a UserError where that cannot be. */
export async function askRemoval(viewer: PlatformViewer, input: z.output<typeof AskRemovalForm>): Promise<void> {
  const { tx, requestId } = viewer
  const [row] = await tx.$queryRaw<{ outcome: string }[]>`
    select ask_removal(${v7()}::uuid, ${input.personId}::uuid, ${input.reason}, ${JSON.stringify(newMail())}::jsonb, ${requestId})
      as outcome`
  refuse(row?.outcome, 'asked', ASKING)
}

/**
 * The second pair of eyes: removes the factor and the recovery codes, ends all sessions, and mails a link for one day that
 * sets up another app and asks for the password. Throws a UserError for who asked it.
 */
export async function confirmRemoval({ tx, requestId }: PlatformViewer, removalId: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ outcome: string }[]>`
    select confirm_removal(${removalId}::uuid, ${JSON.stringify(newLink('secondFactor'))}::jsonb, ${requestId}) as outcome`
  refuse(row?.outcome, 'confirmed', CONFIRMING)
}

/** Takes a request back, one's own or another's; the factor stays. */
export async function withdrawRemoval({ tx, requestId }: PlatformViewer, removalId: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ isOver: boolean }[]>`
    select not withdraw_removal(${removalId}::uuid, ${requestId}) as "isOver"`
  if (row?.isOver) {
    throw new UserError(OVER)
  }
}

function refuse(outcome: string | undefined, good: string, sentences: Readonly<Record<string, string>>): void {
  if (outcome !== good) {
    throw new UserError(sentences[outcome ?? ''] ?? OVER)
  }
}
