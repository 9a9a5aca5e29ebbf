interface ReminderRule {
  /** In a mail of its own as soon as it is due; else together with all else, once a day or a week. */
  isAtOnce: boolean
  /** The check box on /account with which somebody does without. */
  choice: MailChoice
}

export type MailChoice = 'agreements' | 'meeting' | 'steering' | 'evaluation' | 'profile'

/** What people are reminded of by the clock. What each means, to whom it goes and when is in lib/jobs/message-list.ts. */
export const REMINDERS = {
  agreementsDue: { isAtOnce: false, choice: 'agreements' },
  meetingToRate: { isAtOnce: true, choice: 'meeting' },
  planStillProvisional: { isAtOnce: false, choice: 'steering' },
  noNextMeeting: { isAtOnce: false, choice: 'steering' },
  measureEnds: { isAtOnce: false, choice: 'steering' },
  frameworkEnds: { isAtOnce: false, choice: 'steering' },
  futurePlanEvaluation: { isAtOnce: true, choice: 'evaluation' },
  profileIncomplete: { isAtOnce: true, choice: 'profile' },
} as const satisfies Record<string, ReminderRule>

export type ReminderKind = keyof typeof REMINDERS

export const REMINDER_KINDS = Object.keys(REMINDERS) as [ReminderKind, ...ReminderKind[]]

/** What one person chose about mail that may be left out. */
export interface OwnMail {
  /** What they want to be reminded of. */
  wanted: readonly MailChoice[]
  /** The weekday (1 is Monday, 5 Friday) of the weekly mail; null: every working day. */
  weekday: number | null
}

/** The kinds behind the check boxes that are not ticked. */
export function kindsLeftOut(wanted: readonly MailChoice[]): ReminderKind[] {
  return REMINDER_KINDS.filter((kind) => !wanted.includes(REMINDERS[kind].choice))
}

/** The check boxes that are ticked for who does without these kinds: a box is empty when all behind it is left out. */
export function choicesWanted(leftOut: readonly string[]): MailChoice[] {
  return [...new Set(REMINDER_KINDS.filter((kind) => !leftOut.includes(kind)).map((kind) => REMINDERS[kind].choice))]
}
