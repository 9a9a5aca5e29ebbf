import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { hash } from '@node-rs/argon2'
import { generateSecret } from 'otplib'
import { v7 } from 'uuid'
import { recoveryHash, totpStep } from '@/lib/authenticate'
import { derivedToken, seal, tokenHash, unseal } from '@/lib/crypto'
import { now } from '@/lib/dates'
import { appEnv } from '@/lib/env'
import { UserError } from '@/lib/errors'
import { loginProof } from '@/lib/login-proof'
import type { PrismaClient } from '@/prisma/generated/client'

export interface AccountLink {
  personId: string
  email: string
  name: string
  kind: 'invitation' | 'reset'
}

interface LinkRow {
  person_id: string
  email: string
  name: string
  kind: 'invitation' | 'reset'
  pending_totp_secret: Uint8Array | null
}

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const RECOVERY_CODES = 10
/** Longer than queueing a mail takes: how long it takes tells nothing. */
const RESET_TAKES_MS = 300
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The account behind a link from a mail, null where the link is unknown, used or over its time. */
export async function accountLink(db: PrismaClient, token: string): Promise<AccountLink | null> {
  const row = await linkRow(db, token)
  return row && { personId: row.person_id, email: row.email, name: row.name, kind: row.kind }
}

/** The secret for the authenticator app that goes with an invitation: made once, the same each time the page is opened. */
export async function pendingSecret(db: PrismaClient, token: string, link: AccountLink): Promise<string> {
  const context = `totp:${link.personId}`
  const fresh = seal(appEnv().MASTER_KEY, generateSecret(), context)
  const [row] = await db.$queryRaw<{ secret: Uint8Array | null }[]>`
    select keep_pending_secret(${tokenHash(token)}, ${fresh}) as secret`
  if (!row?.secret) {
    throw new UserError('Deze link werkt niet meer. Vraag om een nieuwe.')
  }
  return unseal(appEnv().MASTER_KEY, row.secret, context).toString()
}

/**
 * Sets the password, and for an invitation the second factor too; returns ten recovery codes then, shown once. Throws a
 * UserError where the code is wrong or the link was used in between. All sessions of the account end.
 */
export async function completeLink(
  db: PrismaClient,
  given: { token: string; password: string; code?: string; requestId: string | null },
): Promise<string[]> {
  const row = await linkRow(db, given.token)
  if (!row) {
    throw new UserError('Deze link werkt niet meer. Vraag om een nieuwe.')
  }
  const step = row.kind === 'invitation' ? confirmedStep(row, given.code ?? '') : null
  const codes = row.kind === 'invitation' ? Array.from({ length: RECOVERY_CODES }, recoveryCode) : []
  const passwordHash = await hash(given.password, ARGON2ID)
  const [result] = await db.$queryRaw<{ used: boolean }[]>`
    select use_account_link(${tokenHash(given.token)}, ${passwordHash}, ${step}::bigint, ${codes.map(recoveryHash)},
      ${given.requestId}) as used`
  if (!result?.used) {
    throw new UserError('Deze link werkt niet meer. Vraag om een nieuwe.')
  }
  return codes
}

/**
 * Queues a mail with a link for half an hour where the account exists, three an hour at most; tells nothing either way,
 * and always takes as long.
 */
export async function askReset(db: PrismaClient, email: string, requestId: string | null): Promise<void> {
  await Promise.all([queueReset(db, email, requestId), pause(RESET_TAKES_MS)])
}

async function queueReset(db: PrismaClient, email: string, requestId: string | null): Promise<void> {
  const link = v7()
  const kept = tokenHash(derivedToken(appEnv().APP_SECRET, `link:${link}`))
  const host = new URL(appEnv().APP_URL).hostname
  await db.$queryRaw`
    select ask_password_reset(${email}, ${link}::uuid, ${kept}, ${v7()}::uuid, ${JSON.stringify({ link })}::jsonb, ${host},
      ${loginProof(`reset ${link} ${kept.toString('hex')}`)}, ${requestId})::text`
}

async function linkRow(db: PrismaClient, token: string): Promise<LinkRow | null> {
  const [row] = await db.$queryRaw<LinkRow[]>`select * from account_link(${tokenHash(token)})`
  return row ?? null
}

function confirmedStep(row: LinkRow, code: string): bigint {
  const secret =
    row.pending_totp_secret && unseal(appEnv().MASTER_KEY, row.pending_totp_secret, `totp:${row.person_id}`)
  const step = secret && totpStep(secret.toString(), code.replace(/\s/g, ''), now())
  if (!step) {
    throw new UserError('Deze code klopt niet. Vul de zes cijfers in die de app nu toont.', 'code')
  }
  return BigInt(step)
}

/** 16 characters of 32: 80 bits, in groups of four; no letters that look alike. */
function recoveryCode(): string {
  const characters = Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)])
  return characters.join('').replace(/(.{4})(?=.)/g, '$1-')
}
