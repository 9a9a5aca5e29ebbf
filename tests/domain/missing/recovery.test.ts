import { describe, expect, test } from 'vitest'
import { agendaAbout } from '@/lib/domain/agendas/per-person'
import { latestAgenda } from '@/lib/domain/agendas/registry'
import type { PlanSnapshot } from '@/lib/domain/missing/snapshot'
import { whatIsMissing } from '@/lib/domain/plan-missing'
import { completeSnapshot, participant, sentences, TODAY } from './snapshots'

const complete = completeSnapshot('gips3', { state: 'meeting' })
const lacks = (more: Partial<PlanSnapshot>) => sentences({ ...complete, ...more }, 'provisional')
const mirthe = { id: 'mother', name: 'Mirthe', isChild: false }
const janna = { id: 'janna', name: 'Janna', isChild: true }

describe('the recovery plan of a child', () => {
  test('of which nothing lacks', () => expect(lacks({})).toEqual([]))

  test.each<[string, Partial<PlanSnapshot>, string]>([
    [
      'worries, or that there are none',
      { concerns: [] },
      'bar: Nog niets opgeschreven over Janna bij: “Welke zorgen zijn er over hoe het gaat met dit kind: gezondheid, gevoelens, dagelijks leven?”',
    ],
    [
      'everyone’s own TOP-3',
      { topThreeChoices: [{ participantId: 'nurse', aboutMemberId: 'janna' }] },
      'bar: Joris heeft nog geen eigen TOP-3 gegeven over Janna.',
    ],
    [
      'what the harm is',
      { topThree: complete.topThree.map((each) => ({ ...each, harmfulEffect: '' })) },
      'bar: Schrijf op wat zorg 1 over Janna van de TOP-3 voor schade doet.',
    ],
    [
      'a goal for each concern',
      { goals: complete.goals.map((goal) => ({ ...goal, concernId: null })) },
      'bar: Maak een doel bij zorg 1 over Janna van de TOP-3.',
    ],
    [
      'an agreement for each goal',
      { agreements: [] },
      'bar: Maak een afspraak bij het doel “Papa en mama kunnen Janna troosten.”',
    ],
  ])('needs %s', (_what, more, sentence) => expect(lacks(more)).toContain(sentence))

  test('without great worries needs no TOP-3, but a goal all the same', () => {
    const healthy = {
      concerns: [],
      topThree: [],
      topThreeChoices: [],
      answers: [
        ...complete.answers,
        { itemKey: 'childRecovery.concerns:janna', respondentId: null, text: '', applies: false },
      ],
    }
    expect(lacks(healthy)).toEqual([])
    expect(lacks({ ...healthy, concerns: complete.concerns })).toContain(
      'bar: Kies de TOP-3 van zorgen over Janna. Minder dan drie mag ook.',
    )
    expect(lacks({ ...healthy, goals: [], agreements: [] })).toEqual([
      'bar: Maak een hersteldoel voor Janna. Gaat het goed, dan staat er wat zo moet blijven.',
    ])
  })

  test('is told apart from that of a parent in the same meeting', () => {
    const both = { ...complete, agenda: agendaAbout(latestAgenda('gips3'), [janna, mirthe]) }
    const missing = whatIsMissing(both, 'provisional', TODAY)
    expect(new Set(missing.map(({ anchor }) => anchor.subjectId))).toEqual(new Set(['mother']))
    expect(missing.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining([
        'Nog geen antwoord van Mirthe: “Waar heeft u last van? Denk aan nare herinneringen, slecht slapen, angst, somberheid of boosheid.”',
        'Kies de TOP-3 van zorgen over Mirthe. Minder dan drie mag ook.',
      ]),
    )
  })
})

describe('the developmental checklist', () => {
  const isPoint = (key: string) => key.startsWith('childAtHome.development')
  const without = (isGone: (key: string) => boolean) => ({
    ...complete,
    answers: complete.answers.filter(({ itemKey }) => !isGone(itemKey)),
  })

  test.each<[string, (key: string) => boolean, string[]]>([
    ['all filled in', () => false, []],
    [
      'all empty',
      isPoint,
      ['warning: Kijk voor Janna nog naar 7 punten van de ontwikkeling. De professionals lezen dat vooraf.'],
    ],
    [
      'one empty',
      (key) => key === 'childAtHome.development.peers:janna',
      ['warning: Kijk voor Janna nog naar één punt van de ontwikkeling. De professionals lezen dat vooraf.'],
    ],
  ])('%s, before the invitations', (_what, isGone, expected) => {
    expect(sentences(without(isGone), 'invited')).toEqual(expected)
  })

  test('never holds up what comes after', () => expect(sentences(without(isPoint), 'provisional')).toEqual([]))
})

describe('a GIPS 3', () => {
  const nobody = agendaAbout(latestAgenda('gips3'), [])

  test.each(['invited', 'provisional'] as const)('about nobody cannot become %s', (to) => {
    expect(sentences({ ...complete, agenda: nobody }, to)).toContain('bar: Kies over wie dit overleg gaat.')
  })

  test('names who has no recovery plan yet, with the rule, and goes on all the same', () => {
    const withoutRecoveryPlan = [
      { id: 'siem', name: 'Siem', isChild: true },
      { id: 'father', name: 'Daan', isChild: false },
    ]
    expect(lacks({ withoutRecoveryPlan })).toEqual([
      'warning: Siem heeft nog geen herstelplan. Ieder kind krijgt een herstelplan, ook zonder grote zorgen. Doe het nu, of in een volgend overleg.',
      'warning: Daan heeft nog geen herstelplan. Iedere ouder krijgt een herstelplan. Doe het nu, of in een volgend overleg.',
    ])
  })

  test.each<[string, boolean | null, string, string[]]>([
    ['on all three conditions, with the reason', true, 'Het loopt goed.', []],
    ['without a reason', true, '', ['bar: Schrijf op waarom Mirthe mee kan doen aan het overleg.']],
    [
      'without one of them',
      null,
      'Het loopt goed.',
      [
        'bar: Mirthe kan niet aanschuiven. Mirthe doet nog niet mee aan het overleg: de samenwerking met deze ouder is nog niet goed.',
      ],
    ],
  ])('has a parent at the table %s', (_what, relationIsGood, admissionReason, expected) => {
    const conditions = { meetsMinimum: true, relationIsGood, bearsDifference: true }
    const mother = { ...participant('mother', 'Mirthe', 'family'), admissionReason, isAdmitted: true, conditions }
    expect(sentences({ ...complete, participants: [...complete.participants, mother] }, 'invited')).toEqual(expected)
  })

  test('waits for no attendance of a parent who is not admitted', () => {
    const mother = { ...participant('mother', 'Mirthe', 'family', 'unknown'), admissionReason: 'Nog niet.' }
    const snapshot = { ...complete, participants: [...complete.participants, mother] }
    expect(sentences(snapshot, 'meeting', '2026-03-24')).toEqual([])
    const come = { ...mother, isAdmitted: true }
    expect(sentences({ ...snapshot, participants: [...complete.participants, come] }, 'meeting', '2026-03-24')).toEqual(
      ['bar: Vul in of Mirthe aanwezig is.'],
    )
  })
})
