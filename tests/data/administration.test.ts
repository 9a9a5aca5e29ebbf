import { generateSync } from 'otplib'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { derivedToken } from '@/lib/crypto'
import {
  changeAccount,
  closeAccount,
  endSessionsOf,
  inviteAccount,
  inviteAgain,
  reopenAccount,
  startReset,
} from '@/lib/data/account-administration'
import { checkImport, importList } from '@/lib/data/account-import'
import { accountsInList, accountView, administrationInShort, openRemovals } from '@/lib/data/account-list'
import { accountLink, completeLink, pendingSecret } from '@/lib/data/accounts'
import { completeFactorLink } from '@/lib/data/new-factor'
import { organisationsInList, putOrganisation, putRegion, regionsInList } from '@/lib/data/organisations'
import { endRole, giveRole, setChair } from '@/lib/data/platform-roles'
import { askRemoval, confirmRemoval, withdrawRemoval } from '@/lib/data/second-factor-removal'
import { dismissMessage, sendAgain, sendAllAgain, undeliveredMessages } from '@/lib/data/undelivered'
import { appEnv } from '@/lib/env'
import { passPersonGate } from '@/lib/person-gate'
import { type PlatformViewer, passPlatformGate } from '@/lib/platform-gate'
import type { PlatformRight } from '@/lib/policy'
import { makePerson, makePlatformRole, makeRegion, makeSession } from '@/prisma/factories/accounts'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const PASSWORD = 'Een prima wachtzin 7'

async function as<T>(
  tokenHash: Uint8Array,
  work: (viewer: PlatformViewer) => Promise<T>,
  right: PlatformRight = 'accounts.manage',
): Promise<T> {
  const passage = await passPlatformGate(ground.app, { sessionHash: tokenHash, right, kind: 'change' }, work)
  if (passage.outcome !== 'entered') {
    throw new Error(passage.outcome)
  }
  return passage.result
}

const administer = <T>(work: (viewer: PlatformViewer) => Promise<T>) => as(ground.administrator.tokenHash, work)

let made = 0

/** An account that can log in, of nobody in particular. */
async function account() {
  made += 1
  const totp = { secret: SECRET, masterKey: appEnv().MASTER_KEY }
  return makePerson(ground.owner, { email: `beheerd${made}@voorbeeld.test`, password: PASSWORD, totp })
}

/** Another administrator, who was one already yesterday. */
async function secondAdministrator() {
  const person = await account()
  const role = await makePlatformRole(ground.owner, person.id, 'administrator')
  const since = new Date(Date.now() - 86_400_000)
  await ground.owner.platformRole.update({ where: { id: role.id }, data: { since } })
  const { tokenHash } = await makeSession(ground.owner, person.id)
  return { ...person, roleId: role.id, tokenHash }
}

function invitation(given: object = {}) {
  made += 1
  const email = `genodigd${made}@voorbeeld.test`
  const plain = {
    profession: null,
    organisation: null,
    sector: null,
    administrator: false,
    institute: false,
    regionId: null,
  }
  return { email, name: 'Noor van der Linde', ...plain, ...given }
}

/** The token in the newest link of this kind to an account. */
async function tokenOf(personId: string, kind: 'invitation' | 'reset' | 'secondFactor'): Promise<string> {
  const link = await ground.owner.accountLink.findFirstOrThrow({ where: { personId, kind, usedAt: null } })
  return derivedToken(appEnv().APP_SECRET, `link:${link.id}`)
}

async function isLoggedIn(tokenHash: Uint8Array): Promise<boolean> {
  return (await passPersonGate(ground.app, { sessionHash: tokenHash }, async () => true)) !== null
}

function lastLine() {
  return ground.owner.auditLine.findFirstOrThrow({ orderBy: { id: 'desc' } })
}

