import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { messagesPage } from '@/lib/data/dossier-messages'
import { messageCentre } from '@/lib/data/message-centre'
import { ALL_PAYLOADS } from '@/lib/data/outbox'
import { passPersonGate } from '@/lib/person-gate'
import { makeSignal } from '@/prisma/factories/signals'
import { makeShield } from '@/prisma/factories/team'
import type { Prisma } from '@/prisma/generated/client'
import { entered, listed } from '@/tests/support/entering'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as, strangersTo } from './dossier-ground'

const ground = onTwoDossiers()

beforeEach(async () => {
  await ground.owner.message.deleteMany()
})

type Given = Partial<Prisma.MessageUncheckedCreateInput>

/** A message to an account of the first dossier, as its cause would have written it. */
async function send(to: string, given: Given = {}): Promise<string> {
  const { first, owner } = ground
  const id = v7()
  const keys = { id, key: id, messageId: `${id}@gips.test`, recipientId: to, familyId: first.family.id }
  const payload = { code: first.code, plan: 'gips-1', planId: first.gips1.plan.id }
  await owner.message.create({ data: { ...keys, kind: 'planDefinitive', payload, state: 'sent', ...given } })
  return id
}

const idOf = (name: AccountName) => ground.first.accounts[name].personId
const open = (account: { tokenHash: Uint8Array }) => listed(ground.app, account, messageCentre)
const textsOf = async (name: AccountName) => (await open(ground.first.accounts[name])).messages.map(({ text }) => text)
const hasUnread = (account: { tokenHash: Uint8Array }) =>
  listed(ground.app, account, async (viewer) => viewer.hasUnread)

