import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dashboardPage } from '@/lib/data/dashboard'
import { type DossierViewer, passGateAsking, passGateAtOnce, passGateIn, Refused } from '@/lib/gate'
import { plainConnections, type Statements } from '@/lib/statements'
import { readDashboard } from '@/tests/support/dashboard'
import { entered } from '@/tests/support/entering'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const viewers = ['director', 'gipsMaster', 'noteTaker', 'professional', 'caseManager', 'mother', 'father'] as const
const ground = onTwoDossiers()
let plain: ReturnType<typeof plainConnections>

beforeAll(() => {
  plain = plainConnections(ground.appUrl, 2)
})
afterAll(() => plain.close())

type Account = { tokenHash: Uint8Array }

const entryOf = ({ tokenHash }: Account) =>
  ({ sessionHash: tokenHash, code: ground.first.code, right: 'dossier.read', kind: 'read' }) as const

function enter<T>(account: Account, work: (viewer: DossierViewer<Statements>) => Promise<T>) {
  return passGateIn(plain.transact, entryOf(account), work)
}

const open = (account: Account) => passGateAtOnce(plain.atOnce, entryOf(account), dashboardPage)

const lines = () => ground.owner.auditLine.count({ where: { familyId: ground.first.family.id } })

describe('statements without the client', () => {
  test.each(viewers)('show %s the same dashboard as the client does', async (name) => {
    const account = ground.first.accounts[name]
    const door = { code: ground.first.code, right: 'dossier.read' } as const
    const passage = await open(account)
    expect(passage).toEqual({ outcome: 'entered', result: await entered(ground.app, account, door, readDashboard) })
  })

  test('let nobody in from outside, and keep the line of the refusal', async () => {
    for (const account of [ground.outsider, ground.region, ground.administrator, ground.second.accounts.director]) {
      const before = await lines()
      expect(await open(account)).toEqual({ outcome: 'refused' })
      expect(await lines()).toBe(before + 1)
    }
    expect(await open({ tokenHash: Buffer.alloc(32) })).toEqual({ outcome: 'anonymous' })
  })

  test('that are asked before the gate has answered find nothing for who is refused', async () => {
    const { outsider, region, administrator, second } = ground
    const ended = ground.first.accounts.endedProfessional
    for (const account of [outsider, region, administrator, second.accounts.director, second.accounts.mother, ended]) {
      const found: unknown[] = []
      const ask = async (tx: Statements) => found.push(...(await dashboardPage.ask(tx)))
      const work = () => Promise.reject(new Error('the work began'))
      expect(await passGateAsking(plain.transact, entryOf(account), { ask, work })).toEqual({ outcome: 'refused' })
      expect(found).toHaveLength(2)
      const values = found.flatMap((row) => Object.values(row as object)).filter((value) => value !== null)
      expect(values.flat()).toEqual([])
    }
  })

  test('leave the line of a refusal that is found behind the gate, and nothing of what went wrong', async () => {
    const before = await lines()
    const account = ground.first.accounts.professional
    expect(await enter(account, () => Promise.reject(new Refused('plan')))).toEqual({ outcome: 'refused' })
    expect(await lines()).toBe(before + 1)
    await expect(enter(account, () => Promise.reject(new Error('bug')))).rejects.toThrow('bug')
    expect(await lines()).toBe(before + 1)
  })

  test('see nothing without a gate, also on a connection that was inside a dossier a moment ago', async () => {
    await open(ground.first.accounts.director)
    const seen = await plain.transact((tx) => tx.$queryRaw<{ id: string }[]>`select id from family_member`)
    expect(seen).toEqual([])
  })

  test('go on after a statement that fails', async () => {
    const account = ground.first.accounts.director
    for (let turn = 0; turn < 5; turn += 1) {
      await expect(enter(account, ({ tx }) => tx.$queryRaw`select 1 / ${0}::int`)).rejects.toThrow('division by zero')
    }
    expect((await open(account)).outcome).toBe('entered')
  })

  test('give dates, whole numbers and instants as the client gives them', async () => {
    const ask = (tx: Statements) => tx.$queryRaw<Record<string, unknown>[]>`
      select date '2026-03-29' as day, 9007199254740993::bigint as number, timestamptz '2026-03-29 01:30:00Z' as at,
        ${'G-0001'}::text as code, ${['a', 'b,"c']}::text[] as list`
    const byClient = await ground.app.$transaction((tx) => ask(tx))
    expect(await plain.transact(ask)).toEqual(byClient)
    expect(byClient[0]).toMatchObject({ day: new Date('2026-03-29T00:00:00Z'), number: 9007199254740993n })
  })
})

describe('statements that travel with their commit', () => {
  const fails = (tx: Statements) => tx.$queryRaw`select 1 / ${0}::int`
  const reads = (ask: (tx: Statements) => Promise<unknown>) =>
    passGateAtOnce(plain.atOnce, entryOf(ground.first.accounts.director), { ask, make: () => 'shown' })

  test('show nothing and keep no line when one of them fails, also where its failure is hidden', async () => {
    const before = await lines()
    // More often than there are connections: each of them goes on.
    for (let turn = 0; turn < 3; turn += 1) {
      await expect(reads(fails)).rejects.toThrow('division by zero')
      for (const transaction of [reads, plain.transact]) {
        const hidden = transaction((tx: Statements) => fails(tx).catch(() => null))
        await expect(hidden).rejects.toThrow('nothing of its transaction was kept')
      }
    }
    expect(await lines()).toBe(before)
    expect(await reads(async () => null)).toEqual({ outcome: 'entered', result: 'shown' })
    expect(await lines()).toBe(before + 1)
  })

  test('refuse what is asked after an answer, which would stand outside of it', async () => {
    const late = async (tx: Statements) => {
      await tx.$queryRaw`select 1 as one`
      return tx.$queryRaw`select id from family`
    }
    await expect(reads(late)).rejects.toThrow('Asked after the commit')
  })

  test('are for rights alone that a closed dossier leaves', async () => {
    const entry = { ...entryOf(ground.first.accounts.director), right: 'members.edit' } as const
    const load = { ask: async () => null, make: () => 'shown' }
    await expect(passGateAtOnce(plain.atOnce, entry, load)).rejects.toThrow('not left in a closed dossier')
  })
})
