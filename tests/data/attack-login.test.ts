import { createHmac } from 'node:crypto'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { authOptions } from '@/lib/auth-options'
import { authenticate, recoveryHash } from '@/lib/authenticate'
import { derivedToken, tokenHash } from '@/lib/crypto'
import { accountLink, askReset } from '@/lib/data/accounts'
import { appEnv } from '@/lib/env'
import { makePerson } from '@/prisma/factories/accounts'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()
const PASSWORD = 'Een prima wachtzin 7'
type Authorize = (given: unknown, request: object) => Promise<unknown>

let made = 0

async function account() {
  made += 1
  const totp = { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', masterKey: appEnv().MASTER_KEY }
  return makePerson(ground.owner, { email: `aanval${made}@voorbeeld.test`, password: PASSWORD, totp })
}

function attempt(email: string, clientAddress: string, given: { password?: string; code?: string } = {}) {
  return authenticate(ground.app, { email, password: 'x', code: '000000', clientAddress, requestId: null, ...given })
}

async function keys(): Promise<string[]> {
  return (await ground.owner.loginFailure.findMany({ select: { key: true } })).map(({ key }) => key)
}

describe('whoever reads the database and types what they like at the login', () => {
  test.each(['database role gips_app', 'database role gips_worker', 'audit heads', 'server actions', `link:${v7()}`])(
    'finds no derived secret among the keys of failed attempts after typing "%s"',
    async (purpose) => {
      await ground.owner.loginFailure.deleteMany({})
      await attempt(purpose, purpose)
      const secret = createHmac('sha256', appEnv().APP_SECRET).update(purpose).digest('hex')
      expect((await keys()).length).toBe(2)
      expect((await keys()).filter((key) => key.includes(secret))).toEqual([])
      expect((await keys()).join()).not.toContain(recoveryHash(purpose))
    },
  )
})

describe('one address for many', () => {
  test('is not slowed down by those who log in well', async () => {
    const who = await account()
    const codes = Array.from({ length: 45 }, (_, n) => `ABCD-EFGH-JKLM-${String(1000 + n)}`)
    await ground.owner.recoveryCode.createMany({
      data: codes.map((code) => ({ id: v7(), personId: who.id, codeHash: recoveryHash(code) })),
    })
    const outcomes = new Set<string>()
    for (const code of codes) {
      outcomes.add((await attempt(who.email, '10.50.0.1', { password: PASSWORD, code })).outcome)
    }
    expect([...outcomes]).toEqual(['open'])
  })

  test('is slowed down by failures, whatever accounts they name', async () => {
    let last = ''
    for (let turn = 0; turn < 43; turn++) {
      last = (await attempt(`niemand${turn}@voorbeeld.test`, '10.50.0.2')).outcome
    }
    expect(last).toBe('wait')
  })

  test('is a whole network where one customer has 2^64 addresses', async () => {
    await ground.owner.loginFailure.deleteMany({})
    for (const address of ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:DB8:1:2:0:0:0:3%eth0']) {
      await attempt('niemand@voorbeeld.test', address)
    }
    expect((await keys()).filter((key) => key.startsWith('address:'))).toHaveLength(1)
    await attempt('niemand@voorbeeld.test', '2001:db8:1:3::1')
    await attempt('niemand@voorbeeld.test', '::ffff:10.1.1.1')
    await attempt('niemand@voorbeeld.test', '10.1.1.1')
    expect((await keys()).filter((key) => key.startsWith('address:'))).toHaveLength(3)
  })
})

describe('what is typed at the login', () => {
  test.each([
    ['a NUL', 'iemand\u0000@voorbeeld.test'],
    ['half a character', 'iemand\ud800@voorbeeld.test'],
    ['very much', 'x'.repeat(100_000)],
  ])('may hold %s: refused, never an error', async (_what, email) => {
    expect(await attempt(email, '10.51.0.1', { password: email, code: email })).toEqual({ outcome: 'refused' })
  })

  test.each([undefined, {}, { email: { a: 1 }, password: ['x'], code: 5 }, { email: 'a@b.test', password: 'x' }])(
    'is refused by the provider when it is no form: %j',
    async (given) => {
      const { authorize } = (authOptions().providers[0] ?? expect.fail()).options as { authorize: Authorize }
      expect(await authorize(given, { headers: {} })).toBeNull()
    },
  )
})

describe('asking for a reset again and again', () => {
  test('makes three links an hour at most, and leaves the last one as it was', async () => {
    const who = await account()
    for (let turn = 0; turn < 6; turn++) {
      await askReset(ground.app, who.email, null)
    }
    const links = await ground.owner.accountLink.findMany({ where: { personId: who.id }, orderBy: { id: 'asc' } })
    expect(links).toHaveLength(3)
    const last = derivedToken(appEnv().APP_SECRET, `link:${links.at(-1)?.id}`)
    expect(await accountLink(ground.app, last)).toMatchObject({ email: who.email })
  })

  test('takes as long for an unknown address as for a known one', async () => {
    const who = await account()
    const duration = async (email: string) => {
      const start = performance.now()
      await askReset(ground.app, email, null)
      return performance.now() - start
    }
    const [known, unknown] = [await duration(who.email), await duration('niemand@voorbeeld.test')]
    expect(Math.min(known, unknown)).toBeGreaterThan(250)
  })

  test('has no link mailed to anybody but its own account', async () => {
    const [who, other] = [await account(), await account()]
    await askReset(ground.app, who.email, null)
    const message = await ground.owner.message.findFirstOrThrow({ where: { recipientId: who.id } })
    const isWanted = () =>
      ground.owner.$queryRaw<{ ok: boolean }[]>`select message_is_wanted(${message.id}::uuid) as ok`
    expect(await isWanted()).toEqual([{ ok: true }])
    await ground.owner.message.update({ where: { id: message.id }, data: { recipientId: other.id } })
    expect(await isWanted()).toEqual([{ ok: false }])
  })
})

describe('a session for somebody else', () => {
  test('is not opened by who can call the database’s functions but has not the secret of the app', async () => {
    const who = await account()
    const kept = tokenHash('zelf bedacht')
    const opened = ground.app.$queryRaw`
      select open_session(${who.id}::uuid, 99999999999::bigint, null, ${v7()}::uuid, ${kept}, 'x', 'y', ${kept}, null)`
    await expect(opened).rejects.toThrow(/did not ask for this/)
    const asked = ground.app.$queryRaw`
      select ask_password_reset(${who.email}, ${v7()}::uuid, ${kept}, ${v7()}::uuid, '{}'::jsonb, 'x', ${kept}, null)::text`
    await expect(asked).rejects.toThrow(/did not ask for this/)
    const hash = ground.app.$queryRaw`select password_hash from account_for_login(${who.email}, ${kept})`
    await expect(hash).rejects.toThrow(/did not ask for this/)
    await expect(ground.app.$queryRaw`select * from gips_secret.login_key`).rejects.toThrow(/permission denied/)
    expect(await ground.owner.session.count({ where: { personId: who.id } })).toBe(0)
  })
})
