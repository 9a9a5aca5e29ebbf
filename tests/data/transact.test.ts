import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orBusy } from '@/lib/busy-answer'
import { connect } from '@/lib/db'
import { Busy, UserError } from '@/lib/errors'
import { plainConnections, type Statements, type Transact } from '@/lib/statements'
import { transactionsOf, triedTwice } from '@/lib/transact'
import type { PrismaClient } from '@/prisma/generated/client'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()
let db: PrismaClient
let plain: ReturnType<typeof plainConnections>

beforeAll(() => {
  db = connect(ground.ownerUrl, 2)
  plain = plainConnections(ground.ownerUrl, 2)
})
afterAll(async () => {
  await Promise.all([db.$disconnect(), plain.close()])
})

/**
 * Two who each hold one family and ask for the other's: PostgreSQL ends one of them, who begins again once the other is
 * through. How often each began.
 */
async function crossing(transact: Transact<Statements>, hold: typeof byStatement = byStatement): Promise<number[]> {
  const ids = [ground.first.family.id, ground.second.family.id]
  const began = [0, 0]
  const both = Promise.withResolvers<void>()
  const through = Promise.withResolvers<void>()
  let holding = 0
  const take = async (who: 0 | 1, [first = '', second = '']: string[]) => {
    await transact(async (tx) => {
      began[who] = (began[who] ?? 0) + 1
      if (began[who] > 1) await through.promise
      await hold(tx, first)
      holding += 1
      if (holding === 2) both.resolve()
      await both.promise
      await hold(tx, second)
    })
    through.resolve()
  }
  await Promise.all([take(0, ids), take(1, ids.toReversed())])
  return began.sort()
}

const byStatement = (tx: Statements, id: string): Promise<unknown> =>
  tx.$queryRaw`select 1 from family where id = ${id}::uuid for update`

describe('two changes that wait for each other', () => {
  test('both come through: the one that gave way is tried again', async () => {
    expect(await crossing(transactionsOf(db))).toEqual([1, 2])
  })

  test('both come through where they change rows by the client', async () => {
    const byClient = (tx: unknown, id: string) =>
      (tx as PrismaClient).family.update({ where: { id }, data: { name: 'Gezin Kruising' } })
    expect(await crossing(transactionsOf(db), byClient)).toEqual([1, 2])
  })

  test('both come through without the client', async () => {
    expect(await crossing(plain.transact)).toEqual([1, 2])
  })
})

describe('who comes when it is too busy', () => {
  const lost = Object.assign(new Error('deadlock detected'), { code: '40P01' })

  test('is told so after a race that is lost twice, and not before', async () => {
    let times = 0
    const lose = async (often: number) => {
      times += 1
      if (times <= often) throw lost
      return 'kept'
    }
    expect(await triedTwice(() => lose(1))).toBe('kept')
    times = 0
    await expect(triedTwice(() => lose(2))).rejects.toBeInstanceOf(Busy)
    expect(times).toBe(2)
    // Also where the loss was swallowed, and the transaction fails for it at its end.
    times = 0
    const swallow = () => lose(1).catch((cause) => Promise.reject(new Error('nothing was kept', { cause })))
    expect(await triedTwice(swallow)).toBe('kept')
    expect(times).toBe(2)
  })

  test('is told so where no connection comes free, and nothing is kept of work that takes too long', async () => {
    const single = connect(ground.ownerUrl, 1)
    const soon = transactionsOf(single, { maxWait: 20, timeout: 15_000 })
    const slow = transactionsOf(single, { maxWait: 15_000, timeout: 100 })
    let within: unknown
    const outcome = slow(async (tx) => {
      await tx.family.update({ where: { id: ground.first.family.id }, data: { name: 'Gezin Te Laat' } })
      within = await soon(async () => 'in').catch((error: unknown) => error)
      await tx.$queryRaw`select pg_sleep(0.3)::text`
    })
    await expect(outcome).rejects.toBeInstanceOf(Busy)
    expect(within).toBeInstanceOf(Busy)
    await single.$disconnect()
    const family = await ground.owner.family.findUniqueOrThrow({ where: { id: ground.first.family.id } })
    expect(family.name).not.toBe('Gezin Te Laat')
  })

  test('is answered with 503 by a handler, also where another bundle of the app said so; a bug is not', async () => {
    const answering = (error: Error) => orBusy(async (_: Request) => Promise.reject(error))(new Request('http://here'))
    const { digest, message } = new Busy(lost)
    for (const error of [new Busy(lost), Object.assign(new Error(message), { digest })]) {
      const answer = await answering(error)
      expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([503, '5', { message }])
    }
    await expect(answering(new Error('bug'))).rejects.toThrow('bug')
  })

  test('is not what a refusal or a bug says', async () => {
    for (const error of [new UserError('Kies een naam.'), new Error('bug')]) {
      let times = 0
      const fail = async () => {
        times += 1
        throw error
      }
      await expect(triedTwice(fail)).rejects.toBe(error)
      expect(times).toBe(1)
    }
  })
})
