'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { platformAction } from '@/lib/action'
import { placeOwnPhoto, removeOwnPhoto } from '@/lib/data/professional-photos'
import { NothingForm } from '@/lib/domain/account-forms'
import { platformPhotoAction } from '@/lib/upload-action'

export const placePhoto = platformPhotoAction(
  NothingForm,
  'account.own',
  async (_input, viewer, photo) => {
    await placeOwnPhoto(viewer, photo)
    return undefined
  },
  () => redirect('/account'),
)

export const removePhoto = platformAction(
  NothingForm,
  'account.own',
  async (_input, viewer) => {
    await removeOwnPhoto(viewer)
    return undefined
  },
  refresh,
)
