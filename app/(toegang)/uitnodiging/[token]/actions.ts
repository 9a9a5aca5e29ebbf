'use server'

import { publicAction } from '@/lib/action'
import { completeLink } from '@/lib/data/accounts'
import { appDatabase } from '@/lib/db'
import { InvitationForm } from '@/lib/domain/account'
import { requestId } from '@/lib/viewer'

export const setUpAccount = publicAction(InvitationForm, async ({ token, password, code }) => {
  const codes = await completeLink(appDatabase(), { token, password, code, requestId: await requestId() })
  return codes.join('\n')
})