describe('the messages of one account', () => {
  test('are its own, the newest first, each with its code and the page that it is about', async () => {
    const { first } = ground
    await send(idOf('mother'))
    await send(idOf('director'), { kind: 'directorAppointed', payload: { code: first.code }, dueAt: new Date(1) })
    await send(idOf('director'), { dueAt: new Date(2) })
    const { messages } = await open(first.accounts.director)
    expect(messages).toMatchObject([
      { text: 'Er is een definitief plan.', code: first.code, href: `/gezinnen/${first.code}/plannen/gips-1` },
      { text: 'U bent nu casusregisseur.', code: first.code, href: `/gezinnen/${first.code}` },
    ])
  })

  test('stand there at once when only their mail waits for the morning, and not before they are due otherwise', async () => {
    const { mother } = ground.first.accounts
    const tomorrow = new Date(Date.now() + 86_400_000)
    await send(mother.personId, { state: 'waiting', dueAt: tomorrow })
    expect([await hasUnread(mother), (await open(mother)).messages]).toEqual([false, []])
    await send(mother.personId, { state: 'waiting', dueAt: tomorrow, inAppAt: new Date(60_000) })
    expect(await hasUnread(mother)).toBe(true)
    expect((await open(mother)).messages).toMatchObject([{ at: '1 januari 1970 om 01:01', isNew: true }])
    expect(await hasUnread(mother)).toBe(false)
    await send(mother.personId, { state: 'cancelled', dueAt: tomorrow, inAppAt: new Date(60_000) })
    expect((await open(mother)).messages).toHaveLength(1)
  })

  test('are new until the page was opened once, and the mark in the menu goes with that', async () => {
    const { mother, father } = ground.first.accounts
    expect(await hasUnread(mother)).toBe(false)
    await send(mother.personId)
    expect([await hasUnread(mother), await hasUnread(father)]).toEqual([true, false])
    expect((await open(mother)).messages).toMatchObject([{ isNew: true }])
    expect(await hasUnread(mother)).toBe(false)
    expect((await open(mother)).messages).toMatchObject([{ isNew: false }])
    await send(mother.personId)
    expect((await open(mother)).messages.map(({ isNew }) => isNew).sort()).toEqual([false, true])
  })

  test('are marked on the pages of a dossier too', async () => {
    const { accounts, code } = ground.first
    const inDossier = () =>
      entered(ground.app, accounts.director, { code, right: 'dossier.read' }, async (viewer) => viewer.hasUnread)
    expect(await inDossier()).toBe(false)
    await send(idOf('director'))
    expect(await inDossier()).toBe(true)
  })

  test('leave out what is not due yet and what was called off', async () => {
    await send(idOf('mother'), { dueAt: new Date(Date.now() + 3_600_000), state: 'waiting' })
    await send(idOf('mother'), { state: 'cancelled' })
    expect(await hasUnread(ground.first.accounts.mother)).toBe(false)
    expect(await textsOf('mother')).toEqual([])
    await send(idOf('mother'), { state: 'failed', lastError: 'the mail server answered 550 at RCPT TO' })
    expect(await textsOf('mother')).toEqual(['Er is een definitief plan.'])
  })

  test('are gone with the access to the dossier, and come back with it', async () => {
    const { owner, first } = ground
    await send(idOf('professional'))
    const where = { familyId: first.family.id, personId: idOf('professional') }
    await owner.teamMembership.updateMany({ where, data: { until: new Date() } })
    expect(await hasUnread(first.accounts.professional)).toBe(false)
    expect(await textsOf('professional')).toEqual([])
    await owner.teamMembership.updateMany({ where, data: { until: null } })
    expect(await textsOf('professional')).toEqual(['Er is een definitief plan.'])
  })

  test.each(['dossier', 'plan'] as const)('are gone while the %s is shielded from the account', async (subject) => {
    const { owner, first } = ground
    await send(idOf('mother'))
    const subjectId = subject === 'plan' ? first.gips1.plan.id : null
    const shield = await makeShield(owner, first.family, { subject, subjectId, personId: idOf('mother') })
    expect(await hasUnread(first.accounts.mother)).toBe(false)
    expect(await textsOf('mother')).toEqual([])
    await owner.shield.updateMany({ where: { id: shield.id }, data: { until: new Date() } })
    expect(await textsOf('mother')).toHaveLength(1)
  })

  test('tell of a signal to who takes over or was asked, and to nobody who no longer is', async () => {
    const { owner, first } = ground
    const { id: signal } = await makeSignal(owner, first.family, { reporterPersonId: idOf('professional') })
    const payload = { code: first.code, signal }
    for (const name of ['director', 'gipsMaster', 'noteTaker', 'professional'] as const) {
      await send(idOf(name), { kind: 'signalReported', payload })
    }
    expect(await textsOf('director')).toEqual(['Er is een nieuw signaal.'])
    expect(await textsOf('gipsMaster')).toHaveLength(1)
    expect([await textsOf('noteTaker'), await textsOf('professional')]).toEqual([[], []])
    await owner.signalView.create({
      data: { familyId: first.family.id, id: v7(), signalId: signal, personId: idOf('noteTaker') },
    })
    expect(await textsOf('noteTaker')).toHaveLength(1)
    await owner.signalView.deleteMany({ where: { signalId: signal } })
    await owner.safetySignal.updateMany({ where: { id: signal }, data: { state: 'closed' } })
  })

  test('never carry a link that opens an account', async () => {
    const link = v7()
    for (const kind of ['passwordReset', 'secondFactorLink', 'accountInvitation']) {
      await send(idOf('mother'), { kind, payload: { link }, familyId: null })
    }
    const centre = await open(ground.first.accounts.mother)
    expect(centre.messages).toHaveLength(3)
    expect(JSON.stringify(centre)).not.toContain(link)
    const [row] = await listed(
      ground.app,
      ground.first.accounts.mother,
      ({ tx }) => tx.$queryRaw<{ payload: object }[]>`select payload from read_my_messages()`,
    )
    expect(row?.payload).toEqual({})
  })

  test('hold no word of the dossier, and lead into no other', async () => {
    const { first } = ground
    for (const kind of Object.keys(ALL_PAYLOADS)) {
      const ids = {
        plan: 'gips-1',
        planId: first.gips1.plan.id,
        signal: v7(),
        assessment: v7(),
        agreement: v7(),
        on: '2026-03-12',
      }
      await send(idOf('director'), { kind, payload: { ...first.canary.all, code: first.code, ...ids } })
    }
    const { messages } = await open(first.accounts.director)
    expect(messages.length).toBeGreaterThan(10)
    expect(JSON.stringify(messages)).not.toContain(first.canary.word)
    const hrefs = messages.flatMap(({ href }) => href ?? [])
    expect(hrefs.filter((href) => !/^\/(mijn-afspraken|account)/.test(href) && !href.includes(first.code))).toEqual([])
  })

  test('are nobody else’s business, also for who asks the database', async () => {
    const { first, app, outsider } = ground
    await send(idOf('mother'))
    const ask = (session: Uint8Array) =>
      passPersonGate(
        app,
        { sessionHash: session },
        ({ tx }) => tx.$queryRaw<{ found: boolean }[]>`select has_unread_messages(${idOf('mother')}::uuid) as found`,
      )
    expect(await ask(outsider.tokenHash)).toEqual({ value: [{ found: false }] })
    expect(await ask(first.accounts.mother.tokenHash)).toEqual({ value: [{ found: true }] })
    for (const tokenHash of strangersTo(ground)) {
      expect((await open({ tokenHash })).messages).toEqual([])
    }
  })
})

