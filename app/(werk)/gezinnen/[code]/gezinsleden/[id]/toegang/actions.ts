'use server'

import { refresh } from 'next/cache'
import { dossierAction } from '@/lib/action'
import { endAccess, giveAccess } from '@/lib/data/family-access'
import { EndAccessForm, GiveAccessForm } from '@/lib/domain/family-access'

export const give = dossierAction(
  GiveAccessForm,
  'access.manage',
  async (input, viewer) => giveAccess(viewer, input),
  refresh,
)

export const end = dossierAction(
  EndAccessForm,
  'access.manage',
  async (input, viewer) => {
    await endAccess(viewer, input)
    return 'De toegang is beëindigd.'
  },
  refresh,
)
