import { describe, expect, test } from 'vitest'
import type { LaterFacts } from '@/lib/domain/compared-agreements'
import { comparePlans } from '@/lib/domain/plan-comparison'
import type { PlanDocument, PlanRow, PlanRowContent } from '@/lib/domain/plan-document'

type Given = PlanRowContent | [id: string, content: PlanRowContent]
const NOTHING: LaterFacts = { replacedBy: {}, now: {} }

/** A plan with these rows in one section; the id is of what the row speaks of. */
function plan(rows: readonly Given[], section = { key: 'all', title: 'Alles' }): PlanDocument {
  const views = rows.map((given, position): PlanRow => {
    const [id, content] = Array.isArray(given) ? given : [null, given]
    const place = { sectionKey: section.key, itemKey: 'item', position }
    return { id: `row ${position}`, subject: id === null ? null : { kind: 'goal', id }, ...place, content }
  })
  const items = [{ key: 'item', question: 'Wat?', rows: views }]
  const facts = { code: 'G-0001', title: 'Plan', version: 1, state: 'definitive', adoptedOn: null, aim: null } as const
  return { ...facts, sections: [{ ...section, items }] }
}

const compare = (first: readonly Given[], second: readonly Given[], later: LaterFacts = NOTHING) =>
  comparePlans('GIPS 1', [plan(first), plan(second)], later)

describe('scores of two plans', () => {
  const gave = (member: string, score: number | null, more: object = {}): PlanRowContent => ({
    kind: 'score',
    scorer: 'Els',
    side: 'professional',
    member,
    score,
    reason: '',
    onePointHigher: '',
    situation: null,
    ...more,
  })

  test('stand per family member with the difference, and what the family gave beside', () => {
    const first = [gave('Janna', 2), gave('Janna', 3), gave('Petra', 3), gave('Janna', 9, { situation: 'bij oma' })]
    const second = [
      gave('Janna', 6),
      gave('Petra', null),
      gave('Janna', 8, { side: 'family' }),
      gave('Janna', 7, { side: 'network' }),
    ]
    expect(compare(first, second).scores).toEqual([
      {
        name: 'Janna',
        first: { mean: 2.5, beside: [] },
        second: { mean: 6, beside: [7, 8] },
        change: '3,5 hoger dan bij GIPS 1',
      },
      { name: 'Petra', first: { mean: 3, beside: [] }, second: { mean: null, beside: [] }, change: null },
      {
        name: 'Allemaal samen',
        first: { mean: 8 / 3, beside: [] },
        second: { mean: 6, beside: [] },
        change: '3,3 hoger dan bij GIPS 1',
      },
    ])
  })

  test('of one member have no line for everybody', () => {
    expect(compare([gave('Janna', 5)], [gave('Janna', 5)]).scores).toMatchObject([
      { name: 'Janna', change: 'even hoog als bij GIPS 1' },
    ])
  })
})

describe('the TOP-3 of two plans', () => {
  const place = (rank: 1 | 2 | 3, concern: string): PlanRowContent => ({
    kind: 'topThree',
    rank,
    concern,
    reason: '',
    harmfulEffect: '',
  })

  test('tells which concerns stood in the first one too', () => {
    const { topThree } = compare([place(1, 'Ruzie'), place(2, 'Geld')], [place(1, 'Drank'), place(2, 'Ruzie')])
    expect(topThree.first).toEqual([
      {
        about: null,
        places: [
          { rank: 1, concern: 'Ruzie', stoodInFirst: false },
          { rank: 2, concern: 'Geld', stoodInFirst: false },
        ],
      },
    ])
    expect(topThree.second[0]?.places.map(({ stoodInFirst }) => stoodInFirst)).toEqual([false, true])
  })

  test('of recovery plans is told per person', () => {
    const member = '0198c2a0-0000-7000-8000-000000000001'
    const recovery = plan([place(1, 'Slaapt slecht')], { key: `child:${member}`, title: 'Herstelplan van Janna' })
    const { topThree } = comparePlans('GIPS 2', [plan([]), recovery], NOTHING)
    expect(topThree).toMatchObject({ first: [], second: [{ about: 'Herstelplan van Janna' }] })
  })
})

