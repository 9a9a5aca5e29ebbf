import type { MessageKind } from '@/lib/data/outbox'
import type { PartOfDay } from '@/lib/domain/meeting-time'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ReminderKind } from '@/lib/domain/reminder'

export interface MailText {
  subject: string
  /** What a mailbox shows beside the subject. */
  preview: string
  paragraphs: readonly string[]
  /** The words on the button; null for a message without a link. */
  button: string | null
}

/** Every mail that is written; `reminders` holds the words around several reminders in one mail. */
export type MailKind = MessageKind | ReminderKind

/** What can reach a family account. */
export type FamilyKind =
  | 'accountInvitation'
  | 'passwordReset'
  | 'secondFactorAsked'
  | 'secondFactorLink'
  | 'accountChanged'
  | 'meetingInvitation'
  | 'meetingMoved'
  | 'meetingCancelled'
  | 'meetingInAWeek'
  | 'meetingTomorrow'
  | 'meetingToRate'
  | 'planDefinitive'
  | 'agreementsInForce'
  | 'agreementClosed'
  | 'agreementsDue'
  | 'futurePlanEvaluation'
  | 'reminders'

/** What only who works in a dossier gets: whoever adds a kind is told that its words are missing among these. */
export type ProfessionalKind = Exclude<MailKind, FamilyKind>

/** A language of families: all that can reach a family account. */
export interface FamilyTexts {
  mails: Readonly<Record<FamilyKind, MailText>>
  /** Before the codes of each kind, where several reminders are in one mail. */
  reminderLines: Readonly<Record<Extract<ReminderKind, FamilyKind>, string>>
  /** The day and the time of a meeting in words. */
  when(on: PlainDate, part: PartOfDay): string
  footer: string
}

/** What professionals get besides, in the languages that they can choose. */
export interface ProfessionalTexts {
  mails: Readonly<Record<ProfessionalKind, MailText>>
  reminderLines: Readonly<Record<Exclude<ReminderKind, FamilyKind>, string>>
}
