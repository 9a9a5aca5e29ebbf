'use server'

import { publicAction } from '@/lib/action'
import { askReset, completeLink } from '@/lib/data/accounts'
import { appDatabase } from '@/lib/db'
import { ResetForm, ResetRequestForm } from '@/lib/domain/account'
import { requestId } from '@/lib/viewer'

export const askResetLink = publicAction(ResetRequestForm, async ({ email }) => {
  await askReset(appDatabase(), email, await requestId())
  return 'Kennen wij dit adres, dan krijgt u binnen een paar minuten een e-mail. Kijk ook bij ongewenste e-mail.'
})

export const resetPassword = publicAction(ResetForm, async ({ token, password }) => {
  await completeLink(appDatabase(), { token, password, requestId: await requestId() })
  return 'Uw nieuwe wachtwoord is bewaard. U kunt nu inloggen. Uw code op de telefoon blijft zoals hij was.'
})