describe('what is asked of one account', () => {
  test('follows what is open for it in its own dossiers, and leads there', async () => {
    const { owner, first } = ground
    const { id } = await makeSignal(owner, first.family, { reporterPersonId: idOf('professional') })
    await owner.signalView.create({
      data: { familyId: first.family.id, id: v7(), signalId: id, personId: idOf('noteTaker') },
    })
    const hrefs = async (name: AccountName) =>
      (await open(first.accounts[name])).requests.filter(({ href }) => href.includes(id)).map(({ text }) => text)
    expect(await hrefs('director')).toEqual(['Een signaal dat nog niemand zag.'])
    expect(await hrefs('noteTaker')).toEqual(['Er is gevraagd wat u van een signaal vindt.'])
    for (const name of ['mother', 'father', 'professional', 'carer'] as const) {
      expect(await hrefs(name)).toEqual([])
    }
    await owner.signalView.deleteMany({ where: { signalId: id } })
    await owner.safetySignal.updateMany({ where: { id }, data: { state: 'closed' } })
    expect([await hrefs('director'), await hrefs('noteTaker')]).toEqual([[], []])
  })

  test('is nothing for who has no part in a dossier, and says no word of one', async () => {
    for (const tokenHash of strangersTo(ground).slice(0, 4)) {
      expect((await open({ tokenHash })).requests).toEqual([])
    }
    for (const account of Object.values(ground.first.accounts)) {
      const centre = JSON.stringify(await open(account).catch(() => null))
      expect(centre).not.toContain(ground.first.canary.word)
      expect(centre).not.toContain(ground.second.code)
    }
  })
})

describe('the messages of a dossier', () => {
  const read = () => as(ground, 'director', 'messages.read', messagesPage)

  test('tell its director who got what and how that went, without what it said', async () => {
    const { first } = ground
    await send(idOf('mother'), { sentAt: new Date('2026-03-12T10:00:00Z') })
    await send(idOf('father'), { state: 'failed', lastError: 'the mail server answered 550 at RCPT TO' })
    await send(idOf('professional'), { state: 'cancelled', droppedReason: 'its reason is gone' })
    await send(idOf('deputy'), { state: 'cancelled', droppedReason: 'the involvement has ended' })
    await send(idOf('noteTaker'), { state: 'dropped', droppedReason: 'Het adres bestaat niet meer.' })
    await send(idOf('gipsMaster'), { state: 'waiting', dueAt: new Date(Date.now() + 3_600_000) })
    const { messages } = await read()
    const { mother, father, professional, deputy, noteTaker, gipsMaster } = first.accounts
    const of = ({ name }: { name: string }) => messages.find(({ who }) => who === name)
    expect(of(mother)).toMatchObject({
      what: 'plan is definitief',
      state: 'sent',
      detail: expect.stringContaining('11:00'),
    })
    expect(of(father)).toMatchObject({ state: 'failed', detail: expect.stringContaining('kent dit adres niet') })
    expect(of(professional)).toMatchObject({ state: 'dropped', detail: expect.stringContaining('niet meer nodig') })
    expect(of(deputy)).toMatchObject({ state: 'dropped', detail: 'Deze persoon deed intussen niet meer mee.' })
    expect(of(noteTaker)).toMatchObject({ state: 'dropped', detail: expect.stringContaining('bestaat niet meer') })
    expect(of(gipsMaster)).toMatchObject({ state: 'waiting', detail: expect.stringContaining('Gaat weg op') })
    expect(messages).toHaveLength(6)
  })

  test('are not those of another dossier, and open to the director and deputy alone', async () => {
    const { second, first, owner, app } = ground
    const id = v7()
    const keys = { id, key: id, messageId: id, recipientId: idOf('director'), familyId: second.family.id }
    await owner.message.create({ data: { ...keys, kind: 'directorAppointed', payload: { code: second.code } } })
    expect((await read()).messages).toEqual([])
    await send(idOf('mother'))
    const door = { code: first.code, right: 'messages.read' } as const
    for (const name of ['gipsMaster', 'noteTaker', 'professional', 'caseManager', 'mother', 'father'] as const) {
      expect(await entered(app, first.accounts[name], door, messagesPage)).toBe('refused')
      const around = { code: first.code, right: 'dossier.read' } as const
      expect(
        await entered(app, first.accounts[name], around, async (viewer) => (await messagesPage(viewer)).messages),
      ).toEqual([])
    }
    for (const tokenHash of strangersTo(ground)) {
      expect(await entered(app, { tokenHash }, door, messagesPage)).toBe('refused')
    }
  })
})
