import type { DemoAnswer } from './janna-preparation'

/** GIPS 2 is being prepared: some have answered, others not yet. */
export const GIPS_2_ANSWERS: DemoAnswer[] = [
  { item: 'children.tell', who: 'janna', text: 'Ik lach sinds twee weken. Het hardst om mijn vader, als hij niest.' },
  { item: 'children.needs', who: 'janna', text: 'Dat jullie rustig blijven, ook als ik niet stil word.' },
  {
    item: 'wishes.future',
    who: 'sanne',
    text: 'Over drie jaar zit Janna op de peuterspeelzaal en breng ik haar op de fiets. Dennis en ik praten dan gewoon, ook over moeilijke dingen.',
  },
  {
    item: 'wishes.future',
    who: 'dennis',
    text: 'Dat de winkel loopt en ik om vijf uur thuis ben. Dat Janna naar mij toe rent en niet wegduikt.',
  },
  {
    item: 'parents.self',
    who: 'sanne',
    text: 'Ik droom nog slecht over vroeger. Sinds ik dat heb verteld, slaap ik iets langer door.',
  },
  {
    item: 'parents.together',
    who: 'dennis',
    text: 'De time-out werkt. Moeilijk is dat ik daarna niet weet hoe ik weer moet beginnen met praten.',
  },
  {
    item: 'parents.withChildren',
    who: 'dennis',
    text: 'Ik kan haar nu in slaap wiegen. Alleen ’s nachts vertrouw ik mezelf nog niet.',
  },
  {
    item: 'parents.earlierHelp',
    who: 'sanne',
    text: 'Vroeger had ik een maatschappelijk werker die steeds wisselde. Dat hielp niet. Eén vast gezicht wel.',
  },
  { item: 'support.networkChange', who: 'linda', text: 'Dat Sanne eerder zegt dat het niet gaat.' },
  { item: 'support.networkHelp', who: 'linda', text: 'Ik kan tot de zomer in de winkel blijven helpen.' },
]

export const GIPS_2_AIM = 'Dat wij snappen waarom het bij ons misging, en dat we leren wat we dan wel kunnen doen.'

/** What the director saw and heard between the meetings. */
export const MEASUREMENTS = [
  {
    on: 17,
    contact: 'visit',
    now: 3,
    lasting: 2,
    text: 'Bezoek bij het badje. Dennis gaf Janna op tijd over aan Sanne toen zij bleef huilen.',
  },
  {
    on: 38,
    contact: 'phone',
    now: 4.5,
    lasting: 3,
    text: 'Saskia vertelt over vijf rustige weken. Sanne belde één keer Yvonne, zoals in haar plan staat.',
  },
  {
    on: 59,
    contact: 'visit',
    now: 5.5,
    lasting: 4,
    text: 'Beide ouders troosten Janna binnen een kwartier. Over geld praten zij alleen nog met Mark erbij.',
  },
] as const
