import { isMailLanguage, type MailLanguage } from '@/lib/domain/mail-words'
import { whenWords } from '@/lib/domain/meeting-invitation'
import type { PartOfDay } from '@/lib/domain/meeting-time'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { ReminderKind } from '@/lib/domain/reminder'
import { en } from './mail-texts-en'

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
  secondFactorAsked: MailText
  secondFactorLink: MailText
  accountChanged: MailText
  involvementEnded: MailText
  directorAppointed: MailText
  caseManagerAppointed: MailText
  futurePlanEvaluation: MailText
  erasureComing: MailText
  signalReported: MailText
  signalUnseen: MailText
  signalViewAsked: MailText
  extraAssessmentAsked: MailText
  extraAssessmentReminder: MailText
  agreementsDue: MailText
  meetingToRate: MailText
  planStillProvisional: MailText
  noNextMeeting: MailText
  measureEnds: MailText
  frameworkEnds: MailText
  profileIncomplete: MailText
  /** Several reminders in one mail: the words around them, and before the codes of each kind. */
  reminders: MailText
  reminderLines: Record<ReminderKind, string>
  meetingInvitation: MailText
  meetingMoved: MailText
  meetingCancelled: MailText
  meetingInAWeek: MailText
  meetingTomorrow: MailText
  /** The day and the time of a meeting in words. */
  when(on: PlainDate, part: PartOfDay): string
  footer: string
}

