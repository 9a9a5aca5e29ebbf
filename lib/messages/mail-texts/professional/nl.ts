import type { ProfessionalTexts } from '../mail-text'

/** What only professionals get, in Dutch. */
export const nl: ProfessionalTexts = {
  mails: {
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
  },
  reminderLines: {
    planStillProvisional: 'Plannen die nog voorlopig zijn. Bespreek ze en maak ze definitief:',
    noNextMeeting: 'Het laatste overleg was tien weken geleden, en er is nog geen volgend overleg gepland:',
    measureEnds: 'Een maatregel loopt binnen acht weken af:',
    frameworkEnds: 'Het afgesproken kader loopt binnen acht weken af:',
    profileIncomplete: 'Maak uw gegevens compleet:',
  },
}
