import type { TickState } from '@/prisma/generated/client'
import type { ConcernKey } from './janna-meeting'

export type GoalKey = 'troosten' | 'timeout' | 'veiligheidsplan'

/** The three safety goals, with the score that is expected once each is reached. */
export const GOALS: Record<GoalKey, { text: string; concern: ConcernKey; about: string | null; effect: number }> = {
  troosten: {
    text: 'Sanne en Dennis laten op verschillende momenten van de dag zien dat zij Janna kunnen troosten als zij huilt.',
    concern: 'huilen',
    about: 'janna',
    effect: 4.5,
  },
  timeout: {
    text: 'Als een gesprek verkeerd dreigt te gaan, gaan Sanne en Dennis ieder naar een andere kamer tot zij rustig zijn.',
    concern: 'ruzie',
    about: null,
    effect: 5.5,
  },
  veiligheidsplan: {
    text: 'Sanne heeft een eigen veiligheidsplan, kent het uit haar hoofd en heeft laten zien dat zij het gebruikt.',
    concern: 'alleen',
    about: 'sanne',
    effect: 6,
  },
}

interface DemoTick {
  by: string
  state: TickState
  /** The day of the tick; of a rhythm also the day it stands for. */
  on: number
  remark?: string
}

/** Days count from GIPS 1; `due` of a rhythm is its first day. */
export interface DemoAgreement {
  text: string
  goals: GoalKey[]
  doers: string[]
  about?: string
  due: number
  rhythm?: { every: 'daily' | 'weekly' | 'monthly'; until: number }
  ticks?: DemoTick[]
  /** Of a rhythm: who, in turn, ticked every other occurrence until yesterday. */
  keptBy?: string[]
}

/** GIPS 2 is planned for day 91. */
const UNTIL_GIPS_2 = 91

