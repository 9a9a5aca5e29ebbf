import { createHash, randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import webPush from 'web-push'
import { tickAgreement } from '@/lib/data/agreements'
import { messageCentre } from '@/lib/data/message-centre'
import { chooseEvents, keepDevice, ownAlerts, stopDevice } from '@/lib/data/push-devices'
import { type PlatformViewer, passPlatformGate } from '@/lib/platform-gate'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeDevice } from '@/prisma/factories/push'
import { listed } from '@/tests/support/entering'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as } from './dossier-ground'

const ground = onTwoDossiers()

beforeEach(async () => {
  await ground.owner.pushDevice.deleteMany()
  await ground.owner.message.deleteMany()
})

type Account = { tokenHash: Uint8Array; personId: string }
const accounts = () => ground.first.accounts

async function act<T>({ tokenHash }: Account, work: (viewer: PlatformViewer) => Promise<T>): Promise<T> {
  const entry = { sessionHash: tokenHash, right: 'account.own', kind: 'change' } as const
  const passage = await passPlatformGate(ground.app, entry, work)
  if (passage.outcome !== 'entered') throw new Error(passage.outcome)
  return passage.result
}

const subscription = (endpoint = `https://push.example/${randomBytes(8).toString('hex')}`) => ({
  endpoint,
  publicKey: webPush.generateVAPIDKeys().publicKey,
  auth: randomBytes(16).toString('base64url'),
  label: 'Chrome op Android',
})
const device = (name: string) => createHash('sha256').update(name).digest()
const keep = (account: Account, name: string, endpoint?: string) =>
  act(account, (viewer) => keepDevice(viewer, subscription(endpoint), device(name)))
const alertsOf = (account: Account, name = 'another') =>
  listed(ground.app, account, (viewer) => ownAlerts(viewer, device(name)))
const rows = () => ground.owner.pushDevice.count()

describe('a device', () => {
  test('is switched on by its owner, who sees it with where they are, and nobody else does', async () => {
    const { director, professional } = accounts()
    await keep(director, 'phone')
    expect((await alertsOf(director, 'phone')).devices).toMatchObject([
      { label: 'Chrome op Android', isCurrent: true, lastSent: null },
    ])
    expect((await alertsOf(director, 'laptop')).devices).toMatchObject([{ isCurrent: false }])
    expect((await alertsOf(professional)).devices).toEqual([])
    expect(await ground.owner.auditLine.count({ where: { subject: { startsWith: 'device ' } } })).toBe(1)
  })

  test('has one subscription: the newest, also when it was somebody else’s before', async () => {
    const { director, professional } = accounts()
    await keep(director, 'phone')
    await keep(director, 'phone')
    expect(await rows()).toBe(1)
    await keep(professional, 'phone')
    expect((await alertsOf(director)).devices).toEqual([])
    await keep(director, 'laptop', 'https://push.example/shared')
    await keep(professional, 'tablet', 'https://push.example/shared')
    expect((await alertsOf(director)).devices).toEqual([])
    expect((await alertsOf(professional)).devices).toHaveLength(2)
  })

  test('is stopped by its owner once, and by nobody else', async () => {
    const { director, professional } = accounts()
    await keep(director, 'phone')
    const [{ id } = { id: '' }] = (await alertsOf(director)).devices
    for (const stranger of [professional, ground.outsider, ground.administrator]) {
      await expect(act(stranger, (viewer) => stopDevice(viewer, id))).rejects.toThrow('stond al uit')
    }
    await act(director, (viewer) => stopDevice(viewer, id))
    await expect(act(director, (viewer) => stopDevice(viewer, id))).rejects.toThrow('stond al uit')
    expect(await rows()).toBe(0)
  })

  test('is forgotten when somebody logs out on it, also without a session, and when the account closes', async () => {
    const { director } = accounts()
    await keep(director, 'phone')
    await keep(director, 'laptop')
    await ground.app.$executeRaw`select forget_device(${device('phone')})`
    await ground.app.$executeRaw`select forget_device(${device('unknown')})`
    expect(await rows()).toBe(1)
    const { personId } = ground.outsider
    await makeDevice(ground.owner, personId)
    await ground.owner.person.update({ where: { id: personId }, data: { closedAt: new Date() } })
    expect(await ground.owner.pushDevice.count({ where: { personId } })).toBe(0)
    await ground.owner.person.update({ where: { id: personId }, data: { closedAt: null } })
    expect(await rows()).toBe(1)
  })

  test('is not for a family account, and nobody has more than ten', async () => {
    const { mother, teenager, gipsMaster } = accounts()
    for (const account of [mother, teenager]) {
      await expect(keep(account, 'phone')).rejects.toThrow('alleen voor professionals')
    }
    await Promise.all(Array.from({ length: 10 }, (_, count) => keep(gipsMaster, `device ${count}`)))
    await expect(keep(gipsMaster, 'one more')).rejects.toThrow('al tien')
    await keep(gipsMaster, 'device 3')
    expect(await rows()).toBe(10)
  })

  test('is out of reach of the app’s own statements, with its address and its keys', async () => {
    await makeDevice(ground.owner, accounts().director.personId)
    for (const statement of ['select endpoint from push_device', 'delete from push_device']) {
      await expect(ground.app.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied/)
    }
  })
})

