import { v7 } from 'uuid'
import { z } from 'zod'
import type { Tx } from '@/lib/db'
import { PARTS_OF_DAY } from '@/lib/domain/meeting-time'
import { REMINDER_KINDS } from '@/lib/domain/reminder'
import { appEnv } from '@/lib/env'

const code = z.string().regex(/^G-\d{4,10}$/)
const plan = z.string().regex(/^gips-[1-5](-\d{1,2})?$/)
const link = z.uuid()
const reminder = z.object({ kind: z.enum(REMINDER_KINDS), code, plan: plan.optional() })
const agreements = z.array(z.uuid()).min(1).max(300)
const meeting = z.object({
  code,
  plan,
  meeting: z.uuid(),
  invitation: z.uuid(),
  sequence: z.int().min(0),
  on: z.iso.date(),
  part: z.enum(PARTS_OF_DAY),
  /** When it was written: the calendar file stays the same over all attempts. */
  stamp: z.iso.datetime(),
})

/** What each kind of message carries: codes, ids of links and days, never a name or content. Anything else is dropped. */
export const MESSAGE_PAYLOADS = {
  planDefinitive: z.object({ code, plan, planId: z.uuid() }),
  agreementsInForce: z.object({ code, agreements }),
  agreementClosed: z.object({ code, agreements }),
  accountInvitation: z.object({ link }),
  passwordReset: z.object({ link }),
  secondFactorAsked: z.object({}),
  secondFactorLink: z.object({ link }),
  accountChanged: z.object({}),
  involvementEnded: z.object({ code }),
  directorAppointed: z.object({ code }),
  caseManagerAppointed: z.object({ code }),
  futurePlanEvaluation: z.object({ code, on: z.iso.date() }),
  erasureComing: z.object({ code }),
  signalReported: z.object({ code, signal: z.uuid() }),
  signalUnseen: z.object({ code, signal: z.uuid() }),
  signalViewAsked: z.object({ code, signal: z.uuid() }),
  extraAssessmentAsked: z.object({ code, assessment: z.uuid() }),
  extraAssessmentReminder: z.object({ code, assessment: z.uuid() }),
  /** What still stands of its reminders, found out when it is sent. */
  reminders: z.object({ lines: z.array(reminder).min(1) }),
  meetingInvitation: meeting,
  meetingMoved: meeting,
  meetingCancelled: meeting,
  meetingInAWeek: meeting,
  meetingTomorrow: meeting,
} as const

export type MessageKind = keyof typeof MESSAGE_PAYLOADS

/** What is told in the app and on devices alone, never by mail; written by the database (tell_directors). */
export const APP_MESSAGE_PAYLOADS = {
  agreementDone: z.object({ code, agreement: z.uuid() }),
  assessmentAnswered: z.object({ code, assessment: z.uuid() }),
} as const

/** Every kind there is, in the app. */
export const ALL_PAYLOADS = { ...MESSAGE_PAYLOADS, ...APP_MESSAGE_PAYLOADS } as const
export type AnyMessageKind = keyof typeof ALL_PAYLOADS
/** What a message of this kind carries. */
export type MessagePayload<K extends AnyMessageKind> = z.output<(typeof ALL_PAYLOADS)[K]>

interface Queued<K extends MessageKind> {
  /** What, for whom, about which: a message with the same key is made only once, e.g. "planDefinitive:{plan}:1". */
  key: string
  kind: K
  familyId: string | null
  payload: z.input<(typeof MESSAGE_PAYLOADS)[K]>
  dueAt: Date
}

/**
 * Writes a message for one account into the outbox, in the transaction of its cause; the worker sends it when it is due
 * and still wanted then. Says whether it is new: false where one with this key exists. Throws for a wrong payload.
 */
export async function queueMessage<K extends MessageKind>(
  tx: Tx,
  message: Queued<K> & { recipientId: string },
): Promise<boolean> {
  return (await queue(tx, [message])) > 0
}

/**
 * Writes the message for each active team member and each family account with access, under the key with the account's
 * id behind it. Returns how many are new. Reads the recipients as the transaction's viewer: the case director sees all.
 */
export async function queueForAll<K extends MessageKind>(
  tx: Tx,
  message: Queued<K> & { familyId: string },
): Promise<number> {
  const { familyId, dueAt } = message
  const active = { familyId, since: { lte: dueAt }, OR: [{ until: null }, { until: { gt: dueAt } }] }
  const members = await tx.teamMembership.findMany({ where: active, select: { personId: true } })
  const accounts = await tx.familyAccess.findMany({ where: active, select: { personId: true } })
  const recipients = [...new Set([...members, ...accounts].map(({ personId }) => personId))]
  return queue(
    tx,
    recipients.map((recipientId) => ({ ...message, recipientId, key: `${message.key}:${recipientId}` })),
  )
}

/** What stands behind the @ of a Message-ID. */
export function mailHost(): string {
  return new URL(appEnv().APP_URL).hostname
}

async function queue<K extends MessageKind>(
  tx: Tx,
  messages: readonly (Queued<K> & { recipientId: string })[],
): Promise<number> {
  const host = mailHost()
  const rows = messages.map(({ key, kind, recipientId, familyId, payload, dueAt }) => {
    const id = v7()
    const messageId = `${id}@${host}`
    return { id, key, kind, recipientId, familyId, payload: MESSAGE_PAYLOADS[kind].parse(payload), dueAt, messageId }
  })
  const { count } = await tx.message.createMany({ data: rows, skipDuplicates: true })
  return count
}
