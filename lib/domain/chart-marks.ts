import type { FrameMember } from './dossier'
import type { PlainDate } from './plain-date'
import { meetingTitle, type PlanReference, planKindName } from './plan-state'
import { assessmentMean, closedInOrder, type SafetyAssessment } from './safety'
import { formatScore } from './score'
import { type SignalUrgency, URGENCIES } from './signal'

/** A measurement by the case director, as the chart needs it. */
export interface MeasurementFact {
  on: PlainDate
  childId: string
  /** Safety now, 0–10. */
  current: number
  /** Lasting safety, 0–10. */
  lasting: number
}

/** A signal of unsafety, without what happened. */
export interface SignalFact {
  on: PlainDate
  urgency: SignalUrgency
  isClosed: boolean
}

/** A version of a plan that became definitive. */
export interface AdoptionFact {
  plan: PlanReference
  version: number
  on: PlainDate
}

/** What happened between the meetings, on the axis of the chart. */
export interface ChartMark {
  kind: 'measurement' | 'signal' | 'assessment' | 'plan'
  date: PlainDate
  /** Safety now, 0–10; null for what has no figure. */
  value: number | null
  /** A Dutch phrase, in small letters. */
  text: string
}

/**
 * Signals and measurements for the chart, oldest first (domain: between the meetings). They stand beside the lines: no
 * measurement takes the place of a score. What a signal says is not told here. Of a child whom this viewer may not know
 * of nothing is told.
 */
export function chartMarks(
  signals: readonly SignalFact[],
  measurements: readonly MeasurementFact[],
  members: readonly Pick<FrameMember, 'id' | 'firstName'>[],
): ChartMark[] {
  const marks = [...measurements.flatMap((each) => measurementMark(each, members)), ...signals.map(signalMark)]
  return inOrder(marks)
}

/**
 * The marks of the whole story of safety (domain: the safety page): those of the dashboard, with the closed extra
 * assessments, by their mean, and each version of a plan on the day it became definitive. Whatever this viewer may not read
 * is not among the facts.
 */
export function storyMarks(
  marks: readonly ChartMark[],
  assessments: readonly SafetyAssessment[],
  adoptions: readonly AdoptionFact[],
): ChartMark[] {
  const extra = closedInOrder(assessments).filter(({ kind }) => kind === 'extra')
  return inOrder([...marks, ...extra.map(assessmentMark), ...adoptions.map(adoptionMark)])
}

function inOrder(marks: readonly ChartMark[]): ChartMark[] {
  return marks.toSorted((first, second) => first.date.localeCompare(second.date))
}

function assessmentMark({ heldOn, scores }: SafetyAssessment): ChartMark {
  const mean = assessmentMean(scores)
  const text = mean === null ? 'extra inschatting' : `extra inschatting, gemiddeld ${formatScore(mean)}`
  return { kind: 'assessment', date: heldOn, value: mean, text }
}

function adoptionMark({ plan, version, on }: AdoptionFact): ChartMark {
  const text = `${planKindName(plan.kind)} van ${meetingTitle(plan.kind, plan.ordinal)} definitief, versie ${version}`
  return { kind: 'plan', date: on, value: null, text }
}

function measurementMark(
  { on, childId, current, lasting }: MeasurementFact,
  members: readonly Pick<FrameMember, 'id' | 'firstName'>[],
): ChartMark[] {
  const child = members.find(({ id }) => id === childId)
  if (!child) return []
  const text = `meting bij ${child.firstName}, nu ${formatScore(current)}, blijvend ${formatScore(lasting)}`
  return [{ kind: 'measurement', date: on, value: current, text }]
}

function signalMark({ on, urgency, isClosed }: SignalFact): ChartMark {
  const text = `signaal van onveiligheid (${URGENCIES[urgency].label.toLowerCase()}), ${isClosed ? 'afgesloten' : 'nog open'}`
  return { kind: 'signal', date: on, value: null, text }
}
