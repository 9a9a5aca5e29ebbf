import type { MeasurementView, OpenQuestion } from './between-views'

/** Of each child the newest measurement, where it still asks something of the director; takes them oldest first. */
export function openQuestions(measurements: readonly MeasurementView[]): OpenQuestion[] {
  const newest = new Map(measurements.map((each) => [each.child.id, each]))
  return [...newest.values()]
    .map((measurement) => ({
      measurement,
      asksQuestions: measurement.asksQuestions && !measurement.isConsidered,
      asksAssessment: measurement.asksAssessment && !measurement.isConsidered,
      asksKeyDecision: measurement.asksKeyDecision,
    }))
    .filter(({ asksQuestions, asksAssessment, asksKeyDecision }) => asksQuestions || asksAssessment || asksKeyDecision)
}
