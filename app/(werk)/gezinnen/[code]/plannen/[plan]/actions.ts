'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { dossierAction } from '@/lib/action'
import { closeAgreement, putInForce } from '@/lib/data/agreements-in-force'
import { keepFuturePlan } from '@/lib/data/future-plan'
import { cancelMeeting, planMeeting, seatParticipants, takeProposedDay } from '@/lib/data/meetings'
import { confirmViewing, decideProposal, keepChecklist, pathAfterViewing, recordResponses } from '@/lib/data/plan-after'
import { adoptPlan, barsBefore, movePlan, pathOfPlan, revisePlan } from '@/lib/data/plan-life'
import { CloseAgreementForm, PutInForceForm } from '@/lib/domain/agreement-in-force'
import { FuturePlanForm } from '@/lib/domain/future-plan-forms'
import { dayOffWords, dayWords } from '@/lib/domain/meeting-day'
import { CancelMeetingForm } from '@/lib/domain/meeting-invitation'
import {
  AdoptPlanForm,
  ChecklistForm,
  DecisionForm,
  MeetingPlanForm,
  MovePlanForm,
  ProposedDayForm,
  ResponsesForm,
  RevisePlanForm,
  ViewingForm,
} from '@/lib/domain/plan-forms'

/** To the top of the page, where what was done is told: the form it was done with is gone. */
function toPlan(path: string | undefined) {
  redirect(path ?? '/gezinnen')
}

export const move = dossierAction(
  MovePlanForm,
  'plan.move',
  async ({ planId, from, to }, viewer) => {
    await movePlan(viewer, planId, from, to)
    return undefined
  },
  refresh,
)

export const adopt = dossierAction(
  AdoptPlanForm,
  'plan.adopt',
  async ({ planId, version, reason }, viewer) => {
    await adoptPlan(viewer, planId, version, reason)
    return `${await pathOfPlan(viewer, planId)}?net=definitief`
  },
  toPlan,
)

export const revise = dossierAction(
  RevisePlanForm,
  'plan.revise',
  async ({ planId }, viewer) => {
    await revisePlan(viewer, planId)
    return `${await pathOfPlan(viewer, planId)}?net=herzien`
  },
  toPlan,
)

export const saveMeeting = dossierAction(
  MeetingPlanForm,
  'plan.move',
  async ({ goOn, ...input }, viewer) => {
    await planMeeting(viewer, input)
    await seatParticipants(viewer, input)
    const isDayOff = input.heldOn !== null && dayOffWords(input.heldOn) !== null
    const kept = `Het overleg is bewaard.${isDayOff ? ' Let op: dit is geen gewone werkdag.' : ''}`
    const [bar] = goOn ? await barsBefore(viewer, input.planId, 'invited') : []
    if (bar) return `${kept} De uitnodigingen zijn nog niet verstuurd. ${bar.sentence}`
    if (goOn) await movePlan(viewer, input.planId, 'preparation', 'invited')
    return goOn ? 'De uitnodigingen zijn verstuurd.' : kept
  },
  refresh,
)

export const takeProposal = dossierAction(
  ProposedDayForm,
  'plan.move',
  async ({ planId }, viewer) => `Het overleg staat nu op ${dayWords(await takeProposedDay(viewer, planId))}.`,
  refresh,
)

export const callOff = dossierAction(
  CancelMeetingForm,
  'plan.move',
  async ({ planId }, viewer) => {
    await cancelMeeting(viewer, planId)
    return undefined
  },
  refresh,
)

export const saveResponses = dossierAction(
  ResponsesForm,
  'plan.move',
  async ({ responses }, viewer) => {
    await recordResponses(viewer, responses)
    return 'De antwoorden zijn bewaard.'
  },
  refresh,
)

export const decide = dossierAction(
  DecisionForm,
  'plan.move',
  async (input, viewer) => {
    await decideProposal(viewer, input)
    return 'Uw besluit is bewaard.'
  },
  refresh,
)

export const confirmSeen = dossierAction(
  ViewingForm,
  'plan.move',
  async (input, viewer) => {
    await confirmViewing(viewer, input)
    return pathAfterViewing(viewer, input.planId)
  },
  toPlan,
)

export const saveYearAfter = dossierAction(
  FuturePlanForm,
  'plan.move',
  async (input, viewer) => {
    await keepFuturePlan(viewer, input)
    return 'Het jaar na dit plan is bewaard.'
  },
  refresh,
)

export const saveChecklist = dossierAction(
  ChecklistForm,
  'plan.move',
  async (input, viewer) => {
    await keepChecklist(viewer, input)
    return 'De controle is bewaard.'
  },
  refresh,
)

export const putAgreementsInForce = dossierAction(
  PutInForceForm,
  'agreement.putInForce',
  async (input, viewer) => {
    await putInForce(viewer, input)
    return 'De afspraken gelden vanaf nu. Wie ze doet, krijgt bericht.'
  },
  refresh,
)

export const closeAgreementInForce = dossierAction(
  CloseAgreementForm,
  'agreement.close',
  async (input, viewer) => {
    await closeAgreement(viewer, input)
    return 'De afspraak geldt niet meer. Wie haar deed, krijgt bericht.'
  },
  refresh,
)
