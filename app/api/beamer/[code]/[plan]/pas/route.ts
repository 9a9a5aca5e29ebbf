import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { orBusy } from '@/lib/busy-answer'
import { openProjectorPass } from '@/lib/data/projector'
import { projectorPlan } from '@/lib/data/projector-plan'
import { passCookies } from '@/lib/live/pass-cookie'
import { hasPass, type ProjectorPlace } from '@/lib/live/projector-request'
import { dossierRoute, isOwnOrigin, json } from '@/lib/route'

const openPass = dossierRoute({
  schema: z.object({}),
  right: 'projector.read',
  work: (_input, viewer, { plan }: ProjectorPlace) => openProjectorPass(viewer, plan),
})

/** Gives a screen its pass, unless it has one that stands: the token goes into a cookie that no script can read. */
export const POST = orBusy(async (request: NextRequest, context: { params: Promise<ProjectorPlace> }) => {
  const place = await context.params
  if (isOwnOrigin(request) && (await hasPass(place, (reader) => projectorPlan(reader, place.plan)))) {
    return json({})
  }
  const opened = await openPass(request, context)
  if (opened.status !== 200) {
    return opened
  }
  const { token, expiresAt } = z.object({ token: z.string(), expiresAt: z.coerce.date() }).parse(await opened.json())
  const answer = json({})
  for (const cookie of passCookies(place, token, expiresAt)) {
    answer.headers.append('Set-Cookie', cookie)
  }
  return answer
})
