import { describe, expect, test } from 'vitest'
import type { PlanSnapshot } from '@/lib/domain/missing/snapshot'
import { ROUND_IS_OPEN } from '@/lib/domain/score-round'
import { completeSnapshot, father, janna, mother, score, sentences } from './snapshots'

const complete = completeSnapshot('gips1', { state: 'meeting' })
const lacks = (more: Partial<PlanSnapshot>) => sentences({ ...complete, ...more }, 'provisional')

describe('the safety part', () => {
  const scores = (change: (each: PlanSnapshot['scores'][number]) => PlanSnapshot['scores']) => ({
    scores: complete.scores.flatMap(change),
  })
  const ankes = (more: object) =>
    scores((each) => [each.scorerId === 'nurse' && each.memberId === 'janna' ? { ...each, ...more } : each])

  test.each([
    [
      'a score',
      scores((each) => (each.scorerId === 'nurse' && each.memberId === 'janna' ? [] : [each])),
      'Anke heeft nog geen cijfer gegeven voor Janna.',
    ],
    [
      'a figure in the row',
      ankes({ score: null, cannotJudge: false }),
      'Anke heeft nog geen cijfer gegeven voor Janna.',
    ],
    ['a score for now', ankes({ situation: 'in het pleeggezin' }), 'Anke heeft nog geen cijfer gegeven voor Janna.'],
    [
      'why someone cannot judge',
      ankes({ score: null, cannotJudge: true, reason: '' }),
      'Schrijf op waarom Anke geen cijfer kan geven voor Janna.',
    ],
    ['a reason', ankes({ score: 3.5, reason: ' ' }), 'Schrijf op waarom Anke een 3,5 geeft voor Janna.'],
    [
      'one point higher',
      ankes({ onePointHigher: '' }),
      'Schrijf op wat er volgens Anke nodig is voor één punt meer voor Janna.',
    ],
    ['a decision on the minimum', { minimumDecision: null }, 'Beslis of de bodemeisen voor veiligheid zijn gehaald.'],
    [
      'why a child is not assessed',
      { members: [{ ...janna, isAssessed: false }, mother, father] },
      'Schrijf op waarom er voor Janna geen veiligheidscijfer is.',
    ],
    [
      'a review of an open safety goal',
      { openSafetyGoals: [reviewed(null)] },
      'Is dit veiligheidsdoel gelukt, voor een deel gelukt of niet gelukt? “De deur kan op slot.”',
    ],
  ])('it needs %s', (_what, more, sentence) => expect(lacks(more)).toContain(`bar: ${sentence}`))

  test('a child that moved out needs neither a score nor a reason', () => {
    const members = [{ ...janna, isAssessed: false, hasMovedOut: true }, mother, father]
    expect(lacks({ members }).filter((sentence) => sentence.includes('waarom er voor Janna'))).toEqual([])
  })

  test('while a round is open nothing is said of any score, but that the round is open', () => {
    const open = lacks({ isRoundOpen: true, scores: [], minimumDecision: null })
    expect(open.filter((sentence) => sentence.includes('cijfer'))).toEqual([`bar: ${ROUND_IS_OPEN}`])
    expect(lacks({}).join()).not.toContain(ROUND_IS_OPEN)
  })

  test('a safety goal that closes while there is no 6 asks for a second look, and only then', () => {
    const closing = (more: object) => lacks({ openSafetyGoals: [{ ...reviewed('reached'), closes: true, ...more }] })
    const sentence = 'warning: Er is nog geen 6, en dit veiligheidsdoel gaat dicht. Klopt dat? “De deur kan op slot.”'
    expect(closing({})).toContain(sentence)
    expect(closing({ aboutMemberId: 'janna' })).toContain(sentence)
    expect(closing({ aboutMemberId: 'father' })).not.toContain(sentence)
    expect(closing({ closes: false })).not.toContain(sentence)
  })

  test('nothing more is asked of a 10, of who cannot judge, or of a dropped child with a reason', () => {
    expect(lacks(ankes({ score: 10, onePointHigher: '' }))).toEqual([])
    expect(lacks(ankes({ score: null, cannotJudge: true, onePointHigher: '' }))).toEqual([])
    const dropped = { ...janna, isAssessed: false, droppedReason: 'Woont bij oma en ziet de ouders niet.' }
    expect(lacks({ members: [dropped, mother, father] })).toEqual([])
  })

  test('no score is asked of chair, note-taker or who was absent', () => {
    const participants = complete.participants.map((each) =>
      each.id === 'police' ? { ...each, attendance: 'absent' as const } : each,
    )
    const rest = complete.scores.filter(({ scorerId }) => scorerId !== 'police')
    expect(
      lacks({ participants, scores: rest, topThreeChoices: [{ participantId: 'nurse', aboutMemberId: null }] }),
    ).toEqual([])
  })

  test('someone has to be assessed', () => {
    const members = [{ ...janna, isAssessed: false, droppedReason: 'x' }, { ...mother, isAssessed: false }, father]
    expect(lacks({ members })).toEqual(['bar: Kies de gezinsleden voor wie er een veiligheidscijfer komt.'])
  })

  test('a decision without a reason asks for a second look', () => {
    expect(lacks({ minimumDecision: { isMet: false, reason: '' } })).toEqual([
      'warning: Schrijf op waarom de bodemeisen wel of niet zijn gehaald.',
    ])
  })

  test('a decision that it is not met needs a new safety goal', () => {
    const goals = complete.goals.map((goal) => ({ ...goal, kind: 'execution' as const }))
    expect(lacks({ goals })).toEqual([
      'bar: De bodemeisen zijn niet gehaald. Maak nieuwe veiligheidsdoelen met afspraken.',
    ])
  })

  describe('when it is called safe enough', () => {
    const isMet = { minimumDecision: { isMet: true, reason: 'Iedereen geeft een 6.' } }
    const allGive = (given: number) =>
      complete.scores.map((each) => ({ ...each, score: each.side === 'professional' ? given : 7 }))

    test('a mean under 6 contradicts it', () => {
      const bars = lacks({ ...isMet, scores: allGive(5.9) })
      expect(bars).toContain('bar: Janna heeft gemiddeld een 5,9. Onder de 6 zijn de bodemeisen niet gehaald.')
      expect(bars).toContain('bar: Mirthe heeft gemiddeld een 5,9. Onder de 6 zijn de bodemeisen niet gehaald.')
    })

    test('a single score under 6 must be answered first', () => {
      const given = (underSixAnswer: string) =>
        allGive(8).map((each) =>
          each.scorerId === 'nurse' && each.memberId === 'janna' ? { ...each, score: 5, underSixAnswer } : each,
        )
      const high = 'warning: Het gemiddelde is bij GIPS 1 al een 6 of hoger. Past GIPS wel bij dit gezin?'
      expect(lacks({ ...isMet, scores: given('') })).toEqual([
        'bar: Er is een 5 gegeven voor Janna. Schrijf eerst een reactie op dat cijfer.',
        high,
      ])
      expect(lacks({ ...isMet, scores: given('Anke kent de nieuwe afspraak nu ook.') })).toEqual([high])
    })

    test('a member without a single score contradicts it', () => {
      const unknown = allGive(7).map((each) =>
        each.memberId === 'mother' ? { ...each, score: null, cannotJudge: true } : each,
      )
      expect(lacks({ ...isMet, scores: unknown })).toContain(
        'bar: Niemand gaf een cijfer voor Mirthe. De bodemeisen kunnen dan niet gehaald zijn.',
      )
    })

    test('a low score from the family asks for a second look', () => {
      const worried = [...allGive(7), { ...score('mother', 'mother', 4.5), side: 'family' as const }]
      expect(lacks({ ...isMet, scores: worried })).toContain(
        'warning: Iemand uit het gezin zelf geeft een 4,5 voor Mirthe. Is daarover gepraat?',
      )
    })

    test('no new safety goals are asked', () => {
      const snapshot = completeSnapshot('gips4', {
        ...isMet,
        state: 'meeting',
        goals: [],
        agreements: [],
        scores: allGive(7),
      })
      expect(sentences(snapshot, 'provisional')).toEqual([])
    })
  })
})

function reviewed(review: 'reached' | null) {
  return { id: 'lock', text: 'De deur kan op slot.', aboutMemberId: null, review, closes: false }
}
