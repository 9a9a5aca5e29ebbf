import type { NextRequest } from 'next/server'
import { orBusy } from '@/lib/busy-answer'
import { appDatabase } from '@/lib/db'
import { openPlanStream } from '@/lib/live/plan-stream'
import { appLive } from '@/lib/live/process'
import { requestId, requestSession } from '@/lib/viewer'

type Place = { params: Promise<{ code: string; plan: string }> }

/** The stream of the round of scores alone, for who gives scores from their own seat. */
export const GET = orBusy(async (request: NextRequest, { params }: Place) => {
  const { code, plan: slug } = await params
  return openPlanStream(appDatabase(), appLive().hub, {
    follows: 'round',
    sessionHash: await requestSession(),
    code,
    slug,
    requestId: await requestId(),
    signal: request.signal,
  })
})
