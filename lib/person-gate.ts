import { plainDateIn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { PlainDate } from '@/lib/domain/plain-date'
import { noteRefusal, type Passage, Refused } from '@/lib/gate'
import { holdsOnPlatform, type PlatformRight } from '@/lib/policy'
import type { PrismaClient } from '@/prisma/generated/client'

declare const passedGate: unique symbol

/** Someone who is logged in, outside any dossier, for the length of one transaction. */
export interface PersonViewer {
  readonly [passedGate]: 'person'
  tx: Tx
  personId: string
  sessionId: string
  name: string
  email: string
  platformRoles: readonly string[]
  regionIds: readonly string[]
  now: Date
  today: PlainDate
  requestId: string | null
}

interface PersonRow {
  person_id: string
  session_id: string
  at: Date
  name: string
  email: string
  platform_roles: string[]
  region_ids: string[]
}

export interface PersonEntry {
  sessionHash: Uint8Array
  isActivity?: boolean
  requestId?: string | null
}

/** The way to lists over one's own dossiers: one short transaction. Null where the session does not stand. */
export async function passPersonGate<T>(
  db: PrismaClient,
  entry: PersonEntry,
  work: (viewer: PersonViewer) => Promise<T>,
): Promise<{ value: T } | null> {
  return db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<PersonRow[]>`
      select person_id, session_id, at, name, email, platform_roles, region_ids
      from enter_person(${entry.sessionHash}, ${entry.isActivity ?? true})`
    const row = rows[0]
    if (!row) {
      return null
    }
    const viewer = {
      tx,
      personId: row.person_id,
      sessionId: row.session_id,
      name: row.name,
      email: row.email,
      platformRoles: row.platform_roles,
      regionIds: row.region_ids,
      now: row.at,
      today: plainDateIn(row.at),
      requestId: entry.requestId ?? null,
    } as unknown as PersonViewer
    return { value: await work(viewer) }
  })
}

export interface PlatformEntry extends PersonEntry {
  right: PlatformRight
  /** The dossier that it is about, if any: a refusal then stands in its trail, too. */
  code?: string | undefined
}

/**
 * The way to what somebody does or sees by a platform role. Who does not hold the right, or of whom the work finds that
 * it is none of theirs (thrown as `Refused`), is refused like at the gate of a dossier, with a line of its own.
 */
export async function passPlatformGate<T>(
  db: PrismaClient,
  entry: PlatformEntry,
  work: (viewer: PersonViewer) => Promise<T>,
): Promise<Passage<T>> {
  try {
    const answer = await passPersonGate(db, entry, async (viewer) => {
      if (!holdsOnPlatform(viewer.platformRoles, entry.right)) {
        throw new Refused(entry.right)
      }
      return work(viewer)
    })
    return answer ? { outcome: 'entered', result: answer.value } : { outcome: 'anonymous' }
  } catch (error) {
    if (error instanceof Refused) {
      await noteRefusal((inside) => db.$transaction(inside), { ...entry, code: entry.code ?? '' })
      return { outcome: 'refused' }
    }
    throw error
  }
}
