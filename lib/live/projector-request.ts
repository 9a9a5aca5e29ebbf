import { cookies } from 'next/headers'
import { tokenHash } from '@/lib/crypto'
import type { ProjectorReader } from '@/lib/data/projector-plan'
import { plainReads } from '@/lib/db'
import { parsePlanSlug } from '@/lib/domain/plan-state'
import { type Passage, passGateIn } from '@/lib/gate'
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

/** How this screen was let in: by the hash of the token of its pass, or of its user's session. */
export interface Way {
  token: Uint8Array
  /** Lets the same screen in once more, later, without its request: to look again at what it shows. */
  again: <T>(work: (reader: ProjectorReader) => Promise<T>) => Promise<Passage<T>>
}

export type ProjectorWork<T> = (reader: ProjectorReader, way: Way) => Promise<T>

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
  const pass = (await cookies()).get(passCookieName())?.value
  if (!pass) {
    return { outcome: 'anonymous' }
  }
  const token = tokenHash(pass)
  const entry = { passHash: token, code, requestId: await requestId() }
  const way: Way = { token, again: (next) => passProjectorGate(plainReads().transact, entry, next) }
  return passProjectorGate(plainReads().transact, entry, async (viewer) => {
    const result = await work(viewer, way)
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
  const token = await requestSession()
  if (!token) {
    return { outcome: 'anonymous' }
  }
  const right = 'projector.read' as const
  const entry = {
    sessionHash: token,
    code,
    right,
    kind: 'read' as const,
    subject: parsePlanSlug(plan) && plan,
    isActivity,
    requestId: await requestId(),
  }
  const way: Way = { token, again: (next) => passGateIn(plainReads().transact, { ...entry, isActivity: false }, next) }
  return passGateIn(plainReads().transact, entry, (viewer) => work(viewer, way))
}
