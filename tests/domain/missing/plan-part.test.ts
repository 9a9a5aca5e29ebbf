import { describe, expect, test } from 'vitest'
import type { PlanSnapshot } from '@/lib/domain/missing/snapshot'
import { completeSnapshot, sentences } from './snapshots'

const complete = completeSnapshot('gips1', { state: 'meeting' })
const lacks = (more: Partial<PlanSnapshot>) => sentences({ ...complete, ...more }, 'provisional')

describe('the plan itself', () => {
  const top = complete.topThree.map((each) => ({ ...each }))

  test.each<[string, Partial<PlanSnapshot>, string]>([
    ['a TOP-3', { topThree: [] }, 'Kies de TOP-3 van zorgen. Minder dan drie mag ook.'],
    [
      'a reason for a concern',
      { topThree: top.map((each) => ({ ...each, reason: '' })) },
      'Schrijf op waarom zorg 1 in de TOP-3 staat.',
    ],
    [
      'the harmful effect',
      { topThree: top.map((each) => ({ ...each, harmfulEffect: ' ' })) },
      'Schrijf op wat zorg 1 van de TOP-3 voor schade doet.',
    ],
    [
      'a goal for each concern',
      { topThree: [...top, ...top.map((each) => ({ ...each, rank: 2 as const, concernId: 'debts' }))] },
      'Maak een doel bij zorg 2 van de TOP-3.',
    ],
    [
      'an agreement for each goal',
      { agreements: [] },
      'Maak een afspraak bij het doel “Papa en mama kunnen Janna troosten.”',
    ],
    [
      'words in a goal',
      { goals: complete.goals.map((goal) => ({ ...goal, text: '' })) },
      'Er staat een leeg doel in het plan. Vul het in of haal het weg.',
    ],
    [
      'who does it',
      { agreements: complete.agreements.map((each) => ({ ...each, doers: 0 })) },
      'Wie doet de afspraak “Anke oefent het badje.”?',
    ],
    [
      'when it is due',
      { agreements: complete.agreements.map((each) => ({ ...each, when: null })) },
      'Wanneer is de afspraak “Anke oefent het badje.” klaar?',
    ],
    [
      'words in an agreement',
      { agreements: complete.agreements.map((each) => ({ ...each, text: '' })) },
      'Er staat een lege afspraak in het plan. Vul haar in of haal haar weg.',
    ],
    [
      'a goal for each agreement',
      { agreements: [...complete.agreements, ...complete.agreements.map((each) => ({ ...each, goalIds: [] }))] },
      'Bij welk doel hoort de afspraak “Anke oefent het badje.”?',
    ],
    [
      'the integrity checklist',
      { checklist: { isIntegrityDone: false, isLanguageDone: true } },
      'Loop met de GIPSmeester na of het overleg ging zoals bedoeld.',
    ],
    [
      'the language check',
      { checklist: { isIntegrityDone: true, isLanguageDone: false } },
      'Lees met de GIPSmeester na of de taal van het plan klopt voor het gezin.',
    ],
  ])('it needs %s', (_what, more, sentence) => expect(lacks(more)).toEqual([`bar: ${sentence}`]))

  test('a TOP-3 cannot be waved away as not applicable at GIPS 1', () => {
    const marked = { itemKey: 'topThree.decided', respondentId: null, text: '', applies: false }
    expect(lacks({ topThree: [], answers: [...complete.answers, marked] })).toEqual([
      'bar: Kies de TOP-3 van zorgen. Minder dan drie mag ook.',
    ])
  })

  test('a goal without its expected effect asks for a second look', () => {
    expect(lacks({ goals: complete.goals.map((goal) => ({ ...goal, expectedEffect: null })) })).toEqual([
      'warning: Welk veiligheidscijfer wordt het als dit doel gelukt is? “Papa en mama kunnen Janna troosten.”',
    ])
  })
})

describe('of a GIPS 4', () => {
  const given = ['director', 'nurse', 'police'].map((participantId) => ({ participantId, percentage: 70 }))
  const evaluated = (more: object) =>
    completeSnapshot('gips4', {
      state: 'meeting',
      evaluations: [{ goalId: 'anger', text: 'Papa blijft rustig.', percentages: given, isGoodEnough: true, ...more }],
    })

  test.each([
    ['nothing', {}, []],
    ['percentages', { percentages: [] }, ['bar: Voor hoeveel procent is dit doel gelukt? “Papa blijft rustig.”']],
    [
      'everyone’s percentage',
      { percentages: given.slice(0, 1) },
      ['warning: Nog geen percentage van Anke, Joris voor: “Papa blijft rustig.”'],
    ],
    ['a verdict', { isGoodEnough: null }, ['bar: Beslis of dit goed genoeg is: “Papa blijft rustig.”']],
    [
      'a new goal',
      { isGoodEnough: false },
      ['bar: Dit is nog niet goed genoeg. Maak er een werkdoel voor: “Papa blijft rustig.”'],
    ],
  ])('%s may be missing for a goal', (_what, more, expected) => {
    expect(sentences(evaluated(more), 'provisional')).toEqual(expected)
  })

  test('a goal that follows it makes up for what is not good enough', () => {
    const snapshot = evaluated({ isGoodEnough: false })
    const goals = snapshot.goals.map((goal) => ({ ...goal, followsGoalId: 'anger' }))
    expect(sentences({ ...snapshot, goals }, 'provisional')).toEqual([])
  })
})
