import { generateSync } from 'otplib'
import { describe, expect, test } from 'vitest'
import {
  changeAccount,
  closeAccount,
  endSessionsOf,
  inviteAccount,
  inviteAgain,
  reopenAccount,
  startReset,
} from '@/lib/data/account-administration'
import { accountsInList, accountView, administrationInShort } from '@/lib/data/account-list'
import { accountLink, completeLink, pendingSecret } from '@/lib/data/accounts'
import { endRole } from '@/lib/data/platform-roles'
import { makeRegion, makeSession } from '@/prisma/factories/accounts'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { administrationOn, freshEmail, PASSWORD } from './administration-ground'

const ground = onTwoDossiers()
const { as, administer, account, secondAdministrator, tokenOf, isLoggedIn } = administrationOn(ground)

function invitation(given: object = {}) {
  const email = freshEmail('genodigd')
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
      email: freshEmail('goed'),
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
