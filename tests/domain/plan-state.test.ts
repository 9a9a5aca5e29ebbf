import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  mayMove,
  mayRepeat,
  meetingTitle,
  nextState,
  PLAN_KINDS,
  PLAN_STATES,
  parsePlanSlug,
  planKindName,
  planSlug,
  planStateName,
  planTitle,
  REVISION_STATE,
  stations,
} from '@/lib/domain/plan-state'

describe('the states of a plan', () => {
  test.each(['gips1', 'gips2', 'gips3', 'gips4'] as const)('%s goes through all five, one step at a time', (kind) => {
    expect(PLAN_STATES.map((state) => nextState(kind, state))).toEqual([...PLAN_STATES.slice(1), null])
  })

  test('GIPS 5 becomes definitive at the table', () => {
    expect(nextState('gips5', 'meeting')).toBe('definitive')
    expect(mayMove('gips5', 'meeting', 'provisional')).toBe(false)
  })

  test('every revised plan can become definitive again', () => {
    for (const kind of PLAN_KINDS) expect(mayMove(kind, REVISION_STATE, 'definitive')).toBe(true)
  })

  test('there is no way back, no skipping and no standing still', () => {
    for (const kind of PLAN_KINDS) {
      for (const from of PLAN_STATES) {
        const reached = PLAN_STATES.filter((to) => mayMove(kind, from, to))
        expect(reached.length).toBe(from === 'definitive' ? 0 : 1)
        expect(reached.every((to) => PLAN_STATES.indexOf(to) > PLAN_STATES.indexOf(from))).toBe(true)
      }
    }
  })

  test('have a Dutch name each', () => {
    expect(PLAN_STATES.map(planStateName)).toEqual([
      'in voorbereiding',
      'uitnodiging verstuurd',
      'overleg bezig',
      'voorlopig',
      'definitief',
    ])
  })
})

describe('the names of plans', () => {
  test.each([
    ['gips1', 1, 'GIPS 1 – veiligheidsplan', 'GIPS 1', 'gips-1'],
    ['gips2', 1, 'GIPS 2 – hulpverleningsplan', 'GIPS 2', 'gips-2'],
    ['gips3', 2, 'GIPS 3 – herstelplan 2', 'GIPS 3 (2)', 'gips-3-2'],
    ['gips4', 2, 'GIPS 4 – vervolgplan 2', 'GIPS 4 (2)', 'gips-4-2'],
    ['gips5', 1, 'GIPS 5 – toekomstplan', 'GIPS 5', 'gips-5'],
  ] as const)('%s, number %i: %s', (kind, ordinal, title, meeting, slug) => {
    expect(planTitle(kind, ordinal)).toBe(title)
    expect(meetingTitle(kind, ordinal)).toBe(meeting)
    expect(planSlug({ kind, ordinal })).toBe(slug)
    expect(parsePlanSlug(slug)).toEqual({ kind, ordinal })
  })

  test('stand as five stations in a row', () => {
    expect(stations().map(({ title }) => title)).toEqual(['GIPS 1', 'GIPS 2', 'GIPS 3', 'GIPS 4', 'GIPS 5'])
    expect(new Set(stations().map(({ phase }) => phase)).size).toBe(5)
    expect(PLAN_KINDS.map(planKindName)).toContain('veiligheidsplan')
  })
})

describe('a plan’s address', () => {
  test.each([
    'gips-0',
    'gips-6',
    'gips-1-2',
    'gips-5-2',
    'gips-3-1',
    'gips-3-0',
    'gips-3-02',
    'gips-3-100',
    'gips-3-2-1',
    'GIPS-1',
    'gips1',
    ' gips-1',
    'gips-1\n',
    'gips-1%00',
    '',
    'constructor',
  ])('%j is none', (slug) => expect(parsePlanSlug(slug)).toBeNull())

  test('leads back to the plan it was made for, and each plan has one address', () => {
    const plans = fc.record({ kind: fc.constantFrom(...PLAN_KINDS), ordinal: fc.integer({ min: 1, max: 99 }) })
    fc.assert(
      fc.property(plans, ({ kind, ordinal }) => {
        fc.pre(ordinal === 1 || mayRepeat(kind))
        expect(parsePlanSlug(planSlug({ kind, ordinal }))).toEqual({ kind, ordinal })
      }),
    )
    fc.assert(
      fc.property(fc.stringMatching(/^gips-[0-9](-[0-9]{1,3})?$/), (slug) => {
        const plan = parsePlanSlug(slug)
        return plan === null || planSlug(plan) === slug
      }),
    )
  })
})
