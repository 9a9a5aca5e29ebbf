import { describe, expect, test } from 'vitest'
import type { PlanSnapshot, SnapshotRisk } from '@/lib/domain/missing/snapshot'
import { completeSnapshot, sentences } from './snapshots'

const complete = completeSnapshot('gips2', { state: 'meeting' })
const lacks = (more: Partial<PlanSnapshot>) => sentences({ ...complete, ...more }, 'provisional')
/** The complete assessment with these factors judged otherwise. */
const judged = (changes: Record<string, Partial<SnapshotRisk>>) =>
  complete.risks.map((risk) => ({ ...risk, ...changes[risk.key] }))

describe('of the risk assessment of GIPS 2', () => {
  test('nothing lacks when every factor is judged and what plays a part is told in facts', () => {
    expect(lacks({})).toEqual([])
  })

  test.each<[string, Record<string, Partial<SnapshotRisk>>, string[]]>([
    [
      'a factor that nobody judged',
      { 'parent.substances': { presence: null } },
      ['bar: Speelt dit risico? Kies iets bij: “Drank, drugs, medicijnen of gokken”'],
    ],
    ['a factor of which it is said that nobody knows', { 'parent.substances': { presence: 'unknown' } }, []],
    [
      'a clear factor without facts',
      { 'parent.temper': { facts: ' ' } },
      ['bar: Schrijf de feiten op bij het risico “Een ouder wordt snel boos of kan zich moeilijk inhouden”'],
    ],
    [
      'a possible factor without facts',
      { 'surroundings.money': { presence: 'possible' } },
      ['warning: Wat maakt dat dit misschien speelt? “Geldzorgen of geen werk”'],
    ],
    ['a factor that plays no part, without facts', { 'parent.temper': { presence: 'notPresent', facts: '' } }, []],
  ])('%s', (_what, changes, expected) => {
    expect(lacks({ risks: judged(changes) })).toEqual(expected)
  })

  test('more than three that nobody judged are one line', () => {
    const risks = complete.risks.map((risk) => ({ ...risk, presence: null, isCrucial: false, isChangeable: false }))
    expect(lacks({ risks })).toEqual(['bar: Bij 18 risico’s is nog niet gekozen of het speelt.'])
  })

  test('nothing at all lacks while the meeting stays at safety', () => {
    const risks = judged({ 'parent.substances': { presence: null } })
    expect(lacks({ risks, minimumExceptionReason: '', topThree: [], goals: complete.goals })).toEqual([])
  })

  test.each(['gips1', 'gips3', 'gips4', 'gips5'] as const)('nothing lacks of a %s, which has none', (kind) => {
    const snapshot = completeSnapshot(kind, { state: 'meeting' })
    expect(sentences(snapshot, 'provisional').filter((sentence) => sentence.includes('risico'))).toEqual([])
  })
})

describe('of the inventory of GIPS 2', () => {
  const concerns = complete.concerns
  const nothing = 'bar: Nog niets opgeschreven bij: “Welke risico’s maken het echt onveilig tussen ouders en kinderen?'

  test.each<[string, Partial<PlanSnapshot>, boolean]>([
    ['a crucial factor is enough', { concerns: [] }, false],
    ['another concern is enough', { concerns, risks: judged({ 'parent.temper': { isCrucial: false } }) }, false],
    ['with neither there is nothing', { concerns: [], risks: judged({ 'parent.temper': { isCrucial: false } }) }, true],
  ])('%s', (_what, more, expected) => {
    expect(lacks(more).some((sentence) => sentence.startsWith(nothing))).toBe(expected)
  })
})

describe('of a TOP-3 with a risk factor', () => {
  const ranked = {
    aboutMemberId: null,
    rank: 1,
    concernId: 'parent.temper',
    text: '',
    reason: 'Elke dag.',
    harmfulEffect: 'Janna schrikt.',
  }
  const riskGoals = complete.goals.map((goal) => ({
    ...goal,
    id: 'calm',
    kind: 'risk' as const,
    concernId: 'parent.temper',
  }))
  const chosen = {
    topThree: [{ ...ranked, rank: 1 as const }],
    goals: [...complete.goals, ...riskGoals],
    agreements: complete.agreements.map((agreement) => ({ ...agreement, goalIds: ['comfort', 'calm'] })),
  }

  test.each<[string, Partial<SnapshotRisk>, boolean]>([
    ['crucial and changeable', {}, false],
    ['crucial alone', { isChangeable: false }, true],
    ['changeable alone', { isCrucial: false }, true],
    ['playing no part any more', { presence: 'unknown', isCrucial: false, isChangeable: false }, true],
  ])('%s', (_what, change, isMisplaced) => {
    const found = lacks({ ...chosen, risks: judged({ 'parent.temper': change }) })
    expect(found.some((sentence) => sentence.includes('staat op plaats 1 van de TOP-3'))).toBe(isMisplaced)
  })

  test('there is a goal for it when the goal rests on the factor', () => {
    expect(lacks(chosen)).toEqual([])
    expect(lacks({ ...chosen, goals: complete.goals })).toEqual(['bar: Maak een doel bij zorg 1 van de TOP-3.'])
  })
})