describe('the gate of the platform', () => {
  test('lets in by the table of rights, and leaves a line of each passage and each refusal', async () => {
    await administer(administrationInShort)
    expect(await lastLine()).toMatchObject({
      personId: ground.administrator.personId,
      familyId: null,
      kind: 'change',
      right: 'accounts.manage',
      roles: ['administrator'],
    })
    for (const { tokenHash, personId } of [
      ground.outsider,
      ground.region,
      ground.institute,
      ground.first.accounts.director,
    ]) {
      await expect(as(tokenHash, administrationInShort)).rejects.toThrow('refused')
      expect(await lastLine()).toMatchObject({ personId, kind: 'refusal', right: 'accounts.manage' })
    }
    await expect(as(Buffer.alloc(32, 1), administrationInShort)).rejects.toThrow('anonymous')
    expect(await as(ground.outsider.tokenHash, async ({ name }) => name, 'account.own')).toBe('Gijs Buitenveld')
  })

  test('keeps the line of a refusal that the work finds itself', async () => {
    await expect(administer((viewer) => accountView(viewer, 'niemand'))).rejects.toThrow('refused')
    expect(await lastLine()).toMatchObject({ kind: 'refusal', personId: ground.administrator.personId })
  })
})

describe('inviting somebody', () => {
  test('makes an account with its roles, a link for seven days and one mail', async () => {
    const { id: regionId } = await makeRegion(ground.owner)
    const given = invitation({ organisation: 'Jeugdhulp De Toekomst', sector: 'youthHelp', regionId, institute: true })
    const id = await administer((viewer) => inviteAccount(viewer, given))
    const view = await administer((viewer) => accountView(viewer, id))
    expect(view).toMatchObject({
      name: given.name,
      state: 'invited',
      organisation: 'Jeugdhulp De Toekomst',
      openSessions: 0,
    })
    expect(view.roles.map(({ role }) => role).sort()).toEqual(['institute', 'regionCoordinator'])
    expect(view.invitation?.state).toBe('waiting')
    const [message] = await ground.owner.message.findMany({ where: { recipientId: id } })
    expect(message).toMatchObject({ kind: 'accountInvitation', familyId: null, state: 'waiting' })
    const link = await ground.owner.accountLink.findFirstOrThrow({ where: { personId: id } })
    expect(link.expiresAt.getTime() - link.createdAt.getTime()).toBe(7 * 86_400_000)
    const person = await ground.owner.person.findUniqueOrThrow({ where: { id } })
    expect(person).toMatchObject({ initials: 'NL', email: given.email })
  })

  test('works for who is invited: password, app, and in', async () => {
    const id = await administer((viewer) => inviteAccount(viewer, invitation()))
    const token = await tokenOf(id, 'invitation')
    const link = (await accountLink(ground.app, token)) ?? expect.fail()
    const secret = await pendingSecret(ground.app, token, link)
    const codes = await completeLink(ground.app, {
      token,
      password: PASSWORD,
      code: generateSync({ secret }),
      requestId: null,
    })
    expect(codes).toHaveLength(10)
    expect((await administer((viewer) => accountView(viewer, id))).state).toBe('active')
    await expect(administer((viewer) => inviteAgain(viewer, id))).rejects.toThrow('veranderd')
  })

  test('is refused at its field: an address in use, an organisation that nobody knows', async () => {
    const taken = invitation({ email: ground.outsider.email })
    await expect(administer((viewer) => inviteAccount(viewer, taken))).rejects.toMatchObject({ field: 'email' })
    const unknown = invitation({ organisation: 'Nergens' })
    await expect(administer((viewer) => inviteAccount(viewer, unknown))).rejects.toMatchObject({ field: 'sector' })
    expect(await ground.owner.person.count({ where: { email: unknown.email } })).toBe(0)
  })

  test('again stops the earlier link, three times an hour at most', async () => {
    const id = await administer((viewer) => inviteAccount(viewer, invitation()))
    const first = await tokenOf(id, 'invitation')
    await administer((viewer) => inviteAgain(viewer, id))
    expect(await accountLink(ground.app, first)).toBeNull()
    expect(await accountLink(ground.app, await tokenOf(id, 'invitation'))).toMatchObject({ kind: 'invitation' })
    await administer((viewer) => inviteAgain(viewer, id))
    await expect(administer((viewer) => inviteAgain(viewer, id))).rejects.toThrow('drie links')
  })

  test('at a wrong address is put right until the account is set up, and the first link stops', async () => {
    const given = invitation()
    const id = await administer((viewer) => inviteAccount(viewer, given))
    const first = await tokenOf(id, 'invitation')
    const right = {
      personId: id,
      email: `goed${made}@voorbeeld.test`,
      name: 'Noor Linde',
      profession: null,
      organisation: null,
      sector: null,
    }
    await administer((viewer) => changeAccount(viewer, right))
    expect(await accountLink(ground.app, first)).toBeNull()
    expect(await ground.owner.person.findUnique({ where: { id } })).toMatchObject({
      email: right.email,
      initials: 'NL',
    })
    const { id: active, email } = await account()
    await administer((viewer) => changeAccount(viewer, { ...right, personId: active, email: 'anders@voorbeeld.test' }))
    expect(await ground.owner.person.findUnique({ where: { id: active } })).toMatchObject({ email, name: 'Noor Linde' })
  })
})

