import type { MessageKind, MessagePayload } from '@/lib/data/outbox'
import { REMINDER_KINDS, REMINDERS, type ReminderKind } from '@/lib/domain/reminder'
import { languageFor } from '@/lib/messages/mail-texts'
import type { MailKind } from '@/lib/messages/mail-texts/mail-text'

const ID = '0190a000-0000-7000-8000-000000000002'
const code = 'G-0001'
const meeting: MessagePayload<'meetingInvitation'> = {
  code,
  plan: 'gips-2',
  meeting: ID,
  invitation: ID,
  sequence: 1,
  on: '2027-03-30',
  part: 'morning',
  stamp: '2027-03-01T10:00:00Z',
}

/**
 * An example of every kind of message: what the preview of a developer shows and what the tests hold against the words of a
 * dossier. A kind without an example does not pass the type checker, so that no template can be forgotten.
 */
export const MESSAGE_EXAMPLES: { readonly [K in MessageKind]: MessagePayload<K> } = {
  planDefinitive: { code, plan: 'gips-1', planId: ID },
  agreementsInForce: { code, agreements: [ID] },
  agreementClosed: { code, agreements: [ID] },
  accountInvitation: { link: ID },
  passwordReset: { link: ID },
  secondFactorAsked: {},
  secondFactorLink: { link: ID },
  accountChanged: {},
  involvementEnded: { code },
  directorAppointed: { code },
  caseManagerAppointed: { code },
  futurePlanEvaluation: { code, on: '2026-09-24' },
  erasureComing: { code },
  signalReported: { code, signal: ID },
  signalUnseen: { code, signal: ID },
  signalViewAsked: { code, signal: ID },
  extraAssessmentAsked: { code, assessment: ID },
  extraAssessmentReminder: { code, assessment: ID },
  meetingInvitation: meeting,
  meetingMoved: meeting,
  meetingCancelled: meeting,
  meetingInAWeek: meeting,
  meetingTomorrow: meeting,
  reminders: { lines: REMINDER_KINDS.map(reminderOf) },
}

/**
 * An example of a mail as a row of the outbox: a reminder is alone in its mail, and several in one are of the kinds that can be said
 * in this language.
 */
export function mailExample(kind: MailKind, language: string): { kind: MessageKind; payload: object } {
  if (isReminder(kind)) {
    return { kind: 'reminders', payload: { lines: [reminderOf(kind)] } }
  }
  if (kind === 'reminders') {
    const said = REMINDER_KINDS.filter((each) => languageFor(language, [each]) === language)
    return { kind, payload: { lines: said.map(reminderOf) } }
  }
  return { kind, payload: MESSAGE_EXAMPLES[kind] }
}

function reminderOf(kind: ReminderKind) {
  return { kind, code, plan: 'gips-1' }
}

function isReminder(kind: MailKind): kind is ReminderKind {
  return Object.hasOwn(REMINDERS, kind)
}

/** The kinds in the order of the list. */
export const MESSAGE_KINDS = Object.keys(MESSAGE_EXAMPLES) as MessageKind[]
