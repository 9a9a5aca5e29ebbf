'use server'

import { redirect } from 'next/navigation'
import { dossierAction } from '@/lib/action'
import { escalateIssue, openIssue, resolveIssue } from '@/lib/data/issues'
import {
  considerMeasurement,
  correctMeasurement,
  mendMeasurement,
  recordKeyDecision,
  recordMeasurements,
} from '@/lib/data/measurements'
import { recordProgressMeeting } from '@/lib/data/progress-meetings'
import { EscalateForm, IssueForm, ResolveForm } from '@/lib/domain/issue-forms'
import {
  ConsiderForm,
  CorrectMeasurementForm,
  KeyDecisionForm,
  MeasurementsForm,
  MendMeasurementForm,
} from '@/lib/domain/measurement-forms'
import { ProgressMeetingForm } from '@/lib/domain/progress-forms'
import type { DossierViewer } from '@/lib/gate'

export const measure = dossierAction(
  MeasurementsForm,
  'measurements.write',
  async (input, viewer) => {
    await recordMeasurements(viewer, input)
    return pageOf(viewer)
  },
  leave,
)

export const mend = dossierAction(
  MendMeasurementForm,
  'measurements.write',
  async (input, viewer) => {
    await mendMeasurement(viewer, input)
    return pageOf(viewer, `meting/${input.measurementId}`)
  },
  leave,
)

export const correct = dossierAction(
  CorrectMeasurementForm,
  'measurements.write',
  async (input, viewer) => {
    await correctMeasurement(viewer, input)
    return pageOf(viewer, `meting/${input.measurementId}`)
  },
  leave,
)

export const consider = dossierAction(
  ConsiderForm,
  'measurements.write',
  async (input, viewer) => {
    await considerMeasurement(viewer, input)
    return pageOf(viewer, `meting/${input.measurementId}`)
  },
  leave,
)

export const decide = dossierAction(
  KeyDecisionForm,
  'measurements.write',
  async (input, viewer) => {
    await recordKeyDecision(viewer, input)
    return pageOf(viewer, `meting/${input.measurementId}`)
  },
  leave,
)

export const recordMeeting = dossierAction(
  ProgressMeetingForm,
  'progress.write',
  async (input, viewer) => {
    await recordProgressMeeting(viewer, input)
    return pageOf(viewer)
  },
  leave,
)

export const raise = dossierAction(
  IssueForm,
  'issues.write',
  async (input, viewer) => pageOf(viewer, `kwestie/${await openIssue(viewer, input)}`),
  leave,
)

export const escalate = dossierAction(
  EscalateForm,
  'issues.write',
  async (input, viewer) => {
    await escalateIssue(viewer, input)
    return pageOf(viewer, `kwestie/${input.issueId}`)
  },
  leave,
)

export const resolve = dossierAction(
  ResolveForm,
  'issues.write',
  async (input, viewer) => {
    await resolveIssue(viewer, input)
    return pageOf(viewer, `kwestie/${input.issueId}`)
  },
  leave,
)

function pageOf({ code }: DossierViewer, part?: string): string {
  const base = `/gezinnen/${code}/tussentijds`
  return part ? `${base}/${part}` : base
}

function leave(path: string | undefined): never {
  redirect(path ?? '/gezinnen')
}
