import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { authenticate } from '@/lib/authenticate'
import { tokenHash } from '@/lib/crypto'
import { appDatabase } from '@/lib/db'
import { LoginForm } from '@/lib/domain/account'
import { appEnv } from '@/lib/env'
import { clientAddressIn } from '@/lib/request'
import { isSecureSite, SESSION_HOURS, sessionCookieName, sessionCookieOptions } from '@/lib/session-cookie'

/**
 * next-auth as the holder of the cookie: its token carries the opaque id of a session row and nothing else; every
 * request looks the row up at the gate. The login form calls `authenticate` itself and sets the same cookie.
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: appEnv().APP_SECRET,
    useSecureCookies: isSecureSite(),
    session: { strategy: 'jwt', maxAge: SESSION_HOURS * 3600 },
    pages: { signIn: '/inloggen', error: '/inloggen' },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    providers: [
      Credentials({
        id: 'credentials',
        credentials: { email: { type: 'email' }, password: { type: 'password' }, code: { type: 'text' } },
        async authorize(given, request) {
          const form = LoginForm.safeParse(given)
          if (!form.success) {
            return null
          }
          const { email, password, code } = form.data
          const result = await authenticate(appDatabase(), {
            email,
            password,
            code,
            clientAddress: clientAddressIn(request.headers ?? {}),
            requestId: request.headers?.['x-request-id'] ?? null,
          })
          return result.outcome === 'open' ? { id: result.sessionToken } : null
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === 'string') {
          await appDatabase().$queryRaw`select end_session(${tokenHash(token.sid)}, 'logout', null)`
        }
      },
    },
  }
}
