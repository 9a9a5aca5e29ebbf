import { describe, expect, test } from 'vitest'
import { chartTableRows, dashboardSeries, type GoalHistory } from '@/lib/domain/chart'
import type { SafetyAssessment } from '@/lib/domain/safety'

const assessment = (
  label: string,
  heldOn: string,
  scores: number[],
  more: Partial<SafetyAssessment> = {},
): SafetyAssessment => ({
  id: label,
  kind: 'meeting',
  planKind: 'gips1',
  label,
  heldOn,
  closedAt: `${heldOn}T12:00:00Z`,
  assessedMembers: ['janna'],
  scores: scores.map((score, index) => ({
    memberId: 'janna',
    scorerId: `p${index}`,
    side: 'professional',
    score,
    situation: null,
  })),
  ...more,
})
const goal = (
  kind: GoalHistory['kind'],
  results: Record<string, number[]>,
  more: Partial<GoalHistory> = {},
): GoalHistory => ({
  kind,
  isForChild: true,
  setOn: kind === 'risk' ? '2025-06-01' : '2025-09-01',
  setAt: kind === 'risk' ? 'GIPS 2' : 'GIPS 3',
  closedOn: null,
  evaluations: Object.entries(results).map(([heldOn, percentages]) => ({
    heldOn,
    label: heldOn === '2026-01-01' ? 'GIPS 4' : 'GIPS 4 (2)',
    percentages,
  })),
  ...more,
})

describe('the green line', () => {
  test('has the professionals’ mean of each closed meeting, oldest first', () => {
    const later = assessment('GIPS 2', '2025-06-01', [6, 6])
    const extra = assessment('extra', '2025-07-01', [4], { kind: 'extra' })
    const open = assessment('GIPS 3', '2025-09-01', [7], { closedAt: null })
    const family = { memberId: 'janna', scorerId: 'm', side: 'family', score: 10, situation: null } as const
    const first = assessment('GIPS 1', '2025-03-01', [2, 3])
    const withFamily = { ...first, scores: [...first.scores, family] }
    expect(dashboardSeries([later, extra, open, withFamily], []).safety).toEqual([
      { date: '2025-03-01', label: 'GIPS 1', value: 2.5, kind: 'meeting', spread: { lowest: 2, highest: 3 } },
      { date: '2025-06-01', label: 'GIPS 2', value: 6, kind: 'meeting', spread: { lowest: 6, highest: 6 } },
    ])
  })

  test('leaves out a meeting where nobody could judge', () => {
    expect(dashboardSeries([assessment('GIPS 1', '2025-03-01', [])], []).safety).toEqual([])
  })
})

describe('the red and blue lines', () => {
  test('go from 0 % where the goals were set to what GIPS 4 found', () => {
    const goals = [
      goal('risk', { '2026-01-01': [60, 80] }),
      goal('risk', { '2026-01-01': [70] }),
      goal('recovery', { '2026-01-01': [80] }),
      goal('recovery', { '2026-01-01': [10] }, { isForChild: false }),
      goal('safety', { '2026-01-01': [5] }),
    ]
    const { risk, recovery } = dashboardSeries([], goals)
    expect(risk).toEqual([
      { date: '2025-06-01', label: 'GIPS 2', value: 0, kind: 'start', spread: null },
      { date: '2026-01-01', label: 'GIPS 4', value: 70, kind: 'evaluation', spread: null },
    ])
    expect(recovery).toEqual([
      { date: '2025-09-01', label: 'GIPS 3', value: 0, kind: 'start', spread: null },
      { date: '2026-01-01', label: 'GIPS 4', value: 80, kind: 'evaluation', spread: null },
    ])
  })

  test('count each goal once, by its latest result, when GIPS 4 is held again', () => {
    const goals = [goal('risk', { '2026-01-01': [40], '2026-04-01': [100] }), goal('risk', { '2026-01-01': [80] })]
    expect(dashboardSeries([], goals).risk.map(({ value }) => value)).toEqual([0, 60, 90])
  })

  test('count a goal without a result as 0 %, unless it was closed', () => {
    const found = goal('risk', { '2026-01-01': [80] })
    expect(dashboardSeries([], [found, goal('risk', {})]).risk.at(-1)?.value).toBe(40)
    expect(dashboardSeries([], [found, goal('risk', {}, { closedOn: '2025-12-01' })]).risk.at(-1)?.value).toBe(80)
    expect(dashboardSeries([], [found, goal('risk', {}, { closedOn: '2026-02-01' })]).risk.at(-1)?.value).toBe(40)
  })

  test('start at the first of several GIPS 3, and leave out goals that were set later than the evaluation', () => {
    const goals = [
      goal('recovery', { '2026-01-01': [50] }),
      goal('recovery', {}, { setOn: '2026-02-01', setAt: 'GIPS 3 (2)' }),
    ]
    expect(dashboardSeries([], goals).recovery.map(({ label, value }) => [label, value])).toEqual([
      ['GIPS 3', 0],
      ['GIPS 4', 50],
    ])
  })

  test('are empty before their goals exist', () => {
    expect(dashboardSeries([], [])).toEqual({ safety: [], risk: [], recovery: [] })
  })
})

test('the table says the same, one row for each meeting', () => {
  const assessments = [
    assessment('GIPS 2', '2025-06-01', [6]),
    assessment('GIPS 1', '2025-03-01', [2, 3]),
    assessment('GIPS 4', '2026-01-01', [7, 8, 8]),
  ]
  const goals = [goal('risk', { '2026-01-01': [70] }), goal('recovery', { '2026-01-01': [80, 81] })]
  expect(chartTableRows(dashboardSeries(assessments, goals))).toEqual([
    { date: '2025-03-01', label: 'GIPS 1', safety: '2,5 (2,0–3,0)', risk: null, recovery: null },
    { date: '2025-06-01', label: 'GIPS 2', safety: '6,0', risk: '0 %', recovery: null },
    { date: '2025-09-01', label: 'GIPS 3', safety: null, risk: null, recovery: '0 %' },
    { date: '2026-01-01', label: 'GIPS 4', safety: '7,7 (7,0–8,0)', risk: '70 %', recovery: '81 %' },
  ])
})
