import type { NextRequest } from 'next/server'
import { orBusy } from '@/lib/busy-answer'
import { appDatabase } from '@/lib/db'
import { openPlanStream } from '@/lib/live/plan-stream'
import { appLive } from '@/lib/live/process'
import { requestId, requestSession } from '@/lib/viewer'

/** The stream of a plan in the making: `?plan=gips-1`. */
export const GET = orBusy(async (request: NextRequest, { params }: { params: Promise<{ code: string }> }) => {
  return openPlanStream(appDatabase(), appLive().hub, {
    follows: 'meeting',
    sessionHash: await requestSession(),
    code: (await params).code,
    slug: request.nextUrl.searchParams.get('plan') ?? '',
    requestId: await requestId(),
    signal: request.signal,
  })
})
