import { cookies } from 'next/headers'
import { tokenHash } from '@/lib/crypto'
import type { ProjectorReader } from '@/lib/data/projector-plan'
import { appDatabase } from '@/lib/db'
import { parsePlanSlug } from '@/lib/domain/plan-state'
import { type Passage, passGate } from '@/lib/gate'
import { requestId, requestSession } from '@/lib/viewer'
import { passCookieName } from './pass-cookie'
import { noteProjectorRead, passProjectorGate } from './projector-gate'

export interface ProjectorPlace {
  code: string
  plan: string
}

interface Asked {
  /** A page that someone opens keeps the session alive; a screen that follows does not. */
  isActivity: boolean
  /** Whether a screen with a pass leaves a line in the trail: when it opens or begins to follow, not for each slide. */
  isNoted: boolean
}

/** The hash of the token by which this screen was let in: of its pass, or of its user's session. */
export type ProjectorWork<T> = (reader: ProjectorReader, token: Uint8Array) => Promise<T>

/**
 * Lets a screen in by its projector pass, else by the session of who looks at it; the work still asks whether this plan
 * may be shown. A pass that ran out falls back on the session.
 */
export async function atProjector<T>(place: ProjectorPlace, asked: Asked, work: ProjectorWork<T>): Promise<Passage<T>> {
  const byPass = await withPass(place, asked, work)
  return byPass.outcome === 'entered' ? byPass : withSession(place, asked, work)
}

/** Whether this screen has a pass that stands for this plan. */
export async function hasPass(place: ProjectorPlace, work: ProjectorWork<unknown>): Promise<boolean> {
  const passage = await withPass(place, { isActivity: false, isNoted: false }, work)
  return passage.outcome === 'entered'
}

async function withPass<T>(
  { code, plan }: ProjectorPlace,
  { isNoted }: Asked,
  work: ProjectorWork<T>,
): Promise<Passage<T>> {
  const token = (await cookies()).get(passCookieName())?.value
  if (!token) {
    return { outcome: 'anonymous' }
  }
  const passHash = tokenHash(token)
  return passProjectorGate(appDatabase(), { passHash, code, requestId: await requestId() }, async (viewer) => {
    const result = await work(viewer, passHash)
    if (isNoted) {
      await noteProjectorRead(viewer, plan)
    }
    return result
  })
}

async function withSession<T>(
  { code, plan }: ProjectorPlace,
  { isActivity }: Asked,
  work: ProjectorWork<T>,
): Promise<Passage<T>> {
  const sessionHash = await requestSession()
  if (!sessionHash) {
    return { outcome: 'anonymous' }
  }
  const right = 'projector.read' as const
  const entry = {
    sessionHash,
    code,
    right,
    kind: 'read' as const,
    subject: parsePlanSlug(plan) && plan,
    isActivity,
    requestId: await requestId(),
  }
  return passGate(appDatabase(), entry, (viewer) => work(viewer, sessionHash))
}
