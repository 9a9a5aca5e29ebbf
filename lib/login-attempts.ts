import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { appEnv } from '@/lib/env'
import type { PrismaClient } from '@/prisma/generated/client'

/** Under which failures are counted; the keys tell neither account nor address. */
export interface AttemptKeys {
  account: string
  address: string
}

/** Failures without delay: per account, and per client address (a municipality has one address for all). */
const FREE_FAILURES = { account: 5, address: 40 }

/** The keys of an attempt for this account from this client. */
export function attemptKeys(email: string, clientAddress: string): AttemptKeys {
  return { account: limitKey('account', email), address: limitKey('address', networkOf(clientAddress)) }
}

/** Counts an attempt before anything is compared; returns the seconds to wait, 0 when it may go on. */
export async function countAttempt(db: PrismaClient, keys: AttemptKeys): Promise<number> {
  const [row] = await db.$queryRaw<{ seconds: number }[]>`
    select count_login_attempt(${[keys.account, keys.address]}, ${[FREE_FAILURES.account, FREE_FAILURES.address]}::int[])
      as seconds`
  return row?.seconds ?? 0
}

/** A refused attempt leaves its line, also for an address without an account. */
export async function noteRefusal(
  db: PrismaClient,
  email: string,
  reason: string,
  requestId: string | null,
): Promise<void> {
  await db.$executeRaw`select note_login_refusal(${email}, ${reason}, ${requestId})`
}

/** What was typed as an e-mail address, fit for the database: it takes no NUL and no half characters. */
export function plainAddress(typed: string): string {
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
function limitKey(kind: keyof AttemptKeys, value: string): string {
  return `${kind}:${createHmac('sha256', appEnv().APP_SECRET).update(`login attempts of ${kind} ${value}`).digest('hex')}`
}
