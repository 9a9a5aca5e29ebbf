'use server'

import { refresh } from 'next/cache'
import { dossierAction } from '@/lib/action'
import { tickAgreement } from '@/lib/data/agreements'
import { TickForm } from '@/lib/domain/agreement-item'

export const tickAgreementByForm = dossierAction(
  TickForm,
  'agreement.tick',
  async ({ agreement, ...tick }, viewer) => {
    await tickAgreement(viewer, agreement, tick)
    return 'Bewaard.'
  },
  () => refresh(),
)
