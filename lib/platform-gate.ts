import { plainDateIn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { PlatformFrame } from '@/lib/domain/account-views'
import type { PlainDate } from '@/lib/domain/plain-date'
import { isBusy, UserError } from '@/lib/errors'
import { noteRefusal, type Passage, Refused, subjectOf } from '@/lib/gate'
import { type PlatformRight, platformRolesWith } from '@/lib/policy'
import type { Transact } from '@/lib/statements'
import { transactionsOf } from '@/lib/transact'
import type { PrismaClient } from '@/prisma/generated/client'

declare const passedGate: unique symbol

/** Someone who holds a right outside any dossier, for the length of one transaction. Only this gate makes one. */
export interface PlatformViewer {
  readonly [passedGate]: 'platform'
  tx: Tx
  personId: string
  sessionId: string
  name: string
  /** Something was sent to them that they have not seen in the app yet. */
  hasUnread: boolean
  platformRoles: readonly string[]
  regionIds: readonly string[]
  now: Date
  today: PlainDate
  requestId: string | null
}

export interface PlatformEntry {
  sessionHash: Uint8Array
  right: PlatformRight
  kind: 'read' | 'change'
  /** What is looked at, for the audit line: "account {id}". No content. */
  subject?: string | null
  /** The dossier that it is about, if any: a refusal then stands in its trail, too. */
  code?: string | undefined
  requestId?: string | null
}

interface PlatformRow {
  entered: boolean
  person_id: string
  session_id: string
  at: Date
  name: string
  platform_roles: string[]
  region_ids: string[]
  has_unread: boolean
}

/**
 * The way to what not everyone may do outside a dossier: one short transaction, the gate with its line in the trail of
 * the platform, then the work. A refusal keeps its line, also when the work itself finds it (thrown as `Refused`); so does
 * a form that comes back with a sentence (a `UserError`), for the sentence may tell something, too.
 */
export async function passPlatformGate<T>(
  db: PrismaClient,
  entry: PlatformEntry,
  work: (viewer: PlatformViewer) => Promise<T>,
): Promise<Passage<T>> {
  const transact = transactionsOf(db)
  const passage = await ask(transact, entry, work)
  if (passage.outcome === 'refused' && entry.code) {
    await noteRefusal(transact, { ...entry, code: entry.code })
  }
  return passage
}

async function ask<T>(
  transact: Transact<Tx>,
  entry: PlatformEntry,
  work: (viewer: PlatformViewer) => Promise<T>,
): Promise<Passage<T>> {
  try {
    return await transact(async (tx): Promise<Passage<T>> => {
      const row = await askGate(tx, entry, platformRolesWith(entry.right))
      if (!row) {
        return { outcome: 'anonymous' }
      }
      return row.entered
        ? { outcome: 'entered', result: await work(viewerFrom(row, tx, entry)) }
        : { outcome: 'refused' }
    })
  } catch (error) {
    if (error instanceof Refused) {
      await transact((tx) => askGate(tx, entry, []))
      return { outcome: 'refused' }
    }
    if (error instanceof UserError && !isBusy(error)) {
      await transact((tx) => askGate(tx, entry, platformRolesWith(entry.right)))
    }
    throw error
  }
}

/** What the header of a page outside any dossier needs. */
export function platformFrame({
  name,
  platformRoles,
  hasUnread,
}: Pick<PlatformViewer, 'name' | 'platformRoles' | 'hasUnread'>): PlatformFrame {
  return { viewerName: name, platformRoles, hasUnread }
}

async function askGate(tx: Tx, entry: PlatformEntry, roles: readonly string[]): Promise<PlatformRow | null> {
  const rows = await tx.$queryRaw<PlatformRow[]>`
    select entered, person_id, session_id, at, name, platform_roles, region_ids,
      has_unread_messages(person_id) as has_unread
    from enter_platform(${entry.sessionHash}, ${entry.right}, ${[...roles]}, ${entry.kind}, ${subjectOf(entry)}, true,
      ${entry.requestId ?? null})`
  return rows[0] ?? null
}

function viewerFrom(row: PlatformRow, tx: Tx, entry: PlatformEntry): PlatformViewer {
  return {
    tx,
    personId: row.person_id,
    sessionId: row.session_id,
    name: row.name,
    hasUnread: row.has_unread,
    platformRoles: row.platform_roles,
    regionIds: row.region_ids,
    now: row.at,
    today: plainDateIn(row.at),
    requestId: entry.requestId ?? null,
  } as unknown as PlatformViewer
}
