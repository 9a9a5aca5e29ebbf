import type { Agenda } from './agenda'
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

/** GIPS 4, the follow-up plan: are the goals reached, is it good enough, what next? Often held two or three times. (GIPS §3.5.5) */
export const gips4: Agenda = {
  kind: 'gips4',
  version: 1,
  title: 'GIPS 4 – vervolgplan',
  question: 'Is het gelukt, is het goed genoeg, en wat is er nog nodig?',
  sections: [
    start,
    childrenSection([
      {
        key: 'children.better',
        question: 'Wat gaat er nu beter dan eerst? Wat mag nog anders?',
        respondents: 'eachChild',
        kind: 'text',
        required: true,
      },
    ]),
    {
      key: 'lookingBack',
      title: 'Hoe ver zijn de doelen volgens jullie?',
      part: 'family',
      minutes: 0,
      items: [
        {
          key: 'lookingBack.goals',
          question: 'Voor hoeveel procent is elk doel gelukt? Waaraan merkt u dat?',
          guide:
            'Loop alle risicodoelen, hersteldoelen en eerdere werkdoelen langs. Het cijfer van het gezin telt even zwaar.',
          respondents: 'eachMember',
          kind: 'text',
          required: false,
          instrument: 'goalEvaluation',
        },
        {
          key: 'lookingBack.helped',
          question: 'Wat heeft het meest geholpen, en wat deed u daar zelf voor?',
          respondents: 'eachAdult',
          kind: 'text',
          required: true,
        },
        {
          key: 'lookingBack.needed',
          question: 'Wat is er volgens u nog nodig?',
          respondents: 'eachAdult',
          kind: 'text',
          required: true,
        },
        {
          key: 'lookingBack.network',
          question: 'Wat ziet u veranderen in dit gezin? Wat is er volgens u nog nodig?',
          respondents: 'network',
          kind: 'text',
          required: true,
        },
      ],
    },
    homeSafety,
    support,
    introductions,
    safetySection(25, { hasEarlierGoals: true }),
    {
      key: 'evaluation',
      title: 'Zijn de doelen gehaald?',
      part: 'meeting',
      minutes: 60,
      items: [
        {
          key: 'evaluation.goals',
          question: 'Voor hoeveel procent is dit doel gelukt, en waarom? Is dat goed genoeg?',
          guide: 'Doel voor doel, iedereen noemt een percentage. Lopen ze ver uiteen, dan blijven de uitersten staan.',
          respondents: 'participants',
          kind: 'text',
          required: false,
          instrument: 'goalEvaluation',
        },
        {
          key: 'evaluation.remaining',
          question: 'Welke zorgen blijven er over?',
          respondents: 'team',
          kind: 'concerns',
          required: false,
          mayBeLeftOut: true,
        },
      ],
    },
    {
      key: 'goals',
      title: 'Werkdoelen en afspraken',
      part: 'meeting',
      minutes: 35,
      items: [
        {
          key: 'goals.list',
          question: 'Waar moet nog aan gewerkt worden? Maak een werkdoel voor elk doel dat nog niet goed genoeg is.',
          respondents: 'team',
          kind: 'goals',
          required: false,
          goalKind: 'followUp',
        },
        {
          key: 'agreements.list',
          question: 'Wie doet wat voor elk werkdoel, en wanneer is het klaar?',
          respondents: 'team',
          kind: 'agreements',
          required: false,
          goalKind: 'followUp',
        },
        ownProposals,
      ],
    },
    carefulSection(25),
    {
      key: 'riskAfterwards',
      title: 'Wat doen de risico’s nu nog?',
      part: 'after',
      minutes: 0,
      items: [
        {
          key: 'riskAfterwards.factors',
          question:
            'Maken de risico’s die er het meest toe deden het nu nog onveilig? Vul de risicotaxatie opnieuw in.',
          respondents: 'caseDirector',
          kind: 'text',
          required: false,
          mayBeLeftOut: true,
          instrument: 'riskAssessment',
        },
      ],
    },
    ...after,
  ],
}
