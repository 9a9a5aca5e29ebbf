import { type NextRequest, NextResponse } from 'next/server'

// As lib/env reads it: a slash at the end does not count.
const ownOrigin = URL.canParse(process.env.APP_URL ?? '') ? new URL(process.env.APP_URL ?? '').origin : null

/**
 * Headers of every page: a content security policy with a fresh nonce. Not a guard: the gate decides who sees what. A
 * foreign or malformed Origin on a form gets 400 here, because Next answers it with 500.
 */
export function proxy(request: NextRequest): NextResponse {
  if (request.method !== 'GET' && request.method !== 'HEAD' && !hasOwnOrigin(request)) {
    return new NextResponse('Dit verzoek komt niet van deze website.', { status: 400 })
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

function hasOwnOrigin(request: NextRequest): boolean {
  const origin = request.headers.get('origin')
  return origin === null || origin === ownOrigin
}

function contentSecurityPolicy(nonce: string): string {
  const evaluation = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self' https://www.buienradar.nl",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "manifest-src 'self'",
    "worker-src 'self'",
    'report-uri /api/csp-report',
  ].join('; ')
}

export const config = {
  matcher: [{ source: '/((?!_next/static|favicon.ico|icon.svg|api/).*)' }],
}
