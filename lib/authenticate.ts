import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { verify } from '@node-rs/argon2'
import { verifySync } from 'otplib'
import { v7 } from 'uuid'
import { randomToken, tokenHash, unseal } from '@/lib/crypto'
import { now } from '@/lib/dates'
import { appEnv } from '@/lib/env'
import { loginProof } from '@/lib/login-proof'
import type { PrismaClient } from '@/prisma/generated/client'

export interface Credentials {
  email: string
  password: string
  /** Six digits from the app, or a recovery code. */
  code: string
  clientAddress: string
  requestId: string | null
}

export type LoginOutcome =
  | { outcome: 'open'; personId: string; sessionToken: string }
  | { outcome: 'refused' }
  | { outcome: 'wait'; seconds: number }

interface AccountRow {
  id: string
  password_hash: string
  totp_secret: Uint8Array
}

/** Failures without delay: per account, and per client address (a municipality has one address for all). */
const FREE_FAILURES = { account: 5, address: 40 }

/** An account that is nobody's, with a hash of nothing anybody knows: an unknown account costs the same time as a wrong password. */
const NOBODY = '00000000-0000-0000-0000-000000000000'
const NOBODY_HASH = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$0PzyfOQ2GGwGfzIHF3Smoe0dHMY4Sy3f5Lh7ZbJwTbo'

/**
 * Both factors at once: opens a session, refuses without telling which of the three was wrong, or asks to wait. Counts
 * the attempt first, so that many at once cannot pass the limit; a code is spent in the statement that opens the session.
 */
export async function authenticate(db: PrismaClient, given: Credentials): Promise<LoginOutcome> {
  const email = plainAddress(given.email)
  const keys = { account: limitKey('account', email), address: limitKey('address', networkOf(given.clientAddress)) }
  const seconds = await countAttempt(db, keys)
  if (seconds > 0) {
    await noteRefusal(db, email, 'delayed', given.requestId)
    return { outcome: 'wait', seconds }
  }
  const [found] = await db.$queryRaw<AccountRow[]>`
    select id, password_hash, totp_secret from account_for_login(${email})`
  const fits = await verify(found?.password_hash ?? NOBODY_HASH, given.password.slice(0, 1000)).catch(() => false)
  const account = found && fits ? found : null
  const proof = proofIn(given.code, account)
  const sessionToken = randomToken()
  const opening = { personId: account?.id ?? NOBODY, proof, sessionToken, keys, requestId: given.requestId }
  if (proof && (await openSession(db, { ...opening, proof })) && account) {
    return { outcome: 'open', personId: account.id, sessionToken }
  }
  await noteRefusal(db, email, 'wrong', given.requestId)
  return { outcome: 'refused' }
}

/** The step of the clock that a six-digit code belongs to, within one step either way; null for a code that is wrong. */
export function totpStep(secret: string, code: string, at: Date): number | null {
  if (!/^\d{6}$/.test(code)) {
    return null
  }
  const result = verifySync({ secret, token: code, epochTolerance: 30, epoch: Math.floor(at.getTime() / 1000) })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}

/** What the database keeps of a recovery code; spaces, dashes and case do not matter. */
export function recoveryHash(code: string): string {
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return createHmac('sha256', appEnv().APP_SECRET).update(`recovery:${plain}`).digest('hex')
}

type Proof = { step: number } | { recovery: string }

interface Keys {
  account: string
  address: string
}

/** A recovery code is tried for nobody too, so that the time does not tell whether the password was right. */
function proofIn(code: string, account: AccountRow | null): Proof | null {
  const compact = code.replace(/\s/g, '')
  if (/^\d{6}$/.test(compact)) {
    const secret = account && unseal(appEnv().MASTER_KEY, account.totp_secret, `totp:${account.id}`).toString()
    const step = secret && totpStep(secret, compact, now())
    return step ? { step } : null
  }
  return compact.length >= 10 && compact.length <= 40 ? { recovery: recoveryHash(compact) } : null
}

interface Opening {
  personId: string
  proof: Proof
  sessionToken: string
  keys: Keys
  requestId: string | null
}

async function openSession(db: PrismaClient, opening: Opening): Promise<boolean> {
  const { personId, proof, sessionToken, keys, requestId } = opening
  const step = 'step' in proof ? BigInt(proof.step) : null
  const recovery = 'recovery' in proof ? proof.recovery : null
  const kept = tokenHash(sessionToken)
  const asked = loginProof(['open', personId, step ?? recovery, kept.toString('hex')].join(' '))
  const [row] = await db.$queryRaw<{ opened: boolean }[]>`
    select open_session(${personId}::uuid, ${step}::bigint, ${recovery}, ${v7()}::uuid, ${kept}, ${keys.account},
      ${keys.address}, ${asked}, ${requestId}) as opened`
  return row?.opened ?? false
}

async function countAttempt(db: PrismaClient, keys: Keys): Promise<number> {
  const [row] = await db.$queryRaw<{ seconds: number }[]>`
    select count_login_attempt(${[keys.account, keys.address]}, ${[FREE_FAILURES.account, FREE_FAILURES.address]}::int[])
      as seconds`
  return row?.seconds ?? 0
}

async function noteRefusal(db: PrismaClient, email: string, reason: string, requestId: string | null): Promise<void> {
  await db.$executeRaw`select note_login_refusal(${email}, ${reason}, ${requestId})`
}

/** What was typed as an e-mail address, fit for the database: it takes no NUL and no half characters. */
function plainAddress(typed: string): string {
  return typed
    .slice(0, 320)
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .trim()
    .toLowerCase()
}

/** An IPv6 customer has a network of 2^64 addresses (/64): these count as one. */
function networkOf(address: string): string {
  const [plain = ''] = address.toLowerCase().split('%')
  if (!isIPv6(plain)) {
    return plain
  }
  if (plain.includes('.')) {
    return plain.slice(plain.lastIndexOf(':') + 1)
  }
  const [head = [], tail = []] = plain.split('::').map((part) => part.split(':').filter(Boolean))
  const groups = [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

/** Its purpose stands before what was typed: no typed text can make it a secret of another purpose. */
function limitKey(kind: keyof Keys, value: string): string {
  return `${kind}:${createHmac('sha256', appEnv().APP_SECRET).update(`login attempts of ${kind} ${value}`).digest('hex')}`
}
