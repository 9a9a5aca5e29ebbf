import type { NextRequest } from 'next/server'
import { planBySlug } from '@/lib/data/plans'
import { appDatabase } from '@/lib/db'
import { parsePlanSlug } from '@/lib/domain/plan-state'
import { demand, passGate } from '@/lib/gate'
import { eventStream } from '@/lib/live/event-stream'
import { appLive } from '@/lib/live/process'
import { refusal } from '@/lib/live/projector-request'
import { requestId, requestSession } from '@/lib/viewer'

/** The stream of a plan in the making: says what changed, never the content. It does not keep the session alive. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const { code } = await params
  const slug = request.nextUrl.searchParams.get('plan') ?? ''
  const sessionHash = await requestSession()
  if (!sessionHash) {
    return refusal('anonymous')
  }
  const right = 'meeting.read' as const
  const entry = {
    sessionHash,
    code,
    right,
    kind: 'read' as const,
    subject: parsePlanSlug(slug) && slug,
    isActivity: false,
    requestId: await requestId(),
  }
  const passage = await passGate(appDatabase(), entry, async (viewer) => {
    const plan = await planBySlug(viewer, slug)
    demand(viewer, right, plan.facts)
    return { familyId: viewer.familyId, planId: plan.id, personId: viewer.personId, token: sessionHash, right }
  })
  if (passage.outcome !== 'entered') {
    return refusal(passage.outcome)
  }
  return eventStream(appLive().hub, passage.result, request.signal)
}
