'use server'

import { refresh } from 'next/cache'
import { dossierAction } from '@/lib/action'
import { admitParent, inviteFamily } from '@/lib/data/family-seats'
import { chooseSubjects, waiveRecoveryPlan } from '@/lib/data/recovery-plans'
import {
  AdmitParentForm,
  ChooseSubjectsForm,
  InviteFamilyForm,
  WaiveRecoveryPlanForm,
} from '@/lib/domain/recovery-forms'

export const saveSubjects = dossierAction(
  ChooseSubjectsForm,
  'plan.move',
  async (input, viewer) => {
    await chooseSubjects(viewer, input)
    return 'Bewaard over wie dit overleg gaat.'
  },
  refresh,
)

export const saveParent = dossierAction(
  AdmitParentForm,
  'plan.move',
  async (input, viewer) => {
    await admitParent(viewer, input)
    return 'De voorwaarden zijn bewaard.'
  },
  refresh,
)

export const saveFamily = dossierAction(
  InviteFamilyForm,
  'plan.move',
  async (input, viewer) => {
    await inviteFamily(viewer, input)
    return 'Bewaard wie er meekomt.'
  },
  refresh,
)

export const saveWaiver = dossierAction(
  WaiveRecoveryPlanForm,
  'plan.move',
  async (input, viewer) => {
    await waiveRecoveryPlan(viewer, input)
    return 'De reden is bewaard.'
  },
  refresh,
)
