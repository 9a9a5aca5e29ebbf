'use server'

import { refresh } from 'next/cache'
import { dossierAction } from '@/lib/action'
import {
  addIncident,
  recordDanger,
  recordExplanation,
  recordFamilyPlan,
  recordHistory,
  recordPattern,
  recordUnsafety,
  removeIncident,
} from '@/lib/data/intake-edits'
import {
  DangerForm,
  ExplanationForm,
  FamilyPlanForm,
  HistoryForm,
  IncidentForm,
  PatternForm,
  RemoveIncidentForm,
  UnsafetyForm,
} from '@/lib/domain/intake-forms'
import type { DossierViewer } from '@/lib/gate'

const KEPT = 'Bewaard.'

export const saveUnsafety = dossierAction(UnsafetyForm, 'intake.edit', saying(recordUnsafety), refresh)
export const saveIncident = dossierAction(IncidentForm, 'intake.edit', saying(addIncident), refresh)
export const savePattern = dossierAction(PatternForm, 'intake.edit', saying(recordPattern), refresh)
export const saveDanger = dossierAction(DangerForm, 'intake.edit', saying(recordDanger), refresh)
export const saveFamilyPlan = dossierAction(FamilyPlanForm, 'intake.edit', saying(recordFamilyPlan), refresh)
export const saveExplanation = dossierAction(ExplanationForm, 'intake.edit', saying(recordExplanation), refresh)
export const saveHistory = dossierAction(HistoryForm, 'intake.edit', saying(recordHistory), refresh)

export const dropIncident = dossierAction(
  RemoveIncidentForm,
  'intake.edit',
  async ({ incidentId }, viewer) => {
    await removeIncident(viewer, incidentId)
    return undefined
  },
  refresh,
)

function saying<I>(record: (viewer: DossierViewer, input: I) => Promise<void>) {
  return async (input: I, viewer: DossierViewer) => {
    await record(viewer, input)
    return KEPT
  }
}
