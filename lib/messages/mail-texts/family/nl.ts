import { whenWords } from '@/lib/domain/meeting-invitation'
import type { FamilyTexts } from '../mail-text'

/** What a family account can get, in Dutch. */
export const nl: FamilyTexts = {
  mails: {
    accountInvitation: {
      subject: 'Uw account voor GIPSonline',
      preview: 'Maak uw account klaar.',
      paragraphs: [
        'U krijgt een account in GIPSonline. Maak het zelf klaar: kies een wachtwoord en koppel een app voor de inlogcode.',
        'De link werkt één keer. Stuur dit bericht niet door.',
        'Verwachtte u dit niet? Gebruik de link dan niet.',
      ],
      button: 'Account klaarmaken',
    },
    passwordReset: {
      subject: 'Kies een nieuw wachtwoord',
      preview: 'De link werkt een half uur.',
      paragraphs: [
        'Iemand vroeg om een nieuw wachtwoord voor uw account in GIPSonline.',
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
    meetingInvitation: {
      subject: 'Uitnodiging voor een overleg ({code})',
      preview: 'Log in en zeg of u komt.',
      paragraphs: [
        'De casusregisseur vraagt u voor een overleg in dossier {code}: {when}.',
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
    meetingToRate: {
      subject: 'Hoe was het overleg? ({code})',
      preview: 'Geef uw mening. Het kost een minuut.',
      paragraphs: [
        'U was bij een overleg in dossier {code}. Hoe vond u het gaan?',
        'Log in en geef een cijfer. Het kost een minuut, en het volgende overleg wordt er beter van.',
      ],
      button: 'Geef uw mening',
    },
    planDefinitive: {
      subject: 'Er is een definitief plan ({code})',
      preview: 'Log in om het te lezen.',
      paragraphs: [
        'Een plan in dossier {code} is nu definitief.',
        'Log in om het te lezen. U ziet dan ook welke afspraken voor u zijn.',
      ],
      button: 'Naar het plan',
    },
    agreementsInForce: {
      subject: 'Er gelden nu afspraken voor u ({code})',
      preview: 'Log in om ze te lezen.',
      paragraphs: [
        'In dossier {code} staan afspraken die u gaat doen. Ze gelden vanaf nu.',
        'Log in om ze te lezen. U vinkt daar ook af wat u gedaan heeft.',
      ],
      button: 'Naar mijn afspraken',
    },
    agreementClosed: {
      subject: 'Een afspraak van u geldt niet meer ({code})',
      preview: 'Log in om te zien wat nu geldt.',
      paragraphs: [
        'Een afspraak die u zou doen, geldt niet meer. Dat is in dossier {code}. U hoeft hiervoor niets meer te doen.',
        'Log in om te zien welke afspraken nu voor u gelden.',
      ],
      button: 'Naar mijn afspraken',
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
    futurePlanEvaluation: {
      subject: 'Tijd om samen terug te kijken ({code})',
      preview: 'Log in om het plan erbij te pakken.',
      paragraphs: [
        'In dossier {code} is het tijd om samen terug te kijken op het plan.',
        'Log in om het plan erbij te pakken. Klopt het nog, of moet er iets anders?',
      ],
      button: 'Naar het plan',
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
  },
  reminderLines: {
    agreementsDue: 'Afspraken die u binnenkort doet, of die nog openstaan:',
    meetingToRate: 'Overleggen waarover u nog uw mening kunt geven:',
    futurePlanEvaluation: 'Tijd om samen terug te kijken op het plan:',
  },
  when: whenWords,
  footer: 'GIPSonline stuurt dit bericht vanzelf. Niemand leest een antwoord. Er staat met opzet weinig in.',
}
