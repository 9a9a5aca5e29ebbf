import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SnapshotAnswer } from '@/lib/domain/missing/snapshot'
import { isBar, whatIsMissing } from '@/lib/domain/plan-missing'
import { nextState, PLAN_KINDS, PLAN_STATES } from '@/lib/domain/plan-state'
import { completeSnapshot, sentences, TODAY } from './missing/snapshots'

const on = '2026-03-24'

describe.each(PLAN_KINDS)('a complete %s', (kind) => {
  test.each(PLAN_STATES.filter((state) => state !== 'definitive'))('lacks nothing to go on from %s', (state) => {
    const to = nextState(kind, state)
    if (to !== null) expect(sentences(completeSnapshot(kind, { state }), to, to === 'meeting' ? on : TODAY)).toEqual([])
  })
})

test('GIPS 5 is judged as a whole at the table, and by its responses alone when it is revised', () => {
  const bare = { answers: [], responses: [] }
  const atTheTable = whatIsMissing(completeSnapshot('gips5', { ...bare, state: 'meeting' }), 'definitive', TODAY)
  expect(atTheTable.some(({ anchor }) => anchor.itemKey === 'future.rules')).toBe(true)
  expect(atTheTable.some(({ anchor }) => anchor.itemKey === 'responses.all')).toBe(true)
  expect(sentences(completeSnapshot('gips5', { ...bare, state: 'provisional' }), 'definitive')).toHaveLength(2)
})

describe('what is missing', () => {
  const kinds = fc.constantFrom(...PLAN_KINDS)
  const states = fc.constantFrom(...PLAN_STATES)

  test('names the bars first, and nothing twice', () => {
    fc.assert(
      fc.property(kinds, states, (kind, to) => {
        const empty = { answers: [], scores: [], goals: [], topThree: [], responses: [], minimumDecision: null }
        const missing = whatIsMissing(completeSnapshot(kind, { ...empty, state: 'meeting' }), to, TODAY)
        const bars = missing.filter(isBar).length
        expect(new Set(missing.map((each) => JSON.stringify(each))).size).toBe(missing.length)
        return missing.slice(0, bars).every(isBar) && missing.every(({ sentence }) => /[.?”]$/.test(sentence))
      }),
    )
  })

  test('grows, never shrinks, when answers are taken away', () => {
    fc.assert(
      fc.property(kinds, fc.infiniteStream(fc.boolean()), (kind, keeps) => {
        const complete = completeSnapshot(kind, { state: 'meeting' })
        const fewer = complete.answers.filter(() => keeps.next().value)
        const fewest = fewer.filter(() => keeps.next().value)
        const count = (answers: SnapshotAnswer[]) =>
          whatIsMissing({ ...complete, answers }, 'provisional', TODAY).length
        return count(fewest) >= count(fewer)
      }),
    )
  })
})
