import { orBusy } from '@/lib/busy-answer'
import { readSlide } from '@/lib/data/projector'
import { refusal } from '@/lib/live/plan-stream'
import { appLive } from '@/lib/live/process'
import { atProjector, type ProjectorPlace } from '@/lib/live/projector-request'
import { json } from '@/lib/route'

/** The whole current slide, for a screen that was told that something changed. */
export const GET = orBusy(async (_request: Request, { params }: { params: Promise<ProjectorPlace> }) => {
  const place = await params
  const passage = await atProjector(place, { isActivity: false, isNoted: false }, (reader) =>
    readSlide(reader, place.plan, appLive().slides),
  )
  return passage.outcome === 'entered' ? json(passage.result) : refusal(passage.outcome)
})
