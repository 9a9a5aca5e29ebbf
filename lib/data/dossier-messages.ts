import { formatMoment } from '@/lib/dates'
import { deliveryWords, droppedWords } from '@/lib/domain/delivery-words'
import type { DossierFrame } from '@/lib/domain/dossier'
import type { DossierMessage, MessageStanding } from '@/lib/domain/message-views'
import type { DossierViewer } from '@/lib/gate'
import { MESSAGE_LINES, type MessageLine } from '@/lib/messages/message-lines'
import type { MessageState, Prisma } from '@/prisma/generated/client'
import { dossierFrame } from './dossier-frame'
import { peopleOfDossier } from './names'

const MOST = 200

const messageRow = {
  id: true,
  kind: true,
  recipientId: true,
  state: true,
  createdAt: true,
  dueAt: true,
  sentAt: true,
  lastError: true,
  droppedReason: true,
} satisfies Prisma.MessageSelect
type Row = Prisma.MessageGetPayload<{ select: typeof messageRow }>

const STANDINGS: Record<MessageState, MessageStanding> = {
  waiting: 'waiting',
  sending: 'waiting',
  sent: 'sent',
  failed: 'failed',
  dead: 'failed',
  cancelled: 'dropped',
  dropped: 'dropped',
}

/** Which messages of this dossier went to whom and how that went, the newest 200; the row policies leave them to its director. */
export async function messagesPage(
  viewer: DossierViewer,
): Promise<{ frame: DossierFrame; messages: DossierMessage[] }> {
  const { tx, familyId, now } = viewer
  const rows = await tx.message.findMany({
    where: { familyId },
    select: messageRow,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST,
  })
  const names = new Map((await peopleOfDossier(tx)).map(({ personId, name }) => [personId, name]))
  const messages = rows.map((row) => ({
    id: row.id,
    who: names.get(row.recipientId) ?? 'Iemand die niet meer meedoet',
    what: labelOf(row.kind),
    at: formatMoment(row.createdAt),
    state: STANDINGS[row.state],
    detail: detailOf(row, now),
  }))
  return { frame: await dossierFrame(viewer), messages }
}

function labelOf(kind: string): string {
  const lines: Readonly<Record<string, MessageLine<never> | undefined>> = MESSAGE_LINES
  return lines[kind]?.label ?? 'bericht'
}

function detailOf({ state, dueAt, sentAt, lastError, droppedReason }: Row, now: Date): string | null {
  if (state === 'dropped') {
    return `Een beheerder stopte het: ${droppedReason ?? ''}`
  }
  if (state === 'cancelled') {
    return droppedWords(droppedReason)
  }
  if (state === 'sent') {
    return sentAt && `Op ${formatMoment(sentAt)}.`
  }
  if (state === 'failed' || state === 'dead') {
    return deliveryWords(lastError)
  }
  return dueAt > now ? `Gaat weg op ${formatMoment(dueAt)}.` : lastError && deliveryWords(lastError)
}
