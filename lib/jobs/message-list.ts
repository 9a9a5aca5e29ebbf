import type { MessageKind } from '@/lib/data/outbox'
import { REMINDERS, type ReminderKind } from '@/lib/domain/reminder'

type ListedKind = Exclude<MessageKind, 'reminders'> | ReminderKind

interface Listed {
  to: string
  when: string
  /** The function that decides it: of the database, or of lib/data. */
  rule: string
  /** The file in emails/. */
  template: string
}

/** Every message that the product sends. docs/messages.md is this list; a test compares them. */
export const MESSAGE_LIST: Readonly<Record<ListedKind, Listed>> = {
  accountInvitation: {
    to: 'who gets an account',
    when: 'invited',
    rule: 'invite_account',
    template: 'account-invitation',
  },
  passwordReset: {
    to: 'who asked',
    when: 'a new password is asked',
    rule: 'ask_password_reset',
    template: 'password-reset',
  },
  secondFactorAsked: {
    to: 'the owner of the account',
    when: 'an administrator asks to remove the second factor',
    rule: 'ask_removal',
    template: 'second-factor-asked',
  },
  secondFactorLink: {
    to: 'the owner of the account',
    when: 'another administrator confirms it',
    rule: 'confirm_removal',
    template: 'second-factor-link',
  },
  accountChanged: {
    to: 'the owner of the account',
    when: 'the way to log in was changed',
    rule: 'change_own_login',
    template: 'account-changed',
  },
  profileIncomplete: {
    to: 'professional',
    when: 'added to a team, or set up since; again after 3 and 7 days, until it is complete',
    rule: 'profiles_to_complete',
    template: 'reminders',
  },
  meetingInvitation: {
    to: 'who sits at the table, has an account and a safe channel',
    when: 'the case director sends the invitations',
    rule: 'settle_meeting',
    template: 'meeting',
  },
  meetingMoved: {
    to: 'who was invited',
    when: 'another day, part of the day or place',
    rule: 'settle_meeting',
    template: 'meeting',
  },
  meetingCancelled: {
    to: 'who was invited',
    when: 'the meeting is called off, or they need not come any more',
    rule: 'settle_meeting',
    template: 'meeting',
  },
  meetingInAWeek: {
    to: 'who did not decline',
    when: '7 days before, or on the working day before that; at 08:00',
    rule: 'remind_of_meetings',
    template: 'meeting',
  },
  meetingTomorrow: {
    to: 'who did not decline',
    when: '1 day before, or on the working day before that; at 08:00',
    rule: 'remind_of_meetings',
    template: 'meeting',
  },
  meetingToRate: {
    to: 'who was at the meeting',
    when: 'the meeting is over, for two weeks at most',
    rule: 'meetings_to_rate',
    template: 'reminders',
  },
  planStillProvisional: {
    to: 'case director and deputy',
    when: 'provisional for 7 days, GIPS 1 for 2 working days',
    rule: 'plans_still_provisional',
    template: 'reminders',
  },
  planDefinitive: {
    to: 'whole team, family accounts',
    when: 'the plan is definitive',
    rule: 'tellPlanIsDefinitive',
    template: 'plan-definitive',
  },
  agreementsInForce: {
    to: 'who does them',
    when: 'agreements go in force before their plan is definitive, or after an extra assessment',
    rule: 'tellDoers',
    template: 'agreements-in-force',
  },
  agreementClosed: {
    to: 'who did it',
    when: 'the case director closes an agreement',
    rule: 'tellDoers',
    template: 'agreement-closed',
  },
  agreementsDue: {
    to: 'who does them',
    when: '3 days before, on the day, then weekly while open, six times at most; of what is done daily: weekly while left',
    rule: 'agreements_due',
    template: 'reminders',
  },
  signalReported: {
    to: 'case director and deputy',
    when: 'a signal is reported',
    rule: 'tell_of_signal',
    template: 'signal-reported',
  },
  signalUnseen: {
    to: 'chair',
    when: 'nobody saw it: after 15 minutes, 2 or 24 hours; at once where nobody directs but who reported it',
    rule: 'escalate_signals',
    template: 'signal-unseen',
  },
  signalViewAsked: {
    to: 'who is asked',
    when: 'somebody’s view of a signal is asked',
    rule: 'tell_who_views',
    template: 'signal-view-asked',
  },
  extraAssessmentAsked: {
    to: 'chosen professionals',
    when: 'an extra assessment is asked',
    rule: 'askAssessment',
    template: 'extra-assessment',
  },
  extraAssessmentReminder: {
    to: 'who did not answer',
    when: 'after 24 hours, or by hand',
    rule: 'remind_of_assessments',
    template: 'extra-assessment',
  },
  noNextMeeting: {
    to: 'case director and deputy',
    when: 'ten weeks after a meeting, no next one planned',
    rule: 'meetings_to_plan',
    template: 'reminders',
  },
  measureEnds: {
    to: 'case director and deputy',
    when: 'a measure ends within 8 weeks, and no longer one of its kind follows',
    rule: 'frameworks_to_extend',
    template: 'reminders',
  },
  frameworkEnds: {
    to: 'case director and deputy',
    when: 'the framework ends within 8 weeks, and the family does not go on without it',
    rule: 'frameworks_to_extend',
    template: 'reminders',
  },
  directorAppointed: {
    to: 'new case director',
    when: 'appointed, or the direction was handed over',
    rule: 'takeDirection',
    template: 'director-appointed',
  },
  caseManagerAppointed: {
    to: 'case manager',
    when: 'the future plan is definitive',
    rule: 'letCaseManagerTakeOver',
    template: 'case-manager-appointed',
  },
  futurePlanEvaluation: {
    to: 'case manager, family accounts',
    when: 'on both days that were chosen, about month 6 and 12',
    rule: 'future_plans_to_evaluate',
    template: 'reminders',
  },
  involvementEnded: {
    to: 'professional',
    when: 'the involvement ends',
    rule: 'leaveTeam',
    template: 'involvement-ended',
  },
  erasureComing: {
    to: 'case director and deputy',
    when: '13 weeks before a closed dossier is erased',
    rule: 'tell_of_erasure',
    template: 'erasure-coming',
  },
}

/** What somebody may choose to do without on /account; all else is essential. */
export function isEssential(kind: ListedKind): boolean {
  return !Object.hasOwn(REMINDERS, kind)
}

/**
 * What leaves whatever the hour: what somebody waits for at this moment, what concerns the safety of a child or of an
 * account, and a meeting that is not where or when somebody may be on their way to.
 */
const URGENT: readonly string[] = [
  'accountInvitation',
  'passwordReset',
  'secondFactorAsked',
  'secondFactorLink',
  'accountChanged',
  'meetingMoved',
  'meetingCancelled',
  'agreementsInForce',
  'signalReported',
  'signalUnseen',
  'signalViewAsked',
  'extraAssessmentAsked',
  'extraAssessmentReminder',
  'directorAppointed',
] satisfies ListedKind[]

/** Whether it waits for working time; `kind` is one of the outbox. */
export function waitsForWorkingTime(kind: string): boolean {
  return !URGENT.includes(kind)
}

/** When it leaves once its moment has come. */
export function leaves(kind: ListedKind): string {
  if (!waitsForWorkingTime(kind)) {
    return 'at once'
  }
  return isReminder(kind) && !REMINDERS[kind].isAtOnce ? 'working time, in the one mail' : 'working time'
}

function isReminder(kind: ListedKind): kind is ReminderKind {
  return !isEssential(kind)
}