describe('goals of two plans', () => {
  const set = (goalId: string, text: string): PlanRowContent => ({
    kind: 'goal',
    goalId,
    text,
    concern: null,
    expectedEffect: null,
  })
  const reviewed = (result: 'reached' | 'partly' | null, isClosed = false): PlanRowContent => ({
    kind: 'review',
    goal: 'Rust thuis',
    meeting: 'GIPS 1',
    result,
    remark: 'Op één avond na.',
    isClosed,
  })
  const evaluated = (isGoodEnough: boolean | null, isClosed = false): PlanRowContent => ({
    kind: 'evaluation',
    goalId: 'stop',
    goal: 'Op tijd een time-out',
    meeting: 'GIPS 2',
    isGoodEnough,
    reason: '',
    isClosed,
  })
  const percent = (given: number | null): PlanRowContent => ({
    kind: 'percentage',
    goalId: 'stop',
    participant: 'Els',
    percent: given,
    remark: '',
  })

  test.each<[string, Given[], string, string]>([
    ['a review', [['calm', reviewed('partly')]], 'voor een deel gelukt', 'warning'],
    ['a review that closes', [['calm', reviewed('reached', true)]], 'gelukt, afgesloten', 'success'],
    ['a remark alone', [['calm', reviewed(null)]], 'besproken', 'neutral'],
  ])('tell %s', (_what, second, words, tone) => {
    expect(compare([set('calm', 'Rust thuis')], second).goals).toEqual([
      {
        id: 'calm',
        text: 'Rust thuis',
        first: { words: 'nieuw', tone: 'brand', reason: '' },
        second: { words, tone, reason: 'Op één avond na.' },
      },
    ])
  })

  test.each<[string, Given[], string]>([
    [
      'percentages with the extremes',
      [evaluated(true), percent(50), percent(90), percent(null)],
      '70 % (van 50 % tot 90 %), goed genoeg',
    ],
    ['not enough, and closed', [evaluated(false, true), percent(40)], '40 %, nog niet goed genoeg, afgesloten'],
    ['no percentage that one may read', [evaluated(null)], 'besproken'],
  ])('tell of an evaluation: %s', (_what, second, words) => {
    const [goal] = compare([], second).goals
    expect(goal).toMatchObject({ text: 'Op tijd een time-out', first: null, second: { words } })
  })

  test('stand each once, those of the first plan first, also where the second is silent', () => {
    const { goals } = compare(
      [set('calm', 'Rust thuis'), set('school', 'Naar school')],
      [evaluated(true), ['calm', reviewed('reached')]],
    )
    expect(goals.map(({ id, second }) => [id, second?.words ?? null])).toEqual([
      ['calm', 'gelukt'],
      ['school', null],
      ['stop', 'goed genoeg'],
    ])
  })
})

describe('agreements of two plans', () => {
  const agreed = (agreementId: string, text = agreementId): PlanRowContent => ({
    kind: 'agreement',
    agreementId,
    text,
    doers: ['Els'],
    when: 'elke week',
    goals: [],
  })
  const carried = (text: string, decision: 'kept' | 'changed' | 'dropped', reason = ''): PlanRowContent => ({
    kind: 'carried',
    text,
    meeting: 'GIPS 1',
    doers: ['Els'],
    when: 'elke week',
    decision,
    reason,
  })

  test('are kept, changed, dropped or new, what takes the place of another right behind it', () => {
    const { agreements } = compare(
      [agreed('call'), agreed('visit'), agreed('walk')],
      [
        ['call', carried('call', 'kept')],
        ['visit', carried('visit', 'changed')],
        ['walk', carried('walk', 'dropped', 'Niet meer nodig.')],
        agreed('school'),
        agreed('visit less'),
      ],
      { replacedBy: { visit: 'visit less' }, now: {} },
    )
    expect(agreements.map(({ id, first, second }) => [id, first?.words ?? null, second?.words])).toEqual([
      ['call', 'afgesproken', 'blijft zoals zij is'],
      ['visit', 'afgesproken', 'verandert'],
      ['visit less', null, 'nieuw, in plaats van een eerdere'],
      ['walk', 'afgesproken', 'stopt'],
      ['school', null, 'nieuw'],
    ])
    expect(agreements[3]?.second?.reason).toBe('Niet meer nodig.')
  })

  test.each([
    ['done', 'niet besproken, nu gedaan'],
    ['dropped', 'niet besproken, nu gestopt'],
    ['open', 'niet besproken'],
  ] as const)('of which the later plan says nothing tell that they are %s now', (now, words) => {
    const { agreements } = compare([agreed('call')], [], { replacedBy: {}, now: { call: now } })
    expect(agreements[0]?.second?.words).toBe(words)
  })

  test('do not tell of one in whose place comes what this reader may not read', () => {
    const later = { replacedBy: { call: 'secret' }, now: {} }
    expect(compare([agreed('call')], [['call', carried('call', 'changed')]], later).agreements).toHaveLength(1)
  })
})
