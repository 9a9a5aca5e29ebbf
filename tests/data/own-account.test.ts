import { generateSync } from 'otplib'
import { describe, expect, test } from 'vitest'
import { authenticate, recoveryHash } from '@/lib/authenticate'
import {
  acceptGuideline,
  changeOwnProfile,
  endOtherSessions,
  endOwnSession,
  organisationNames,
  ownAccount,
  ownSessions,
} from '@/lib/data/own-account'
import { changePassword, renewRecoveryCodes } from '@/lib/data/own-login'
import { appEnv } from '@/lib/env'
import { passPersonGate } from '@/lib/person-gate'
import { type PlatformViewer, passPlatformGate } from '@/lib/platform-gate'
import { makeOrganisation, makePerson, makeSession } from '@/prisma/factories/accounts'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const PASSWORD = 'Een prima wachtzin 7'
const NEW_PASSWORD = 'Een nieuwe wachtzin 8'

let made = 0

/** An account that is logged in, with a client address of its own. */
async function someone() {
  made += 1
  const totp = { secret: SECRET, masterKey: appEnv().MASTER_KEY }
  const email = `eigen${made}@voorbeeld.test`
  const person = await makePerson(ground.owner, { email, password: PASSWORD, totp })
  const { tokenHash } = await makeSession(ground.owner, person.id)
  return { ...person, tokenHash, asking: { sessionHash: tokenHash, clientAddress: `10.4.0.${made}`, requestId: null } }
}

/** A code for this moment, or so many half minutes later. */
const code = (later = 0) => generateSync({ secret: SECRET, epoch: Math.floor(Date.now() / 1000) + later * 30 })

async function as<T>(tokenHash: Uint8Array, work: (viewer: PlatformViewer) => Promise<T>): Promise<T> {
  const entry = { sessionHash: tokenHash, right: 'account.own' as const, kind: 'change' as const }
  const passage = await passPlatformGate(ground.app, entry, work)
  if (passage.outcome !== 'entered') {
    throw new Error(passage.outcome)
  }
  return passage.result
}

async function isLoggedIn(tokenHash: Uint8Array): Promise<boolean> {
  return (await passPersonGate(ground.app, { sessionHash: tokenHash }, async () => true)) !== null
}

