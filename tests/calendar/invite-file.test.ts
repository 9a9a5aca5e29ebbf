import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type Invite, inviteFile } from '@/lib/calendar/invite-file'
import { addDays } from '@/lib/domain/calendar'
import { meetingTimes } from '@/lib/domain/meeting-time'

const INVITE: Invite = {
  method: 'REQUEST',
  uid: '0190a000-0000-7000-8000-000000000002@gips.example',
  sequence: 3,
  stamp: '2027-03-01T10:00:00Z',
  on: '2027-03-30',
  part: 'morning',
  code: 'G-0001',
  url: 'https://gips.example/gezinnen/G-0001/plannen/gips-2/uitnodiging',
  organizer: 'noreply@gips.example',
  takesReplies: true,
  attendee: 'lezer@gips.example',
}

function read(given: Partial<Invite> = {}) {
  const file = inviteFile({ ...INVITE, ...given })
  const calendar = ICAL.Component.fromString(file)
  const event = calendar.getFirstSubcomponent('vevent') ?? expect.fail()
  const value = (name: string) => event.getFirstPropertyValue(name)?.toString()
  return { file, calendar, event, value }
}

describe('a calendar file', () => {
  test('says when, to one attendee, and where to look for the rest', () => {
    const { calendar, event, value } = read()
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect([value('uid'), value('sequence'), value('dtstamp')]).toEqual([INVITE.uid, '3', '2027-03-01T10:00:00Z'])
    expect([value('dtstart'), value('dtend')]).toEqual(['2027-03-30T09:00:00', '2027-03-30T12:00:00'])
    expect(event.getFirstProperty('dtstart')?.getFirstParameter('tzid')).toBe('Europe/Amsterdam')
    expect([value('summary'), value('class'), value('status')]).toEqual(['Overleg G-0001', 'PRIVATE', 'CONFIRMED'])
    expect(event.getAllProperties('attendee').map((each) => each.getFirstValue())).toEqual([
      'mailto:lezer@gips.example',
    ])
    expect(event.getFirstProperty('attendee')?.getFirstParameter('rsvp')).toBe('TRUE')
    expect([value('organizer'), value('url')]).toEqual(['mailto:noreply@gips.example', INVITE.url])
  })

  test('has no place, no name and nothing else than these properties', () => {
    const { event } = read()
    const names = [...new Set(event.getAllProperties().map(({ name }) => name))].sort()
    expect(names).toEqual([
      ...['attendee', 'class', 'description', 'dtend', 'dtstamp', 'dtstart', 'organizer', 'sequence'],
      ...['status', 'summary', 'transp', 'uid', 'url'],
    ])
    expect(event.getFirstProperty('attendee')?.getFirstParameter('cn')).toBeUndefined()
  })

  test('asks for no reply where nobody reads one', () => {
    expect(read({ takesReplies: false }).event.getFirstProperty('attendee')?.getFirstParameter('rsvp')).toBe('FALSE')
  })

  test('of a meeting that is off takes it out of the calendar, and leads nowhere', () => {
    const { calendar, event, value } = read({ method: 'CANCEL', url: null })
    expect([calendar.getFirstPropertyValue('method'), value('status')]).toEqual(['CANCEL', 'CANCELLED'])
    expect([value('uid'), value('dtstart')]).toEqual([INVITE.uid, '2027-03-30T09:00:00'])
    expect(event.hasProperty('url') || event.hasProperty('description')).toBe(false)
  })

  test('is folded at 75 bytes and ends each line as mail does', () => {
    const { file } = read({ attendee: `${'lang'.repeat(15)}@voorbeeld-van-een-lange-naam.example` })
    const lines = file.split('\r\n')
    expect(lines.at(-1)).toBe('')
    expect(lines.every((line) => !/[\r\n]/.test(line) && Buffer.byteLength(line) <= 75)).toBe(true)
  })

  test.each(["o'brien+gips@xn--bcher-kva.example", 'voor.achter+a+b@gips.example', '"jan, de; boer"@gips.example'])(
    'names the address %s as it is',
    (attendee) => {
      expect(read({ attendee }).value('attendee')).toBe(`mailto:${attendee}`)
    },
  )

  test.each(['G-0001\nLOCATION:Kade 3', 'G-0001\\nX-A:b', 'G-0001;,"x"'])(
    'lets no line be added by the text %j',
    (code) => {
      const { event, value } = read({ code, url: null })
      expect(value('summary')).toBe(`Overleg ${code}`)
      expect(event.hasProperty('location') || event.hasProperty('x-a')).toBe(false)
    },
  )
})

test('a meeting keeps its time on the wall over a change of the clocks', () => {
  for (const [on, offset] of [
    ['2027-03-26', '+01:00'],
    ['2027-03-29', '+02:00'],
    ['2026-10-23', '+02:00'],
    ['2026-10-26', '+01:00'],
  ] as const) {
    const { value } = read({ on, part: 'afternoon' })
    expect([value('dtstart'), value('dtend')]).toEqual([`${on}T13:00:00`, `${on}T16:00:00`])
    expect(meetingTimes(on, 'afternoon').doorsOpen.offset).toBe(offset)
  }
})

test('the time zone in the file says of every day for ten years what the clock says', () => {
  const { calendar, value } = read()
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') ?? expect.fail())
  const wrong = Array.from({ length: 3_650 }, (_, days) => addDays('2026-01-01', days)).filter((on) => {
    const here = ICAL.Time.fromDateTimeString(`${on}T09:00:00`)
    here.zone = zone
    return here.toJSDate().getTime() !== meetingTimes(on, 'morning').doorsOpen.epochMilliseconds
  })
  expect(value('dtstart')).toBeDefined()
  expect(wrong).toEqual([])
})
