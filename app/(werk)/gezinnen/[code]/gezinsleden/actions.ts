'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { dossierAction } from '@/lib/action'
import { leftBehind, passOnLeftBehind } from '@/lib/data/left-behind'
import { addMember, changeContact, changeDetails, renameMember } from '@/lib/data/member-edits'
import {
  recordAdultOfChild,
  recordConfidant,
  recordConsent,
  recordMeasure,
  recordResidence,
  removeLine,
} from '@/lib/data/member-lines'
import { PassOnForm } from '@/lib/domain/leaving'
import {
  AddMemberForm,
  ChildAdultForm,
  ConfidantForm,
  ConsentForm,
  MeasureForm,
  MemberContactForm,
  MemberDetailsForm,
  MemberNameForm,
  RemoveLineForm,
  ResidenceForm,
} from '@/lib/domain/member-forms'
import { CHOOSE_BELOW, goOrStay } from './after-change'

export const add = dossierAction(
  AddMemberForm,
  'members.edit',
  async (input, viewer) => `/gezinnen/${viewer.code}/gezinsleden/${await addMember(viewer, input)}`,
  (path) => redirect(path ?? '/gezinnen'),
)

export const rename = dossierAction(
  MemberNameForm,
  'members.edit',
  async (input, viewer) => {
    await renameMember(viewer, input)
    const isLeft = await leftBehind(viewer, input.memberId)
    return isLeft ? CHOOSE_BELOW : `/gezinnen/${viewer.code}/gezinsleden/${input.memberId}`
  },
  goOrStay,
)

export const saveDetails = dossierAction(
  MemberDetailsForm,
  'members.edit',
  async (input, viewer) => {
    await changeDetails(viewer, input)
    return `/gezinnen/${viewer.code}/gezinsleden/${input.memberId}`
  },
  (path) => redirect(path ?? '/gezinnen'),
)

export const saveContact = dossierAction(
  MemberContactForm,
  'members.edit',
  async (input, viewer) => {
    await changeContact(viewer, input)
    return `/gezinnen/${viewer.code}/gezinsleden/${input.memberId}`
  },
  (path) => redirect(path ?? '/gezinnen'),
)

export const saveAdult = dossierAction(
  ChildAdultForm,
  'members.edit',
  async (input, viewer) => {
    await recordAdultOfChild(viewer, input)
    return 'Bewaard. Een account van deze ouder of verzorger leest nu ook wat over dit kind gaat.'
  },
  refresh,
)

export const saveResidence = dossierAction(
  ResidenceForm,
  'members.edit',
  async (input, viewer) => {
    await recordResidence(viewer, input)
    return 'De woonplek is bewaard.'
  },
  refresh,
)

export const saveMeasure = dossierAction(
  MeasureForm,
  'members.edit',
  async (input, viewer) => {
    await recordMeasure(viewer, input)
    return 'De maatregel is bewaard.'
  },
  refresh,
)

export const saveConfidant = dossierAction(
  ConfidantForm,
  'members.edit',
  async (input, viewer) => {
    await recordConfidant(viewer, input)
    return 'Bewaard.'
  },
  refresh,
)

export const saveConsent = dossierAction(
  ConsentForm,
  'members.edit',
  async (input, viewer) => {
    await recordConsent(viewer, input)
    return 'De toestemming is bewaard. Wat eerder was afgesproken, blijft te lezen.'
  },
  refresh,
)

export const passOn = dossierAction(
  PassOnForm,
  'members.edit',
  async (input, viewer) => {
    await passOnLeftBehind(viewer, input)
    return 'Bewaard. De afspraken staan nu bij wie ze overneemt.'
  },
  refresh,
)

export const remove = dossierAction(
  RemoveLineForm,
  'members.edit',
  async (input, viewer) => {
    await removeLine(viewer, input)
    return undefined
  },
  refresh,
)