export const AGREEMENTS: DemoAgreement[] = [
  {
    text: 'Janna blijft in het crisispleeggezin tot de drie veiligheidsdoelen zijn gehaald. Saskia Blom regelt dit met het pleeggezin.',
    goals: ['troosten', 'timeout'],
    doers: ['pleegzorg', 'ank'],
    about: 'janna',
    due: 3,
    ticks: [{ by: 'pleegzorg', state: 'done', on: 2, remark: 'Geregeld tot en met GIPS 2.' }],
  },
  {
    text: 'Sanne en Dennis zorgen elke dag in het bezoekhuis samen voor het badje, de fles en het naar bed brengen. Er is altijd begeleiding bij.',
    goals: ['troosten'],
    doers: ['sanne', 'dennis'],
    about: 'janna',
    due: 3,
    rhythm: { every: 'daily', until: UNTIL_GIPS_2 },
    ticks: [
      { by: 'vader', state: 'notDone', on: 12, remark: 'Ik stond in de file.' },
      { by: 'moeder', state: 'done', on: 66, remark: 'Ze viel op mijn arm in slaap.' },
    ],
    keptBy: ['moeder', 'vader'],
  },
  {
    text: 'Fatima El Amrani is er elke week een keer bij en doet voor hoe je Janna kalm krijgt.',
    goals: ['troosten'],
    doers: ['jeugdverpleegkundige'],
    about: 'janna',
    due: 6,
    rhythm: { every: 'weekly', until: UNTIL_GIPS_2 },
    ticks: [
      {
        by: 'jeugdverpleegkundige',
        state: 'done',
        on: 48,
        remark: 'Dennis troost haar nu meestal binnen tien minuten.',
      },
      { by: 'jeugdverpleegkundige', state: 'done', on: 55 },
      { by: 'jeugdverpleegkundige', state: 'partly', on: 62, remark: 'Alleen gebeld, ik was ziek.' },
    ],
  },
  {
    text: 'Saskia Blom schrijft elke week in een paar zinnen op hoe de bezoeken gingen en deelt dat met de casusregisseur.',
    goals: ['troosten', 'timeout'],
    doers: ['pleegzorg'],
    about: 'janna',
    due: 8,
    rhythm: { every: 'weekly', until: UNTIL_GIPS_2 },
    ticks: [{ by: 'pleegzorg', state: 'done', on: 64, remark: 'Zeven rustige bezoeken.' }],
    keptBy: ['pleegzorg'],
  },
  {
    text: 'Sanne maakt haar eigen veiligheidsplan, samen met Marieke van der Laan, Bas Dijkstra en Yvonne. Dennis krijgt pas uitleg als Sanne dat goed vindt.',
    goals: ['veiligheidsplan'],
    doers: ['sanne', 'regisseur', 'wijkagent', 'yvonne'],
    about: 'sanne',
    due: 9,
    ticks: [{ by: 'regisseur', state: 'done', on: 8, remark: 'Het hangt aan de binnenkant van haar kast.' }],
  },
  {
    text: 'Marieke van der Laan belt Sanne elke week: was er spanning, is het plan gebruikt, en hielp het?',
    goals: ['veiligheidsplan'],
    doers: ['regisseur'],
    about: 'sanne',
    due: 10,
    rhythm: { every: 'weekly', until: UNTIL_GIPS_2 },
    ticks: [
      { by: 'regisseur', state: 'done', on: 66, remark: 'Eén keer gebruikt; Yvonne was er binnen een kwartier.' },
    ],
    keptBy: ['regisseur'],
  },
  {
    text: 'Sanne en Dennis gaan naar De Kade. Ruben Castelein onderzoekt wat hun ruzies zo hoog doet oplopen, en wat zij van vroeger meenemen.',
    goals: ['timeout', 'troosten'],
    doers: ['sanne', 'dennis', 'behandelaar'],
    due: 21,
    ticks: [{ by: 'behandelaar', state: 'partly', on: 24, remark: 'Dennis is geweest. Sanne komt volgende week.' }],
  },
  {
    text: 'Sanne en Dennis oefenen elke week hun time-out met Ruben Castelein.',
    goals: ['timeout'],
    doers: ['sanne', 'dennis', 'behandelaar'],
    due: 28,
    rhythm: { every: 'weekly', until: UNTIL_GIPS_2 },
    ticks: [{ by: 'behandelaar', state: 'done', on: 63, remark: 'Het lukte voor het eerst zonder hulp.' }],
    keptBy: ['behandelaar'],
  },
  {
    text: 'Dennis heeft een gesprek met de reclassering, zodat de officier van justitie straks goed kan beslissen.',
    goals: ['timeout'],
    doers: ['dennis'],
    about: 'dennis',
    due: 28,
    ticks: [{ by: 'vader', state: 'done', on: 26 }],
  },
  {
    text: 'Sanne en Dennis gaan een half jaar lang elke maand samen met Janna naar de kinderarts.',
    goals: ['troosten'],
    doers: ['sanne', 'dennis'],
    about: 'janna',
    due: 14,
    rhythm: { every: 'monthly', until: 182 },
    ticks: [{ by: 'moeder', state: 'done', on: 14, remark: 'Ze is 400 gram gegroeid!' }],
    keptBy: ['moeder'],
  },
  {
    text: 'Mark zet met Dennis alle schulden op een rij en maakt met hem een plan om ze af te betalen.',
    goals: ['timeout'],
    doers: ['mark', 'dennis'],
    due: 42,
    ticks: [{ by: 'regisseur', state: 'partly', on: 43, remark: 'De lijst is er. Het gesprek met de bank komt nog.' }],
  },
  {
    text: 'Linda staat elke week op woensdag en vrijdag voor Sanne in de winkel.',
    goals: ['timeout'],
    doers: ['linda'],
    due: 8,
    rhythm: { every: 'weekly', until: UNTIL_GIPS_2 },
    ticks: [{ by: 'moeder', state: 'done', on: 64 }],
    keptBy: ['regisseur'],
  },
  {
    text: 'Bas Dijkstra drinkt voor GIPS 2 koffie met Dennis en Mark en vraagt hoe het in de winkel gaat.',
    goals: ['timeout'],
    doers: ['wijkagent'],
    due: 77,
  },
  {
    text: 'Fatima El Amrani weegt Janna en maakt voor GIPS 2 een overzicht van haar groei.',
    goals: ['troosten'],
    doers: ['jeugdverpleegkundige'],
    about: 'janna',
    due: 80,
  },
]
