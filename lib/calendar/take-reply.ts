import type { Pool } from 'pg'
import { validate } from 'uuid'
import type { WorkerEnv } from '@/lib/env'
import { readReply } from './read-reply'
import { invitationAt } from './reply-address'

/** `unreadable`: no answer of a calendar. The others are what the database says of one that is. */
export type ReplyOutcome = 'recorded' | 'old' | 'over' | 'foreign' | 'unreadable'

type Settings = Pick<WorkerEnv, 'APP_SECRET' | 'APP_URL' | 'CALENDAR_REPLY_ADDRESS'>

/**
 * Records what a calendar answered in one raw mail, for exactly the recipient whose address it was sent to. Refuses, without
 * a word to the sender, what was forged, forwarded, answered before, or is about another meeting. Throws only where the
 * database cannot be reached: then the mail server tries again.
 */
export async function takeReply(pool: Pool, mail: Buffer, settings: Settings): Promise<ReplyOutcome> {
  const reply = await readReply(mail)
  const { CALENDAR_REPLY_ADDRESS: address, APP_SECRET: secret, APP_URL: site } = settings
  if (!reply || !address) {
    return 'unreadable'
  }
  const [invitation] = reply.to.flatMap((each) => invitationAt(each, address, secret) ?? [])
  const [meeting = '', host] = reply.uid.split('@')
  if (!invitation || host !== new URL(site).hostname || !validate(meeting)) {
    return 'foreign'
  }
  const { attendee, sequence, stamp, answer } = reply
  const { rows } = await pool.query<{ outcome: ReplyOutcome }>(
    'select take_calendar_reply($1, $2, $3, $4, $5, $6::invitation_answer) as outcome',
    [invitation, meeting, attendee, sequence, stamp, answer],
  )
  return rows[0]?.outcome ?? 'foreign'
}
