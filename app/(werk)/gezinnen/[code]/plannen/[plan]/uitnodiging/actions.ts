'use server'

import { refresh } from 'next/cache'
import { dossierAction } from '@/lib/action'
import { answerInvitation } from '@/lib/data/meeting-invitations'
import { AnswerInvitationForm } from '@/lib/domain/meeting-invitation'

export const answer = dossierAction(
  AnswerInvitationForm,
  'invitation.answer',
  async (input, viewer) => {
    await answerInvitation(viewer, input)
    return 'Uw antwoord is bewaard. Verandert er iets? Dan kunt u het hier opnieuw zeggen.'
  },
  refresh,
)