describe('the list of accounts', () => {
  test('is searched and paged; family accounts are not in it', async () => {
    const search = (text: string) =>
      administer((viewer) => accountsInList(viewer, { search: text, state: null, page: 1 }))
    for (let more = 0; more < 10; more++) await account()
    const all = await search('')
    expect(all.rows).toHaveLength(25)
    expect(all.pages).toBe(Math.ceil(all.total / 25))
    expect(all.rows.map(({ email }) => email)).not.toContain(ground.first.accounts.mother.email)
    const page2 = await administer((viewer) => accountsInList(viewer, { search: '', state: null, page: 2 }))
    expect(page2.rows.map(({ id }) => id).filter((id) => all.rows.some((row) => row.id === id))).toEqual([])
    expect((await search('buitenv')).rows).toMatchObject([{ name: 'Gijs Buitenveld', state: 'invited' }])
    expect((await search('%')).rows).toEqual([])
  })

  test('shows one state on request', async () => {
    const { email } = await account()
    const only = (state: 'active' | 'closed') =>
      administer((viewer) => accountsInList(viewer, { search: email, state, page: 1 }))
    expect((await only('active')).total).toBe(1)
    expect((await only('closed')).total).toBe(0)
  })
})

describe('closing an account', () => {
  test('ends its sessions and links at once; reopened it is as it was', async () => {
    const { id } = await account()
    const { tokenHash } = await makeSession(ground.owner, id)
    await administer((viewer) => startReset(viewer, id))
    const token = await tokenOf(id, 'reset')
    await administer((viewer) => closeAccount(viewer, id))
    expect(await isLoggedIn(tokenHash)).toBe(false)
    expect(await accountLink(ground.app, token)).toBeNull()
    expect((await administer((viewer) => accountView(viewer, id))).state).toBe('closed')
    await expect(administer((viewer) => closeAccount(viewer, id))).rejects.toThrow('veranderd')
    await administer((viewer) => reopenAccount(viewer, id))
    expect((await administer((viewer) => accountView(viewer, id))).state).toBe('active')
    expect(await isLoggedIn(tokenHash)).toBe(false)
  })

  test('is not for oneself, and not for the last who administers', async () => {
    await expect(administer((viewer) => closeAccount(viewer, ground.administrator.personId))).rejects.toThrow(
      'eigen account',
    )
    const only = await secondAdministrator()
    await expect(administer((viewer) => closeAccount(viewer, only.id))).rejects.toThrow('overblijven')
    await expect(administer((viewer) => endRole(viewer, only.roleId))).rejects.toThrow('overblijven')
    const other = await secondAdministrator()
    await as(other.tokenHash, (viewer) => endRole(viewer, only.roleId))
    await expect(as(only.tokenHash, administrationInShort)).rejects.toThrow('refused')
    await ground.owner.platformRole.update({ where: { id: other.roleId }, data: { until: new Date() } })
  })
})

test('of two administrators who take the role from each other at once, one remains', async () => {
  const [one, other] = [await secondAdministrator(), await secondAdministrator()]
  const outcomes = await Promise.allSettled([
    as(one.tokenHash, (viewer) => endRole(viewer, other.roleId)),
    as(other.tokenHash, (viewer) => endRole(viewer, one.roleId)),
  ])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await ground.owner.platformRole.updateMany({
    where: { id: { in: [one.roleId, other.roleId] } },
    data: { until: new Date() },
  })
})

