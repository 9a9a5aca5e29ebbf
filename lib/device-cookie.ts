import { randomBytes } from 'node:crypto'
import { tokenHash } from '@/lib/crypto'
import { isSecureSite } from '@/lib/session-cookie'

const ONE_YEAR_S = 365 * 86_400

/** The cookie by which a device is known on which alerts were switched on; it opens nothing. Logging out clears it. */
export function deviceCookieName(): string {
  return isSecureSite() ? '__Host-gips.device' : 'gips.device'
}

export function deviceCookieOptions() {
  return { httpOnly: true, sameSite: 'lax' as const, secure: isSecureSite(), path: '/', maxAge: ONE_YEAR_S }
}

export function newDeviceToken(): string {
  return randomBytes(32).toString('base64url')
}

/** By what the database knows a device; null for who has no such cookie, or another in its place. */
export function deviceHashIn(cookie: string | undefined): Buffer | null {
  return cookie && /^[\w-]{43}$/.test(cookie) ? tokenHash(cookie) : null
}
