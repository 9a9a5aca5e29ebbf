'use server'

import { redirect } from 'next/navigation'
import { platformAction } from '@/lib/action'
import { putRegion } from '@/lib/data/organisations'
import { RegionForm } from '@/lib/domain/account-forms'

export const saveRegion = platformAction(
  RegionForm,
  'regions.manage',
  async (input, viewer) => {
    await putRegion(viewer, input)
    return undefined
  },
  () => redirect('/beheer/regios'),
)
