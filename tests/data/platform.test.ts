import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { checkImport, importList } from '@/lib/data/account-import'
import { accountView, administrationInShort } from '@/lib/data/account-list'
import { organisationsInList, putOrganisation, putRegion, regionsInList } from '@/lib/data/organisations'
import { giveRole, setChair } from '@/lib/data/platform-roles'
import { dismissMessage, sendAgain, sendAllAgain, undeliveredMessages } from '@/lib/data/undelivered'
import { UserError } from '@/lib/errors'
import { passPlatformGate } from '@/lib/platform-gate'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { administrationOn } from './administration-ground'

const ground = onTwoDossiers()
const { as, administer, account } = administrationOn(ground)

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

test('a form outside any dossier leaves its line, also when it comes back with a sentence that tells something', async () => {
  const { region, app, owner } = ground
  const subject = 'region.register'
  const entry = { sessionHash: region.tokenHash, right: 'region.register', kind: 'change', subject } as const
  const lines = () =>
    owner.auditLine.findMany({ where: { personId: region.personId, subject }, orderBy: { id: 'asc' } })
  const probe = passPlatformGate(app, entry, async ({ tx }) => {
    const [account] = await tx.$queryRaw<{ name: string }[]>`
      select name from account_to_appoint(${ground.outsider.email})`
    throw new UserError(`${account?.name} werkt ergens anders.`)
  })
  await expect(probe).rejects.toThrow(ground.outsider.name)
  expect(await lines()).toMatchObject([{ kind: 'change', right: 'region.register', familyId: null }])
  const broken = passPlatformGate(app, entry, async () => {
    throw new Error('a bug')
  })
  await expect(broken).rejects.toThrow('a bug')
  expect(await lines()).toHaveLength(1)
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
