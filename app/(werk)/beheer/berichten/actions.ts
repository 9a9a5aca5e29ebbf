'use server'

import { refresh } from 'next/cache'
import { platformAction } from '@/lib/action'
import { dismissMessage, sendAgain } from '@/lib/data/undelivered'
import { MessageForm } from '@/lib/domain/account-forms'

export const tryAgain = platformAction(
  MessageForm,
  'undelivered.manage',
  async ({ messageId }, viewer) => {
    await sendAgain(viewer, messageId)
    return 'Het wordt opnieuw verstuurd.'
  },
  refresh,
)

export const dismiss = platformAction(
  MessageForm,
  'undelivered.manage',
  async ({ messageId }, viewer) => {
    await dismissMessage(viewer, messageId)
    return undefined
  },
  refresh,
)
