import { Temporal } from '@/lib/domain/calendar'
import type { MailTexts } from './mail-texts'

const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
const PARTS = { morning: 'in the morning, 9:00 to 12:00', afternoon: 'in the afternoon, 13:00 to 16:00' }

/** The texts of all mails in English. What they lead to is in Dutch. */
export const en: MailTexts = {
  planDefinitive: {
    subject: 'There is a definitive plan ({code})',
    preview: 'Log in to read it.',
    paragraphs: [
      'A plan in file {code} has become definitive.',
      'Log in to read it. You will also see which agreements are yours.',
    ],
    button: 'Go to the plan',
  },
  agreementsInForce: {
    subject: 'You have new agreements ({code})',
    preview: 'Log in to read them.',
    paragraphs: [
      'In file {code} there are agreements for you to carry out. They apply from now on.',
      'Log in to read them. That is also where you tick off what you have done.',
    ],
    button: 'Go to my agreements',
  },
  agreementClosed: {
    subject: 'One of your agreements no longer applies ({code})',
    preview: 'Log in to see what applies now.',
    paragraphs: [
      'In file {code} an agreement that you would carry out has stopped. You do not have to do it any more.',
      'Log in to see which agreements apply to you now.',
    ],
    button: 'Go to my agreements',
  },
  accountInvitation: {
    subject: 'Your account for GIPSonline',
    preview: 'Set up your account.',
    paragraphs: [
      'An account has been made for you in GIPSonline. You set it up yourself: you choose a password and link an app for your login code.',
      'The link works once. Do not forward this message.',
      'Did you not expect this? Then do not use the link.',
    ],
    button: 'Set up my account',
  },
  passwordReset: {
    subject: 'Choose a new password',
    preview: 'The link works for half an hour.',
    paragraphs: [
      'Somebody asked for a new password for your account in GIPSonline.',
      'The link works once, and no longer than half an hour. Do not forward this message.',
      'Was it not you? Then you do not have to do anything. Your password stays the same.',
    ],
    button: 'Choose a new password',
  },
  secondFactorAsked: {
    subject: 'Somebody asked for a new login code',
    preview: 'Was it not you? Tell us at once.',
    paragraphs: [
      'An administrator asked to unlink the app for your login code from your account in GIPSonline. A second administrator checks this.',
      'Did you ask for this, for instance because you lost your phone? Then you do not have to do anything. You will get another message.',
      'Was it not you? Call your administrator or the case director at once.',
    ],
    button: null,
  },
  secondFactorLink: {
    subject: 'Link a new app for your login code',
    preview: 'The link works for one day.',
    paragraphs: [
      'The app for your login code has been unlinked from your account in GIPSonline. You now link a new one yourself. Keep your password at hand.',
      'The link works once, and no longer than a day. Do not forward this message.',
      'Was it not you who asked? Call your administrator or the case director at once.',
    ],
    button: 'Link a new app',
  },
  accountChanged: {
    subject: 'Something in your account has changed',
    preview: 'Was it not you? Tell us at once.',
    paragraphs: [
      'Something that you log in with in GIPSonline has changed: your password, the app for your login code or your recovery codes.',
      'Was it you? Then you do not have to do anything.',
      'Was it not you? Call your administrator or the case director at once.',
    ],
    button: null,
  },
  involvementEnded: {
    subject: 'Your access has ended ({code})',
    preview: 'You can no longer open this file.',
    paragraphs: [
      'You no longer take part in file {code}. That is why you can no longer open it.',
      'Is this not right? Please contact the case director.',
    ],
    button: null,
  },
  directorAppointed: {
    subject: 'You are now case director ({code})',
    preview: 'Log in to see what is needed now.',
    paragraphs: [
      'You are now the case director of file {code}.',
      'Log in to open the file. You will see what is needed now.',
    ],
    button: 'Go to the file',
  },
  caseManagerAppointed: {
    subject: 'You are now case manager ({code})',
    preview: 'Log in to see what was agreed.',
    paragraphs: [
      'You are now the case manager in file {code}.',
      'Log in to read what was agreed, and on which two days you look back together.',
    ],
    button: 'Go to the file',
  },
  futurePlanEvaluation: {
    subject: 'Time to look back together ({code})',
    preview: 'Log in to open the plan.',
    paragraphs: [
      'In file {code} it is time to look back on the plan together.',
      'Log in to open the plan. Is it still right, or does something have to change?',
    ],
    button: 'Go to the plan',
  },
  erasureComing: {
    subject: 'A closed file will soon be erased ({code})',
    preview: 'Log in to see when.',
    paragraphs: [
      'The time that file {code} is kept is almost over. After that it will be erased.',
      'Does it have to stay longer, for instance because of a court case? Then log in and stop the erasure.',
    ],
    button: 'Go to the file',
  },
  signalReported: {
    subject: 'New signal in {code}',
    preview: 'Log in to read it.',
    paragraphs: [
      'There is a new signal in file {code}.',
      'Log in, read it and say that you have seen it. If nobody sees it in time, the GIPS chair is told too.',
    ],
    button: 'Go to the signal',
  },
  signalUnseen: {
    subject: 'Nobody has seen a signal in {code} yet',
    preview: 'Log in to read it.',
    paragraphs: [
      'In file {code} there is a signal that nobody has seen yet.',
      'Log in, read it and say that you have seen it. Call the case director or the deputy.',
    ],
    button: 'Go to the signal',
  },
  signalViewAsked: {
    subject: 'What do you think of a signal in {code}?',
    preview: 'Log in to answer.',
    paragraphs: ['In file {code} you are asked what you think of a signal.', 'Log in to read it and to answer.'],
    button: 'Go to the signal',
  },
  extraAssessmentAsked: {
    subject: 'Your assessment, please ({code})',
    preview: 'Log in to answer.',
    paragraphs: [
      'The case director of file {code} asks for your assessment.',
      'Log in to read what the question is and when your answer is needed. It takes a few minutes.',
    ],
    button: 'Go to the question',
  },
  extraAssessmentReminder: {
    subject: 'Your assessment is still needed ({code})',
    preview: 'Log in to answer.',
    paragraphs: [
      'In file {code} a question still waits for your assessment.',
      'Log in to answer. What you typed before is still there. Finished? Then choose “Klaar” at the bottom.',
    ],
    button: 'Go to the question',
  },
  agreementsDue: {
    subject: 'You have an agreement to carry out ({code})',
    preview: 'Log in to see what you are going to do.',
    paragraphs: [
      'In file {code} there is an agreement that you will carry out soon, or that is still open.',
      'Log in to read what you are going to do. Done? Tick it off there.',
    ],
    button: 'Go to my agreements',
  },
  meetingToRate: {
    subject: 'How was the meeting? ({code})',
    preview: 'Give your opinion. It takes a minute.',
    paragraphs: [
      'You were at a meeting in file {code}. How did you find it?',
      'Log in and give a mark. It takes a minute, and it makes the next meeting better.',
    ],
    button: 'Give your opinion',
  },
  planStillProvisional: {
    subject: 'A plan is still provisional ({code})',
    preview: 'Discuss it and make it definitive.',
    paragraphs: [
      'In file {code} a plan is still provisional.',
      'Log in, discuss it with those concerned, and make it definitive.',
    ],
    button: 'Go to the plan',
  },
  noNextMeeting: {
    subject: 'No meeting has been planned yet ({code})',
    preview: 'The last one was ten weeks ago.',
    paragraphs: [
      'In file {code} the last meeting was ten weeks ago. The next one has not been planned yet.',
      'Log in and choose a day.',
    ],
    button: 'Go to the plans',
  },
  measureEnds: {
    subject: 'A measure is coming to an end ({code})',
    preview: 'Have the measure extended, or close it.',
    paragraphs: [
      'In file {code} a measure ends within eight weeks.',
      'Log in and see when. Have the measure extended, or close it.',
    ],
    button: 'Go to the file',
  },
  frameworkEnds: {
    subject: 'The framework is coming to an end ({code})',
    preview: 'Extend the framework, or close it.',
    paragraphs: [
      'In file {code} the agreed framework ends within eight weeks.',
      'Log in and see when. Extend the framework, or close it.',
    ],
    button: 'Go to the file',
  },
  profileIncomplete: {
    subject: 'Complete your details ({code})',
    preview: 'Then others know who you are and how to reach you.',
    paragraphs: [
      'You take part in file {code}. Something is still missing in your account: your phone number, your profession, your organisation or your consent to the rules on sharing information.',
      'Log in and complete it. Then others know who you are and how to reach you.',
    ],
    button: 'Go to my account',
  },
  reminders: {
    subject: 'What you can still do in GIPSonline',
    preview: 'Log in to read it.',
    paragraphs: [
      'Below you find what is waiting for you, with the files that it is about. Log in to read what it is.',
      'You choose in your account how often you get this mail.',
    ],
    button: 'Go to my files',
  },
  reminderLines: {
    agreementsDue: 'Agreements that you will carry out soon, or that are still open:',
    meetingToRate: 'Meetings on which you can still give your opinion:',
    planStillProvisional: 'Plans that are still provisional. Discuss them and make them definitive:',
    noNextMeeting: 'The last meeting was ten weeks ago, and the next one has not been planned yet:',
    measureEnds: 'A measure ends within eight weeks:',
    frameworkEnds: 'The agreed framework ends within eight weeks:',
    futurePlanEvaluation: 'Time to look back on the plan together:',
    profileIncomplete: 'Complete your details:',
  },
  meetingInvitation: {
    subject: 'Invitation to a meeting ({code})',
    preview: 'Log in and say whether you will come.',
    paragraphs: [
      'You are invited to a meeting in file {code}: {when}.',
      'Log in and say whether you will come. There you also find where the meeting is.',
      'With this message comes a file for your calendar. It does not say where the meeting is; that is on purpose.',
    ],
    button: 'Say whether you will come',
  },
  meetingMoved: {
    subject: 'A meeting has changed ({code})',
    preview: 'Log in and say whether you will come.',
    paragraphs: [
      'Something has changed about a meeting in file {code}. It is now on {when}.',
      'Log in, see where it is and say whether you will come. With this message comes a new file for your calendar.',
    ],
    button: 'Say whether you will come',
  },
  meetingCancelled: {
    subject: 'A meeting is off for you ({code})',
    preview: 'You do not have to come.',
    paragraphs: [
      'A meeting in file {code} is off for you. It would have been on {when}.',
      'You do not have to do anything. With the file in this message your calendar takes it out.',
    ],
    button: null,
  },
  meetingInAWeek: {
    subject: 'There is a meeting soon ({code})',
    preview: 'Log in to see where it is.',
    paragraphs: [
      'There is a meeting soon in file {code}: {when}.',
      'Log in to see where it is. Have you not said yet whether you will come? You can do that there too.',
    ],
    button: 'Go to the invitation',
  },
  meetingTomorrow: {
    subject: 'Remember the meeting ({code})',
    preview: 'Log in to see where it is.',
    paragraphs: [
      'A meeting in file {code} is very near: {when}.',
      'Log in to see where it is. Can you not come after all? Then please say so there at once.',
    ],
    button: 'Go to the invitation',
  },
  when: (on, part) => `${Temporal.PlainDate.from(on).toLocaleString('en-GB', DAY)}, ${PARTS[part]}`,
  footer: 'GIPSonline sent this message by itself; nobody reads an answer. It says little on purpose.',
}
