import { plainDateIn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { PlainDate } from '@/lib/domain/plain-date'
import { transactionsOf } from '@/lib/transact'
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
  /** Something was sent to them that they have not seen in the app yet. */
  hasUnread: boolean
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
  has_unread: boolean
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
  return transactionsOf(db)(async (tx) => {
    const rows = await tx.$queryRaw<PersonRow[]>`
      select person_id, session_id, at, name, email, platform_roles, region_ids,
        has_unread_messages(person_id) as has_unread
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
      hasUnread: row.has_unread,
      platformRoles: row.platform_roles,
      regionIds: row.region_ids,
      now: row.at,
      today: plainDateIn(row.at),
      requestId: entry.requestId ?? null,
    } as unknown as PersonViewer
    return { value: await work(viewer) }
  })
}
