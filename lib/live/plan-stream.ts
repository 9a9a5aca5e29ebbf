import { planBySlug } from '@/lib/data/plans'
import { parsePlanSlug } from '@/lib/domain/plan-state'
import { demand, passGate } from '@/lib/gate'
import { json } from '@/lib/route'
import type { PrismaClient } from '@/prisma/generated/client'
import { eventStream } from './event-stream'
import type { Hub } from './hub'

/** What is followed: the meeting as its screens show it, or of all that its round of scores alone. */
const FOLLOWED = {
  meeting: { right: 'meeting.read' },
  round: { right: 'scores.own', kinds: ['round'] },
} as const

interface Asked {
  follows: keyof typeof FOLLOWED
  /** Null for who has no session. */
  sessionHash: Uint8Array | null
  code: string
  /** The plan in an address: gips-1. */
  slug: string
  requestId: string | null
  signal: AbortSignal
}

/**
 * The stream of a plan in the making, for who may read its meeting, or of its round of scores, for who gives scores in
 * it, the admitted family among them (decision 35): says what changed, never the content. It does not keep the session
 * alive. 401 without a session; 404 for whoever has no right, as for a dossier that does not exist.
 */
export async function openPlanStream(db: PrismaClient, hub: Hub, asked: Asked): Promise<Response> {
  const { follows, sessionHash, code, slug, requestId, signal } = asked
  if (!sessionHash) {
    return refusal('anonymous')
  }
  const followed = FOLLOWED[follows]
  const { right } = followed
  const subject = parsePlanSlug(slug) && slug
  const entry = { sessionHash, code, right, kind: 'read' as const, subject, isActivity: false, requestId }
  const passage = await passGate(db, entry, async (viewer) => {
    const plan = await planBySlug(viewer, slug)
    demand(viewer, right, plan.facts)
    return { familyId: viewer.familyId, planId: plan.id, personId: viewer.personId, token: sessionHash, ...followed }
  })
  return passage.outcome === 'entered' ? eventStream(hub, passage.result, signal) : refusal(passage.outcome)
}

/** The answer to whoever was not let in. */
export function refusal(outcome: 'anonymous' | 'refused'): Response {
  return outcome === 'anonymous'
    ? json({ message: 'U bent niet meer ingelogd.' }, 401)
    : json({ message: 'Niet gevonden.' }, 404)
}
