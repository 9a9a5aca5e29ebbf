import { verify } from '@node-rs/argon2'
import { recoveryHash } from '@/lib/authenticate'
import { tokenHash } from '@/lib/crypto'
import { UserError } from '@/lib/errors'
import { attemptKeys, countAttempt, noteRefusal } from '@/lib/login-attempts'
import { loginProof } from '@/lib/login-proof'
import type { PrismaClient } from '@/prisma/generated/client'
import { newMail } from './account-links'
import { confirmedStep, LINK_IS_OVER, linkRow } from './accounts'
import { newRecoveryCodes } from './new-secrets'
import { refuseHaste } from './own-login'

interface Given {
  token: string
  currentPassword: string
  code: string
  clientAddress: string
  requestId: string | null
}

/**
 * Links another app through the link that two administrators had sent; returns ten new recovery codes, shown once. The
 * password is asked, for whoever reads a mailbox must not get in by that alone; attempts count as for a login. Throws a
 * UserError where password or code is wrong, or the link was used in between.
 */
export async function completeFactorLink(db: PrismaClient, given: Given): Promise<string[]> {
  const row = await linkRow(db, given.token)
  const [account] = await db.$queryRaw<{ email: string; password_hash: string }[]>`
    select email, password_hash from account_for_new_factor(${tokenHash(given.token)})`
  if (!row || !account) {
    throw new UserError(LINK_IS_OVER)
  }
  const keys = attemptKeys(account.email, given.clientAddress)
  refuseHaste(await countAttempt(db, keys))
  if (!(await verify(account.password_hash, given.currentPassword))) {
    await noteRefusal(db, account.email, 'wrong', given.requestId)
    throw new UserError('Dit wachtwoord klopt niet.', 'currentPassword')
  }
  const step = confirmedStep(row, given.code)
  const codes = newRecoveryCodes()
  const kept = tokenHash(given.token)
  const mail = { ...newMail(), proof: loginProof(`factor ${kept.toString('hex')} ${step}`).toString('hex') }
  const [result] = await db.$queryRaw<{ used: boolean }[]>`
    select use_factor_link(${kept}, ${step}::bigint, ${codes.map(recoveryHash)}, ${JSON.stringify(keys)}::jsonb,
      ${JSON.stringify(mail)}::jsonb, ${given.requestId}) as used`
  if (!result?.used) {
    throw new UserError(LINK_IS_OVER)
  }
  return codes
}
