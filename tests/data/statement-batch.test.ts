import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainConnections, type Statements } from '@/lib/statements'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()
let plain: ReturnType<typeof plainConnections>

// One connection: whatever one transaction leaves behind, the next one finds.
beforeAll(() => {
  plain = plainConnections(ground.ownerUrl, 1)
})
afterAll(() => plain.close())

const ways = ['transact', 'atOnce'] as const
const divides = (tx: Statements) => tx.$queryRaw`select 1 / ${0}::int`
const renames = (tx: Statements, name: string) =>
  tx.$executeRaw`update family set name = ${name} where id = ${ground.first.family.id}::uuid`
const name = async () => {
  const family = await ground.owner.family.findUniqueOrThrow({ where: { id: ground.first.family.id } })
  return family.name
}
const works = (way: (typeof ways)[number]) => plain[way]((tx) => tx.$queryRaw<{ one: number }[]>`select 1 as one`)

describe.each(ways)('statements in one piece (%s)', (way) => {
  test('are one transaction, each with its own answer', async () => {
    const [first, changed, third] = await plain[way]((tx) =>
      Promise.all([
        tx.$queryRaw<{ id: string }[]>`select pg_current_xact_id()::text as id`,
        renames(tx, `Gezin Stuk ${way}`),
        tx.$queryRaw<{ id: string; name: string }[]>`
          select pg_current_xact_id()::text as id, name from family where id = ${ground.first.family.id}::uuid`,
      ]),
    )
    expect(changed).toBe(1)
    expect(third).toEqual([{ id: first[0]?.id, name: `Gezin Stuk ${way}` }])
    expect(await name()).toBe(`Gezin Stuk ${way}`)
  })

  test('keep nothing where one fails; what was answered before it stands as an answer', async () => {
    const before = await name()
    const outcomes: string[] = []
    const told = (asked: Promise<unknown>) =>
      asked.then(
        () => outcomes.push('answered'),
        (error: Error) => outcomes.push(error.message),
      )
    const work = plain[way]((tx) =>
      Promise.all([told(renames(tx, 'Gezin Weg')), told(divides(tx)), told(tx.$queryRaw`select 2 as never_parsed`)]),
    )
    await expect(work).rejects.toThrow('nothing of its transaction was kept')
    expect(outcomes).toEqual(['answered', 'division by zero', 'division by zero'])
    expect(await name()).toBe(before)
    // The database passed over it, so it has to be told of that statement once more.
    expect(await plain[way]((tx) => tx.$queryRaw`select 2 as never_parsed`)).toEqual([{ never_parsed: 2 }])
  })

  test('do not leave where a value cannot be written', async () => {
    const before = await name()
    const circle: Record<string, unknown> = {}
    circle.itself = circle
    const work = plain[way]((tx) => Promise.all([renames(tx, 'Gezin Weg'), tx.$queryRaw`select ${circle}::text as x`]))
    await expect(work).rejects.toThrow('circular structure')
    expect(await name()).toBe(before)
    expect(await works(way)).toEqual([{ one: 1 }])
  })

  test('fail where the connection breaks, and the next ones get another', async () => {
    const before = await name()
    for (let turn = 0; turn < 3; turn += 1) {
      const work = plain[way]((tx) =>
        Promise.all([
          renames(tx, 'Gezin Weg'),
          tx.$queryRaw`select pg_terminate_backend(pg_backend_pid()), ${turn}::int`,
        ]),
      )
      await expect(work).rejects.toThrow()
    }
    expect(await name()).toBe(before)
    expect(await works(way)).toEqual([{ one: 1 }])
  })
})

describe('a transaction of several turns', () => {
  test('sends each turn when the one before is answered, whoever asks', async () => {
    const answers = await plain.transact(async (tx) => {
      const chain = async (start: number) => {
        const [first] = await tx.$queryRaw<{ n: number }[]>`select ${start}::int + 1 as n`
        const [second] = await tx.$queryRaw<{ n: number }[]>`select ${first?.n}::int * 10 as n`
        return second?.n
      }
      const late = Promise.resolve().then(() => chain(7))
      return Promise.all([chain(1), chain(2), late])
    })
    expect(answers).toEqual([20, 30, 80])
  })

  test('drops what was asked and not sent when the work goes wrong', async () => {
    const before = await name()
    const work = plain.transact(async (tx) => {
      renames(tx, 'Gezin Weg').catch(() => undefined)
      throw new Error('bug')
    })
    await expect(work).rejects.toThrow('bug')
    expect(await name()).toBe(before)
  })

  test('takes nothing once it is over', async () => {
    let kept: Statements | undefined
    const work = plain.transact(async (tx) => {
      kept = tx
      throw new Error('bug')
    })
    await expect(work).rejects.toThrow('bug')
    await expect(renames(kept as Statements, 'Gezin Weg')).rejects.toThrow('after the end')
  })
})