export type MailKind = Exclude<keyof MailTexts, 'reminderLines' | 'when' | 'footer'>

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
      'Er is voor uw account in GIPSonline om een nieuw wachtwoord gevraagd.',
      'De link werkt één keer, en niet langer dan een half uur. Stuur dit bericht niet door.',
      'Vroeg u er niet om? Dan hoeft u niets te doen. Uw wachtwoord blijft hetzelfde.',
    ],
    button: 'Nieuw wachtwoord kiezen',
  },
  secondFactorAsked: {
    subject: 'Er is om een nieuwe inlogcode gevraagd',
    preview: 'Vroeg u dit niet? Meld het dan meteen.',
    paragraphs: [
      'Een beheerder vroeg om de app voor uw inlogcode los te koppelen van uw account in GIPSonline. Een tweede beheerder kijkt mee.',
      'Vroeg u dit zelf, bijvoorbeeld omdat uw telefoon kwijt is? Dan hoeft u niets te doen. U krijgt vanzelf een nieuw bericht.',
      'Vroeg u dit niet? Bel dan meteen uw beheerder of de casusregisseur.',
    ],
    button: null,
  },
  secondFactorLink: {
    subject: 'Koppel een nieuwe app voor uw inlogcode',
    preview: 'De link werkt één dag.',
    paragraphs: [
      'De app voor uw inlogcode is losgekoppeld van uw account in GIPSonline. U koppelt nu zelf een nieuwe. Houd uw wachtwoord bij de hand.',
      'De link werkt één keer, en niet langer dan een dag. Stuur dit bericht niet door.',
      'Vroeg u dit niet? Bel dan meteen uw beheerder of de casusregisseur.',
    ],
    button: 'Nieuwe app koppelen',
  },
  accountChanged: {
    subject: 'Er is iets veranderd aan uw account',
    preview: 'Deed u dit niet zelf? Meld het dan meteen.',
    paragraphs: [
      'Er is iets veranderd waarmee u inlogt in GIPSonline: uw wachtwoord, de app voor de inlogcode of uw herstelcodes.',
      'Deed u dit zelf? Dan hoeft u niets te doen.',
      'Deed u dit niet? Bel dan meteen uw beheerder of de casusregisseur.',
    ],
    button: null,
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
  caseManagerAppointed: {
    subject: 'U bent nu casemanager ({code})',
    preview: 'Log in om te zien wat is afgesproken.',
    paragraphs: [
      'U bent nu casemanager in dossier {code}.',
      'Log in om te lezen wat er is afgesproken, en op welke twee dagen u samen terugkijkt.',
    ],
    button: 'Naar het dossier',
  },
  futurePlanEvaluation: {
    subject: 'Tijd om samen terug te kijken ({code})',
    preview: 'Log in om het plan erbij te pakken.',
    paragraphs: [
      'In dossier {code} is het tijd om samen terug te kijken op het plan.',
      'Log in om het plan erbij te pakken. Klopt het nog, of moet er iets anders?',
    ],
    button: 'Naar het plan',
  },
  erasureComing: {
    subject: 'Een gesloten dossier wordt binnenkort gewist ({code})',
    preview: 'Log in om te zien wanneer.',
    paragraphs: [
      'De bewaartijd van dossier {code} is bijna voorbij. Daarna wordt het gewist.',
      'Moet het langer blijven, bijvoorbeeld voor een rechtszaak? Log dan in en houd het wissen tegen.',
    ],
    button: 'Naar het dossier',
  },
  signalReported: {
    subject: 'Nieuw signaal in {code}',
    preview: 'Log in om het te lezen.',
    paragraphs: [
      'In dossier {code} staat een nieuw signaal.',
      'Log in, lees het en zeg dat u het heeft gezien. Ziet niemand het op tijd? Dan krijgt de GIPSmeester ook bericht.',
    ],
    button: 'Naar het signaal',
  },
  signalUnseen: {
    subject: 'Nog niemand zag een signaal in {code}',
    preview: 'Log in om het te lezen.',
    paragraphs: [
      'In dossier {code} staat een signaal dat nog niemand heeft gezien.',
      'Log in, lees het en zeg dat u het heeft gezien. Bel de casusregisseur of de vervanger.',
    ],
    button: 'Naar het signaal',
  },
  signalViewAsked: {
    subject: 'Wat vindt u van een signaal in {code}?',
    preview: 'Log in om te antwoorden.',
    paragraphs: [
      'In dossier {code} is gevraagd wat u van een signaal vindt.',
      'Log in om het te lezen en te antwoorden.',
    ],
    button: 'Naar het signaal',
  },
  extraAssessmentAsked: {
    subject: 'Graag uw inschatting ({code})',
    preview: 'Log in om te antwoorden.',
    paragraphs: [
      'De casusregisseur van dossier {code} vraagt om uw inschatting.',
      'Log in om te lezen wat de vraag is en wanneer uw antwoord nodig is. Het kost een paar minuten.',
    ],
    button: 'Naar de vraag',
  },
  extraAssessmentReminder: {
    subject: 'Uw inschatting is nog nodig ({code})',
    preview: 'Log in om te antwoorden.',
    paragraphs: [
      'In dossier {code} wacht nog een vraag om uw inschatting.',
      'Log in om te antwoorden. Wat u al typte, staat er nog. Klaar? Kies dan onderaan “Klaar”.',
    ],
    button: 'Naar de vraag',
  },
  agreementsDue: {
    subject: 'U heeft een afspraak om te doen ({code})',
    preview: 'Log in om te zien wat u gaat doen.',
    paragraphs: [
      'In dossier {code} staat een afspraak die u binnenkort doet, of die nog openstaat.',
      'Log in om te lezen wat u gaat doen. Klaar? Vink het daar af.',
    ],
    button: 'Naar mijn afspraken',
  },
  meetingToRate: {
    subject: 'Hoe was het overleg? ({code})',
    preview: 'Geef uw mening. Het kost een minuut.',
    paragraphs: [
      'U was bij een overleg in dossier {code}. Hoe vond u het gaan?',
      'Log in en geef een cijfer. Het kost een minuut, en het volgende overleg wordt er beter van.',
    ],
    button: 'Geef uw mening',
  },
  planStillProvisional: {
    subject: 'Een plan is nog voorlopig ({code})',
    preview: 'Bespreek het en maak het definitief.',
    paragraphs: [
      'In dossier {code} is een plan nog voorlopig.',
      'Log in, bespreek het met wie erbij horen, en maak het definitief.',
    ],
    button: 'Naar het plan',
  },
  noNextMeeting: {
    subject: 'Er is nog geen overleg gepland ({code})',
    preview: 'Het vorige was tien weken geleden.',
    paragraphs: [
      'In dossier {code} was het laatste overleg tien weken geleden. Een volgend overleg is nog niet gepland.',
      'Log in en kies een dag.',
    ],
    button: 'Naar de plannen',
  },
  measureEnds: {
    subject: 'Een maatregel loopt af ({code})',
    preview: 'Verleng de maatregel, of sluit hem af.',
    paragraphs: [
      'In dossier {code} loopt binnen acht weken een maatregel af.',
      'Log in en kijk wanneer. Laat de maatregel verlengen, of sluit hem af.',
    ],
    button: 'Naar het dossier',
  },
  frameworkEnds: {
    subject: 'Het kader loopt af ({code})',
    preview: 'Verleng het kader, of sluit het af.',
    paragraphs: [
      'In dossier {code} loopt binnen acht weken het afgesproken kader af.',
      'Log in en kijk wanneer. Verleng het kader, of sluit het af.',
    ],
    button: 'Naar het dossier',
  },
  profileIncomplete: {
    subject: 'Maak uw gegevens compleet ({code})',
    preview: 'Dan weten anderen wie u bent en hoe ze u bereiken.',
    paragraphs: [
      'U werkt mee in dossier {code}. In uw account ontbreekt nog iets: uw telefoonnummer, uw beroep, uw organisatie of uw akkoord met de afspraken over informatie delen.',
      'Log in en vul het aan. Dan weten anderen wie u bent en hoe ze u bereiken.',
    ],
    button: 'Naar mijn account',
  },
  reminders: {
    subject: 'Wat u nog kunt doen in GIPSonline',
    preview: 'Log in om het te lezen.',
    paragraphs: [
      'Hieronder staat wat op u wacht, met de dossiers waar het over gaat. Log in om te lezen wat het is.',
      'Hoe vaak u deze e-mail krijgt, kiest u zelf in uw account.',
    ],
    button: 'Naar mijn dossiers',
  },
  reminderLines: {
    agreementsDue: 'Afspraken die u binnenkort doet, of die nog openstaan:',
    meetingToRate: 'Overleggen waarover u nog uw mening kunt geven:',
    planStillProvisional: 'Plannen die nog voorlopig zijn. Bespreek ze en maak ze definitief:',
    noNextMeeting: 'Het laatste overleg was tien weken geleden, en er is nog geen volgend overleg gepland:',
    measureEnds: 'Een maatregel loopt binnen acht weken af:',
    frameworkEnds: 'Het afgesproken kader loopt binnen acht weken af:',
    futurePlanEvaluation: 'Tijd om samen terug te kijken op het plan:',
    profileIncomplete: 'Maak uw gegevens compleet:',
  },
  meetingInvitation: {
    subject: 'Uitnodiging voor een overleg ({code})',
    preview: 'Log in en zeg of u komt.',
    paragraphs: [
      'U bent uitgenodigd voor een overleg in dossier {code}: {when}.',
      'Log in en zeg of u komt. Daar staat ook waar het overleg is.',
      'Bij dit bericht zit een bestand voor uw agenda. De plek staat daar met opzet niet in.',
    ],
    button: 'Zeg of u komt',
  },
  meetingMoved: {
    subject: 'Een overleg is veranderd ({code})',
    preview: 'Log in en zeg of u komt.',
    paragraphs: [
      'Er is iets veranderd aan een overleg in dossier {code}. Het is nu op {when}.',
      'Log in, kijk waar het is en zeg of u komt. Bij dit bericht zit een nieuw bestand voor uw agenda.',
    ],
    button: 'Zeg of u komt',
  },
  meetingCancelled: {
    subject: 'Een overleg gaat voor u niet door ({code})',
    preview: 'U hoeft niet te komen.',
    paragraphs: [
      'Een overleg in dossier {code} gaat voor u niet door. Het zou zijn op {when}.',
      'U hoeft niets te doen. Met het bestand bij dit bericht haalt uw agenda het weg.',
    ],
    button: null,
  },
  meetingInAWeek: {
    subject: 'Binnenkort is er een overleg ({code})',
    preview: 'Log in om te zien waar het is.',
    paragraphs: [
      'Binnenkort is er een overleg in dossier {code}: {when}.',
      'Log in om te zien waar het is. Zei u nog niet of u komt? Dat kan daar ook.',
    ],
    button: 'Naar de uitnodiging',
  },
  meetingTomorrow: {
    subject: 'Denk aan het overleg ({code})',
    preview: 'Log in om te zien waar het is.',
    paragraphs: [
      'Er is bijna een overleg in dossier {code}: {when}.',
      'Log in om te zien waar het is. Kunt u toch niet? Zeg het daar dan meteen.',
    ],
    button: 'Naar de uitnodiging',
  },
  when: whenWords,
  footer: 'Dit bericht komt vanzelf uit GIPSonline; een antwoord wordt niet gelezen. Er staat met opzet weinig in.',
}

const TEXTS: Readonly<Record<MailLanguage, MailTexts>> = { nl, en }

/** The texts of all mails in a person's language; Dutch where that language is not there yet. */
export function mailTexts(language: string): { language: string; texts: MailTexts } {
  return isMailLanguage(language) ? { language, texts: TEXTS[language] } : { language: 'nl', texts: nl }
}
