'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { dossierAction } from '@/lib/action'
import { markAnswered } from '@/lib/data/assessment-answers'
import { closeAssessment } from '@/lib/data/assessment-closing'
import { askAssessment, askOneMore, dropAsked, remindAsked, withdrawAssessment } from '@/lib/data/extra-assessments'
import { addSafetyGoals } from '@/lib/data/new-safety-goals'
import {
  AskAssessmentForm,
  AskedPersonForm,
  AssessmentForm,
  CloseAssessmentForm,
} from '@/lib/domain/extra-assessment-forms'
import { NewGoalsForm } from '@/lib/domain/new-goals-forms'

export const ask = dossierAction(
  AskAssessmentForm,
  'assessment.lead',
  async (input, viewer) => {
    await askAssessment(viewer, input)
    return `/gezinnen/${viewer.code}/inschatting/${input.assessmentId}`
  },
  (path) => redirect(path ?? '/gezinnen'),
)

export const askMore = dossierAction(
  AskedPersonForm,
  'assessment.lead',
  async (input, viewer) => {
    await askOneMore(viewer, input)
    return 'Gevraagd. De e-mail is onderweg.'
  },
  refresh,
)

export const remind = dossierAction(
  AskedPersonForm,
  'assessment.lead',
  async (input, viewer) => {
    await remindAsked(viewer, input)
    return 'De herinnering is onderweg.'
  },
  refresh,
)

export const drop = dossierAction(
  AskedPersonForm,
  'assessment.lead',
  async (input, viewer) => {
    await dropAsked(viewer, input)
    return undefined
  },
  refresh,
)

export const withdraw = dossierAction(
  AssessmentForm,
  'assessment.lead',
  async ({ assessmentId }, viewer) => {
    await withdrawAssessment(viewer, assessmentId)
    return `/gezinnen/${viewer.code}/veiligheid`
  },
  (path) => redirect(path ?? '/gezinnen'),
)

export const conclude = dossierAction(
  CloseAssessmentForm,
  'assessment.lead',
  async (input, viewer) => {
    await closeAssessment(viewer, input)
    return undefined
  },
  refresh,
)

export const finish = dossierAction(
  AssessmentForm,
  'assessment.answer',
  async ({ assessmentId }, viewer) => {
    await markAnswered(viewer, assessmentId)
    return undefined
  },
  refresh,
)

export const addGoals = dossierAction(
  NewGoalsForm,
  'assessment.lead',
  async (input, viewer) => addSafetyGoals(viewer, input),
  (path) => redirect(path ?? '/gezinnen'),
)
