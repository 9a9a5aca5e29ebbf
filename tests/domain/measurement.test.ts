import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isKeyDecisionDue,
  mayMend,
  nextContact,
  type SafetyNow,
  type Suggestions,
  suggestionsFor,
} from '@/lib/domain/measurement'
import { nextProgressMeeting } from '@/lib/domain/progress-meeting'

const scores = (current: number, lasting: number): SafetyNow => ({ current, lasting })
const score = fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10)
const safety = fc.record({ current: score, lasting: score })

const NOTHING: Suggestions = { asksQuestions: false, asksAssessment: false }
const QUESTIONS: Suggestions = { asksQuestions: true, asksAssessment: false }
const BOTH: Suggestions = { asksQuestions: true, asksAssessment: true }

test.each([
  ['the first measurement, however low', null, scores(2, 1), NOTHING],
  ['the same scores', scores(5, 4), scores(5, 4), NOTHING],
  ['safety now a little higher', scores(5, 4), scores(5.5, 4), QUESTIONS],
  ['lasting safety a little lower', scores(7, 4), scores(7, 3.5), QUESTIONS],
  ['a fall that stays at a 6', scores(7, 6), scores(6, 6), QUESTIONS],
  ['a fall to just under a 6', scores(6, 6), scores(5.9, 6), BOTH],
  ['a further fall under a 6', scores(5, 4), scores(4.5, 4), BOTH],
  ['a rise that stays under a 6', scores(3, 2), scores(5, 2), QUESTIONS],
  ['a fall of just under two points', scores(9, 6), scores(7.1, 6), QUESTIONS],
  ['a fall of two points', scores(9, 6), scores(7, 6), BOTH],
  ['a fall of two points that a computer miscounts', scores(8.3, 6), scores(6.3, 6), BOTH],
  ['lasting safety down by two points', scores(8, 6), scores(8, 4), BOTH],
])('%s asks what the rules say', (_what, before, after, expected) => {
  expect(suggestionsFor(before, after)).toEqual(expected)
})

test('whatever asks for an assessment also asks the four questions, and a rise never asks for an assessment', () => {
  fc.assert(
    fc.property(safety, safety, (before, after) => {
      const { asksQuestions, asksAssessment } = suggestionsFor(before, after)
      expect(asksQuestions || !asksAssessment).toBe(true)
      const rises = after.current >= before.current && after.lasting >= before.lasting
      expect(asksAssessment && rises).toBe(false)
      const falls = [before.current - after.current, before.lasting - after.lasting]
      if (falls.some((fall) => fall > 2)) expect(asksAssessment).toBe(true)
    }),
  )
})

test.each([
  ['nothing was measured', [], false],
  ['lasting safety is under a 6', [[5.9, null]], false],
  ['lasting safety is at a 6', [[6, null]], true],
  [
    'it has been for a while',
    [
      [6, null],
      [7, null],
    ],
    true,
  ],
  ['it was decided at once', [[6, 'door naar herstel']], false],
  [
    'it was decided before, and it stayed',
    [
      [6, 'door naar herstel'],
      [7, null],
    ],
    false,
  ],
  [
    'it fell after the decision and came back',
    [
      [6, 'door'],
      [5, null],
      [6, null],
    ],
    true,
  ],
  [
    'it fell after the decision',
    [
      [6, 'door'],
      [5, null],
    ],
    false,
  ],
] as const)('a key decision is due when %s: %#', (_what, history, isDue) => {
  const measured = history.map(([lasting, keyDecision]) => ({ current: 7, lasting, keyDecision }))
  expect(isKeyDecisionDue(measured)).toBe(isDue)
})

test.each([
  ['within the week', '2026-03-03', null, '2026-03-10', { from: '2026-03-10', until: '2026-03-10', isOverdue: false }],
  ['a day too late', '2026-03-03', null, '2026-03-11', { from: '2026-03-10', until: '2026-03-10', isOverdue: true }],
  ['the lead provider begins tomorrow', '2026-03-03', '2026-03-12', '2026-03-11', { isOverdue: true }],
  [
    'the lead provider begins today',
    '2026-03-03',
    '2026-03-11',
    '2026-03-11',
    { from: '2026-03-31', isOverdue: false },
  ],
  ['eight weeks', '2026-03-03', '2026-03-01', '2026-04-28', { until: '2026-04-28', isOverdue: false }],
  ['more than eight weeks', '2026-03-03', '2026-03-01', '2026-04-29', { until: '2026-04-28', isOverdue: true }],
  ['no contact yet', null, null, '2026-03-11', null],
] as const)('the next contact: %s', (_what, last, since, today, expected) => {
  const due = nextContact(last, since, today)
  if (expected === null) expect(due).toBeNull()
  else expect(due).toMatchObject(expected)
})

test.each([
  ['on the last day of six weeks', '2026-03-03', '2026-04-14', { until: '2026-04-14', isOverdue: false }],
  ['a day later', '2026-03-03', '2026-04-15', { until: '2026-04-14', isOverdue: true }],
  ['before the first', null, '2026-04-15', null],
] as const)('the next progress meeting %s', (_what, last, today, expected) => {
  expect(nextProgressMeeting(last, today)).toEqual(expected)
})

test.each([
  ['own, just made', 'director', '2026-03-03T12:00:00Z', true],
  ['own, just under a day', 'director', '2026-03-02T12:00:01Z', true],
  ['own, a day old', 'director', '2026-03-02T12:00:00Z', false],
  ['somebody else’s', 'deputy', '2026-03-03T12:00:00Z', false],
])('a measurement may be mended: %s', (_what, authorId, createdAt, may) => {
  const viewer = { personId: 'director', now: new Date('2026-03-03T12:00:00Z') }
  expect(mayMend({ authorId, createdAt: new Date(createdAt) }, viewer)).toBe(may)
})
