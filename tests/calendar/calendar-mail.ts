import MailComposer from 'nodemailer/lib/mail-composer'

export interface ReplyInput {
  to: string
  uid: string
  sequence?: number
  /** As it stands in the file. */
  stamp?: string
  attendee: string
  partstat?: string
  method?: string
  /** Lines in the event besides these. */
  more?: string[]
}

/** The calendar file with which a calendar answers. */
export function replyFile({ uid, attendee, ...given }: ReplyInput): string {
  const { sequence = 1, stamp = '20270301T110000Z', partstat = 'ACCEPTED', method = 'REPLY', more = [] } = given
  const event = [
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp}`,
    'DTSTART;TZID=Europe/Amsterdam:20270330T090000',
  ]
  const lines = [
    ...event,
    `ATTENDEE;PARTSTAT=${partstat};CN="Een naam":mailto:${attendee}`,
    'SUMMARY:Geaccepteerd',
    ...more,
  ]
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Een agenda//NL', `METHOD:${method}`, 'BEGIN:VEVENT', ...lines]
    .concat('END:VEVENT', 'END:VCALENDAR', '')
    .join('\r\n')
}

type Manner = 'beside the words' | 'attached' | 'both' | 'alone'

/** The mail in which it comes: calendars differ in where they put their file. */
export function mailWith(file: string, to: string, manner: Manner = 'both'): Promise<Buffer> {
  const method = 'REPLY'
  const attachment = { filename: 'invite.ics', contentType: 'application/ics', content: file }
  const icalEvent = { method, content: file, filename: manner === 'both' ? 'invite.ics' : false } as const
  const alone = { contentType: 'text/calendar; charset=utf-8; method=REPLY', content: file }
  const parts = {
    'beside the words': { text: 'Geaccepteerd.', icalEvent },
    attached: { text: 'Geaccepteerd.', attachments: [attachment] },
    both: { text: 'Geaccepteerd.', html: '<p>Geaccepteerd.</p>', icalEvent },
    alone: { attachments: [alone] },
  }[manner]
  const mail = { from: 'Iemand <iemand@elders.example>', to, subject: 'Geaccepteerd: Overleg G-0001', ...parts }
  return new MailComposer(mail).compile().build()
}
