import { generateSync } from 'otplib'
import { describe, expect, test } from 'vitest'
import { authenticate, recoveryHash } from '@/lib/authenticate'
import { derivedToken, tokenHash } from '@/lib/crypto'
import { accountLink, askReset, completeLink, pendingSecret } from '@/lib/data/accounts'
import { appEnv } from '@/lib/env'
import { passPersonGate } from '@/lib/person-gate'
import { makePerson } from '@/prisma/factories/accounts'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const PASSWORD = 'Een prima wachtzin 7'
const HALF_A_MINUTE = 30_000

let made = 0

/** An account with password and second factor, and a client address of its own. */
async function account() {
  made += 1
  const totp = { secret: SECRET, masterKey: appEnv().MASTER_KEY }
  const person = await makePerson(ground.owner, { email: `inlog${made}@voorbeeld.test`, password: PASSWORD, totp })
  return { ...person, clientAddress: `10.0.0.${made}` }
}

type Account = Awaited<ReturnType<typeof account>>

function logIn(who: Account, code: string, password = PASSWORD, clientAddress = who.clientAddress) {
  return authenticate(ground.app, { email: who.email, password, code, clientAddress, requestId: null })
}

/** A code for this moment, or so many half minutes later. */
function code(later = 0): string {
  return generateSync({ secret: SECRET, epoch: Math.floor((Date.now() + later * HALF_A_MINUTE) / 1000) })
}

function lastLine() {
  return ground.owner.auditLine.findFirstOrThrow({ orderBy: { id: 'desc' } })
}

describe('logging in', () => {
  test('opens a session with password and code together, and leaves a line', async () => {
    const who = await account()
    const result = await logIn(who, code())
    expect(result.outcome).toBe('open')
    expect(await lastLine()).toMatchObject({ kind: 'login', personId: who.id, familyId: null })
    const sessionHash = tokenHash(result.outcome === 'open' ? result.sessionToken : '')
    const inside = await passPersonGate(ground.app, { sessionHash }, async ({ personId }) => personId)
    expect(inside).toEqual({ value: who.id })
  })

  test.each([
    ['a wrong password', (who: Account) => logIn(who, code(), 'Fout wachtwoord 12')],
    ['a wrong code', (who: Account) => logIn(who, '000000')],
    ['a code of an hour ago', (who: Account) => logIn(who, code(-120))],
    ['an empty code', (who: Account) => logIn(who, '')],
    ['letters where a recovery code should be', (who: Account) => logIn(who, 'ABCD-EFGH-JKLM-NPQR')],
  ])('refuses %s and leaves a line', async (_what, attempt) => {
    expect(await attempt(await account())).toEqual({ outcome: 'refused' })
    expect(await lastLine()).toMatchObject({ kind: 'refusal', right: 'account.login' })
  })

  test('gives an unknown account the same answer, and leaves a line without a person', async () => {
    const stranger = { ...(await account()), email: 'niemand@voorbeeld.test' }
    expect(await logIn(stranger, code())).toEqual({ outcome: 'refused' })
    expect(await lastLine()).toMatchObject({ kind: 'refusal', personId: null })
  })

  test('hashes for an unknown account as long as for a wrong password', async () => {
    const who = await account()
    const duration = async (email: string) => {
      const start = performance.now()
      await authenticate(ground.app, {
        email,
        password: 'Fout wachtwoord 12',
        code: '000000',
        clientAddress: crypto.randomUUID(),
        requestId: null,
      })
      return performance.now() - start
    }
    // In turns, so that whatever else the machine does slows both alike.
    const times: [number, number][] = []
    for (let turn = 0; turn < 9; turn++) {
      times.push([await duration(who.email), await duration('niemand@voorbeeld.test')])
      await ground.owner.loginFailure.deleteMany({})
    }
    const middle = (which: 0 | 1) => times.map((pair) => pair[which]).sort((one, other) => one - other)[4] ?? 0
    const ratio = middle(0) / middle(1)
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })

  test('refuses a closed account and one whose second factor was never confirmed', async () => {
    for (const change of [{ closedAt: new Date() }, { totpConfirmedAt: null }]) {
      const who = await account()
      await ground.owner.person.update({ where: { id: who.id }, data: change })
      expect((await logIn(who, code())).outcome).toBe('refused')
    }
  })

  test('never accepts a code twice, nor an older one after a newer one', async () => {
    const who = await account()
    const [first, next] = [code(), code(1)]
    expect((await logIn(who, next)).outcome).toBe('open')
    expect((await logIn(who, next)).outcome).toBe('refused')
    expect((await logIn(who, first)).outcome).toBe('refused')
  })

  test('opens exactly one session for a code that is sent many times at once', async () => {
    const who = await account()
    const sent = code()
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, n) => logIn(who, sent, PASSWORD, `10.9.0.${n}`)))
    expect(outcomes.filter(({ outcome }) => outcome === 'open')).toHaveLength(1)
    expect(await ground.owner.session.count({ where: { personId: who.id } })).toBe(1)
  })

  test('takes a recovery code once, however it is typed, also when sent many times at once', async () => {
    const who = await account()
    const recovery = 'ABCD-EFGH-JKLM-2345'
    const row = { id: crypto.randomUUID(), personId: who.id, codeHash: recoveryHash(recovery) }
    await ground.owner.recoveryCode.create({ data: row })
    const outcomes = await Promise.all(
      ['abcdefghjklm2345', recovery, ' ABCD EFGH JKLM 2345'].map((typed) => logIn(who, typed)),
    )
    expect(outcomes.filter(({ outcome }) => outcome === 'open')).toHaveLength(1)
    expect((await logIn(who, recovery)).outcome).toBe('refused')
  })
})

