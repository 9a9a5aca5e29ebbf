'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { dossierAction } from '@/lib/action'
import { linkSignal, unlinkSignal } from '@/lib/data/signal-links'
import { acknowledgeSignal, askViews, closeSignal, giveView, noteAction, shareSignal } from '@/lib/data/signal-steps'
import { askAboutSignal, suspendAccount } from '@/lib/data/signal-takeover'
import { AskAboutSignalForm } from '@/lib/domain/extra-assessment-forms'
import {
  AcknowledgeForm,
  AskViewsForm,
  CloseSignalForm,
  GiveViewForm,
  LinkSignalForm,
  NoteActionForm,
  ShareSignalForm,
  SuspendForm,
  UnlinkSignalForm,
} from '@/lib/domain/signal-forms'

export const acknowledge = dossierAction(
  AcknowledgeForm,
  'signal.handle',
  async (input, viewer) => {
    await acknowledgeSignal(viewer, input)
    return undefined
  },
  refresh,
)

export const ask = dossierAction(
  AskViewsForm,
  'signal.handle',
  async (input, viewer) => {
    await askViews(viewer, input)
    return 'Zij krijgen nu bericht.'
  },
  refresh,
)

export const answer = dossierAction(
  GiveViewForm,
  'signal.answer',
  async (input, viewer) => {
    await giveView(viewer, input)
    return 'Uw antwoord staat erbij.'
  },
  refresh,
)

export const note = dossierAction(
  NoteActionForm,
  'signal.handle',
  async (input, viewer) => {
    await noteAction(viewer, input)
    return undefined
  },
  refresh,
)

export const close = dossierAction(
  CloseSignalForm,
  'signal.handle',
  async (input, viewer) => {
    await closeSignal(viewer, input)
    return undefined
  },
  refresh,
)

export const share = dossierAction(
  ShareSignalForm,
  'signal.share',
  async (input, viewer) => {
    await shareSignal(viewer, input)
    return undefined
  },
  refresh,
)

export const askAssessment = dossierAction(
  AskAboutSignalForm,
  'signal.takeOver',
  async (input, viewer) => {
    await askAboutSignal(viewer, input)
    return `/gezinnen/${viewer.code}/inschatting/${input.assessmentId}`
  },
  (path) => redirect(path ?? '/gezinnen'),
)

export const suspend = dossierAction(
  SuspendForm,
  'signal.takeOver',
  async (input, viewer) => {
    await suspendAccount(viewer, input)
    return undefined
  },
  refresh,
)

export const link = dossierAction(
  LinkSignalForm,
  'signal.handle',
  async (input, viewer) => {
    await linkSignal(viewer, input)
    return undefined
  },
  refresh,
)

export const unlink = dossierAction(
  UnlinkSignalForm,
  'signal.handle',
  async (input, viewer) => {
    await unlinkSignal(viewer, input)
    return undefined
  },
  refresh,
)
