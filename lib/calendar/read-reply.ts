import ICAL from 'ical.js'
import PostalMime, { type Address, type Email } from 'postal-mime'

/** What the calendar of somebody answers to an invitation. */
export interface CalendarReply {
  /** Every address that the mail went to: one of them proves for whom it is. */
  to: string[]
  uid: string
  sequence: number
  /** DTSTAMP: when it was answered, by the clock of who answers. */
  stamp: Date
  attendee: string
  answer: 'accepted' | 'declined'
}

/** The most that a mail may weigh, and the calendar file in it: a reply is a few kilobytes. */
export const MAIL_LIMIT = 256 * 1024
const FILE_LIMIT = 32 * 1024

const ANSWERS: Readonly<Record<string, CalendarReply['answer']>> = { ACCEPTED: 'accepted', DECLINED: 'declined' }

/**
 * Reads one mail in which a calendar answers (RFC 5546, METHOD:REPLY). Null for everything else: another method, more than
 * one event or attendee, no clear yes or no, or what no calendar writes. What else stands in the mail is not read.
 */
export async function readReply(mail: Buffer): Promise<CalendarReply | null> {
  if (mail.length > MAIL_LIMIT) {
    return null
  }
  const email = await PostalMime.parse(mail, { maxNestingDepth: 10, maxHeadersSize: 64 * 1024 }).catch(() => null)
  const files = email ? calendarFilesIn(email) : []
  const answers = new Map(
    files.map(answerIn).flatMap((found) => (found ? [[JSON.stringify(found), found] as const] : [])),
  )
  const [only] = answers.values()
  return email && only && answers.size === 1 ? { ...only, to: recipientsOf(email) } : null
}

/** The same file stands in a mail once or twice: beside the words, and attached. */
function calendarFilesIn({ attachments }: Email): string[] {
  return attachments
    .filter(({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics')
    .map(({ content }) =>
      typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8'),
    )
    .filter((file) => file.length <= FILE_LIMIT)
}

function answerIn(file: string): Omit<CalendarReply, 'to'> | null {
  try {
    const calendar = ICAL.Component.fromString(file)
    const events = calendar.getAllSubcomponents('vevent')
    const [event] = events
    if (calendar.name !== 'vcalendar' || events.length !== 1 || !event) return null
    return textIn(calendar, 'method').toUpperCase() === 'REPLY' ? answerOf(event) : null
  } catch {
    return null
  }
}

function answerOf(event: ICAL.Component): Omit<CalendarReply, 'to'> | null {
  const attendees = event.getAllProperties('attendee')
  const [attendee] = attendees
  const address = /^mailto:([^\s<>]{3,254})$/i.exec(String(attendee?.getFirstValue() ?? ''))?.[1]
  const answer = ANSWERS[String(attendee?.getFirstParameter('partstat') ?? '').toUpperCase()]
  const uid = textIn(event, 'uid')
  const sequence = Number(event.getFirstPropertyValue('sequence') ?? 0)
  const stamp = event.getFirstPropertyValue('dtstamp')
  if (attendees.length !== 1 || !address || !answer || uid === '' || uid.length > 200) return null
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 1_000_000) return null
  if (!(stamp instanceof ICAL.Time) || stamp.zone?.tzid !== 'UTC' || Number.isNaN(stamp.toJSDate().getTime()))
    return null
  return { uid, sequence, stamp: stamp.toJSDate(), attendee: address, answer }
}

function textIn(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name)
  return typeof value === 'string' ? value : ''
}

function recipientsOf({ to, cc, deliveredTo, headers }: Email): string[] {
  const original = headers
    .filter(({ key }) => key === 'x-original-to' || key === 'delivered-to')
    .map(({ value }) => value)
  const named = [...(to ?? []), ...(cc ?? [])].flatMap((address: Address) =>
    'group' in address && address.group ? address.group.map(({ address: each }) => each) : [address.address ?? ''],
  )
  return [...named, ...(deliveredTo ? [deliveredTo] : []), ...original].map((address) => address.replace(/[<>]/g, ''))
}
