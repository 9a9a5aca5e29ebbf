import ICAL from 'ical.js'

// The rule of the European Union, since 1996: the clock goes on and back at 01:00 UTC on the last Sunday of March and October.
const AMSTERDAM = `BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19970330T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE`

/** The time zone of all meetings, for a calendar that does not know its name. */
export function amsterdam(): ICAL.Component {
  return ICAL.Component.fromString(AMSTERDAM.replaceAll('\n', '\r\n'))
}
