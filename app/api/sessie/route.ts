import type { NextRequest } from 'next/server'
import { orBusy } from '@/lib/busy-answer'
import { appDatabase } from '@/lib/db'
import { passPersonGate } from '@/lib/person-gate'
import { isOwnOrigin, json } from '@/lib/route'
import { requestSession } from '@/lib/viewer'

/** "I am still here": keeps an idle session, or says that it is over. */
export const POST = orBusy(async (request: NextRequest) => {
  if (!isOwnOrigin(request)) {
    return json({ message: 'Dit verzoek komt niet van deze website.' }, 400)
  }
  const sessionHash = await requestSession()
  const alive = sessionHash && (await passPersonGate(appDatabase(), { sessionHash }, async () => true))
  return alive ? json({}) : json({ message: 'U bent niet meer ingelogd.' }, 401)
})
