import { generateSync } from 'otplib'
import { describe, expect, test } from 'vitest'
import { accountView, openRemovals } from '@/lib/data/account-list'
import { accountLink, completeLink, pendingSecret } from '@/lib/data/accounts'
import { completeFactorLink } from '@/lib/data/new-factor'
import { askRemoval, confirmRemoval, withdrawRemoval } from '@/lib/data/second-factor-removal'
import { makePlatformRole, makeSession } from '@/prisma/factories/accounts'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { administrationOn, PASSWORD } from './administration-ground'

const ground = onTwoDossiers()
const { as, administer, account, secondAdministrator, tokenOf, isLoggedIn } = administrationOn(ground)

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
