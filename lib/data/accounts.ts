import { setTimeout as pause } from 'node:timers/promises'
import { generateSecret, generateURI } from 'otplib'
import { toString as qrCode } from 'qrcode'
import { recoveryHash, totpStep } from '@/lib/authenticate'
import { seal, tokenHash, unseal } from '@/lib/crypto'
import { now } from '@/lib/dates'
import type { AppToLink } from '@/lib/domain/account-views'
import { appEnv } from '@/lib/env'
import { UserError } from '@/lib/errors'
import type { PrismaClient } from '@/prisma/generated/client'
import { type LinkKind, newLink } from './account-links'
import { newRecoveryCodes, passwordHash } from './new-secrets'

export interface AccountLink {
  personId: string
  email: string
  name: string
  kind: LinkKind
}

interface LinkRow {
  person_id: string
  email: string
  name: string
  kind: LinkKind
  pending_totp_secret: Uint8Array | null
}

/** What a link says that was used, replaced by a newer one, or is too old. */
export const LINK_IS_OVER = 'Deze link werkt niet meer. Vraag om een nieuwe.'

/** Longer than queueing a mail takes: how long it takes tells nothing. */
const RESET_TAKES_MS = 300

/** The account behind a link from a mail, null where the link is unknown, used or over its time. */
export async function accountLink(db: PrismaClient, token: string): Promise<AccountLink | null> {
  const row = await linkRow(db, token)
  return row && { personId: row.person_id, email: row.email, name: row.name, kind: row.kind }
}

/** The secret for the authenticator app that goes with a link: made once, the same each time the page is opened. */
export async function pendingSecret(db: PrismaClient, token: string, link: AccountLink): Promise<string> {
  const context = `totp:${link.personId}`
  const fresh = seal(appEnv().MASTER_KEY, generateSecret(), context)
  const [row] = await db.$queryRaw<{ secret: Uint8Array | null }[]>`
    select keep_pending_secret(${tokenHash(token)}, ${fresh}) as secret`
  if (!row?.secret) {
    throw new UserError(LINK_IS_OVER)
  }
  return unseal(appEnv().MASTER_KEY, row.secret, context).toString()
}

/** The same secret with its QR code, made from nothing else. */
export async function appToLink(db: PrismaClient, token: string, link: AccountLink): Promise<AppToLink> {
  const { email } = link
  const secret = await pendingSecret(db, token, link)
  const uri = generateURI({ issuer: 'GIPSonline', label: email, secret })
  return { email, secret, picture: await qrCode(uri, { type: 'svg', margin: 1 }) }
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
  if (!row || row.kind === 'secondFactor') {
    throw new UserError(LINK_IS_OVER)
  }
  const step = row.kind === 'invitation' ? confirmedStep(row, given.code ?? '') : null
  const codes = row.kind === 'invitation' ? newRecoveryCodes() : []
  const kept = await passwordHash(given.password)
  const [result] = await db.$queryRaw<{ used: boolean }[]>`
    select use_account_link(${tokenHash(given.token)}, ${kept}, ${step}::bigint, ${codes.map(recoveryHash)},
      ${given.requestId}) as used`
  if (!result?.used) {
    throw new UserError(LINK_IS_OVER)
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
  const { link, tokenHash: kept, message, host, proof } = newLink('reset')
  await db.$queryRaw`
    select ask_password_reset(${email}, ${link}::uuid, ${Buffer.from(kept, 'hex')}, ${message}::uuid,
      ${JSON.stringify({ link })}::jsonb, ${host}, ${Buffer.from(proof, 'hex')}, ${requestId})::text`
}

/** The row of a link that still works, with the secret that waits for its first code. */
export async function linkRow(db: PrismaClient, token: string): Promise<LinkRow | null> {
  const [row] = await db.$queryRaw<LinkRow[]>`
    select person_id, email, name, kind::text as kind, pending_totp_secret from account_link(${tokenHash(token)})`
  return row ?? null
}

/** The step of the clock of a first code from the app that was just linked. Throws a UserError at the code where it is wrong. */
export function confirmedStep(row: Pick<LinkRow, 'person_id' | 'pending_totp_secret'>, code: string): bigint {
  const secret =
    row.pending_totp_secret && unseal(appEnv().MASTER_KEY, row.pending_totp_secret, `totp:${row.person_id}`)
  const step = secret && totpStep(secret.toString(), code.replace(/\s/g, ''), now())
  if (!step) {
    throw new UserError('Deze code klopt niet. Vul de zes cijfers in die de app nu toont.', 'code')
  }
  return BigInt(step)
}