test('all sessions of an account end on request, and the number is told', async () => {
  const { id } = await account()
  const sessions = [await makeSession(ground.owner, id), await makeSession(ground.owner, id)]
  expect((await administer((viewer) => accountView(viewer, id))).openSessions).toBe(2)
  expect(await administer((viewer) => endSessionsOf(viewer, id))).toBe(2)
  expect(await Promise.all(sessions.map(({ tokenHash }) => isLoggedIn(tokenHash)))).toEqual([false, false])
  expect(await isLoggedIn(ground.administrator.tokenHash)).toBe(true)
})

test('a reset that an administrator starts sets the password only, and tells no third person', async () => {
  const { id } = await account()
  await administer((viewer) => startReset(viewer, id))
  const token = await tokenOf(id, 'reset')
  expect(await completeLink(ground.app, { token, password: 'Een nieuwe wachtzin 8', requestId: null })).toEqual([])
  const before = await ground.owner.person.findUniqueOrThrow({ where: { id } })
  expect(before.totpConfirmedAt).not.toBeNull()
})

describe('a lost second factor', () => {
  const ask = (personId: string) =>
    administer((viewer) => askRemoval(viewer, { personId, reason: 'Gebeld en herkend' }))

  async function asked() {
    const person = await account()
    await ask(person.id)
    const { removal } = await administer((viewer) => accountView(viewer, person.id))
    return { person, removalId: removal?.id ?? expect.fail() }
  }

  test('is not removed by one administrator alone, nor by the person', async () => {
    const { person, removalId } = await asked()
    await expect(administer((viewer) => confirmRemoval(viewer, removalId))).rejects.toThrow('andere beheerder')
    await expect(ask(person.id)).rejects.toThrow('al gevraagd')
    await expect(ask(ground.administrator.personId)).rejects.toThrow('eigen account')
    await makePlatformRole(ground.owner, person.id, 'administrator')
    const own = await makeSession(ground.owner, person.id)
    await expect(as(own.tokenHash, (viewer) => confirmRemoval(viewer, removalId))).rejects.toThrow('andere beheerder')
    await ground.owner.platformRole.updateMany({ where: { personId: person.id }, data: { until: new Date() } })
    const rows = await ground.owner.person.findUniqueOrThrow({ where: { id: person.id } })
    expect(rows.totpConfirmedAt).not.toBeNull()
  })

  test('is not removed by who became administrator only after it was asked', async () => {
    const { removalId } = await asked()
    const puppet = await account()
    const role = await makePlatformRole(ground.owner, puppet.id, 'administrator')
    const { tokenHash } = await makeSession(ground.owner, puppet.id)
    await expect(as(tokenHash, (viewer) => confirmRemoval(viewer, removalId))).rejects.toThrow('pas beheerder')
    await ground.owner.platformRole.update({ where: { id: role.id }, data: { until: new Date() } })
  })

  test('is removed by the second; the person hears of both, and links another app with the password', async () => {
    const { person, removalId } = await asked()
    const second = await secondAdministrator()
    const { tokenHash } = await makeSession(ground.owner, person.id)
    const mine = expect.objectContaining({ personId: person.id, isOwn: false })
    expect(await as(second.tokenHash, openRemovals)).toContainEqual(mine)
    await as(second.tokenHash, (viewer) => confirmRemoval(viewer, removalId))
    expect(await isLoggedIn(tokenHash)).toBe(false)
    expect((await administer((viewer) => accountView(viewer, person.id))).state).toBe('withoutFactor')
    const kinds = await ground.owner.message.findMany({ where: { recipientId: person.id }, orderBy: { id: 'asc' } })
    expect(kinds.map(({ kind }) => kind)).toEqual(['secondFactorAsked', 'secondFactorLink'])

    const token = await tokenOf(person.id, 'secondFactor')
    const link = (await accountLink(ground.app, token)) ?? expect.fail()
    const secret = await pendingSecret(ground.app, token, link)
    const given = {
      token,
      currentPassword: PASSWORD,
      code: generateSync({ secret }),
      clientAddress: '10.3.0.1',
      requestId: null,
    }
    await expect(completeFactorLink(ground.app, { ...given, currentPassword: 'Fout' })).rejects.toMatchObject({
      field: 'currentPassword',
    })
    await expect(completeFactorLink(ground.app, { ...given, code: '000000' })).rejects.toMatchObject({ field: 'code' })
    await expect(
      completeLink(ground.app, { token, password: 'Gekaapt wachtwoord', code: given.code, requestId: null }),
    ).rejects.toThrow('werkt niet')
    expect(await completeFactorLink(ground.app, given)).toHaveLength(10)
    await expect(completeFactorLink(ground.app, given)).rejects.toThrow('werkt niet')
    expect((await administer((viewer) => accountView(viewer, person.id))).state).toBe('active')
    await ground.owner.platformRole.update({ where: { id: second.roleId }, data: { until: new Date() } })
  })

  test('slows down who guesses the password behind the link', async () => {
    const { person, removalId } = await asked()
    const second = await secondAdministrator()
    await as(second.tokenHash, (viewer) => confirmRemoval(viewer, removalId))
    const token = await tokenOf(person.id, 'secondFactor')
    const guess = () =>
      completeFactorLink(ground.app, {
        token,
        currentPassword: 'x',
        code: '1',
        clientAddress: '10.3.0.2',
        requestId: null,
      })
    for (let turn = 0; turn < 6; turn++) {
      await expect(guess()).rejects.toMatchObject({ field: 'currentPassword' })
    }
    await expect(guess()).rejects.toThrow('te vaak geprobeerd')
    await ground.owner.platformRole.update({ where: { id: second.roleId }, data: { until: new Date() } })
  })

  test('stays when the request is withdrawn, or older than three days', async () => {
    const { person, removalId } = await asked()
    await administer((viewer) => withdrawRemoval(viewer, removalId))
    const second = await secondAdministrator()
    await expect(as(second.tokenHash, (viewer) => confirmRemoval(viewer, removalId))).rejects.toThrow('er niet meer')
    await ask(person.id)
    const old = new Date(Date.now() - 4 * 86_400_000)
    await ground.owner.secondFactorRemoval.updateMany({
      where: { personId: person.id, decidedAt: null },
      data: { askedAt: old },
    })
    const { removal } = await administer((viewer) => accountView(viewer, person.id))
    expect(removal?.isOver).toBe(true)
    await expect(as(second.tokenHash, (viewer) => confirmRemoval(viewer, removal?.id ?? ''))).rejects.toThrow(
      'er niet meer',
    )
    await ask(person.id)
    await ground.owner.platformRole.update({ where: { id: second.roleId }, data: { until: new Date() } })
  })

  test('is never removed by one pair of eyes, whatever statement is made', async () => {
    const { person, removalId } = await asked()
    const own = { decidedById: ground.administrator.personId, decidedAt: new Date(), isConfirmed: true }
    await expect(ground.owner.secondFactorRemoval.update({ where: { id: removalId }, data: own })).rejects.toThrow(
      /four_eyes/,
    )
    expect(person.totpConfirmedAt).not.toBeNull()
  })
})

