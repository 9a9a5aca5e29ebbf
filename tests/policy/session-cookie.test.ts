import { encode } from 'next-auth/jwt'
import { beforeAll, expect, test, vi } from 'vitest'
import { randomToken, tokenHash } from '@/lib/crypto'
import { appEnv } from '@/lib/env'
import { sealSession, sessionHashIn } from '@/lib/session-cookie'

beforeAll(() => {
  vi.stubEnv('APP_SECRET', 'a secret of the tests, long enough for this')
  vi.stubEnv('MASTER_KEY', Buffer.alloc(32, 7).toString('base64'))
  vi.stubEnv('APP_URL', 'https://gips.example.nl')
  vi.stubEnv('APP_DATABASE_URL', 'postgresql://gips_app:p@db.example.nl/gips')
})

test('a sealed session opens to the hash of its id, each time it is asked', async () => {
  const token = randomToken()
  const cookie = await sealSession(token)
  expect(cookie).not.toContain(token)
  for (let turn = 0; turn < 3; turn += 1) {
    expect(await sessionHashIn(cookie)).toEqual(tokenHash(token))
  }
})

test('what is not ours, not whole or over its time opens to nothing, also after the true one was opened', async () => {
  const cookie = await sealSession(randomToken())
  await sessionHashIn(cookie)
  const middle = Math.floor(cookie.length / 2)
  const changed = cookie.slice(0, middle) + (cookie[middle] === 'A' ? 'B' : 'A') + cookie.slice(middle + 1)
  const foreign = await encode({ token: { sid: randomToken() }, secret: 'another secret of enough characters' })
  const over = await encode({ token: { sid: randomToken() }, secret: appEnv().APP_SECRET, maxAge: -3600 })
  const nameless = await encode({ token: { sub: 'someone' }, secret: appEnv().APP_SECRET })
  for (const wrong of [undefined, '', 'x', changed, cookie.slice(0, -1), foreign, over, nameless]) {
    expect(await sessionHashIn(wrong)).toBeNull()
  }
})
