import { formatPercentage, type GoalKind, goalResult } from './goal'
import type { PlainDate } from './plain-date'
import { assessmentMean, closedInOrder, type SafetyAssessment, type ScoreSpread, scoreSpread } from './safety'
import { formatScore } from './score'

export interface ChartPoint {
  date: PlainDate
  /** The meeting: "GIPS 1". */
  label: string
  /** Exact: 0–10 on the safety line, 0–100 (percent) on the two others. */
  value: number
  /** `start`: goals were set and stand at 0 %. `evaluation`: what a GIPS 4 found. */
  kind: 'meeting' | 'start' | 'evaluation'
  /** On the safety line: the lowest and the highest single score of that meeting, 0–10. */
  spread: ScoreSpread | null
}

export interface DashboardSeries {
  safety: ChartPoint[]
  risk: ChartPoint[]
  recovery: ChartPoint[]
}

export interface GoalHistory {
  kind: GoalKind
  /** Whether the goal is a child's; only children's recovery goals make the blue line. */
  isForChild: boolean
  setOn: PlainDate
  /** The meeting that set it: "GIPS 2". */
  setAt: string
  /** The day the case director closed it, or null. */
  closedOn: PlainDate | null
  evaluations: readonly { heldOn: PlainDate; label: string; percentages: readonly number[] }[]
}

export interface ChartTableRow {
  date: PlainDate
  label: string
  safety: string | null
  risk: string | null
  recovery: string | null
}

/**
 * The three lines of the dashboard (GIPS §3.4.1): green the professionals' mean at each closed meeting, red all risk
 * goals, blue the children's recovery goals, both from 0 % where the first of them was set to what each GIPS 4 found.
 * Points come oldest first. Extra assessments stand on the safety page, not in this chart.
 */
export function dashboardSeries(
  assessments: readonly SafetyAssessment[],
  goals: readonly GoalHistory[],
): DashboardSeries {
  return {
    safety: safetyLine(assessments),
    risk: goalLine(goals.filter(({ kind }) => kind === 'risk')),
    recovery: goalLine(goals.filter(({ kind, isForChild }) => kind === 'recovery' && isForChild)),
  }
}

/** The same figures as a table, one row for each meeting, oldest first: scores as "6,5 (5,0–8,0)", goals as "70 %". */
export function chartTableRows(series: DashboardSeries): ChartTableRow[] {
  const rows = new Map<string, ChartTableRow>()
  const place = (line: keyof DashboardSeries, show: (point: ChartPoint) => string) => {
    for (const point of series[line]) {
      const { date, label } = point
      const key = `${date} ${label}`
      const row = rows.get(key) ?? { date, label, safety: null, risk: null, recovery: null }
      rows.set(key, { ...row, [line]: show(point) })
    }
  }
  place('safety', ({ value, spread }) => [formatScore(value), spreadText(spread)].filter(Boolean).join(' '))
  place('risk', ({ value }) => formatPercentage(value))
  place('recovery', ({ value }) => formatPercentage(value))
  return [...rows.values()].sort((first, second) => first.date.localeCompare(second.date))
}

function spreadText(spread: ScoreSpread | null): string {
  if (spread === null || spread.lowest === spread.highest) return ''
  return `(${formatScore(spread.lowest)}–${formatScore(spread.highest)})`
}

function safetyLine(assessments: readonly SafetyAssessment[]): ChartPoint[] {
  return closedInOrder(assessments)
    .filter(({ kind }) => kind === 'meeting')
    .flatMap(({ heldOn, label, scores }) => {
      const value = assessmentMean(scores)
      return value === null
        ? []
        : [{ date: heldOn, label, value, kind: 'meeting' as const, spread: scoreSpread(scores) }]
    })
}

function goalLine(goals: readonly GoalHistory[]): ChartPoint[] {
  const first = [...goals].sort((one, other) => one.setOn.localeCompare(other.setOn))[0]
  if (!first) return []
  const start: ChartPoint = { date: first.setOn, label: first.setAt, value: 0, kind: 'start', spread: null }
  return [start, ...evaluationsOf(goals).map(({ heldOn, label }) => evaluationPoint(goals, heldOn, label))]
}

function evaluationsOf(goals: readonly GoalHistory[]): { heldOn: PlainDate; label: string }[] {
  const evaluations = goals.flatMap((goal) => goal.evaluations.filter(({ percentages }) => percentages.length > 0))
  const byDay = new Map(evaluations.map(({ heldOn, label }) => [heldOn, { heldOn, label }]))
  return [...byDay.values()].sort((first, second) => first.heldOn.localeCompare(second.heldOn))
}

/** The mean over the goals known that day, each by its latest result; a goal without one stands at 0 % unless it was closed. */
function evaluationPoint(goals: readonly GoalHistory[], date: PlainDate, label: string): ChartPoint {
  const results = goals
    .filter(({ setOn }) => setOn <= date)
    .flatMap((goal) => {
      const result = latestResult(goal, date)
      if (result !== null) return [result]
      return goal.closedOn !== null && goal.closedOn <= date ? [] : [0]
    })
  return { date, label, value: goalResult(results)?.mean ?? 0, kind: 'evaluation', spread: null }
}

function latestResult({ evaluations }: GoalHistory, date: PlainDate): number | null {
  const known = evaluations
    .filter(({ heldOn, percentages }) => heldOn <= date && percentages.length > 0)
    .sort((first, second) => first.heldOn.localeCompare(second.heldOn))
  return goalResult(known.at(-1)?.percentages ?? [])?.mean ?? null
}
