/**
 * The eighteen risk factors of the systemic risk assessment (GIPS §5.2.1, after CARE-NL), named and explained in words of
 * our own. All violence by parents, also towards a partner, stands under the parents (GIPS §3, note 38). Keys never
 * change meaning: ratings, TOP-3s and goals refer to them.
 */
export interface RiskFactor {
  key: string
  name: string
  /** When it counts, for who fills it in. */
  guide: string
  /** Judged for each child apart. */
  perChild?: boolean
}

export interface RiskGroup {
  key: string
  title: string
  factors: readonly RiskFactor[]
}

export const RISK_GROUPS: readonly RiskGroup[] = [
  {
    key: 'parent',
    title: 'De ouders',
    factors: [
      {
        key: 'parent.violence',
        name: 'Geweld, dreigen of verwaarlozen door een ouder',
        guide:
          'Tegen de kinderen én tegen de partner of ex-partner, nu en vroeger. Schrijf op wat er wanneer gebeurde.',
      },
      {
        key: 'parent.childhood',
        name: 'Een ouder was zelf als kind niet veilig',
        guide: 'Slaan, misbruik, verwaarlozing of ruzie in het eigen gezin van toen. Hoe werkt dat nu nog door?',
      },
      {
        key: 'parent.health',
        name: 'Psychische klachten of een ernstige ziekte van een ouder',
        guide: 'Zoals angst, somberheid, nachtmerries over vroeger, stemmen horen, of lichamelijk veel niet kunnen.',
      },
      {
        key: 'parent.temper',
        name: 'Een ouder wordt snel boos of kan zich moeilijk inhouden',
        guide: 'Ontploffen, snel gekrent zijn, doen zonder na te denken. Wat merkt het gezin daarvan?',
      },
      {
        key: 'parent.substances',
        name: 'Drank, drugs, medicijnen of gokken',
        guide: 'Als het gebruik zorgt dat een ouder er niet is voor de kinderen, of anders doet dan anders.',
      },
      {
        key: 'parent.abilities',
        name: 'Een ouder kan veel niet goed begrijpen of overzien',
        guide:
          'Zoals bij een lichte verstandelijke beperking: regelen, vooruitdenken of leren van wat misging lukt niet alleen.',
      },
      {
        key: 'parent.insight',
        name: 'Een ouder ziet het gevaar niet, of maakt het kleiner',
        guide: 'Ontkennen, goedpraten of een ander de schuld geven, waardoor er niets verandert.',
      },
      {
        key: 'parent.cooperation',
        name: 'Een ouder houdt hulp af',
        guide: 'Afspraken niet nakomen, de deur dicht laten of hulp steeds stoppen. Wat maakte dat hulp niet lukte?',
      },
    ],
  },
  {
    key: 'interaction',
    title: 'Tussen ouders en kinderen',
    factors: [
      {
        key: 'interaction.care',
        name: 'Verzorgen, grenzen stellen of opletten lukt niet goed',
        guide: 'Eten, slapen, verzorging en toezicht; te streng, te los of steeds anders.',
      },
      {
        key: 'interaction.attunement',
        name: 'Een ouder voelt niet goed aan wat een kind nodig heeft',
        guide: 'Troosten en geruststellen lukt niet, of de ouder schrikt, verstijft of trekt zich terug.',
      },
      {
        key: 'interaction.image',
        name: 'Een ouder denkt slecht over een kind, of verwacht te veel',
        guide: 'Het kind doet het erom, lijkt op iemand, of moet al voor zichzelf of de ouder zorgen.',
      },
    ],
  },
  {
    key: 'surroundings',
    title: 'Het gezin en de omgeving',
    factors: [
      {
        key: 'surroundings.stress',
        name: 'Veel spanning in korte tijd',
        guide: 'Zoals een geboorte, verlies, scheiding, vlucht of verhuizing, of een kind dat nachten doorhuilt.',
      },
      {
        key: 'surroundings.adults',
        name: 'Ruzie tussen volwassenen, of wisselende volwassenen in huis',
        guide: 'Ruzie zonder geweld, strijd om de kinderen of met familie. Geweld hoort bij de ouders, hierboven.',
      },
      {
        key: 'surroundings.money',
        name: 'Geldzorgen of geen werk',
        guide: 'Schulden, te weinig inkomen, werk dat onzeker is of een zaak die niet loopt.',
      },
      {
        key: 'surroundings.housing',
        name: 'Geen goede plek om te wonen',
        guide: 'Te klein, niet veilig, tijdelijk, of kans dat het gezin eruit moet.',
      },
      {
        key: 'surroundings.network',
        name: 'Weinig mensen die helpen',
        guide: 'Weinig steun van familie, vrienden en buren, of mensen om hen heen die het juist onveilig maken.',
      },
    ],
  },
  {
    key: 'child',
    title: 'Het kind',
    factors: [
      {
        key: 'child.vulnerable',
        name: 'Wat een kind extra kwetsbaar maakt',
        guide: 'Heel jong, ziek, een beperking, veel huilen, moeilijk gedrag. Het is nooit de schuld van het kind.',
        perChild: true,
      },
    ],
  },
  {
    key: 'sexualAbuse',
    title: 'Seksueel misbruik',
    factors: [
      {
        key: 'sexualAbuse.any',
        name: 'Seksueel misbruik, of een vermoeden daarvan',
        guide: 'Van een kind of een volwassene, binnen of buiten het gezin. Overleg eerst hoe u het vraagt.',
      },
    ],
  },
]
