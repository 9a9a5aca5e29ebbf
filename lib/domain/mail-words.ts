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

/** The languages of professionals, as who reads them calls them. */
const PROFESSIONAL_LANGUAGES = { nl: 'Nederlands', en: 'English' } as const
export type ProfessionalLanguage = keyof typeof PROFESSIONAL_LANGUAGES

/** All languages in which mail is written; beyond those of professionals they are there for family accounts alone. */
export const MAIL_LANGUAGES = {
  ...PROFESSIONAL_LANGUAGES,
  ar: 'العربية',
  tr: 'Türkçe',
  pl: 'Polski',
  uk: 'Українська',
} as const
export type MailLanguage = keyof typeof MAIL_LANGUAGES

/** Whether families can get their mail in this language. */
export function isMailLanguage(language: string): language is MailLanguage {
  return Object.hasOwn(MAIL_LANGUAGES, language)
}

/** Whether professionals can get their mail in this language. */
export function isProfessionalLanguage(language: string): language is ProfessionalLanguage {
  return Object.hasOwn(PROFESSIONAL_LANGUAGES, language)
}

/** From which languages an account can choose. */
export function languagesFor(isFamily: boolean): readonly MailLanguage[] {
  return Object.keys(isFamily ? MAIL_LANGUAGES : PROFESSIONAL_LANGUAGES).filter(isMailLanguage)
}

/** Languages to choose from, each in its own words and marked as such. */
export function languageOptions(languages: readonly MailLanguage[]): { value: string; label: string; lang: string }[] {
  return languages.map((value) => ({ value, label: MAIL_LANGUAGES[value], lang: value }))
}

/** In which direction a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}
