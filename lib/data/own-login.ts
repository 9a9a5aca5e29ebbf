import { verify } from '@node-rs/argon2'
import { proofIn, recoveryHash } from '@/lib/authenticate'
import { waitText } from '@/lib/domain/account'
import { UserError } from '@/lib/errors'
import { type AttemptKeys, attemptKeys, countAttempt, noteRefusal } from '@/lib/login-attempts'
import { loginProof } from '@/lib/login-proof'
import type { PrismaClient } from '@/prisma/generated/client'
import { newMail } from './account-links'
import { newRecoveryCodes, passwordHash } from './new-secrets'

const WRONG = 'Wachtwoord of code klopt niet. Let op: elke code werkt maar één keer.'

/** Whoever asks to change what they log in with; whose session it is, is found out when the code is spent. */
export interface AskingAccount {
  sessionHash: Uint8Array
  clientAddress: string
  requestId: string | null
}

interface Given {
  currentPassword: string
  code: string
}

/** Sets another password, spends the code, and ends all other sessions. Throws a UserError where password or code is wrong. */
export async function changePassword(
  db: PrismaClient,
  account: AskingAccount,
  given: Given & { password: string },
): Promise<void> {
  const spent = await proven(db, account, given)
  await change(db, account, spent, { passwordHash: await passwordHash(given.password), recoveryHashes: null })
}

/** Ten new recovery codes, shown once; the old ones stop working. Throws as above. */
export async function renewRecoveryCodes(db: PrismaClient, account: AskingAccount, given: Given): Promise<string[]> {
  const spent = await proven(db, account, given)
  const codes = newRecoveryCodes()
  await change(db, account, spent, { passwordHash: null, recoveryHashes: codes.map(recoveryHash) })
  return codes
}

/** Says how long to wait after too many attempts, as a UserError. */
export function refuseHaste(seconds: number): void {
  if (seconds > 0) {
    throw new UserError(`Er is te vaak geprobeerd. Probeer het over ${waitText(seconds)} opnieuw.`)
  }
}

interface Credentials {
  id: string
  email: string
  password_hash: string
  totp_secret: Uint8Array
}

interface Spent {
  personId: string
  what: { step: string } | { recovery: string }
  keys: AttemptKeys
}

/** Counts the attempt first, like a login, and compares outside any transaction. */
async function proven(db: PrismaClient, account: AskingAccount, { currentPassword, code }: Given): Promise<Spent> {
  const [own] = await db.$queryRaw<Credentials[]>`
    select id, email, password_hash, totp_secret from own_credentials(${account.sessionHash})`
  if (!own) {
    throw new UserError('U bent niet meer ingelogd. Log opnieuw in.')
  }
  const keys = attemptKeys(own.email, account.clientAddress)
  refuseHaste(await countAttempt(db, keys))
  const fits = await verify(own.password_hash, currentPassword)
  const proof = proofIn(code, fits ? own : null)
  if (!fits || !proof) {
    await noteRefusal(db, own.email, 'wrong', account.requestId)
    throw new UserError(WRONG)
  }
  return { personId: own.id, what: 'step' in proof ? { step: String(proof.step) } : proof, keys }
}

async function change(
  db: PrismaClient,
  { sessionHash, requestId }: AskingAccount,
  { personId, what, keys }: Spent,
  secrets: { passwordHash: string | null; recoveryHashes: string[] | null },
): Promise<void> {
  const bound = secrets.passwordHash ?? secrets.recoveryHashes?.join(',') ?? ''
  const asked = ['own login', personId, ...Object.values(what), bound].join(' ')
  const mail = { ...newMail(), proof: loginProof(asked).toString('hex') }
  const [result] = await db.$queryRaw<{ changed: boolean }[]>`
    select change_own_login(${sessionHash}, ${secrets.passwordHash}, ${secrets.recoveryHashes}::text[],
      ${JSON.stringify({ ...what, ...keys })}::jsonb, ${JSON.stringify(mail)}::jsonb, ${requestId}) as changed`
  if (!result?.changed) {
    throw new UserError(WRONG)
  }
}
