import { codeOf, type Passage, Refused } from '@/lib/gate'
import type { DossierRole } from '@/lib/policy'
import type { Statements, Transact } from '@/lib/statements'

declare const passedGate: unique symbol

/** A screen that was let in by its projector pass: one plan of one dossier, to read, for one transaction. */
export interface ProjectorViewer {
  readonly [passedGate]: 'projector'
  tx: Statements
  familyId: string
  code: string
  /** The only plan it may show. */
  planId: string
  /** Who opened the projector. */
  personId: string
  roles: readonly DossierRole[]
  noteTakerOf: readonly string[]
  now: Date
  requestId: string | null
}

export interface PassEntry {
  passHash: Uint8Array
  code: string
  requestId?: string | null
}

interface PassRow {
  person_id: string
  family_id: string
  plan_id: string
  at: Date
  roles: DossierRole[]
  note_taker_of: string[]
}

/**
 * The way in for a projector whose pass stands; `anonymous` for a pass that ran out, was revoked, or is not one of this
 * dossier. It does not keep a session alive and does not need one.
 */
export async function passProjectorGate<T>(
  transact: Transact<Statements>,
  entry: PassEntry,
  work: (viewer: ProjectorViewer) => Promise<T>,
): Promise<Passage<T>> {
  try {
    return await transact(async (tx): Promise<Passage<T>> => {
      const row = await askProjectorGate(tx, entry)
      return row ? { outcome: 'entered', result: await work(viewerFrom(row, tx, entry)) } : { outcome: 'anonymous' }
    })
  } catch (error) {
    if (error instanceof Refused) {
      return { outcome: 'refused' }
    }
    throw error
  }
}

/** Writes that this screen was opened, or began to follow, into the dossier's trail. */
export async function noteProjectorRead({ tx, requestId }: ProjectorViewer, subject: string): Promise<void> {
  await tx.$executeRaw`select note_line('read', 'projector.read', ${subject}, null::jsonb, ${requestId})`
}

async function askProjectorGate(tx: Statements, entry: PassEntry): Promise<PassRow | null> {
  const rows = await tx.$queryRaw<PassRow[]>`
    select g.*, viewer_roles() as roles,
      array(select m.plan_id from team_membership m
        where m.family_id = g.family_id and m.person_id = g.person_id and m.role = 'noteTaker'
          and (m.until is null or m.until > g.at)) as note_taker_of
    from enter_projector(${entry.passHash}, ${codeOf(entry.code)}, ${entry.requestId ?? null}) g`
  return rows[0] ?? null
}

function viewerFrom(row: PassRow, tx: Statements, entry: PassEntry): ProjectorViewer {
  return {
    tx,
    familyId: row.family_id,
    code: entry.code,
    planId: row.plan_id,
    personId: row.person_id,
    roles: row.roles,
    noteTakerOf: row.note_taker_of,
    now: row.at,
    requestId: entry.requestId ?? null,
  } as unknown as ProjectorViewer
}
