import { createHmac } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import { verifySync } from 'otplib'
import { v7 } from 'uuid'
import { randomToken, tokenHash, unseal } from '@/lib/crypto'
import { now } from '@/lib/dates'
import { appEnv } from '@/lib/env'
import { type AttemptKeys, attemptKeys, countAttempt, noteRefusal, plainAddress } from '@/lib/login-attempts'
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

/** An account that is nobody's, with a hash of nothing anybody knows: an unknown account costs the same time as a wrong password. */
const NOBODY = '00000000-0000-0000-0000-000000000000'
const NOBODY_HASH = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$0PzyfOQ2GGwGfzIHF3Smoe0dHMY4Sy3f5Lh7ZbJwTbo'

/**
 * Both factors at once: opens a session, refuses without telling which of the three was wrong, or asks to wait. Counts
 * the attempt first, so that many at once cannot pass the limit; a code is spent in the statement that opens the session.
 */
export async function authenticate(db: PrismaClient, given: Credentials): Promise<LoginOutcome> {
  const email = plainAddress(given.email)
  const keys = attemptKeys(email, given.clientAddress)
  const seconds = await countAttempt(db, keys)
  if (seconds > 0) {
    await noteRefusal(db, email, 'delayed', given.requestId)
    return { outcome: 'wait', seconds }
  }
  const [found] = await db.$queryRaw<AccountRow[]>`
    select id, password_hash, totp_secret from account_for_login(${email}, ${loginProof(`login ${email}`)})`
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

export type Proof = { step: number } | { recovery: string }

/**
 * What a typed code proves: a step of the clock, or a recovery code; null for six digits that are wrong. A recovery code
 * is tried for nobody too, so that the time does not tell whether the password was right.
 */
export function proofIn(code: string, account: Pick<AccountRow, 'id' | 'totp_secret'> | null): Proof | null {
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
  keys: AttemptKeys
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