describe('roles, chairs, organisations and regions', () => {
  test('a role is given once, and never to a family member’s account', async () => {
    const { id } = await account()
    const role = { role: 'institute' as const, regionId: null }
    await administer((viewer) => giveRole(viewer, { personId: id, role }))
    await expect(administer((viewer) => giveRole(viewer, { personId: id, role }))).rejects.toMatchObject({
      field: 'role',
    })
    const { personId } = ground.first.accounts.mother
    await expect(administer((viewer) => giveRole(viewer, { personId, role }))).rejects.toMatchObject({ field: 'role' })
  })

  test('a chair is in training under one who is certified, then certified, then neither', async () => {
    const [teacher, learner] = [await account(), await account()]
    const set = (personId: string, standing: 'none' | 'training' | 'certified', given = {}) =>
      administer((viewer) => setChair(viewer, { personId, standing, certifiedOn: null, supervisorId: null, ...given }))
    const chairOf = async (id: string) => (await administer((viewer) => accountView(viewer, id))).chair
    await expect(set(learner.id, 'training', { supervisorId: teacher.id })).rejects.toMatchObject({
      field: 'supervisorId',
    })
    await set(teacher.id, 'certified', { certifiedOn: '2024-03-01' })
    await set(learner.id, 'training', { supervisorId: teacher.id })
    expect(await chairOf(learner.id)).toMatchObject({ certifiedOn: null, supervisor: teacher.name })
    await set(learner.id, 'certified', { certifiedOn: '2025-03-01' })
    expect(await chairOf(learner.id)).toMatchObject({ certifiedOn: '2025-03-01', supervisorId: null })
    await expect(set(learner.id, 'certified', { certifiedOn: '2999-01-01' })).rejects.toMatchObject({
      field: 'certifiedOn',
    })
    await set(learner.id, 'none')
    expect(await chairOf(learner.id)).toBeNull()
  })

  test('an organisation and a region have a name of their own, and are changed in their place', async () => {
    const organisation = { id: null, name: 'Wijkteam Zuid', sector: 'municipality', place: null }
    await administer((viewer) => putOrganisation(viewer, organisation))
    await expect(
      administer((viewer) => putOrganisation(viewer, { ...organisation, name: 'wijkteam zuid' })),
    ).rejects.toMatchObject({ field: 'name' })
    const [found] = (await administer((viewer) => organisationsInList(viewer, { search: 'wijkteam z', page: 1 }))).rows
    await administer((viewer) => putOrganisation(viewer, { ...organisation, id: found?.id ?? '', place: 'Zuidstad' }))
    expect(
      (await administer((viewer) => organisationsInList(viewer, { search: 'zuidstad', page: 1 }))).rows,
    ).toHaveLength(1)
    await administer((viewer) => putRegion(viewer, { id: null, name: 'Regio Zuid', retentionYears: 30 }))
    await expect(
      administer((viewer) => putRegion(viewer, { id: null, name: 'REGIO ZUID', retentionYears: 20 })),
    ).rejects.toMatchObject({ field: 'name' })
    expect(await administer(regionsInList)).toContainEqual(
      expect.objectContaining({ name: 'Regio Zuid', retentionYears: 30 }),
    )
  })
})

