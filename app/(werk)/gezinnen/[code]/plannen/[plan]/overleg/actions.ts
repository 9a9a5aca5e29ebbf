'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { dossierAction } from '@/lib/action'
import { recordAttendance } from '@/lib/data/meetings'
import { keepChecklist } from '@/lib/data/plan-after'
import { movePlan, pathOfPlan } from '@/lib/data/plan-life'
import { planFor } from '@/lib/data/plans'
import { openRiskPart } from '@/lib/data/risk-part'
import { AttendanceForm, EndMeetingForm, OpenRiskPartForm } from '@/lib/domain/plan-forms'

export const saveAttendance = dossierAction(
  AttendanceForm,
  'plan.move',
  async ({ goOn, ...input }, viewer) => {
    await recordAttendance(viewer, input)
    if (goOn) await movePlan(viewer, input.planId, 'invited', 'meeting')
    return goOn ? undefined : 'De aanwezigheid is bewaard.'
  },
  refresh,
)

export const openRisks = dossierAction(
  OpenRiskPartForm,
  'plan.move',
  async ({ plan, reason }, viewer) => {
    await openRiskPart(viewer, await planFor(viewer, plan, 'meeting.write'), reason)
    return undefined
  },
  refresh,
)

export const makeProvisional = dossierAction(
  EndMeetingForm,
  'plan.move',
  async ({ from, ...checklist }, viewer) => {
    await keepChecklist(viewer, checklist)
    await movePlan(viewer, checklist.planId, from, 'provisional')
    return `${await pathOfPlan(viewer, checklist.planId)}?net=voorlopig`
  },
  (path) => redirect(path ?? '/gezinnen'),
)
