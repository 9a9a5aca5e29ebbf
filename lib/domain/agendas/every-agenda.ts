import type { AgendaItem, AgendaSection } from './agenda'

/**
 * The parts that every agenda of version 1 shares. They belong to that version: a later version that asks something
 * else brings its own copy, for a dossier keeps the agenda it was made with.
 */

/** How a plan starts: its aim in the family's words, and GIPS explained. */
export const start: AgendaSection = {
  key: 'start',
  title: 'Om te beginnen',
  part: 'family',
  minutes: 0,
  items: [
    {
      key: 'start.aim',
      question: 'Waar moet dit plan voor zorgen? Zeg het in jullie eigen woorden.',
      guide: 'Eén of twee zinnen die het gezin herkent. Hiermee begint het plan.',
      respondents: 'caseDirector',
      kind: 'text',
      required: true,
    },
    {
      key: 'start.explained',
      question:
        'Is uitgelegd wat GIPS is en wat er in dit overleg gebeurt? Aan wie, wanneer, en wat was nog niet duidelijk?',
      guide: 'Blader samen door het voorbeelddossier. Laat ook zien waar de cijfers voor veiligheid komen te staan.',
      respondents: 'caseDirector',
      kind: 'text',
      required: true,
    },
  ],
}

const childrenItems: readonly AgendaItem[] = [
  {
    key: 'children.tell',
    question: 'Wat wil jij vertellen?',
    guide: 'Schrijf het op zoals het kind het zegt. Een tekening mag ook. Bij een baby: wat laat het kind zien?',
    respondents: 'eachChild',
    kind: 'text',
    required: true,
  },
  {
    key: 'children.matters',
    question: 'Wat vind jij belangrijk?',
    respondents: 'eachChild',
    kind: 'text',
    required: true,
  },
  {
    key: 'children.needs',
    question: 'Wat heb jij nodig om je fijn en veilig te voelen?',
    respondents: 'eachChild',
    kind: 'text',
    required: true,
  },
]

const spokenWithChild: AgendaItem = {
  key: 'children.spoken',
  question: 'Wie heeft met dit kind gepraat, en wanneer? Is dat niet gebeurd: waarom niet?',
  respondents: 'eachChild',
  kind: 'text',
  required: true,
}

/** What the children say: it stands at the start of the plan. A plan may add questions of its own. */
export function childrenSection(extraItems: readonly AgendaItem[] = []): AgendaSection {
  const items = [...childrenItems, ...extraItems, spokenWithChild]
  return { key: 'children', title: 'Wat de kinderen zeggen', part: 'family', minutes: 0, items }
}

/** How safe the family finds it itself. */
export const homeSafety: AgendaSection = {
  key: 'homeSafety',
  title: 'Hoe veilig is het volgens jullie zelf?',
  part: 'family',
  minutes: 0,
  items: [
    {
      key: 'homeSafety.scores',
      question:
        'Hoe veilig is het nu, van 0 tot 10? Geef een cijfer voor ieder kind en voor uzelf. Waarom dit cijfer? Wat maakt er één punt meer van?',
      guide: '0 is: er is nu gevaar. 10 is: het is helemaal veilig. Er is geen goed of fout antwoord.',
      respondents: 'eachMember',
      kind: 'safetyRound',
      required: true,
    },
  ],
}

/** Who can help: the family names people, the network says what it can do. */
export const support: AgendaSection = {
  key: 'support',
  title: 'Wie kan er helpen?',
  part: 'family',
  minutes: 0,
  items: [
    {
      key: 'support.people',
      question: 'Bij wie voelen jullie je goed? Wie zou kunnen helpen, en waarmee?',
      guide: 'Denk aan familie, vrienden, buren, iemand van school, sport of het geloof.',
      respondents: 'eachMember',
      kind: 'text',
      required: true,
    },
    {
      key: 'support.network',
      question: 'Wat ziet u dat goed gaat, en waarmee wilt u het gezin helpen?',
      respondents: 'network',
      kind: 'text',
      required: false,
      mayBeLeftOut: true,
    },
  ],
}