describe('another password', () => {
  test('asks the present one and a code, ends the other sessions, and is told by mail', async () => {
    const who = await someone()
    const other = await makeSession(ground.owner, who.id)
    const given = { currentPassword: PASSWORD, code: code(), password: NEW_PASSWORD }
    await changePassword(ground.app, who.asking, given)
    expect(await isLoggedIn(who.tokenHash)).toBe(true)
    expect(await isLoggedIn(other.tokenHash)).toBe(false)
    const messages = await ground.owner.message.findMany({ where: { recipientId: who.id } })
    expect(messages).toMatchObject([{ kind: 'accountChanged', payload: {} }])
    const login = (password: string) =>
      authenticate(ground.app, {
        email: who.email,
        password,
        code: code(1),
        clientAddress: '10.5.0.1',
        requestId: null,
      })
    expect((await login(PASSWORD)).outcome).toBe('refused')
    expect((await login(NEW_PASSWORD)).outcome).toBe('open')
  })

  test.each([
    ['a wrong password', { currentPassword: 'Fout wachtwoord 12' }],
    ['a wrong code', { code: '000000' }],
    ['no code at all', { code: '' }],
    ['a recovery code that does not exist', { code: 'ABCD-EFGH-JKLM-NPQR' }],
  ])('is refused with %s, without telling which of the two was wrong', async (_what, wrong) => {
    const who = await someone()
    const given = { currentPassword: PASSWORD, code: code(), password: NEW_PASSWORD, ...wrong }
    await expect(changePassword(ground.app, who.asking, given)).rejects.toThrow('Wachtwoord of code klopt niet.')
    const { passwordHash } = await ground.owner.person.findUniqueOrThrow({ where: { id: who.id } })
    expect(passwordHash).toBe(who.passwordHash)
  })

  test('takes each code once, also when it is sent many times at once', async () => {
    const who = await someone()
    const given = { currentPassword: PASSWORD, code: code(), password: NEW_PASSWORD }
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, () => changePassword(ground.app, who.asking, given)),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('is slowed down after failures, like a login', async () => {
    const who = await someone()
    const given = { currentPassword: 'Fout wachtwoord 12', code: code(), password: NEW_PASSWORD }
    for (let turn = 0; turn < 6; turn++) {
      await expect(changePassword(ground.app, who.asking, given)).rejects.toThrow('klopt niet')
    }
    await expect(changePassword(ground.app, who.asking, given)).rejects.toThrow('te vaak geprobeerd')
  })

  test('is not for a session that is over', async () => {
    const who = await someone()
    await ground.owner.session.updateMany({ where: { personId: who.id }, data: { endedAt: new Date() } })
    const given = { currentPassword: PASSWORD, code: code(), password: NEW_PASSWORD }
    await expect(changePassword(ground.app, who.asking, given)).rejects.toThrow('niet meer ingelogd')
  })
})

test('new recovery codes take the place of the old ones; one of those proves who asks, once', async () => {
  const who = await someone()
  const old = 'ABCD-EFGH-JKLM-2345'
  const row = { id: crypto.randomUUID(), personId: who.id, codeHash: recoveryHash(old) }
  await ground.owner.recoveryCode.create({ data: row })
  const given = { currentPassword: PASSWORD, code: old }
  const codes = await renewRecoveryCodes(ground.app, who.asking, given)
  expect(new Set(codes).size).toBe(10)
  expect((await as(who.tokenHash, ownAccount)).recoveryCodes).toBe(10)
  await expect(renewRecoveryCodes(ground.app, who.asking, given)).rejects.toThrow('klopt niet')
  const login = (recovery: string) =>
    authenticate(ground.app, {
      email: who.email,
      password: PASSWORD,
      code: recovery,
      clientAddress: '10.5.0.2',
      requestId: null,
    })
  expect((await login(codes[0] ?? '')).outcome).toBe('open')
})

describe('sessions', () => {
  test('are listed for their owner, and end one by one or all but this one', async () => {
    const who = await someone()
    const [second, third] = [await makeSession(ground.owner, who.id), await makeSession(ground.owner, who.id)]
    const sessions = await as(who.tokenHash, ownSessions)
    expect(sessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1)
    expect(sessions).toHaveLength(3)
    const other = sessions.find(({ isCurrent }) => !isCurrent)?.id ?? expect.fail()
    await as(who.tokenHash, (viewer) => endOwnSession(viewer, other))
    await expect(as(who.tokenHash, (viewer) => endOwnSession(viewer, other))).rejects.toThrow('al voorbij')
    expect(await as(who.tokenHash, endOtherSessions)).toBe(1)
    expect(await isLoggedIn(who.tokenHash)).toBe(true)
    expect([await isLoggedIn(second.tokenHash), await isLoggedIn(third.tokenHash)]).toEqual([false, false])
  })

  test('of somebody else do not end', async () => {
    const [who, other] = [await someone(), await someone()]
    const [theirs] = await as(other.tokenHash, ownSessions)
    await expect(as(who.tokenHash, (viewer) => endOwnSession(viewer, theirs?.id ?? ''))).rejects.toThrow('al voorbij')
    expect(await isLoggedIn(other.tokenHash)).toBe(true)
  })
})

describe('what a professional tells of themselves', () => {
  const profile = { name: 'Saar de Vos', phone: '06 12345678', profession: 'arts', organisation: null }

  test('is kept, with an organisation that exists', async () => {
    const who = await someone()
    const { name: organisation } = await makeOrganisation(ground.owner)
    await as(who.tokenHash, (viewer) =>
      changeOwnProfile(viewer, { ...profile, organisation: organisation.toUpperCase() }),
    )
    expect(await as(who.tokenHash, ownAccount)).toMatchObject({ ...profile, organisation, isFamily: false })
    const unknown = { ...profile, organisation: 'Nergens' }
    await expect(as(who.tokenHash, (viewer) => changeOwnProfile(viewer, unknown))).rejects.toMatchObject({
      field: 'organisation',
    })
    expect(await as(who.tokenHash, organisationNames)).toContain(organisation)
  })

  test('includes the day on which the guideline was accepted, the first time only', async () => {
    const who = await someone()
    await as(who.tokenHash, acceptGuideline)
    const { guidelineAcceptedAt } = await ground.owner.person.findUniqueOrThrow({ where: { id: who.id } })
    expect(guidelineAcceptedAt).not.toBeNull()
    await as(who.tokenHash, acceptGuideline)
    expect((await ground.owner.person.findUniqueOrThrow({ where: { id: who.id } })).guidelineAcceptedAt).toEqual(
      guidelineAcceptedAt,
    )
    const lines = await ground.owner.auditLine.count({
      where: { personId: who.id, detail: { equals: { what: 'guideline' } } },
    })
    expect(lines).toBe(1)
  })

  test('is refused to a family account, whose name stands in the dossier', async () => {
    const { tokenHash } = ground.first.accounts.mother
    expect((await as(tokenHash, ownAccount)).isFamily).toBe(true)
    await expect(as(tokenHash, (viewer) => changeOwnProfile(viewer, profile))).rejects.toThrow('refused')
    expect(await as(tokenHash, organisationNames)).toEqual([])
  })
})