describe('too many failures', () => {
  test('bring a delay that grows, for the right password too, and that ends', async () => {
    const who = await account()
    for (let turn = 0; turn < 6; turn++) {
      expect((await logIn(who, code(), 'Fout wachtwoord 12')).outcome).toBe('refused')
    }
    const first = await logIn(who, code())
    expect(first).toEqual({ outcome: 'wait', seconds: expect.any(Number) })
    await ground.owner.loginFailure.updateMany({ data: { blockedUntil: new Date(0) } })
    await logIn(who, code(), 'Fout wachtwoord 12')
    const second = await logIn(who, code())
    expect(second.outcome === 'wait' && first.outcome === 'wait' && second.seconds > first.seconds).toBe(true)
    await ground.owner.loginFailure.updateMany({ data: { blockedUntil: new Date(0) } })
    expect((await logIn(who, code())).outcome).toBe('open')
  })

  test('cannot be outrun by attempts at once', async () => {
    const who = await account()
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, (_, n) => logIn(who, code(), 'Fout wachtwoord 12', `10.8.0.${n}`)),
    )
    expect(outcomes.filter(({ outcome }) => outcome === 'refused').length).toBeLessThanOrEqual(6)
  })

  test('of one account do not lock another one, nor a session that is open', async () => {
    const [who, other] = [await account(), await account()]
    const open = await logIn(who, code())
    for (let turn = 0; turn < 8; turn++) {
      await logIn(who, code(), 'Fout wachtwoord 12')
    }
    expect((await logIn(other, code())).outcome).toBe('open')
    const sessionHash = tokenHash(open.outcome === 'open' ? open.sessionToken : '')
    expect(await passPersonGate(ground.app, { sessionHash }, async () => true)).toEqual({ value: true })
  })
})

describe('a link from a mail', () => {
  async function invited() {
    const person = await ground.owner.person.create({
      data: { id: crypto.randomUUID(), email: `nieuw${++made}@voorbeeld.test`, name: 'Nieuw Hier', initials: 'N.' },
    })
    const id = crypto.randomUUID()
    const token = derivedToken(appEnv().APP_SECRET, `link:${id}`)
    const expiresAt = new Date(Date.now() + 86_400_000)
    await ground.owner.accountLink.create({
      data: { id, personId: person.id, kind: 'invitation', tokenHash: new Uint8Array(tokenHash(token)), expiresAt },
    })
    return { person, token }
  }

  test('of an invitation sets password, factor and ten recovery codes, once', async () => {
    const { person, token } = await invited()
    const link = await accountLink(ground.app, token)
    expect(link).toMatchObject({ email: person.email, kind: 'invitation' })
    const secret = await pendingSecret(ground.app, token, link ?? expect.fail())
    expect(await pendingSecret(ground.app, token, link ?? expect.fail())).toBe(secret)
    const given = { token, password: PASSWORD, code: generateSync({ secret }), requestId: null }
    await expect(completeLink(ground.app, { ...given, code: '000000' })).rejects.toThrow(/code klopt niet/)
    const codes = await completeLink(ground.app, given)
    expect(new Set(codes).size).toBe(10)
    await expect(completeLink(ground.app, given)).rejects.toThrow(/werkt niet meer/)
    const spent = { ...person, clientAddress: '10.7.0.1' }
    expect((await logIn(spent, generateSync({ secret }))).outcome).toBe('refused')
    expect((await logIn(spent, codes[3] ?? '')).outcome).toBe('open')
  })

  test('of a reset sets the password, leaves the factor, ends every session and works once and for half an hour', async () => {
    const who = await account()
    const open = await logIn(who, code())
    await askReset(ground.app, who.email, null)
    const message = await ground.owner.message.findFirstOrThrow({
      where: { recipientId: who.id, kind: 'passwordReset' },
    })
    const { link } = message.payload as { link: string }
    const token = derivedToken(appEnv().APP_SECRET, `link:${link}`)
    const password = 'Een nieuwe wachtzin 8'
    expect(await completeLink(ground.app, { token, password, requestId: null })).toEqual([])
    expect(await accountLink(ground.app, token)).toBeNull()
    const sessionHash = tokenHash(open.outcome === 'open' ? open.sessionToken : '')
    expect(await passPersonGate(ground.app, { sessionHash }, async () => true)).toBeNull()
    expect((await logIn(who, code(1))).outcome).toBe('refused')
    expect((await logIn(who, code(1), password)).outcome).toBe('open')

    await askReset(ground.app, who.email, null)
    await ground.owner.accountLink.updateMany({
      where: { personId: who.id, usedAt: null },
      data: { expiresAt: new Date() },
    })
    const late = await ground.owner.accountLink.findFirstOrThrow({ where: { personId: who.id, usedAt: null } })
    expect(await accountLink(ground.app, derivedToken(appEnv().APP_SECRET, `link:${late.id}`))).toBeNull()
  })

  test('is not made for an unknown address or an account that was never set up, and nobody can tell', async () => {
    const { person } = await invited()
    const before = await ground.owner.message.count()
    expect(await askReset(ground.app, 'niemand@voorbeeld.test', null)).toBeUndefined()
    expect(await askReset(ground.app, person.email, null)).toBeUndefined()
    expect(await ground.owner.message.count()).toBe(before)
  })
})
