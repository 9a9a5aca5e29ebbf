import { dayAndHours } from '../day-and-hours'
import type { FamilyTexts } from '../mail-text'

/** What a family account can get, in English. */
export const en: FamilyTexts = {
  mails: {
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
    meetingToRate: {
      subject: 'How was the meeting? ({code})',
      preview: 'Give your opinion. It takes a minute.',
      paragraphs: [
        'You were at a meeting in file {code}. How did you find it?',
        'Log in and give a mark. It takes a minute, and it makes the next meeting better.',
      ],
      button: 'Give your opinion',
    },
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
    agreementsDue: {
      subject: 'You have an agreement to carry out ({code})',
      preview: 'Log in to see what you are going to do.',
      paragraphs: [
        'In file {code} there is an agreement that you will carry out soon, or that is still open.',
        'Log in to read what you are going to do. Done? Tick it off there.',
      ],
      button: 'Go to my agreements',
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
    reminders: {
      subject: 'What you can still do in GIPSonline',
      preview: 'Log in to read it.',
      paragraphs: [
        'Below you find what is waiting for you, with the files that it is about. Log in to read what it is.',
        'You choose in your account how often you get this mail.',
      ],
      button: 'Go to my files',
    },
  },
  reminderLines: {
    agreementsDue: 'Agreements that you will carry out soon, or that are still open:',
    meetingToRate: 'Meetings on which you can still give your opinion:',
    futurePlanEvaluation: 'Time to look back on the plan together:',
  },
  when: dayAndHours('en-GB', {
    morning: 'in the morning, 9:00 to 12:00',
    afternoon: 'in the afternoon, 13:00 to 16:00',
  }),
  footer: 'GIPSonline sent this message by itself; nobody reads an answer. It says little on purpose.',
}
