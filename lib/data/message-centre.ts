import { formatMoment } from '@/lib/dates'
import type { MessageCentre, OwnMessage } from '@/lib/domain/message-views'
import { type AskedInDossier, requestsOf } from '@/lib/domain/requests'
import { MESSAGE_LINES, type MessageLine } from '@/lib/messages/message-lines'
import type { PersonViewer } from '@/lib/person-gate'
import { ALL_PAYLOADS, type AnyMessageKind } from './outbox'

interface Row {
  id: string
  kind: string
  payload: unknown
  at: Date
  isNew: boolean
}

/**
 * What is asked of the viewer and what was sent to them, the newest 200, over all dossiers that are still open to them. The
 * messages are marked as read in the same statement; nothing of a dossier comes along but its code.
 */
export async function messageCentre({ tx, today }: PersonViewer): Promise<MessageCentre> {
  const asked = await tx.$queryRaw<{ code: string; asked: AskedInDossier }[]>`select code, asked from my_requests()`
  const rows = await tx.$queryRaw<Row[]>`
    select id, kind, payload, at, is_new as "isNew" from read_my_messages()`
  return { requests: requestsOf(asked, today), messages: rows.flatMap(ownMessage) }
}

/** Of a kind that this version does not know (a newer one runs beside it) nothing is shown. */
function ownMessage({ id, kind, payload, at, isNew }: Row): OwnMessage[] {
  if (!isKind(kind)) {
    return []
  }
  const line: MessageLine<never> = MESSAGE_LINES[kind]
  const known = ALL_PAYLOADS[kind].safeParse(payload)
  const code = known.success && 'code' in known.data ? known.data.code : null
  return [{ id, code, text: line.text, href: hrefOf(line, known.data as never), at: formatMoment(at), isNew }]
}

function hrefOf({ href }: MessageLine<never>, payload: never | undefined): string | null {
  if (typeof href !== 'function') {
    return href
  }
  return payload === undefined ? null : href(payload)
}

function isKind(kind: string): kind is AnyMessageKind {
  return Object.hasOwn(MESSAGE_LINES, kind)
}
