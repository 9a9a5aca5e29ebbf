import { orBusy } from '@/lib/busy-answer'
import { readSlide } from '@/lib/data/projector'
import { projectorPlan } from '@/lib/data/projector-plan'
import { eventStream } from '@/lib/live/event-stream'
import { refusal } from '@/lib/live/plan-stream'
import { appLive } from '@/lib/live/process'
import { atProjector, type ProjectorPlace } from '@/lib/live/projector-request'

/** The stream of a projector: what it shows after each change, and when there is something to fetch. */
export const GET = orBusy(async (request: Request, { params }: { params: Promise<ProjectorPlace> }) => {
  const place = await params
  const { hub, slides } = appLive()
  const passage = await atProjector(place, { isActivity: false, isNoted: true }, async (reader, { token, again }) => {
    const { id } = await projectorPlan(reader, place.plan)
    const show = async () => {
      const seen = await again((later) => readSlide(later, place.plan, slides))
      return seen.outcome === 'entered' ? seen.result : null
    }
    const right = 'projector.read' as const
    return { familyId: reader.familyId, planId: id, personId: reader.personId, token, right, show }
  })
  return passage.outcome === 'entered' ? eventStream(hub, passage.result, request.signal) : refusal(passage.outcome)
})
