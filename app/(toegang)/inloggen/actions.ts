'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { publicAction } from '@/lib/action'
import { authenticate } from '@/lib/authenticate'
import { appDatabase } from '@/lib/db'
import { LoginForm, waitText } from '@/lib/domain/account'
import { UserError } from '@/lib/errors'
import { clientAddressIn, ownPath } from '@/lib/request'
import { sealSession, sessionCookieName, sessionCookieOptions } from '@/lib/session-cookie'
import { requestId } from '@/lib/viewer'

export const logIn = publicAction(LoginForm, async ({ naar, ...given }) => {
  const clientAddress = clientAddressIn(await headers())
  const result = await authenticate(appDatabase(), { ...given, clientAddress, requestId: await requestId() })
  if (result.outcome === 'wait') {
    throw new UserError(`Er is te vaak geprobeerd in te loggen. Probeer het over ${waitText(result.seconds)} opnieuw.`)
  }
  if (result.outcome === 'refused') {
    throw new UserError('E-mailadres, wachtwoord of code klopt niet. Let op: elke code werkt maar één keer.')
  }
  ;(await cookies()).set(sessionCookieName(), await sealSession(result.sessionToken), sessionCookieOptions())
  redirect(ownPath(naar))
})
