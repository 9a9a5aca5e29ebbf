import ICAL from 'ical.js'
import { Temporal } from '@/lib/domain/calendar'
import { meetingTimes, type PartOfDay } from '@/lib/domain/meeting-time'
import { type PlainDate, TIME_ZONE } from '@/lib/domain/plain-date'
import { amsterdam } from './time-zone'

// The space before a line that goes on counts as well (RFC 5545, 3.1); the library forgets it.
ICAL.foldLength = 74

export interface Invite {
  method: 'REQUEST' | 'CANCEL'
  /** The same for a meeting over all its changes. */
  uid: string
  sequence: number
  /** When this was written, as an ISO instant. */
  stamp: string
  on: PlainDate
  part: PartOfDay
  code: string
  /** What leads to where the meeting is, behind the login; null when there is nothing to see any more. */
  url: string | null
  organizer: string
  /** Whether the organizer's address takes what a calendar answers. */
  takesReplies: boolean
  attendee: string
}

/**
 * One meeting for one recipient as a calendar file (RFC 5545, RFC 5546). Nobody else is in it, no place and no word of the
 * dossier: a calendar is read by more eyes than a mailbox. Its times are those of the clock on the wall in Amsterdam.
 */
export function inviteFile(invite: Invite): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//GIPSonline//Overleg//NL')
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('method', invite.method)
  calendar.addSubcomponent(amsterdam())
  calendar.addSubcomponent(eventOf(invite))
  return `${calendar.toString()}\r\n`
}

function eventOf(invite: Invite): ICAL.Component {
  const { uid, sequence, method, code, url, on, part } = invite
  const event = new ICAL.Component('vevent')
  const { doorsOpen, leave } = meetingTimes(on, part)
  event.addPropertyWithValue('uid', uid)
  event.addPropertyWithValue('sequence', sequence)
  event.addPropertyWithValue('dtstamp', inUtc(invite.stamp))
  event.addProperty(localTime('dtstart', doorsOpen))
  event.addProperty(localTime('dtend', leave))
  event.addPropertyWithValue('summary', `Overleg ${code}`)
  event.addPropertyWithValue('status', method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED')
  event.addPropertyWithValue('class', 'PRIVATE')
  event.addPropertyWithValue('transp', method === 'CANCEL' ? 'TRANSPARENT' : 'OPAQUE')
  if (url !== null) {
    event.addPropertyWithValue('description', `Waar het overleg is, en of u komt: zie de link.\n${url}`)
    event.addPropertyWithValue('url', url)
  }
  event.addPropertyWithValue('organizer', `mailto:${invite.organizer}`)
  event.addProperty(attendeeOf(invite))
  return event
}

function attendeeOf({ attendee, method, takesReplies }: Invite): ICAL.Property {
  const property = new ICAL.Property('attendee')
  property.setParameter('role', 'REQ-PARTICIPANT')
  property.setParameter('partstat', 'NEEDS-ACTION')
  if (method === 'REQUEST') {
    property.setParameter('rsvp', takesReplies ? 'TRUE' : 'FALSE')
  }
  property.setValue(`mailto:${attendee}`)
  return property
}

function localTime(name: string, moment: Temporal.ZonedDateTime): ICAL.Property {
  const property = new ICAL.Property(name)
  property.setParameter('tzid', TIME_ZONE)
  property.setValue(
    ICAL.Time.fromDateTimeString(moment.toPlainDateTime().toString({ smallestUnit: 'second' }), property),
  )
  return property
}

function inUtc(stamp: string): ICAL.Time {
  return ICAL.Time.fromDateTimeString(Temporal.Instant.from(stamp).toString({ smallestUnit: 'second' }))
}
