import type { Agenda } from './agenda'
import { carefulItem, carefulSection } from './careful-execution'
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

/** GIPS 1, the safety plan: what stops the danger now? (GIPS §3.5.2) */
export const gips1: Agenda = {
  kind: 'gips1',
  version: 1,
  title: 'GIPS 1 – veiligheidsplan',
  question: 'Wat stopt het gevaar nu?',
  sections: [
    start,
    childrenSection([
      {
        key: 'children.notGoingWell',
        question: 'Wat gaat er thuis niet zo goed?',
        guide:
          'Teken samen drie huizen: een huis met fijne dingen, een huis met zorgen en een droomhuis. Dit hoort bij het tweede.',
        respondents: 'eachChild',
        kind: 'text',
        required: true,
      },
      {
        key: 'children.grownUps',
        question: 'Wat moeten de grote mensen doen, zodat het beter wordt?',
        respondents: 'eachChild',
        kind: 'text',
        required: true,
      },
    ]),
    {
      key: 'adults',
      title: 'Wat de ouders en andere verzorgers zeggen',
      part: 'family',
      minutes: 0,
      items: [
        {
          key: 'adults.reportedConcerns',
          question: 'Deze zorgen zijn gemeld. Bent u het ermee eens? Hoe ziet u het zelf?',
          guide: 'Neem de zorgen één voor één door, met iedere volwassene apart als dat veiliger is.',
          respondents: 'eachAdult',
          kind: 'reportedConcerns',
          required: true,
        },
        {
          key: 'adults.greatestWorry',
          question: 'Waar maakt u zich het meest zorgen over?',
          respondents: 'eachAdult',
          kind: 'text',
          required: true,
        },
        {
          key: 'adults.first',
          question: 'Wat moet er volgens u het eerst gebeuren?',
          respondents: 'eachAdult',
          kind: 'text',
          required: true,
        },
      ],
    },
    homeSafety,
    support,
    { ...introductions, minutes: 10 },
    {
      key: 'goodCare',
      title: 'Wat doen de ouders goed?',
      part: 'meeting',
      minutes: 10,
      items: [
        {
          key: 'goodCare.examples',
          question: 'Wanneer zag u dat een ouder goed voor de kinderen zorgde? Vertel wat u zag.',
          guide: 'Iedereen noemt een voorbeeld. Zo zien we niet alleen de zorgen, maar ook de kracht van dit gezin.',
          respondents: 'participants',
          kind: 'text',
          required: true,
        },
      ],
    },
    safetySection(30, { hasEarlierGoals: false }),
    {
      key: 'concerns',
      title: 'Welk gevaar dreigt er?',
      part: 'meeting',
      minutes: 25,
      items: [
        {
          key: 'concerns.inventory',
          question:
            'Stel dat er thuis niets verandert: waar bent u dan het meest bang voor, en wat doet dat met de kinderen?',
          guide: 'Iedereen noemt iets. Schrijf alles op de flip-over: eerst het gevaar, dan de schade voor het kind.',
          respondents: 'participants',
          kind: 'concerns',
          required: true,
        },
      ],
    },
    {
      key: 'topThree',
      title: 'Wat zijn de drie grootste zorgen?',
      part: 'meeting',
      minutes: 20,
      items: [
        {
          key: 'topThree.own',
          question: 'Wat is uw eigen TOP-3, en waarom?',
          respondents: 'participants',
          kind: 'topThreeChoices',
          required: true,
        },
        {
          key: 'topThree.decided',
          question: 'Welke TOP-3 kiest de casusregisseur, en waarom? Wat is bij elke zorg de schade voor de kinderen?',
          guide: 'Schrijf het op in woorden die het gezin zelf gebruikt. Minder dan drie mag ook.',
          respondents: 'caseDirector',
          kind: 'topThree',
          required: true,
        },
      ],
    },
    {
      key: 'goals',
      title: 'Veiligheidsdoelen en afspraken',
      part: 'meeting',
      minutes: 30,
      items: [
        {
          key: 'goals.list',
          question: 'Wat moet er bij elke zorg bereikt zijn, zodat het veilig genoeg is? Welk cijfer wordt het dan?',
          guide:
            'Een doel is wat we straks zien gebeuren. Het cijfer laat zien hoeveel veiliger het dan is, van 0 tot 10.',
          respondents: 'team',
          kind: 'goals',
          required: true,
          goalKind: 'safety',
        },
        {
          key: 'goals.together',
          question:
            'Zijn we het eens: is het voor ieder gezinslid een 6 als al deze doelen gehaald zijn? Welk doel ontbreekt nog?',
          respondents: 'team',
          kind: 'text',
          required: true,
        },
        {
          key: 'goals.notMet',
          question: 'Wat volgt er als een bodemeis niet gehaald wordt?',
          guide: 'Zeg het eerlijk en duidelijk, zodat de ouders weten waar ze aan toe zijn.',
          respondents: 'team',
          kind: 'text',
          required: true,
        },
        {
          key: 'agreements.list',
          question: 'Wie doet wat voor elk doel, en wanneer is het klaar?',
          respondents: 'team',
          kind: 'agreements',
          required: true,
          goalKind: 'safety',
        },
        ownProposals,
      ],
    },
    carefulSection(25, [
      carefulItem(
        'careful.wordsAndPictures',
        'Wie maakt er met de kinderen een verhaal in woorden en tekeningen over wat er is gebeurd en wat er nu gaat gebeuren?',
        'De ouders helpen mee aan het verhaal en vertellen het zo mogelijk zelf.',
      ),
    ]),
    ...after,
  ],
}
