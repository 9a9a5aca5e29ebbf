import { formatMoment } from '@/lib/dates'
import type { UndeliveredMessage } from '@/lib/domain/account-views'
import { deliveryWords, messageWords } from '@/lib/domain/delivery-words'
import { UserError } from '@/lib/errors'
import type { PlatformViewer } from '@/lib/platform-gate'

interface Row {
  id: string
  kind: string
  personId: string | null
  address: string
  since: Date
  state: string
  error: string | null
  isWanted: boolean
  isAlert: boolean
}

const GONE = 'Dit bericht staat niet meer in de lijst. Ververs de pagina.'

/** Mail that was refused, given up, or waits for over a quarter of an hour; alerts first, then the newest, 200 at most. */
export async function undeliveredMessages({ tx }: PlatformViewer): Promise<UndeliveredMessage[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select id, kind, person_id as "personId", address, since, state, error, is_wanted as "isWanted",
      is_alert as "isAlert"
    from undelivered_messages()`
  return rows.map(({ kind, since, state, ...row }) => ({
    ...row,
    what: messageWords(kind, row.isAlert),
    since: formatMoment(since),
    problem: deliveryWords(row.error),
    isGivenUp: state === 'failed' || state === 'dead',
  }))
}

/** Hands a message to the worker again, with all its attempts. Throws a UserError for one that arrived meanwhile. */
export async function sendAgain({ tx, requestId }: PlatformViewer, messageId: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ isSent: boolean }[]>`
    select send_message_again(${messageId}::uuid, ${requestId}) as "isSent"`
  if (!row?.isSent) {
    throw new UserError(GONE)
  }
}

/**
 * Hands all messages that were given up for this reason to the worker again, each under its own Message-ID; returns how many.
 * Throws a UserError where another administrator was first.
 */
export async function sendAllAgain({ tx, requestId }: PlatformViewer, error: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`select send_messages_again(${error}, ${requestId}) as count`
  if (!row?.count) {
    throw new UserError('Deze berichten staan niet meer in de lijst. Ververs de pagina.')
  }
  return row.count
}

/** Takes a message that was given up off the list, with the reason why. Throws a UserError for one that is not there any more. */
export async function dismissMessage(
  { tx, requestId }: PlatformViewer,
  messageId: string,
  reason: string,
): Promise<void> {
  const [row] = await tx.$queryRaw<{ isGone: boolean }[]>`
    select dismiss_message(${messageId}::uuid, ${reason}, ${requestId}) as "isGone"`
  if (!row?.isGone) {
    throw new UserError(GONE)
  }
}
