import type { MailChoice } from './reminder'

/** The check boxes for mail that may be left out, as people read them. */
export const MAIL_CHOICES: Readonly<Record<MailChoice, string>> = {
  agreements: 'Afspraken die ik ga doen',
  meeting: 'Mijn mening geven na een overleg',
  steering: 'Wat ik als casusregisseur nog moet doen',
  evaluation: 'Samen terugkijken op het toekomstplan',
  profile: 'Mijn gegevens compleet maken',
}

/** How often the mail with all that waits comes: every working day, or on one weekday (1 is Monday). */
export const DIGEST_DAYS = {
  daily: 'Elke werkdag, als er iets is',
  '1': 'Eén keer per week, op maandag',
  '2': 'Eén keer per week, op dinsdag',
  '3': 'Eén keer per week, op woensdag',
  '4': 'Eén keer per week, op donderdag',
  '5': 'Eén keer per week, op vrijdag',
} as const

/** The languages in which mail is written, as who reads them calls them. */
export const MAIL_LANGUAGES = { nl: 'Nederlands', en: 'English' } as const
export type MailLanguage = keyof typeof MAIL_LANGUAGES

/** Whether mail is written in this language. */
export function isMailLanguage(language: string): language is MailLanguage {
  return Object.hasOwn(MAIL_LANGUAGES, language)
}
