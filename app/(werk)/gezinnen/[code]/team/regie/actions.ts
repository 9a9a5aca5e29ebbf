'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { dossierAction } from '@/lib/action'
import { endDeputy, goOnVoluntarily, handOverDirection } from '@/lib/data/direction-changes'
import { appointDeputy } from '@/lib/data/team-edits'
import { EndDeputyForm, HandOverForm, VoluntaryForm } from '@/lib/domain/direction-forms'
import { AppointDeputyForm } from '@/lib/domain/team-forms'

export const handOver = dossierAction(
  HandOverForm,
  'direction.change',
  async (input, viewer) => ((await handOverDirection(viewer, input)) ? `/gezinnen/${viewer.code}/team` : '/gezinnen'),
  (path) => redirect(path ?? '/gezinnen'),
)

export const becomeVoluntary = dossierAction(
  VoluntaryForm,
  'direction.change',
  async (input, viewer) => {
    await goOnVoluntarily(viewer, input)
    return 'Bewaard. Het gezin gaat vrijwillig verder.'
  },
  refresh,
)

export const standIn = dossierAction(
  AppointDeputyForm,
  'direction.change',
  async ({ personId }, viewer) => {
    await appointDeputy(viewer, personId)
    return 'Deze persoon is nu vervangend casusregisseur.'
  },
  refresh,
)

export const stopStandingIn = dossierAction(
  EndDeputyForm,
  'direction.change',
  async (input, viewer) => {
    await endDeputy(viewer, input)
    return 'Deze persoon is geen vervanger meer, en blijft in het team.'
  },
  refresh,
)
