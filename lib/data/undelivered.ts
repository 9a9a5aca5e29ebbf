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
}

const GONE = 'Dit bericht staat niet meer in de lijst. Ververs de pagina.'

/** Mail that was refused, given up, or waits for over a quarter of an hour; the newest first, 200 at most. */
export async function undeliveredMessages({ tx }: PlatformViewer): Promise<UndeliveredMessage[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select id, kind, person_id as "personId", address, since, state, error, is_wanted as "isWanted"
    from undelivered_messages()`
  return rows.map(({ kind, since, state, error, ...row }) => ({
    ...row,
    what: messageWords(kind),
    since: formatMoment(since),
    problem: deliveryWords(error),
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

/** Takes a message that was given up off the list. */
export async function dismissMessage({ tx, requestId }: PlatformViewer, messageId: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ isGone: boolean }[]>`
    select dismiss_message(${messageId}::uuid, ${requestId}) as "isGone"`
  if (!row?.isGone) {
    throw new UserError(GONE)
  }
}
