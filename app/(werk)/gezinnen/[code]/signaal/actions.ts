'use server'

import { redirect } from 'next/navigation'
import { dossierAction } from '@/lib/action'
import { reportSignal } from '@/lib/data/signal-report'
import { ReportForm } from '@/lib/domain/signal-forms'

/** For who reports without scripts: with them the form sends itself to the handler, again and again if need be. */
export const report = dossierAction(
  ReportForm,
  'signal.report',
  async ({ id, ...input }, viewer) => {
    await reportSignal(viewer, id, input)
    return `/gezinnen/${viewer.code}/signalen/${id}`
  },
  (place) => redirect(place ?? '/gezinnen'),
)
