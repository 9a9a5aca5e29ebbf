import type { MessageKind, MessagePayload } from '@/lib/data/outbox'
import { REMINDER_KINDS } from '@/lib/domain/reminder'

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
  reminders: { lines: REMINDER_KINDS.map((kind) => ({ kind, code, plan: 'gips-1' })) },
}

/** The kinds in the order of the list. */
export const MESSAGE_KINDS = Object.keys(MESSAGE_EXAMPLES) as MessageKind[]
