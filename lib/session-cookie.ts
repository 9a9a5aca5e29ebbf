import { decode, encode } from 'next-auth/jwt'
import { tokenHash } from '@/lib/crypto'
import { appEnv } from '@/lib/env'

/** A session ends 12 hours after login at the latest; the row in the database is what counts. */
export const SESSION_HOURS = 12
export const IDLE_MINUTES = 30

/** Whether the site is served over https: only then can a cookie be Secure and carry the __Host- prefix. */
export function isSecureSite(): boolean {
  return appEnv().APP_URL.startsWith('https://')
}

export function sessionCookieName(): string {
  return isSecureSite() ? '__Host-gips.session' : 'gips.session'
}

export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: 'lax' as const, secure: isSecureSite(), path: '/', maxAge: SESSION_HOURS * 3600 }
}

/** The next-auth token around a session's opaque id; it carries nothing else. */
export async function sealSession(sessionToken: string): Promise<string> {
  return encode({ token: { sid: sessionToken }, secret: appEnv().APP_SECRET, maxAge: SESSION_HOURS * 3600 })
}

/** The last cookies that were opened: opening one derives a key anew and costs as much as a whole statement. */
const opened = new Map<string, Buffer>()
const MOST_OPENED = 2_000

/**
 * The hash by which the database knows the session in this cookie value; null for anything that is not ours. Whether that
 * session still counts, the database says each time.
 */
export async function sessionHashIn(cookie: string | undefined): Promise<Buffer | null> {
  if (!cookie) {
    return null
  }
  const known = opened.get(cookie)
  if (known) {
    return known
  }
  const token = await decode({ token: cookie, secret: appEnv().APP_SECRET }).catch(() => null)
  return typeof token?.sid === 'string' ? remember(cookie, tokenHash(token.sid)) : null
}

function remember(cookie: string, hash: Buffer): Buffer {
  const [oldest] = opened.keys()
  if (opened.size >= MOST_OPENED && oldest !== undefined) {
    opened.delete(oldest)
  }
  opened.set(cookie, hash)
  return hash
}
