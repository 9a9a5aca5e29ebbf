'use server'

import { refresh } from 'next/cache'
import { dossierAction } from '@/lib/action'
import { recordAttendance } from '@/lib/data/meetings'
import { movePlan } from '@/lib/data/plan-life'
import { planFor } from '@/lib/data/plans'
import { openRiskPart } from '@/lib/data/risk-part'
import { AttendanceForm, MovePlanForm, OpenRiskPartForm } from '@/lib/domain/plan-forms'

export const saveAttendance = dossierAction(
  AttendanceForm,
  'plan.move',
  async (input, viewer) => {
    await recordAttendance(viewer, input)
    return 'De aanwezigheid is bewaard.'
  },
  refresh,
)

export const startMeeting = dossierAction(
  MovePlanForm,
  'plan.move',
  async ({ planId, from }, viewer) => {
    await movePlan(viewer, planId, from, 'meeting')
    return undefined
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
  MovePlanForm,
  'plan.move',
  async ({ planId, from }, viewer) => {
    await movePlan(viewer, planId, from, 'provisional')
    return 'Het plan is voorlopig. Bespreek het nu met het gezin.'
  },
  refresh,
)