describe('what somebody who directs is told besides signals', () => {
  const choose = (account: Account, ...events: ('agreementDone' | 'assessmentAnswered')[]) =>
    act(account, (viewer) => chooseEvents(viewer, events))
  const tick = async (name: AccountName, id: string) =>
    as(ground, name, 'agreement.tick', (viewer) =>
      tickAgreement(viewer, id, { state: 'done', remark: '', forDay: null }),
    )
  const told = async () =>
    (await ground.owner.message.findMany()).map(({ kind, recipientId, state }) => [kind, recipientId, state])

  async function agreementOf(name: AccountName) {
    const { gips1 } = ground.first
    const doers = [{ personId: accounts()[name].personId }]
    return makeAgreement(ground.owner, gips1.plan, { inForceAt: gips1.plan.stateChangedAt, doers })
  }

  test('is what they chose, and nothing before they did', async () => {
    const { director, deputy } = accounts()
    await tick('professional', (await agreementOf('professional')).id)
    expect(await told()).toEqual([])
    await choose(director, 'agreementDone')
    await choose(deputy, 'assessmentAnswered')
    const { id } = await agreementOf('professional')
    await tick('professional', id)
    expect(await told()).toEqual([['agreementDone', director.personId, 'sent']])
    const { messages } = await listed(ground.app, director, messageCentre)
    expect(messages).toMatchObject([{ text: 'Een afspraak is afgevinkt.', href: `/gezinnen/${ground.first.code}` }])
    await choose(director)
    await choose(deputy)
  })

  test('is not what they did themselves, and not what was not done', async () => {
    const { director, professional } = accounts()
    await choose(director, 'agreementDone', 'assessmentAnswered')
    await tick('director', (await agreementOf('director')).id)
    const { id } = await agreementOf('professional')
    await as(
      ground,
      'professional',
      'agreement.tick',
      ({ tx }) => tx.$queryRaw`select tell_directors('agreementDone', ${id}::uuid, 'gips.test')`,
    )
    await as(
      ground,
      'professional',
      'agreement.tick',
      ({ tx }) => tx.$queryRaw`select tell_directors('signalReported', ${id}::uuid, 'gips.test')`,
    )
    expect(await told()).toEqual([])
    await tick('professional', id)
    await ground.app.$transaction(async (tx) => {
      const { tokenHash } = ground.second.accounts.director
      await tx.$executeRaw`select set_config('gips.session', ${Buffer.from(tokenHash).toString('hex')}, true)`
      await tx.$executeRaw`select set_config('gips.family', ${ground.first.family.id}, true)`
      await tx.$queryRaw`select tell_directors('agreementDone', ${id}::uuid, 'gips.test')`
    })
    expect(await told()).toEqual([['agreementDone', director.personId, 'sent']])
    expect(professional.personId).not.toBe(director.personId)
    await choose(director)
  })
})
