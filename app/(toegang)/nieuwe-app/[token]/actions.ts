'use server'

import { headers } from 'next/headers'
import { publicAction } from '@/lib/action'
import { completeFactorLink } from '@/lib/data/new-factor'
import { appDatabase } from '@/lib/db'
import { NewFactorForm } from '@/lib/domain/account'
import { clientAddressIn } from '@/lib/request'
import { requestId } from '@/lib/viewer'

export const linkNewApp = publicAction(NewFactorForm, async (given) => {
  const clientAddress = clientAddressIn(await headers())
  const codes = await completeFactorLink(appDatabase(), { ...given, clientAddress, requestId: await requestId() })
  return codes.join('\n')
})
