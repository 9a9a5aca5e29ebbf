import { createHash, createHmac } from 'node:crypto'
import canonicalize from 'canonicalize'
import { derivedToken } from '@/lib/crypto'

/** A row of audit_line as LINE_COLUMNS gives it. */
export interface AuditLine {
  id: string
  at: string
  transaction: string
  family_id: string | null
  person_id: string | null
  person_name: string | null
  session_id: string | null
  roles: string[] | null
  kind: string
  right: string
  subject: string | null
  detail: unknown
  request_id: string | null
}

export interface Head {
  chain: string
  position: number
  hash: Buffer
}

/** All columns of a line, times in UTC to the microsecond; `l` is the table. */
export const LINE_COLUMNS = `l.id::text, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  l.transaction::text, l.family_id, l.person_id, l.person_name, l.session_id, l.roles, l.kind, l."right", l.subject,
  l.detail, l.request_id`

/** The chain of lines that belong to no dossier. */
export const PLATFORM = 'platform'

/** What the first line of a chain is tied to. */
export const BEGINNING: Buffer = Buffer.alloc(32)

export function chainOf(line: Pick<AuditLine, 'family_id'>): string {
  return line.family_id ?? PLATFORM
}

/**
 * SHA-256 over the hash before it and the line with its place, as canonical JSON (RFC 8785): the keys stand in the order of
 * the alphabet, and only `detail` has keys of its own.
 */
export function lineHash(previous: Uint8Array, position: number, line: AuditLine): Buffer {
  const text = JSON.stringify({
    at: line.at,
    chain: chainOf(line),
    detail: line.detail === null ? null : String(canonicalize(line.detail)),
    id: line.id,
    kind: line.kind,
    personId: line.person_id,
    personName: line.person_name,
    position,
    requestId: line.request_id,
    right: line.right,
    roles: line.roles,
    sessionId: line.session_id,
    subject: line.subject,
    transaction: line.transaction,
  })
  return createHash('sha256').update(previous).update(text).digest()
}

/** The key for the heads: derived from APP_SECRET, which the database does not hold. */
export function headKey(appSecret: string): string {
  return derivedToken(appSecret, 'audit heads')
}

/** HMAC-SHA256 over the end of a chain: who has the database but not the key cannot make one. */
export function headMac(key: string, { chain, position, hash }: Head): Buffer {
  return createHmac('sha256', key)
    .update(`${chain}\n${position}\n${hash.toString('hex')}`)
    .digest()
}
