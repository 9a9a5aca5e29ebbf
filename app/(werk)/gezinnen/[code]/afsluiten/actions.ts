'use server'

import { refresh } from 'next/cache'
import { dossierAction } from '@/lib/action'
import { closeDossier, endAccessWhenClosed, holdErasure } from '@/lib/data/ending'
import { CloseDossierForm, EndAccessForm, HoldForm } from '@/lib/domain/ending-forms'

export const close = dossierAction(
  CloseDossierForm,
  'dossier.end',
  async (input, viewer) => {
    await closeDossier(viewer, input)
    return undefined
  },
  refresh,
)

export const hold = dossierAction(
  HoldForm,
  'dossier.hold',
  async (input, viewer) => {
    await holdErasure(viewer, input)
    return input.hold ? 'Het dossier wordt niet gewist.' : 'De bewaartijd loopt weer.'
  },
  refresh,
)

export const endAccess = dossierAction(
  EndAccessForm,
  'access.end',
  async (input, viewer) => {
    await endAccessWhenClosed(viewer, input)
    return undefined
  },
  refresh,
)
