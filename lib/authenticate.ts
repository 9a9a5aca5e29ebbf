import { createHmac } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import { verifySync } from 'otplib'
import { v7 } from 'uuid'
import { randomToken, tokenHash, unseal } from '@/lib/crypto'
import { now } from '@/lib/dates'
import { appEnv } from '@/lib/env'
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

/** A hash of nothing anybody knows: an unknown account costs the same time as a wrong password. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$0PzyfOQ2GGwGfzIHF3Smoe0dHMY4Sy3f5Lh7ZbJwTbo'

/**
 * Both factors at once: opens a session, refuses without telling which of the three was wrong, or asks to wait. Counts
 * the attempt first, so that many at once cannot pass the limit; a code is spent in the statement that opens the session.
 */
export async function authenticate(db: PrismaClient, given: Credentials): Promise<LoginOutcome> {
  const email = given.email.trim().toLowerCase().slice(0, 320)
  const accountKey = limitKey('account', email)
  const seconds = await countAttempt(db, accountKey, limitKey('address', given.clientAddress))
  if (seconds > 0) {
    await noteRefusal(db, email, 'delayed', given.requestId)
    return { outcome: 'wait', seconds }
  }
  const [account] = await db.$queryRaw<AccountRow[]>`select * from account_for_login(${email})`
  const passwordFits = await verify(account?.password_hash ?? NOBODY, given.password.slice(0, 1000)).catch(() => false)
  const proof = account && passwordFits ? proofIn(given.code, account) : null
  const sessionToken = randomToken()
  if (account && proof && (await openSession(db, account.id, proof, sessionToken, accountKey, given.requestId))) {
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

function proofIn(code: string, account: AccountRow): Proof | null {
  const compact = code.replace(/\s/g, '')
  if (/^\d{6}$/.test(compact)) {
    const secret = unseal(appEnv().MASTER_KEY, account.totp_secret, `totp:${account.id}`).toString()
    const step = totpStep(secret, compact, now())
    return step === null ? null : { step }
  }
  return compact.length >= 10 && compact.length <= 40 ? { recovery: recoveryHash(compact) } : null
}

async function openSession(
  db: PrismaClient,
  personId: string,
  proof: Proof,
  sessionToken: string,
  accountKey: string,
  requestId: string | null,
): Promise<boolean> {
  const step = 'step' in proof ? BigInt(proof.step) : null
  const recovery = 'recovery' in proof ? proof.recovery : null
  const [row] = await db.$queryRaw<{ opened: boolean }[]>`
    select open_session(${personId}::uuid, ${step}::bigint, ${recovery}, ${v7()}::uuid, ${tokenHash(sessionToken)},
      ${accountKey}, ${requestId}) as opened`
  return row?.opened ?? false
}

async function countAttempt(db: PrismaClient, accountKey: string, addressKey: string): Promise<number> {
  const [row] = await db.$queryRaw<{ seconds: number }[]>`
    select count_login_attempt(${[accountKey, addressKey]}, ${[FREE_FAILURES.account, FREE_FAILURES.address]}::int[]) as seconds`
  return row?.seconds ?? 0
}

async function noteRefusal(db: PrismaClient, email: string, reason: string, requestId: string | null): Promise<void> {
  await db.$executeRaw`select note_login_refusal(${email}, ${reason}, ${requestId})`
}

function limitKey(kind: 'account' | 'address', value: string): string {
  return `${kind}:${createHmac('sha256', appEnv().APP_SECRET).update(value).digest('hex')}`
}
