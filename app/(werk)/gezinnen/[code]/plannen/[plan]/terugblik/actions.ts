'use server'

import { refresh } from 'next/cache'
import { dossierAction } from '@/lib/action'
import { giveRating } from '@/lib/data/ratings'
import { RatingForm } from '@/lib/domain/meeting-rating'

export const rateMeeting = dossierAction(
  RatingForm,
  'rating.give',
  async (input, viewer) => {
    await giveRating(viewer, input)
    return 'De mening is bewaard. U kunt haar hier later nog veranderen.'
  },
  refresh,
)
