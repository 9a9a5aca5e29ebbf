import type { Client } from 'pg'
import { v7 } from 'uuid'
import { z } from 'zod'
import { tokenHash } from '@/lib/crypto'
import { accountInitials } from '@/lib/domain/account-words'
import { invitationUrl, linkToken } from '@/lib/jobs/compose-message'

const Administrator = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email({ error: 'this is not an e-mail address' })),
  name: z.string().trim().min(2, { error: 'this is not a name' }).max(120, { error: 'the name is too long' }),
})

const UNIQUE_VIOLATION = '23505'

/**
 * Makes the account of an administrator with an invitation link for seven days, as the database's owner; the first account
 * of an installation comes to be this way. Refuses, in one line, an address that has an account already.
 */
export async function createAdministrator(
  client: Client,
  given: { email: string; name: string },
  site: { APP_SECRET: string; APP_URL: string },
): Promise<{ url: string } | { refusal: string }> {
  const parsed = Administrator.safeParse(given)
  if (!parsed.success) {
    return { refusal: `Not made: ${parsed.error.issues.map(({ message }) => message).join('; ')}.` }
  }
  const { email, name } = parsed.data
  const person = v7()
  const link = v7()
  await client.query('begin')
  try {
    await client.query('insert into person (id, email, name, initials) values ($1, $2, $3, $4)', [
      person,
      email,
      name,
      accountInitials(name),
    ])
    await client.query(`insert into platform_role (id, person_id, role) values ($1, $2, 'administrator')`, [
      v7(),
      person,
    ])
    await client.query(
      `insert into account_link (id, person_id, kind, token_hash, created_at, expires_at)
       values ($1, $2, 'invitation', $3, gips_now(), gips_now() + interval '7 days')`,
      [link, person, tokenHash(linkToken(link, site))],
    )
    await client.query(`select note_platform_line($1, 'change', 'account.createAdministrator', null, null)`, [person])
    await client.query('commit')
    return { url: invitationUrl(link, site) }
  } catch (error) {
    await client.query('rollback')
    if (Object(error).code === UNIQUE_VIOLATION) {
      return { refusal: `Not made: ${email} already has an account.` }
    }
    throw error
  }
}
