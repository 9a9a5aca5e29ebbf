import type { GoalKind } from '@/lib/domain/goal'
import type { PlanKind } from '@/prisma/generated/client'

/** Who gives which score to whom; the same reason for all of one meeting. */
export interface RoadScores {
  sem: readonly number[]
  lotte: readonly number[]
  marleen: readonly number[]
  /** What the mother gives each child. */
  byMarleen: number
  reason: string
  higher: string
}

export interface RoadGoal {
  key: string
  kind: GoalKind
  text: string
  about: string | null
  /** What is agreed on for it, and who does it. */
  agreement: string
  doers: readonly string[]
}

export interface RoadPlan {
  kind: PlanKind
  ordinal: number
  /** The day of the meeting, counted back from today. */
  on: number
  aim: string
  scores: RoadScores
  /** The TOP-3: what worries, what it does to the children, and why it is chosen. */
  concerns: readonly { text: string; harm: string; reason: string; about: string | null }[]
  goals: readonly RoadGoal[]
  /** Percentages for earlier goals, by their key: of the nurse, the police officer, the therapist and the mother. */
  found?: Readonly<Record<string, readonly number[]>>
}

const AIM = 'Dat Sem en Lotte gewoon kunnen spelen als hun vader en moeder allebei thuis zijn.'

/** The road of one family through all five meetings, from a 3 to an 8. */
export const ROAD: readonly RoadPlan[] = [
  {
    kind: 'gips1',
    ordinal: 1,
    on: -462,
    aim: AIM,
    scores: {
      sem: [3, 3, 2],
      lotte: [3, 4, 3],
      marleen: [3, 3, 3],
      byMarleen: 4,
      reason: 'Vorige maand moest de politie twee keer komen. De kinderen stonden op de trap.',
      higher: 'Robbert slaapt ergens anders tot de eerste afspraken lopen.',
    },
    concerns: [
      {
        text: 'Robbert slaat Marleen als hij heeft gedronken.',
        harm: 'Sem en Lotte zien het gebeuren en denken dat het hun schuld is.',
        reason: 'Dit kan elke avond weer gebeuren.',
        about: null,
      },
      {
        text: 'Sem gaat ertussen staan.',
        harm: 'Hij is twee keer geraakt en slaapt met zijn schoenen aan.',
        reason: 'Een kind van acht hoort zijn moeder niet te beschermen.',
        about: 'sem',
      },
    ],
    goals: [
      {
        key: 'elsewhere',
        kind: 'safety',
        text: 'Wie kwaad is of gedronken heeft, slaapt bij de broer van Robbert.',
        about: null,
        agreement: 'Robbert heeft een tas klaarstaan bij zijn broer en belt als hij komt.',
        doers: ['robbert'],
      },
      {
        key: 'neighbour',
        kind: 'safety',
        text: 'Sem en Lotte weten naar wie zij toe gaan als het spannend wordt.',
        about: 'sem',
        agreement: 'Oma Truus oefent met de kinderen hoe zij haar bellen.',
        doers: ['truus'],
      },
    ],
  },
  {
    kind: 'gips2',
    ordinal: 1,
    on: -371,
    aim: AIM,
    scores: {
      sem: [6, 6, 6],
      lotte: [6, 6.5, 6],
      marleen: [6, 6, 6],
      byMarleen: 6,
      reason: 'Er is drie maanden niet geslagen. Robbert sliep vier keer bij zijn broer.',
      higher: 'Robbert begint met zijn behandeling.',
    },
    concerns: [
      {
        text: 'Robbert drinkt om de dag te vergeten.',
        harm: 'De kinderen letten op hoeveel flessen er staan.',
        reason: 'Zonder drank is het nog niet een keer misgegaan.',
        about: 'robbert',
      },
      {
        text: 'Marleen en Robbert praten pas als de ruzie er al is.',
        harm: 'Lotte verstopt zich zodra iemand harder praat.',
        reason: 'Hier begint het elke keer mee.',
        about: null,
      },
    ],
    goals: [
      {
        key: 'sober',
        kind: 'risk',
        text: 'Robbert drinkt niet meer als de kinderen thuis zijn.',
        about: 'robbert',
        agreement: 'Robbert gaat elke week naar zijn behandelaar.',
        doers: ['robbert', 'behandelaar'],
      },
      {
        key: 'timeout',
        kind: 'risk',
        text: 'Marleen en Robbert nemen een pauze voordat een gesprek een ruzie wordt.',
        about: null,
        agreement: 'Zij oefenen elke zondag een lastig gesprek van tien minuten.',
        doers: ['marleen', 'robbert'],
      },
      {
        key: 'money',
        kind: 'risk',
        text: 'De rekeningen zijn elke maand op tijd betaald.',
        about: null,
        agreement: 'De wijkagent helpt Marleen aan een afspraak bij de schuldhulp.',
        doers: ['wijkagent', 'marleen'],
      },
    ],
  },
  {
    kind: 'gips3',
    ordinal: 1,
    on: -280,
    aim: AIM,
    scores: {
      sem: [6.5, 7, 6.5],
      lotte: [6.5, 6.5, 7],
      marleen: [6.5, 7, 6],
      byMarleen: 7,
      reason: 'De afspraken lopen. Sem slaapt weer door.',
      higher: 'De kinderen vertellen zelf wanneer zij het spannend vinden.',
    },
    concerns: [],
    goals: [
      {
        key: 'sem',
        kind: 'recovery',
        text: 'Sem speelt weer met andere kinderen zonder op zijn moeder te letten.',
        about: 'sem',
        agreement: 'Sem gaat elke dinsdag naar voetbal, ook als hij thuis wil blijven.',
        doers: ['marleen'],
      },
      {
        key: 'lotte',
        kind: 'recovery',
        text: 'Lotte vertelt het als zij bang is.',
        about: 'lotte',
        agreement: 'De jeugdverpleegkundige tekent elke twee weken met Lotte.',
        doers: ['jeugdverpleegkundige'],
      },
      {
        key: 'marleen',
        kind: 'recovery',
        text: 'Marleen durft alleen thuis te zijn.',
        about: 'marleen',
        agreement: 'Marleen volgt de traumabehandeling.',
        doers: ['marleen', 'behandelaar'],
      },
      {
        key: 'robbert',
        kind: 'recovery',
        text: 'Robbert weet wat hij doet als hij wil drinken.',
        about: 'robbert',
        agreement: 'Robbert schrijft zijn terugvalplan met zijn behandelaar.',
        doers: ['robbert', 'behandelaar'],
      },
    ],
  },
  {
    kind: 'gips4',
    ordinal: 1,
    on: -182,
    aim: AIM,
    scores: {
      sem: [7, 7, 7],
      lotte: [7, 7.5, 7],
      marleen: [7, 7, 7],
      byMarleen: 7,
      reason: 'Er is negen maanden geen geweld geweest, ook niet op de moeilijke dagen.',
      higher: 'Het blijft rustig als de behandeling stopt.',
    },
    concerns: [],
    goals: [
      {
        key: 'sundays',
        kind: 'followUp',
        text: 'De zondag blijft rustig, ook als er familie komt.',
        about: null,
        agreement: 'Marleen en Robbert spreken op zaterdag af wie er komt en tot hoe laat.',
        doers: ['marleen', 'robbert'],
      },
    ],
    found: {
      sober: [60, 70, 70, 80],
      timeout: [50, 60, 55, 75],
      money: [60, 65, 55, 60],
      sem: [60, 60, 70, 70],
      lotte: [50, 60, 60, 70],
      marleen: [40, 60, 50, 50],
      robbert: [60, 60, 60, 60],
    },
  },
  {
    kind: 'gips4',
    ordinal: 2,
    on: -91,
    aim: AIM,
    scores: {
      sem: [7.5, 8, 7.5],
      lotte: [7.5, 7.5, 8],
      marleen: [7.5, 7.5, 7],
      byMarleen: 8,
      reason: 'De kinderen vertellen zelf dat zij niet meer opletten.',
      higher: 'Een jaar zonder dat er iemand hoeft te komen kijken.',
    },
    concerns: [],
    goals: [],
    found: {
      sober: [70, 75, 70, 85],
      timeout: [65, 70, 60, 65],
      money: [70, 75, 65, 70],
      sem: [80, 80, 75, 85],
      lotte: [75, 75, 80, 90],
      marleen: [70, 80, 70, 80],
      robbert: [80, 75, 80, 85],
      sundays: [80, 80, 70, 90],
    },
  },
  {
    kind: 'gips5',
    ordinal: 1,
    on: -21,
    aim: AIM,
    scores: {
      sem: [8, 8, 8],
      lotte: [8, 8, 8],
      marleen: [8, 8, 7.5],
      byMarleen: 8,
      reason: 'Iedereen in huis weet wat te doen als het weer moeilijk wordt.',
      higher: 'Zo doorgaan.',
    },
    concerns: [],
    goals: [],
  },
]

