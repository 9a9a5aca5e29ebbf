import { z } from 'zod'
import type { Mail } from '@/emails/mail'
import { meeting } from '@/emails/meeting'
import { inviteFile } from '@/lib/calendar/invite-file'
import { replyAddressFor } from '@/lib/calendar/reply-address'
import { MESSAGE_PAYLOADS } from '@/lib/data/outbox'
import type { WorkerEnv } from '@/lib/env'

type Site = Pick<WorkerEnv, 'APP_URL' | 'APP_SECRET' | 'MAIL_FROM' | 'CALENDAR_REPLY_ADDRESS'>
type Kind = 'meetingInvitation' | 'meetingMoved' | 'meetingCancelled' | 'meetingInAWeek' | 'meetingTomorrow'

/** On a machine of one's own it may be without a dot. */
const senderAddress = z.string().regex(/^[^\s<>"@]+@[^\s<>"@]+$/)

/** What each kind says to a calendar; a reminder says nothing new. */
const METHODS = {
  meetingInvitation: 'REQUEST',
  meetingMoved: 'REQUEST',
  meetingCancelled: 'CANCEL',
  meetingInAWeek: null,
  meetingTomorrow: null,
} as const

/** The mail about a meeting, with its calendar file for this recipient alone. Throws for a payload of another shape. */
export async function composeMeeting(
  kind: Kind,
  payload: unknown,
  language: string,
  site: Site,
  email: string,
): Promise<Mail> {
  const told = MESSAGE_PAYLOADS[kind].parse(payload)
  const invitationUrl = `${site.APP_URL}/gezinnen/${told.code}/plannen/${told.plan}/uitnodiging`
  const mail = await meeting({ ...told, kind, language, invitationUrl })
  const method = METHODS[kind]
  if (method === null) {
    return mail
  }
  const content = inviteFile({
    ...told,
    method,
    uid: `${told.meeting}@${new URL(site.APP_URL).hostname}`,
    url: method === 'REQUEST' ? invitationUrl : null,
    attendee: z.email().parse(email),
    ...organizerOf(site, told.invitation),
  })
  return { ...mail, calendar: { method, content } }
}

/** Whom a calendar answers: this recipient's own reply address, else the sender, who reads nothing. */
function organizerOf({ CALENDAR_REPLY_ADDRESS, APP_SECRET, MAIL_FROM }: Site, invitation: string) {
  if (CALENDAR_REPLY_ADDRESS) {
    return { organizer: replyAddressFor(CALENDAR_REPLY_ADDRESS, invitation, APP_SECRET), takesReplies: true }
  }
  const [, inBrackets] = /<([^<>\s]+)>\s*$/.exec(MAIL_FROM) ?? []
  return { organizer: senderAddress.parse(inBrackets ?? MAIL_FROM.trim()), takesReplies: false }
}