describe('a list that is imported', () => {
  test('is all or nothing, and every line that is wrong is told', async () => {
    const list = `naam;e-mail;organisatie\nNoor Vos;vos@import.test;Onbekend\nBas Kok;${ground.outsider.email};\nGoed Zo;goed@import.test;`
    const check = await administer((viewer) => checkImport(viewer, list))
    expect(check).toMatchObject({ kind: 'people', count: 3 })
    expect(check.problems.map(({ line }) => line)).toEqual([2, 3])
    await expect(administer((viewer) => importList(viewer, list))).rejects.toMatchObject({ field: 'list' })
    expect(await ground.owner.person.count({ where: { email: { endsWith: '@import.test' } } })).toBe(0)
  })

  test('brings in organisations first and their people after, each with an invitation', async () => {
    await administer((viewer) => importList(viewer, 'naam;sector;plaats\nDe Haven;zorg;Waterhuizen'))
    expect(await administer((viewer) => checkImport(viewer, 'naam;sector\nDE HAVEN;zorg'))).toMatchObject({
      problems: [{ line: 2 }],
    })
    await administer((viewer) =>
      importList(viewer, 'naam;e-mail;beroep;organisatie\nNoor Vos;noor@haven.test;arts;de haven'),
    )
    const person = await ground.owner.person.findUniqueOrThrow({
      where: { email: 'noor@haven.test' },
      include: { organisation: true, messages: true },
    })
    expect(person).toMatchObject({
      profession: 'arts',
      organisation: { name: 'De Haven' },
      messages: [{ kind: 'accountInvitation' }],
    })
  })
})

