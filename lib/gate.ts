import { plainDateIn } from '@/lib/dates'
import type { PrismaClient } from '@/prisma/generated/client'
import type { Tx } from './db'
import type { PlainDate } from './domain/plain-date'
import { UserError } from './errors'
import type { PlanFacts } from './plan-policy'
import { type DossierRight, type DossierRole, holds, isLeftIn, rolesWith } from './policy'
import type { AtOnce, Statements, Transact } from './statements'
import { transactionsOf } from './transact'

declare const passedGate: unique symbol

/** Who was let into one dossier, and as what. Only the gate makes one. */
export interface Entered {
  readonly [passedGate]: 'dossier'
  familyId: string
  code: string
  familyName: string
  familyState: string
  personId: string
  personName: string
  /** Something was sent to them that they have not seen in the app yet. */
  hasUnread: boolean
  sessionId: string
  roles: readonly DossierRole[]
  /** The family member behind a family account. */
  memberId: string | null
  /** Plans for which the viewer is the appointed note-taker. */
  noteTakerOf: readonly string[]
  now: Date
  today: PlainDate
  keyId: string
  wrappedKey: Uint8Array
  requestId: string | null
}

/** Someone inside one dossier, for the length of one transaction. */
export interface DossierViewer<X extends Statements = Tx> extends Entered {
  tx: X
}

export interface Entry {
  sessionHash: Uint8Array
  code: string
  right: DossierRight
  kind: 'read' | 'change'
  /** What is looked at, for the audit line: a plan's slug, a member's id. No content. */
  subject?: string | null
  /** Streams, heartbeats and polls do not keep a session alive. */
  isActivity?: boolean
  requestId?: string | null
}

/** An entry by any right, also one that is not of a dossier. */
type AnyEntry = Omit<Entry, 'right'> & { right: string }

export type Passage<T> = { outcome: 'anonymous' } | { outcome: 'refused' } | { outcome: 'entered'; result: T }

/** Thrown behind the gate where the right depends on what was found there; answered like a dossier that does not exist. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** What who wants to change something in a closed dossier is told. */
export const DOSSIER_IS_CLOSED = 'Dit dossier is gesloten. U kunt het nog lezen, maar niet meer wijzigen.'

interface GateRow {
  entered: boolean
  person_id: string
  session_id: string
  at: Date
  family_id: string
  family_name: string
  family_state: string
  person_name: string
  roles: DossierRole[]
  member_id: string | null
  note_taker_of: string[]
  key_id: string
  wrapped_key: Uint8Array
  has_unread: boolean
}

/**
 * The only way into a dossier: one short transaction, the gate with its audit line, then the work. A refusal keeps its
 * line, also when the work itself finds it (thrown as `Refused`). Errors of the work pass through after rollback.
 */
export function passGate<T>(
  db: PrismaClient,
  entry: Entry,
  work: (viewer: DossierViewer) => Promise<T>,
): Promise<Passage<T>> {
  return passGateIn(transactionsOf(db), entry, work)
}

/** The same in any kind of transaction, for work that needs no more of it than statements. */
export function passGateIn<X extends Statements, T>(
  transact: Transact<X>,
  entry: Entry,
  work: (viewer: DossierViewer<X>) => Promise<T>,
): Promise<Passage<T>> {
  return passGateAsking(transact, entry, { ask: async () => undefined, work })
}

/** Work of which the statements travel together with the gate's. */
export interface AskedAhead<X extends Statements, A, T> {
  /**
   * Statements that need nothing of the gate's answer: they come after it on the same connection, and for who is refused
   * the row policies leave nothing to find. What they found is dropped then.
   */
  ask: (tx: X) => Promise<A>
  work: (viewer: DossierViewer<X>, found: A) => Promise<T>
}

/** The same, asking before the gate has answered: one way to the database and back less. */
export async function passGateAsking<X extends Statements, A, T>(
  transact: Transact<X>,
  entry: Entry,
  { ask, work }: AskedAhead<X, A, T>,
): Promise<Passage<T>> {
  try {
    return await transact(async (tx): Promise<Passage<T>> => {
      const [row, found] = await askWithGate(tx, entry, ask)
      if (!row?.entered) {
        return turnedAway(row)
      }
      demandOpen(row, entry)
      return { outcome: 'entered', result: await work({ ...enteredBy(row, entry), tx }, found) }
    })
  } catch (error) {
    if (error instanceof Refused) {
      await noteRefusal(transact, entry)
      return { outcome: 'refused' }
    }
    if (error instanceof ClosedDossier) {
      await noteRefusal(transact, entry)
      throw new UserError(DOSSIER_IS_CLOSED)
    }
    throw error
  }
}

