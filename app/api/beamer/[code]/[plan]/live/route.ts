import { projectorPlan } from '@/lib/data/projector-plan'
import { eventStream } from '@/lib/live/event-stream'
import { refusal } from '@/lib/live/plan-stream'
import { appLive } from '@/lib/live/process'
import { atProjector, type ProjectorPlace } from '@/lib/live/projector-request'

/** The stream of a projector: says when there is something to fetch. */
export async function GET(request: Request, { params }: { params: Promise<ProjectorPlace> }): Promise<Response> {
  const place = await params
  const passage = await atProjector(place, { isActivity: false, isNoted: true }, async (reader, token) => {
    const { id } = await projectorPlan(reader, place.plan)
    return { familyId: reader.familyId, planId: id, personId: reader.personId, token, right: 'projector.read' as const }
  })
  if (passage.outcome !== 'entered') {
    return refusal(passage.outcome)
  }
  return eventStream(appLive().hub, passage.result, request.signal)
}
