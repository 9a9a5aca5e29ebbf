import type { NextRequest } from 'next/server'
import { appDatabase } from '@/lib/db'
import { openPlanStream } from '@/lib/live/plan-stream'
import { appLive } from '@/lib/live/process'
import { requestId, requestSession } from '@/lib/viewer'

/** The stream of a plan in the making: `?plan=gips-1`. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  return openPlanStream(appDatabase(), appLive().hub, {
    follows: 'meeting',
    sessionHash: await requestSession(),
    code: (await params).code,
    slug: request.nextUrl.searchParams.get('plan') ?? '',
    requestId: await requestId(),
    signal: request.signal,
  })
}