/** The first minutes at the table. */
export const introductions: AgendaSection = {
  key: 'introductions',
  title: 'Wie zitten er aan tafel?',
  part: 'meeting',
  minutes: 5,
  items: [
    {
      key: 'introductions.round',
      question: 'Wie bent u, en met wie uit het gezin werkt u?',
      guide: 'Kort: naam, beroep, organisatie. Lees daarna samen wat de kinderen zeggen.',
      respondents: 'participants',
      kind: 'introductions',
      required: false,
    },
  ],
}

/**
 * The safety round and what follows when it is not safe enough: before anything else, at every meeting. From GIPS 2 on
 * the open safety goals are reviewed as well.
 */
export function safetySection(minutes: number, { hasEarlierGoals }: { hasEarlierGoals: boolean }): AgendaSection {
  const items = hasEarlierGoals ? [safetyRound, safetyReview, ...minimumItems] : [safetyRound, ...minimumItems]
  return { key: 'safety', title: 'Hoe veilig is het nu?', part: 'meeting', minutes, items }
}

const safetyRound: AgendaItem = {
  key: 'safety.round',
  question:
    'Welk cijfer geeft u aan de veiligheid van ieder gezinslid? Waarom dit cijfer, en wat is er nodig voor één punt meer?',
  guide: 'Om de beurt en kort. We luisteren naar elkaar; we praten er nog niet over door.',
  respondents: 'participants',
  kind: 'safetyRound',
  required: true,
}

const safetyReview: AgendaItem = {
  key: 'safety.review',
  question: 'Wat is er gelukt van de veiligheidsdoelen die nog open staan?',
  guide: 'Per doel: gelukt, voor een deel gelukt of niet gelukt. Wat hielp?',
  respondents: 'team',
  kind: 'text',
  required: false,
  instrument: 'safetyGoalReview',
}

const minimumItems: readonly AgendaItem[] = [
  {
    key: 'safety.minimum',
    question: 'Is het voor ieder gezinslid veilig genoeg: zijn de bodemeisen gehaald?',
    guide: 'Veilig genoeg is minstens een 6 voor iedereen. Reageer eerst op elk cijfer onder de 6.',
    respondents: 'caseDirector',
    kind: 'minimumRequirements',
    required: true,
  },
  {
    key: 'safety.extraGoals',
    question: 'Nog geen 6? Wat moet er dan meteen anders, zodat het voor iedereen een 6 wordt?',
    respondents: 'team',
    kind: 'goals',
    required: false,
    goalKind: 'safety',
  },
  {
    key: 'safety.extraAgreements',
    question: 'Wie doet wat om dat te regelen, en wanneer is het klaar?',
    respondents: 'team',
    kind: 'agreements',
    required: false,
    goalKind: 'safety',
  },
]

/** Have the ideas of family and network found their place? Asked once the agreements are there. */
export const ownProposals: AgendaItem = {
  key: 'agreements.ownProposals',
  question: 'Welke ideeën van het gezin en hun netwerk zitten nu in de doelen en afspraken? Welke nog niet, en waarom?',
  respondents: 'team',
  kind: 'text',
  required: true,
}

/** What comes after the meeting: what family and network find of it, and how the meeting itself went. */
export const after: readonly AgendaSection[] = [
  {
    key: 'responses',
    title: 'Wat vinden het gezin en het netwerk ervan?',
    part: 'after',
    minutes: 0,
    items: [
      {
        key: 'responses.all',
        question: 'Wat vindt u van dit plan? Wat wilt u anders of beter?',
        guide:
          'Ieder zegt het in eigen woorden. Over elke wens neemt de casusregisseur een besluit en legt uit waarom.',
        respondents: 'eachMember',
        kind: 'responses',
        required: true,
      },
    ],
  },
  {
    key: 'rating',
    title: 'Hoe was het overleg?',
    part: 'after',
    minutes: 0,
    items: [
      {
        key: 'rating.meeting',
        question: 'Welk cijfer geeft u dit overleg, van 0 tot 10? Wat ging goed en wat kan beter?',
        respondents: 'participants',
        kind: 'meetingRating',
        required: false,
      },
    ],
  },
]