describe('mail that did not arrive', () => {
  async function failed(given: { state?: 'failed' | 'dead' | 'waiting'; dueAt?: Date; lastError?: string } = {}) {
    const id = v7()
    const { id: recipientId } = await account()
    const keys = { id, key: id, messageId: id, recipientId }
    await ground.owner.message.create({
      data: {
        ...keys,
        kind: 'accountChanged',
        payload: {},
        state: 'failed',
        lastError: 'the mail server answered 550 at RCPT TO',
        ...given,
      },
    })
    return id
  }

  test('is listed with what was wrong, is tried again, and leaves the list when it is dismissed', async () => {
    const id = await failed()
    const [message] = (await administer(undeliveredMessages)).filter((each) => each.id === id)
    expect(message).toMatchObject({
      isGivenUp: true,
      isWanted: true,
      problem: expect.stringContaining('kent dit adres niet'),
    })
    await administer((viewer) => sendAgain(viewer, id))
    expect(await ground.owner.message.findUnique({ where: { id } })).toMatchObject({ state: 'waiting', attempts: 0 })
    const [job] = await ground.owner.$queryRaw<
      { attempts: number }[]
    >`select attempts from graphile_worker._private_jobs where key = ${id}`
    expect(job).toEqual({ attempts: 0 })
    const other = await failed({ state: 'dead' })
    await administer((viewer) => dismissMessage(viewer, other, 'Het adres klopt niet.'))
    expect(await ground.owner.message.findUnique({ where: { id: other } })).toMatchObject({
      state: 'dropped',
      droppedReason: 'Het adres klopt niet.',
    })
    expect((await administer(undeliveredMessages)).map((each) => each.id)).not.toContain(other)
    await expect(administer((viewer) => dismissMessage(viewer, other, 'Nog eens.'))).rejects.toThrow('niet meer')
  })

  test('includes what waits for over a quarter of an hour, and not what has just been written', async () => {
    const late = await failed({ state: 'waiting', dueAt: new Date(Date.now() - 1_000_000) })
    const fresh = await failed({ state: 'waiting', dueAt: new Date() })
    const ids = (await administer(undeliveredMessages)).map(({ id }) => id)
    expect(ids).toContain(late)
    expect(ids).not.toContain(fresh)
  })

  test('goes to a message once, also when two administrators press at once; it keeps its Message-ID and its line', async () => {
    const id = await failed()
    const before = await ground.owner.message.findUniqueOrThrow({ where: { id } })
    const tries = await Promise.allSettled([1, 2, 3].map(() => administer((viewer) => sendAgain(viewer, id))))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await ground.owner.message.findUniqueOrThrow({ where: { id } })).messageId).toBe(before.messageId)
    expect(await ground.owner.auditLine.count({ where: { subject: `message ${id}` } })).toBe(1)
  })

  test('is sent again for all of one reason and no other, once', async () => {
    await ground.owner.message.updateMany({
      where: { state: { in: ['failed', 'dead'] } },
      data: { state: 'cancelled' },
    })
    const ids = [await failed(), await failed({ state: 'dead' })]
    const other = await failed({ lastError: 'the mail server answered 421' })
    const reason = 'the mail server answered 550 at RCPT TO'
    const tries = await Promise.allSettled([1, 2].map(() => administer((viewer) => sendAllAgain(viewer, reason))))
    expect(tries.map((each) => (each.status === 'fulfilled' ? each.value : 'refused')).sort()).toEqual([2, 'refused'])
    const states = await ground.owner.message.findMany({ where: { id: { in: [...ids, other] } } })
    expect(states.map(({ id, state }) => [id, state]).sort()).toEqual(
      [...ids.map((id) => [id, 'waiting']), [other, 'failed']].sort(),
    )
    const jobs = await ground.owner.$queryRaw<{ key: string }[]>`
      select key from graphile_worker._private_jobs where key = any (${ids}) order by key`
    expect(jobs.map(({ key }) => key)).toEqual([...ids].sort())
  })

  test('tells an alert about a dossier from the rest, and puts it first; of neither which dossier', async () => {
    const { first } = ground
    await failed()
    const id = await failed()
    await ground.owner.message.update({
      where: { id },
      data: { kind: 'signalReported', familyId: first.family.id, payload: { code: first.code, signal: v7() } },
    })
    const messages = await administer(undeliveredMessages)
    expect(messages[0]).toMatchObject({ id, isAlert: true, isWanted: true, what: 'dringend bericht over een dossier' })
    expect(JSON.stringify(messages)).not.toContain(first.code)
    expect(messages.filter(({ isAlert }) => isAlert)).toHaveLength(1)
  })
})
