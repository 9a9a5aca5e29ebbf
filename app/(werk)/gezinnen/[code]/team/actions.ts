'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { dossierAction } from '@/lib/action'
import { inviteAgainHere } from '@/lib/data/invitations'
import { askToLeave, takeBackLeaving } from '@/lib/data/leave-requests'
import { lift, openSubject, shieldSubject } from '@/lib/data/shields'
import { addProfessional, appointDeputy, endInvolvement, setWorksWith } from '@/lib/data/team-edits'
import { InviteAgainForm } from '@/lib/domain/family-access'
import { LiftForm, OpeningForm, ShieldForm } from '@/lib/domain/shield-forms'
import {
  AddProfessionalForm,
  AppointDeputyForm,
  AskToLeaveForm,
  EndInvolvementForm,
  StayForm,
  WorksWithForm,
} from '@/lib/domain/team-forms'

export const add = dossierAction(
  AddProfessionalForm,
  'team.edit',
  async (input, viewer) => `/gezinnen/${viewer.code}/team/${await addProfessional(viewer, input)}`,
  (path) => redirect(path ?? '/gezinnen'),
)

export const inviteAgain = dossierAction(
  InviteAgainForm,
  'team.edit',
  async ({ personId }, viewer) => {
    await inviteAgainHere(viewer, personId)
    return 'De uitnodiging is onderweg. De vorige link werkt niet meer.'
  },
  refresh,
)

export const saveWorksWith = dossierAction(
  WorksWithForm,
  'team.edit',
  async (input, viewer) => {
    await setWorksWith(viewer, input)
    return 'Bewaard.'
  },
  refresh,
)

export const makeDeputy = dossierAction(
  AppointDeputyForm,
  'team.edit',
  async ({ personId }, viewer) => {
    await appointDeputy(viewer, personId)
    return 'Deze persoon is nu vervangend casusregisseur.'
  },
  refresh,
)

export const end = dossierAction(
  EndInvolvementForm,
  'team.edit',
  async (input, viewer) => {
    await endInvolvement(viewer, input)
    return `/gezinnen/${viewer.code}/team`
  },
  (path) => redirect(path ?? '/gezinnen'),
)

export const askForLeave = dossierAction(
  AskToLeaveForm,
  'team.leave',
  async ({ reason }, viewer) => {
    await askToLeave(viewer, reason)
    return undefined
  },
  refresh,
)

export const stay = dossierAction(
  StayForm,
  'team.leave',
  async (_input, viewer) => {
    await takeBackLeaving(viewer)
    return undefined
  },
  refresh,
)

export const shield = dossierAction(
  ShieldForm,
  'access.manage',
  async (input, viewer) => shieldSubject(viewer, input),
  refresh,
)

export const open = dossierAction(
  OpeningForm,
  'access.manage',
  async (input, viewer) => openSubject(viewer, input),
  refresh,
)

export const undo = dossierAction(
  LiftForm,
  'access.manage',
  async (input, viewer) => {
    await lift(viewer, input)
    return undefined
  },
  refresh,
)
