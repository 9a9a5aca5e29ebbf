import type { PlanState } from '@/lib/domain/plan-state'
import type { PlanFacts } from '@/lib/plan-policy'
import { type DossierRole, holds } from '@/lib/policy'
import type { PrismaClient } from '@/prisma/generated/client'
import { mayUseProjector } from './projector-right'

/** What a stream is opened for: following a plan on the meeting screens, its round of scores alone, or the projector. */
export type FollowRight = 'meeting.read' | 'scores.own' | 'projector.read'

/** Who reads a stream: proven by the hash of its session's or its projector pass's token. */
export interface ReaderProof {
  token: Uint8Array
  right: FollowRight
}

interface StandingRow {
  token: Uint8Array
  roles: DossierRole[]
  is_note_taker: boolean
  plan_state: PlanState
  plan_version: number
  is_admitted: boolean
}

/**
 * Which of these readers of one plan still hold their right now, asked in one query for all of them. A session that
 * ended or idled out, a pass that was revoked, a role that ended: not among them.
 */
export async function stillFollowing<R extends ReaderProof>(
  db: PrismaClient,
  place: { familyId: string; planId: string },
  readers: readonly R[],
): Promise<Set<R>> {
  const tokens = readers.map(({ token }) => Buffer.from(token))
  const rows = await db.$queryRaw<StandingRow[]>`
    select token, roles, is_note_taker, plan_state, plan_version, is_admitted
    from standing_of_followers(${place.familyId}::uuid, ${place.planId}::uuid, ${tokens}::bytea[])`
  const standing = new Map(rows.map((row) => [hex(row.token), row]))
  return new Set(readers.filter((reader) => mayFollow(reader.right, standing.get(hex(reader.token)))))
}

function mayFollow(right: FollowRight, row: StandingRow | undefined): boolean {
  if (!row) {
    return false
  }
  const facts: PlanFacts = {
    state: row.plan_state,
    version: row.plan_version,
    isMadeAtTable: false,
    isNoteTaker: row.is_note_taker,
    isOpened: false,
    isAdmitted: row.is_admitted,
    hasAttended: false,
  }
  return right === 'projector.read' ? mayUseProjector(row.roles, right, facts) : holds(row.roles, right, facts)
}

function hex(token: Uint8Array): string {
  return Buffer.from(token).toString('hex')
}
