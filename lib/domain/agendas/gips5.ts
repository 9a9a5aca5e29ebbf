import type { Agenda, AgendaItem, AgendaSection } from './agenda'
import { carefulSection } from './careful-execution'
import {
  after,
  childrenSection,
  homeSafety,
  introductions,
  ownProposals,
  safetySection,
  start,
  support,
} from './every-agenda'

interface Theme {
  key: string
  /** What the family answers at home, first. */
  atHome: string
  /** What the professionals add at the table. */
  atTheTable: string
  /** A region may do without this addition: what the family answered stands. */
  mayBeLeftOut?: true
}

const JOURNEY: readonly Theme[] = [
  {
    key: 'journey',
    atHome: 'Hoe was het toen we begonnen? Wat hebben jullie geleerd, en hoe gebruiken jullie dat straks?',
    atTheTable: 'Wat hebben wij dit gezin zien leren?',
  },
  {
    key: 'signsOfSafety',
    atHome: 'Waaraan merken jullie dat het veilig en goed gaat? Waaraan zien anderen dat?',
    atTheTable: 'Waaraan zien wij dat het veilig en goed gaat?',
  },
  {
    key: 'rules',
    atHome: 'Welke nieuwe regels hebben jullie thuis die goed werken?',
    atTheTable: 'Welke regel van thuis willen wij extra onderstrepen?',
    mayBeLeftOut: true,
  },
]

const WARNING_SIGNS: readonly Theme[] = [
  {
    key: 'warnings',
    atHome: 'Aan welke signalen merken jullie dat het bijna misgaat?',
    atTheTable: 'Welke signalen kennen wij, en wie ziet ze het eerst?',
  },
  {
    key: 'strengths',
    atHome: 'Wat doet ieder van jullie dan, zodat het snel weer goed komt? Wie helpt daarbij?',
    atTheTable: 'Wat kunnen anderen dan doen, en hoe snel zijn zij er?',
  },
  {
    key: 'relapsePlans',
    atHome: 'Wie van jullie heeft een eigen terugvalplan, en waarvoor?',
    atTheTable: 'Weet iedereen wat er in die terugvalplannen staat en wat er van hem of haar gevraagd wordt?',
    mayBeLeftOut: true,
  },
]

const PEOPLE: readonly Theme[] = [
  {
    key: 'help',
    atHome: 'Wie krijgt nog hulp, waarvoor en van wie?',
    atTheTable: 'Welke hulp gaat door, en wie stopt er?',
    mayBeLeftOut: true,
  },
  {
    key: 'confidants',
    atHome: 'Wie is de vertrouwenspersoon van wie?',
    atTheTable: 'Weten de vertrouwenspersonen dat ze gevraagd zijn, en wie zij kunnen bellen?',
    mayBeLeftOut: true,
  },
  {
    key: 'mattersMost',
    atHome: 'Welke afspraken zijn voor de kinderen het belangrijkst?',
    atTheTable: 'Hoe houden we ons met elkaar aan die afspraken?',
    mayBeLeftOut: true,
  },
  {
    key: 'place',
    atHome: 'Waar hangt dit plan straks in huis?',
    atTheTable: 'Wie krijgt er nog meer een exemplaar?',
    mayBeLeftOut: true,
  },
]

/** GIPS 5, the future plan: how do we keep it safe when it gets hard again? Made definitive at the table. (GIPS §3.5.6) */
export const gips5: Agenda = {
  kind: 'gips5',
  version: 1,
  title: 'GIPS 5 – toekomstplan',
  question: 'Hoe houden jullie het veilig als het weer moeilijk wordt?',
  sections: [
    start,
    childrenSection(),
    {
      key: 'future',
      title: 'Ons plan voor later',
      part: 'family',
      minutes: 0,
      items: [...JOURNEY, ...WARNING_SIGNS, ...PEOPLE].map(atHome),
    },
    homeSafety,
    support,
    introductions,
    safetySection(20, { hasEarlierGoals: true }),
    tableSection('signs', 'Waar jullie vandaan komen en hoe het nu goed gaat', 40, JOURNEY),
    tableSection('warnings', 'Als het moeilijk wordt', 35, WARNING_SIGNS),
    {
      ...tableSection('people', 'Wie er voor jullie zijn', 25, PEOPLE),
      items: [
        ...PEOPLE.map(atTheTable),
        {
          key: 'people.caseManager',
          question:
            'Wie is de casemanager bij wie jullie het komende jaar terechtkunnen? Op welke twee dagen kijken jullie samen of het plan nog klopt?',
          guide: 'De casemanager komt twee keer bij het gezin aan tafel, na ongeveer zes en twaalf maanden.',
          respondents: 'team',
          kind: 'text',
          required: true,
          instrument: 'futurePlanEvaluations',
        },
        {
          key: 'agreements.list',
          question: 'Welke afspraken zetten we erbij: wie doet wat, en wanneer?',
          respondents: 'team',
          kind: 'agreements',
          required: false,
        },
        ownProposals,
      ],
    },
    carefulSection(25),
    ...after,
  ],
}

function tableSection(key: string, title: string, minutes: number, themes: readonly Theme[]): AgendaSection {
  return { key, title, part: 'meeting', minutes, items: themes.map(atTheTable) }
}

function atHome({ key, atHome: question }: Theme): AgendaItem {
  return { key: `future.${key}`, question, respondents: 'team', kind: 'text', required: true }
}

function atTheTable({ key, atTheTable: question, mayBeLeftOut }: Theme): AgendaItem {
  const item: AgendaItem = { key: `table.${key}`, question, respondents: 'team', kind: 'text', required: false }
  return mayBeLeftOut ? { ...item, mayBeLeftOut } : item
}
