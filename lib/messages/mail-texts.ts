import {
  isMailLanguage,
  isProfessionalLanguage,
  type MailLanguage,
  type ProfessionalLanguage,
} from '@/lib/domain/mail-words'
import type { ReminderKind } from '@/lib/domain/reminder'
import { ar } from './mail-texts/family/ar'
import { en } from './mail-texts/family/en'
import { nl } from './mail-texts/family/nl'
import { pl } from './mail-texts/family/pl'
import { tr } from './mail-texts/family/tr'
import { uk } from './mail-texts/family/uk'
import type { FamilyKind, FamilyTexts, MailKind, MailText, ProfessionalTexts } from './mail-texts/mail-text'
import { en as enForProfessionals } from './mail-texts/professional/en'
import { nl as nlForProfessionals } from './mail-texts/professional/nl'

const FAMILY: Readonly<Record<MailLanguage, FamilyTexts>> = { nl, en, ar, tr, pl, uk }
const PROFESSIONAL: Readonly<Record<ProfessionalLanguage, ProfessionalTexts>> = {
  nl: nlForProfessionals,
  en: enForProfessionals,
}

/** The language in which all of these kinds can be said: a person's own, or Dutch where that one lacks any of them. */
export function languageFor(wanted: string, kinds: readonly MailKind[]): MailLanguage {
  const isThere = kinds.every(isFamilyKind) ? isMailLanguage : isProfessionalLanguage
  return isThere(wanted) ? wanted : 'nl'
}

/** The words of one kind of mail, in `languageFor` it. */
export function mailText(wanted: string, kind: MailKind): MailText {
  if (isFamilyKind(kind)) {
    return FAMILY[languageFor(wanted, [kind])].mails[kind]
  }
  return PROFESSIONAL[isProfessionalLanguage(wanted) ? wanted : 'nl'].mails[kind]
}

/** What stands before the codes of one kind, in a mail with several reminders. */
export function reminderLine(wanted: string, kind: ReminderKind): string {
  if (isFamilyKind(kind)) {
    return FAMILY[languageFor(wanted, [kind])].reminderLines[kind]
  }
  return PROFESSIONAL[isProfessionalLanguage(wanted) ? wanted : 'nl'].reminderLines[kind]
}

/** What is the same in all mail of a language: how it says a moment, and its last line. */
export function mailPhrases(language: MailLanguage): Pick<FamilyTexts, 'when' | 'footer'> {
  return FAMILY[language]
}

/** Every kind there is, what reaches families first. */
export const ALL_MAIL_KINDS = [...Object.keys(nl.mails), ...Object.keys(nlForProfessionals.mails)] as MailKind[]

/** Whether a family account can get it. */
export function isFamilyKind<K extends MailKind>(kind: K): kind is K & FamilyKind {
  return Object.hasOwn(nl.mails, kind)
}
