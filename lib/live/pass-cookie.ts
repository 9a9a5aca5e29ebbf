import { isSecureSite } from '@/lib/session-cookie'

/** The cookie of a projector pass: sent to the projector of one plan and its data, to nothing else. */
export function passCookieName(): string {
  return isSecureSite() ? '__Secure-gips.beamer' : 'gips.beamer'
}

/** The pass for a screen, as Set-Cookie lines: one for the page, one for its data and stream. */
export function passCookies(place: { code: string; plan: string }, token: string, expiresAt: Date): string[] {
  return ['/beamer', '/api/beamer'].map((start) => {
    const path = `${start}/${encodeURIComponent(place.code)}/${encodeURIComponent(place.plan)}`
    const parts = [`${passCookieName()}=${token}`, `Path=${path}`, `Expires=${expiresAt.toUTCString()}`]
    return [...parts, 'HttpOnly', 'SameSite=Strict', ...(isSecureSite() ? ['Secure'] : [])].join('; ')
  })
}
