'use server'

import { refresh } from 'next/cache'
import { platformAction } from '@/lib/action'
import { dismissMessage, sendAgain, sendAllAgain } from '@/lib/data/undelivered'
import { DropMessageForm, MessageForm, MessagesForm } from '@/lib/domain/account-forms'

export const tryAgain = platformAction(
  MessageForm,
  'undelivered.manage',
  async ({ messageId }, viewer) => {
    await sendAgain(viewer, messageId)
    return 'Het wordt opnieuw verstuurd.'
  },
  refresh,
)

export const tryAllAgain = platformAction(
  MessagesForm,
  'undelivered.manage',
  async ({ error }, viewer) => {
    const count = await sendAllAgain(viewer, error)
    return count === 1 ? 'Eén bericht wordt opnieuw verstuurd.' : `${count} berichten worden opnieuw verstuurd.`
  },
  refresh,
)

export const dismiss = platformAction(
  DropMessageForm,
  'undelivered.manage',
  async ({ messageId, reason }, viewer) => {
    await dismissMessage(viewer, messageId, reason)
    return undefined
  },
  refresh,
)
