export interface MailText {
  subject: string
  /** What a mailbox shows beside the subject. */
  preview: string
  paragraphs: readonly string[]
  /** The words on the button; null for a message without a link. */
  button: string | null
}

export interface MailTexts {
  planDefinitive: MailText
  agreementsInForce: MailText
  agreementClosed: MailText
  accountInvitation: MailText
  passwordReset: MailText
  involvementEnded: MailText
  directorAppointed: MailText
  footer: string
}

const nl: MailTexts = {
  planDefinitive: {
    subject: 'Er is een definitief plan ({code})',
    preview: 'Log in om het te lezen.',
    paragraphs: [
      'In dossier {code} is een plan definitief geworden.',
      'Log in om het te lezen. U ziet dan ook welke afspraken voor u zijn.',
    ],
    button: 'Naar het plan',
  },
  agreementsInForce: {
    subject: 'Er zijn afspraken voor u ingegaan ({code})',
    preview: 'Log in om ze te lezen.',
    paragraphs: [
      'In dossier {code} zijn afspraken ingegaan die u gaat doen. Ze gelden vanaf nu.',
      'Log in om ze te lezen. U vinkt daar ook af wat u gedaan heeft.',
    ],
    button: 'Naar mijn afspraken',
  },
  agreementClosed: {
    subject: 'Een afspraak van u geldt niet meer ({code})',
    preview: 'Log in om te zien wat nu geldt.',
    paragraphs: [
      'In dossier {code} is een afspraak gestopt die u zou doen. U hoeft die niet meer te doen.',
      'Log in om te zien welke afspraken nu voor u gelden.',
    ],
    button: 'Naar mijn afspraken',
  },
  accountInvitation: {
    subject: 'Uw account voor GIPSonline',
    preview: 'Maak uw account klaar.',
    paragraphs: [
      'Er is een account voor u gemaakt in GIPSonline. U maakt het zelf klaar: u kiest een wachtwoord en koppelt een app voor de inlogcode.',
      'De link werkt één keer. Stuur dit bericht niet door.',
      'Verwachtte u dit niet? Gebruik de link dan niet.',
    ],
    button: 'Account klaarmaken',
  },
  passwordReset: {
    subject: 'Kies een nieuw wachtwoord',
    preview: 'De link werkt een half uur.',
    paragraphs: [
      'U vroeg om een nieuw wachtwoord voor GIPSonline.',
      'De link werkt één keer, en niet langer dan een half uur. Stuur dit bericht niet door.',
      'Vroeg u er niet om? Dan hoeft u niets te doen. Uw wachtwoord blijft hetzelfde.',
    ],
    button: 'Nieuw wachtwoord kiezen',
  },
  involvementEnded: {
    subject: 'Uw toegang is beëindigd ({code})',
    preview: 'U kunt dit dossier niet meer openen.',
    paragraphs: [
      'U werkt niet meer mee in dossier {code}. U kunt het daarom niet meer openen.',
      'Klopt dit niet? Neem dan contact op met de casusregisseur.',
    ],
    button: null,
  },
  directorAppointed: {
    subject: 'U bent nu casusregisseur ({code})',
    preview: 'Log in om te zien wat nu nodig is.',
    paragraphs: [
      'U bent nu casusregisseur van dossier {code}.',
      'Log in om het dossier te openen. U ziet daar wat nu nodig is.',
    ],
    button: 'Naar het dossier',
  },
  footer: 'Dit bericht komt vanzelf uit GIPSonline; een antwoord wordt niet gelezen. Er staat met opzet weinig in.',
}

const TEXTS: Readonly<Record<string, MailTexts>> = { nl }

/** The texts of all mails in a person's language; Dutch where that language is not there yet. */
export function mailTexts(language: string): { language: string; texts: MailTexts } {
  const texts = TEXTS[language]
  return texts ? { language, texts } : { language: 'nl', texts: nl }
}
