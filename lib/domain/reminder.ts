import type { MailLanguage } from './mail-words'

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
  /** What they may choose from: what can reach them at all. */
  offered: readonly MailChoice[]
  wanted: readonly MailChoice[]
  /** The weekday (1 is Monday, 5 Friday) of the weekly mail; null: every working day. */
  weekday: number | null
  language: MailLanguage
  /** From which languages they can choose. */
  languages: readonly MailLanguage[]
}

const ALL_CHOICES: readonly MailChoice[] = ['agreements', 'meeting', 'steering', 'evaluation', 'profile']
const OF_FAMILY: readonly MailChoice[] = ['agreements', 'meeting', 'evaluation']

/** The check boxes for this account: a family account directs nothing and keeps its profile in the dossier. */
export function choicesFor(isFamily: boolean): readonly MailChoice[] {
  return isFamily ? OF_FAMILY : ALL_CHOICES
}

/** The kinds behind the offered check boxes that are not ticked. */
export function kindsLeftOut(offered: readonly MailChoice[], wanted: readonly MailChoice[]): ReminderKind[] {
  return REMINDER_KINDS.filter((kind) => {
    const { choice } = REMINDERS[kind]
    return offered.includes(choice) && !wanted.includes(choice)
  })
}

/** The check boxes that are ticked for who does without these kinds: a box is empty when all behind it is left out. */
export function choicesWanted(leftOut: readonly string[]): MailChoice[] {
  return ALL_CHOICES.filter((wanted) =>
    REMINDER_KINDS.some((kind) => REMINDERS[kind].choice === wanted && !leftOut.includes(kind)),
  )
}
