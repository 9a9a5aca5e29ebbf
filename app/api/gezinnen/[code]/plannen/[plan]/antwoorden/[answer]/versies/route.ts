import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { earlierTexts } from '@/lib/data/answer-history'
import { planBySlug } from '@/lib/data/plans'
import { appDatabase } from '@/lib/db'
import { passGate, Refused } from '@/lib/gate'
import { json } from '@/lib/route'
import { requestSession } from '@/lib/viewer'

/** The earlier texts of one answer, for whoever may write it. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ code: string; plan: string; answer: string }> },
): Promise<Response> {
  const { code, plan: slug, answer } = await params
  const sessionHash = await requestSession()
  if (!sessionHash) {
    return json({ message: 'U bent niet meer ingelogd.' }, 401)
  }
  const subject = `earlier texts of ${slug}`
  const requestId = request.headers.get('x-request-id')
  const entry = { sessionHash, code, right: 'meeting.write' as const, kind: 'read' as const, subject, requestId }
  const passage = await passGate(appDatabase(), entry, async (viewer) => {
    const answerId = z.uuid().safeParse(answer)
    if (!answerId.success) {
      throw new Refused('no answer id')
    }
    return earlierTexts(viewer, await planBySlug(viewer, slug), answerId.data)
  })
  if (passage.outcome === 'entered') {
    return json({ texts: passage.result })
  }
  const isAnonymous = passage.outcome === 'anonymous'
  return json({ message: isAnonymous ? 'U bent niet meer ingelogd.' : 'Niet gevonden.' }, isAnonymous ? 401 : 404)
}
