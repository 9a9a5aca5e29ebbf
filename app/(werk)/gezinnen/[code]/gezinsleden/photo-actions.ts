'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { dossierAction } from '@/lib/action'
import { placeMemberPhoto, removeMemberPhoto } from '@/lib/data/member-photos'
import { MemberPhotoForm } from '@/lib/domain/member-forms'
import { photoAction } from '@/lib/upload-action'

export const placePhoto = photoAction(
  MemberPhotoForm,
  'members.edit',
  async ({ memberId }, viewer, photo) => {
    await placeMemberPhoto(viewer, memberId, photo)
    return `/gezinnen/${viewer.code}/gezinsleden/${memberId}`
  },
  (path) => redirect(path ?? '/gezinnen'),
)

export const removePhoto = dossierAction(
  MemberPhotoForm,
  'members.edit',
  async ({ memberId }, viewer) => {
    await removeMemberPhoto(viewer, memberId)
    return undefined
  },
  refresh,
)