/** Which part of an item's key belongs to GIPS 5's questions for the family: what they say in their own words. */
export const FUTURE: Readonly<Record<string, string>> = {
  journey: 'Wij dachten dat ruzie bij ons hoorde. Nu weten wij dat wij weg kunnen lopen en later verder kunnen praten.',
  signsOfSafety: 'Het is lawaaierig in huis van het spelen. Lotte zingt weer onder de douche.',
  rules: 'Geen drank in huis. Wie een pauze neemt, komt na een half uur terug.',
  warnings: 'Robbert wordt stil en gaat vroeg naar bed. Marleen gaat poetsen. Sem gaat weer op de trap zitten.',
  strengths: 'Wij zeggen het hardop. Robbert belt zijn broer, Marleen belt haar moeder.',
  relapsePlans: 'Robbert heeft een terugvalplan. Het ligt in de la bij de paspoorten.',
  help: 'Robbert gaat nog een half jaar naar zijn behandelaar. De andere hulp stopt.',
  confidants: 'Oma Truus voor Sem en Lotte. De broer van Robbert voor Robbert.',
  mattersMost: 'Niemand slaat. Niemand drinkt waar wij bij zijn. Wie bang is, mag oma bellen.',
  place: 'Op de koelkast.',
}

/** What hangs on the fridge. */
export const ON_THE_WALL = ['future.rules', 'future.warnings', 'future.strengths', 'future.mattersMost']
