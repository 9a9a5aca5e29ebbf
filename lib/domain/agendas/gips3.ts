import type { Agenda, AgendaSection } from './agenda'
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

const childAtHome: AgendaSection = {
  key: 'childAtHome',
  title: 'Hoe gaat het met dit kind?',
  part: 'family',
  minutes: 0,
  forEach: 'child',
  items: [
    {
      key: 'childAtHome.well',
      question: 'Wat gaat er goed met dit kind? Wat zegt het kind zelf, en wat zien anderen?',
      respondents: 'team',
      kind: 'text',
      required: true,
    },
    {
      key: 'childAtHome.play',
      question: 'Hoe speelt dit kind, alleen en met anderen?',
      respondents: 'team',
      kind: 'text',
      required: true,
    },
    {
      key: 'childAtHome.comfort',
      question: 'Wat doet dit kind als het verdrietig of bang is? Bij wie zoekt het troost, en wordt het dan rustig?',
      respondents: 'team',
      kind: 'text',
      required: true,
    },
    {
      key: 'childAtHome.quarrels',
      question: 'Wat doet dit kind bij ruzie, met broers en zussen of met andere kinderen?',
      respondents: 'team',
      kind: 'text',
      required: true,
    },
    {
      key: 'childAtHome.worries',
      question: 'Zijn er zorgen over gedrag, gevoelens of gezondheid? Heeft het kind dingen gezegd die u bijbleven?',
      respondents: 'team',
      kind: 'text',
      required: true,
    },
    {
      key: 'childAtHome.help',
      question: 'Welke hulp is belangrijk voor dit kind?',
      respondents: 'team',
      kind: 'text',
      required: true,
    },
    {
      key: 'childAtHome.development',
      question: 'Hoe groeit en ontwikkelt dit kind zich?',
      guide:
        'Rust en veiligheid op een gewone dag, rustig worden bij een vertrouwde volwassene, omgaan met gevoelens, trots zijn op zichzelf, school, vrienden en gezondheid. De professionals lezen dit vooraf.',
      respondents: 'caseDirector',
      kind: 'text',
      required: false,
      instrument: 'developmentChecklist',
    },
  ],
}

const parentAtHome: AgendaSection = {
  key: 'parentAtHome',
  title: 'Hoe gaat het met u als ouder?',
  part: 'family',
  minutes: 0,
  forEach: 'adult',
  items: [
    {
      key: 'parentAtHome.well',
      question: 'Wat gaat er goed met u? Waar bent u trots op?',
      respondents: 'team',
      kind: 'text',
      required: true,
    },
    {
      key: 'parentAtHome.complaints',
      question: 'Waar heeft u last van? Denk aan nare herinneringen, slecht slapen, angst, somberheid of boosheid.',
      respondents: 'team',
      kind: 'text',
      required: true,
    },
    {
      key: 'parentAtHome.dailyLife',
      question: 'Hoe gaat het met wonen, met werk, in uw vrije tijd en met de mensen om u heen?',
      respondents: 'team',
      kind: 'text',
      required: true,
    },
    {
      key: 'parentAtHome.quality',
      question: 'Wat maakt uw leven goed, en wat mist u?',
      respondents: 'team',
      kind: 'text',
      required: true,
    },
    {
      key: 'parentAtHome.help',
      question: 'Welke hulp is belangrijk voor u?',
      respondents: 'team',
      kind: 'text',
      required: true,
    },
  ],
}

/** GIPS 3, the recovery plans: what does each child and each parent need to recover and develop? (GIPS §3.5.4) */
export const gips3: Agenda = {
  kind: 'gips3',
  version: 1,
  title: 'GIPS 3 – herstelplan',
  question: 'Wat heeft ieder van jullie nodig om te herstellen en te groeien?',
  sections: [
    start,
    childrenSection(),
    childAtHome,
    parentAtHome,
    homeSafety,
    support,
    introductions,
    safetySection(20, { hasEarlierGoals: true }),
    recoverySection({
      key: 'childRecovery',
      title: 'Herstelplan voor dit kind',
      minutes: 60,
      forEach: 'child',
      whom: 'dit kind',
    }),
    recoverySection({
      key: 'parentRecovery',
      title: 'Herstelplan voor deze ouder',
      minutes: 40,
      forEach: 'adult',
      whom: 'deze ouder',
    }),
    carefulSection(25),
    ...after,
  ],
}

interface Recovery extends Pick<AgendaSection, 'key' | 'title' | 'minutes'> {
  forEach: 'child' | 'adult'
  whom: string
}

function recoverySection({ key, title, minutes, forEach, whom }: Recovery): AgendaSection {
  return {
    key,
    title,
    part: 'meeting',
    minutes,
    forEach,
    items: [
      {
        key: `${key}.well`,
        question: `Wat gaat er goed met ${whom}, volgens het gezin, het netwerk en ons?`,
        respondents: 'team',
        kind: 'text',
        required: true,
      },
      {
        key: `${key}.concerns`,
        question: `Welke zorgen zijn er over hoe het gaat met ${whom}: gezondheid, gevoelens, dagelijks leven?`,
        guide: 'Ook zonder grote zorgen maken we een plan: wat moet zo blijven?',
        respondents: 'participants',
        kind: 'concerns',
        required: true,
      },
      {
        key: `${key}.topThreeOwn`,
        question: 'Wat is uw eigen TOP-3, en waarom?',
        respondents: 'participants',
        kind: 'topThreeChoices',
        required: true,
      },
      {
        key: `${key}.topThree`,
        question: `Welke TOP-3 kiest de casusregisseur, en waarom? Wat is het gevolg voor ${whom}?`,
        respondents: 'caseDirector',
        kind: 'topThree',
        required: true,
      },
      {
        key: `${key}.goals`,
        question: `Wat zien we ${whom} straks doen of kunnen, als het beter gaat?`,
        respondents: 'team',
        kind: 'goals',
        required: true,
        goalKind: 'recovery',
      },
      {
        key: `${key}.agreements`,
        question: 'Wie doet wat voor elk doel, en wanneer is het klaar?',
        respondents: 'team',
        kind: 'agreements',
        required: true,
        goalKind: 'recovery',
      },
      { ...ownProposals, key: `${key}.ownProposals` },
    ],
  }
}
