'use server'

import { redirect } from 'next/navigation'
import { platformAction } from '@/lib/action'
import { putOrganisation } from '@/lib/data/organisations'
import { OrganisationForm } from '@/lib/domain/account-forms'

export const saveOrganisation = platformAction(
  OrganisationForm,
  'organisations.manage',
  async (input, viewer) => {
    await putOrganisation(viewer, input)
    return undefined
  },
  () => redirect('/beheer/organisaties'),
)
