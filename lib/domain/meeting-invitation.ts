import { z } from 'zod'
import type { DossierFrame } from './dossier'
import { dayWords } from './meeting-day'
import { type PartOfDay, partOfDayName } from './meeting-time'
import type { SeatRole } from './meeting-view'
import type { PlainDate } from './plain-date'
import { plainText } from './text'

export type InvitationAnswer = 'none' | 'accepted' | 'declined'

const REASON_LENGTH = 500

/** One's own answer; `sequence` says to which invitation, for a meeting may be moved while the page is open. */
export const AnswerInvitationForm = z.object({
  plan: z.string().max(20),
  sequence: z.coerce.number().int().min(0).max(1_000_000),
  answer: z.enum(['accepted', 'declined'], { error: 'Kies of u komt.' }),
  reason: plainText({ required: false, max: REASON_LENGTH, label: 'De reden' }).default(''),
})

/** Calling a meeting off: its day goes, everything else stays as it is. */
export const CancelMeetingForm = z.object({ planId: z.uuid({ error: 'Dit overleg is er niet (meer).' }) })

/** An invitation as the invited account reads it. */
export interface OwnInvitation {
  frame: DossierFrame
  plan: { slug: string; title: string }
  sequence: number
  when: string
  place: string
  answer: InvitationAnswer
  reason: string
}

/** Somebody at the table, and whether they come; `answer` is null for who gets no invitation by mail. */
export interface InvitedSeat {
  id: string
  name: string
  role: SeatRole
  answer: InvitationAnswer | null
  reason: string
}

/** Who of those at the table is written to, and who has to hear it in another way. */
export interface InvitationReach {
  byMail: string[]
  otherwise: string[]
}

/** The day and the time of a meeting in words: dinsdag 30 maart 2027, ochtend, 9.00 tot 12.00 uur. */
export function whenWords(on: PlainDate, part: PartOfDay): string {
  return `${dayWords(on)}, ${partOfDayName(part)}`
}

/** How many come, do not come and have not answered yet, in one sentence. */
export function answersInWords(seats: readonly Pick<InvitedSeat, 'answer'>[]): string {
  const number = (answer: InvitationAnswer) => seats.filter((seat) => seat.answer === answer).length
  const [come, not, open] = [number('accepted'), number('declined'), number('none')]
  return `${come} ${come === 1 ? 'komt' : 'komen'}, ${not} ${not === 1 ? 'komt' : 'komen'} niet, ${open} ${
    open === 1 ? 'heeft' : 'hebben'
  } nog niet geantwoord.`
}
