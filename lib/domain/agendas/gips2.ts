import type { Agenda, AgendaItem } from './agenda'
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

/** GIPS 2, the care plan: which risk factors keep it unsafe, and what do we do about the three that matter most? (GIPS §3.5.3) */
export const gips2: Agenda = {
  kind: 'gips2',
  version: 1,
  title: 'GIPS 2 – hulpverleningsplan',
  question: 'Wat maakt het steeds weer onveilig, en wat doen we daaraan?',
  sections: [
    start,
    childrenSection([
      {
        key: 'children.dreamHouse',
        question: 'Hoe ziet jouw droomhuis eruit, waar het fijn is met elkaar?',
        guide: 'Teken het samen. Wie wonen er, wat doen jullie, hoe klinkt het er?',
        respondents: 'eachChild',
        kind: 'text',
        required: true,
      },
      {
        key: 'children.change',
        question: 'Wat moet er thuis veranderen om daar te komen, en wie kan daarbij helpen?',
        respondents: 'eachChild',
        kind: 'text',
        required: true,
      },
    ]),
    {
      key: 'wishes',
      title: 'Wat de ouders wensen',
      part: 'family',
      minutes: 0,
      items: [
        {
          key: 'wishes.future',
          question: 'Hoe wilt u dat het over een paar jaar is, met elkaar en met de kinderen?',
          respondents: 'eachAdult',
          kind: 'text',
          required: true,
        },
      ],
    },
    { key: 'parents', title: 'Hoe gaat het in uw gezin?', part: 'family', minutes: 0, items: parentQuestions() },
    homeSafety,
    {
      ...support,
      items: [
        ...support.items.filter(({ respondents }) => respondents !== 'network'),
        {
          key: 'support.networkChange',
          question: 'Wat moet er volgens u in het gezin veranderen?',
          respondents: 'network',
          kind: 'text',
          required: true,
        },
        {
          key: 'support.networkHelp',
          question: 'Hoe wilt u daarbij helpen?',
          respondents: 'network',
          kind: 'text',
          required: true,
        },
      ],
    },
    {
      key: 'riskAssessment',
      title: 'Welke risico’s zien we?',
      part: 'family',
      minutes: 0,
      items: [
        {
          key: 'riskAssessment.factors',
          question: 'Welke risico’s spelen er in dit gezin? Vul de risicotaxatie in met de feiten die u kent.',
          guide: 'De professionals lezen dit vooraf en bereiden ieder een eigen TOP-3 voor.',
          respondents: 'caseDirector',
          kind: 'text',
          required: true,
          instrument: 'riskAssessment',
        },
        {
          key: 'riskAssessment.history',
          question:
            'Laat het geweld van vroeger een patroon zien? Zo ja: wat gaat eraan vooraf, en wat gebeurt er dan?',
          respondents: 'caseDirector',
          kind: 'text',
          required: true,
        },
      ],
    },
    introductions,
    safetySection(30, { hasEarlierGoals: true }),
    {
      key: 'risks',
      title: 'Wat houdt de onveiligheid in stand?',
      part: 'meeting',
      minutes: 30,
      closedWhileUnsafe: true,
      items: [
        {
          key: 'risks.crucial',
          question:
            'Welke risico’s maken het echt onveilig tussen ouders en kinderen? En welke daarvan kunnen we veranderen?',
          guide: 'Het aantal risico’s zegt niets over hoe veilig het is. Het gaat om wat elk risico in dit gezin doet.',
          respondents: 'team',
          kind: 'concerns',
          required: true,
        },
      ],
    },
    {
      key: 'topThree',
      title: 'Welke drie pakken we aan?',
      part: 'meeting',
      minutes: 25,
      closedWhileUnsafe: true,
      items: [
        {
          key: 'topThree.own',
          question: 'Welke drie risico’s kiest u, en waarom?',
          guide: 'Kies risico’s die er veel toe doen én die te veranderen zijn.',
          respondents: 'participants',
          kind: 'topThreeChoices',
          required: true,
        },
        {
          key: 'topThree.decided',
          question:
            'Welke TOP-3 kiest de casusregisseur, en waarom? Wat doet elk risico direct met de veiligheid tussen ouder en kind?',
          guide: 'Schrijf zo dat de ouders zien wat hun gedrag voor de kinderen betekent, zonder verwijt.',
          respondents: 'caseDirector',
          kind: 'topThree',
          required: true,
        },
      ],
    },
    {
      key: 'goals',
      title: 'Risicodoelen en afspraken',
      part: 'meeting',
      minutes: 35,
      closedWhileUnsafe: true,
      items: [
        {
          key: 'goals.list',
          question: 'Wat moet er bij elk risico bereikt zijn? Welk cijfer voor veiligheid wordt het dan?',
          respondents: 'team',
          kind: 'goals',
          required: true,
          goalKind: 'risk',
        },
        {
          key: 'agreements.list',
          question: 'Wie doet wat voor elk doel, en wanneer is het klaar?',
          respondents: 'team',
          kind: 'agreements',
          required: true,
          goalKind: 'risk',
        },
        ownProposals,
      ],
    },
    carefulSection(25),
    ...after,
  ],
}

/** The parents' questionnaire along the themes of the risk assessment (GIPS §3.5.3): what is hard, what already helps. */
function parentQuestions(): AgendaItem[] {
  const themes = {
    'parents.self': 'U zelf: uw gezondheid, uw gevoel, wat u vroeger meemaakte, drank of drugs',
    'parents.together': 'U en uw (ex-)partner: ruzie, praten met elkaar, samen opvoeden',
    'parents.withChildren': 'U en de kinderen: samen spelen, troosten, grenzen stellen',
    'parents.children': 'De kinderen: wat ieder kind extra kwetsbaar maakt, en wat het sterk maakt',
    'parents.surroundings': 'Alles eromheen: geld, werk, huis, familie, vrienden en buren',
  }
  const perTheme = Object.entries(themes).map(([key, theme]) =>
    parentQuestion(key, `${theme}. Wat maakt het moeilijk, en wat gaat al de goede kant op?`),
  )
  return [
    ...perTheme,
    parentQuestion('parents.ownPart', 'Wat kunt u zelf doen om het beter te maken? Wat doet u al?'),
    parentQuestion('parents.earlierHelp', 'Welke hulp heeft u eerder gehad? Wat werkte daarvan wel, en wat niet?'),
    parentQuestion(
      'parents.thinkAlong',
      'Vindt u het goed dat de hulpverleners hierover meedenken en met voorstellen komen?',
    ),
  ]
}

function parentQuestion(key: string, question: string): AgendaItem {
  return { key, question, respondents: 'eachAdult', kind: 'text', required: true }
}