/** Reading of which every statement travels with the gate's, and the commit too. */
export interface AskedAtOnce<A, T> {
  /** As in `AskedAhead`, and all there is to ask. */
  ask: (tx: Statements) => Promise<A>
  make: (entered: Entered, found: A) => T
}

/**
 * The same, committed before the gate's answer is known: one way to the database and back in all. So nothing that is found
 * behind the gate can refuse any more, and the right must be one that a closed dossier leaves (throws for another).
 */
export async function passGateAtOnce<A, T>(
  atOnce: AtOnce,
  entry: Entry,
  { ask, make }: AskedAtOnce<A, T>,
): Promise<Passage<T>> {
  if (!isLeftIn('closed', entry.right)) {
    throw new Error(`${entry.right} is not left in a closed dossier.`)
  }
  const [row, found] = await atOnce((tx) => askWithGate(tx, entry, ask))
  return row?.entered ? { outcome: 'entered', result: make(enteredBy(row, entry), found) } : turnedAway(row)
}

/** The gate first, on the same connection: what comes after it sees the passage. */
function askWithGate<X extends Statements, A>(tx: X, entry: Entry, ask: (tx: X) => Promise<A>) {
  return Promise.all([askGate(tx, entry, rolesWith(entry.right)), ask(tx)])
}

/** No row: nobody is logged in. */
function turnedAway(row: GateRow | null): { outcome: 'anonymous' } | { outcome: 'refused' } {
  return { outcome: row ? 'refused' : 'anonymous' }
}

/** Thrown for a change in a closed dossier: refused with its line like any other, and with a sentence. */
class ClosedDossier extends Error {
  override readonly name = 'ClosedDossier'
}

/** The one place where a closed dossier is only read: a page for changing something is not there any more. */
function demandOpen({ family_state }: GateRow, { right, kind }: Entry): void {
  if (!isLeftIn(family_state, right)) {
    throw kind === 'read' ? new Refused(right) : new ClosedDossier(right)
  }
}

/** The line of a refusal, in a transaction of its own: a rollback does not undo it. */
export async function noteRefusal<X extends Statements>(
  transact: Transact<X>,
  entry: Omit<AnyEntry, 'kind'>,
): Promise<void> {
  await transact((tx) => askGate(tx, { ...entry, kind: 'change' }, []))
}

/** Goes on only when the viewer holds the right for this plan; else the passage ends as refused. */
export function demand(viewer: DossierViewer<Statements>, right: DossierRight, plan?: PlanFacts): void {
  if (!holds(viewer.roles, right, plan)) {
    throw new Refused(right)
  }
}

/** A dossier's code as it can exist; anything else becomes one that never does, and is refused like it. */
export function codeOf(code: string): string {
  return /^G-\d{4,12}$/.test(code) ? code : ''
}

/** What stands in an address may hold anything; a line of the trail holds at most 200 printable characters of it. */
export function subjectOf({ subject }: { subject?: string | null }): string | null {
  return subject?.replace(/[\p{Cc}\p{Cs}]/gu, '').slice(0, 200) ?? null
}

async function askGate(tx: Statements, entry: AnyEntry, roles: readonly DossierRole[]): Promise<GateRow | null> {
  const rows = await tx.$queryRaw<GateRow[]>`
    select entered, person_id, session_id, at, family_id, family_name, family_state, person_name, roles, member_id,
      note_taker_of, key_id, wrapped_key, has_unread_messages(person_id) as has_unread
    from enter_dossier(${entry.sessionHash}, ${codeOf(entry.code)}, ${entry.right}, ${[...roles]}, ${entry.kind},
      ${subjectOf(entry)}, ${entry.isActivity ?? true}, ${entry.requestId ?? null})`
  return rows[0] ?? null
}

function enteredBy(row: GateRow, entry: Entry): Entered {
  return {
    familyId: row.family_id,
    code: entry.code,
    familyName: row.family_name,
    familyState: row.family_state,
    personId: row.person_id,
    personName: row.person_name,
    hasUnread: row.has_unread,
    sessionId: row.session_id,
    roles: row.roles,
    memberId: row.member_id,
    noteTakerOf: row.note_taker_of,
    now: row.at,
    today: plainDateIn(row.at),
    keyId: row.key_id,
    wrappedKey: row.wrapped_key,
    requestId: entry.requestId ?? null,
  } as unknown as Entered
}
