import type { ProfessionalTexts } from '../mail-text'

/** What only professionals get, in English. */
export const en: ProfessionalTexts = {
  mails: {
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
  },
  reminderLines: {
    planStillProvisional: 'Plans that are still provisional. Discuss them and make them definitive:',
    noNextMeeting: 'The last meeting was ten weeks ago, and the next one has not been planned yet:',
    measureEnds: 'A measure ends within eight weeks:',
    frameworkEnds: 'The agreed framework ends within eight weeks:',
    profileIncomplete: 'Complete your details:',
  },
}
