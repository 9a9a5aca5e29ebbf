'use server'

import { redirect } from 'next/navigation'
import { dossierAction } from '@/lib/action'
import { startNextPlan } from '@/lib/data/plan-life'
import { StartPlanForm } from '@/lib/domain/plan-forms'

export const startPlan = dossierAction(
  StartPlanForm,
  'plan.move',
  async ({ kind, dossier }, viewer) =>
    `/gezinnen/${dossier}/plannen/${await startNextPlan(viewer, kind)}/voorbereiding`,
  (path) => redirect(path ?? '/gezinnen'),
)
