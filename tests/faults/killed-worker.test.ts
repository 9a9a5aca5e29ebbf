import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ground, makeTeam, newFolder, post, prepareGround, states, until } from '@/tests/jobs/ground'
import { openPostOffice, type PostOffice, parseLetter } from '@/tests/jobs/post-office'
import { DoomedWorkers } from './doomed-workers'
import { SeverableWays } from './severable-ways'

const KILLS = 200
const SEED = 2026
/** New messages for each worker. */
const LETTERS = 2
/** How many bytes a worker says between the taking of a letter and what it does next. */
const LONGEST_AFTER_LETTER = 600
/** A worker that has nothing left to say is killed all the same. */
const LONGEST_LIFE_MS = 5_000

let ground: Ground
let office: PostOffice
let workers: DoomedWorkers

beforeAll(async () => {
  ground = await prepareGround()
  office = await openPostOffice()
  workers = new DoomedWorkers(newFolder())
  await workers.prepare()
})
afterAll(async () => {
  await workers.close()
  await office.close()
  await ground.close()
})

/** Where a worker is killed: at this byte of all it says, or so many bytes after one of its letters was taken. */
type Place = { byte: number } | { letter: number; bytesAfter: number }

test(`${KILLS} workers killed all along what they say (seed ${SEED}) lose no message and repeat one at most once, under its Message-ID`, async () => {
  const { family, people } = await makeTeam(ground, 1)
  const ids: string[] = []
  const postSome = async () => {
    for (let count = 0; count < LETTERS; count++) {
      const payload = { code: `G-${100_000 + ids.length}`, plan: 'gips-1', planId: family.id }
      ids.push(await post(ground, family, people[0]?.id ?? '', { payload }))
    }
  }
  await postSome()
  const { first, last } = await measure()
  const letters = { beforeAny: 0, afterOne: 0 }
  for (const place of placesBetween(Math.round(first / 3), last)) {
    await postSome()
    letters[(await liveUntil(place)) === 0 ? 'beforeAny' : 'afterOne']++
  }
  const takenInTime = office.letters.length
  await finish()

  const copies = await copiesPerCode()
  for (const [index, id] of ids.entries()) {
    const messageIds = copies.get(`G-${100_000 + index}`) ?? []
    expect(messageIds.length).toBeLessThanOrEqual(2)
    expect(messageIds.every((messageId) => messageId === `<${id}@gips.test>`)).toBe(true)
    // Cut off twice at the very moment of sending: nobody can know whether it arrived, so the administrator is told.
    expect(messageIds.length > 0 || (await stateOf(id)) === 'failed').toBe(true)
  }
  const { sent = 0, failed = 0, ...rest } = await states(ground)
  expect([sent + failed, rest]).toEqual([ids.length, {}])
  // The kills fell in all phases of a worker's life.
  const repeated = [...copies.values()].filter(({ length }) => length === 2)
  expect(takenInTime).toBeGreaterThan(ids.length / 4)
  expect(letters.beforeAny).toBeGreaterThan(KILLS / 10)
  expect(letters.afterOne).toBeGreaterThan(KILLS / 10)
  expect(repeated.length).toBeGreaterThan(KILLS / 20)
}, 900_000)

test('the jobs of a killed worker are free again as soon as another one looks', async () => {
  const { family, people } = await makeTeam(ground, 1)
  office.delayMs = 2_000
  const id = await post(ground, family, people[0]?.id ?? '')
  const taken = new Promise<void>((told) => {
    office.onLetter = told
  })
  const worker = workers.next()
  worker.send(directly())
  await taken
  await workers.kill(worker)
  office.delayMs = 0
  const successor = workers.next()
  successor.send(directly())
  await until(
    () => stateOf(id),
    (state) => state === 'sent',
  )
  await workers.kill(successor)
})

function directly(): Record<string, string> {
  return { WORKER_DATABASE_URL: ground.database.workerUrl, SMTP_URL: office.url }
}

async function by(ways: SeverableWays): Promise<Record<string, string>> {
  return { WORKER_DATABASE_URL: await ways.to(ground.database.workerUrl), SMTP_URL: await ways.to(office.url) }
}

/** How many bytes a worker has said when its first letter is taken, and when all that waited has been sent. */
async function measure(): Promise<{ first: number; last: number }> {
  const ways = new SeverableWays()
  const worker = workers.next()
  worker.send(await by(ways))
  const first = await new Promise<number>((told) => {
    office.onLetter = () => told(ways.said)
  })
  await until(
    () => states(ground),
    ({ sent }) => sent === LETTERS,
  )
  const last = ways.said
  await workers.end(worker)
  return { first, last }
}

/**
 * Half of them over all that a worker says, half around the moment at which a letter is accepted and that is noted; of each
 * half one in every stretch of equal length, at a byte of it that the seed chooses, in an order that it chooses too.
 */
function placesBetween(min: number, max: number): Place[] {
  const share = fc.noBias(fc.integer({ min: 0, max: 999 })).map((thousandths) => thousandths / 1_000)
  const shares = fc.sample(share, { numRuns: KILLS, seed: SEED })
  const along = (index: number) => (Math.floor(index / 2) + (shares[index] ?? 0)) / (KILLS / 2)
  const places = shares.map((_, index): Place => {
    if (index % 2 === 0) return { byte: Math.floor(min + along(index) * (max - min)) }
    return {
      letter: 1 + (Math.floor(index / 2) % LETTERS),
      bytesAfter: Math.floor(along(index) * LONGEST_AFTER_LETTER),
    }
  })
  const all = fc.shuffledSubarray(places, { minLength: places.length })
  return fc.sample(all, { numRuns: 1, seed: SEED }).flat()
}

/** Lets a worker live up to this place and kills it; resolves with how many letters were taken from it. */
async function liveUntil(place: Place): Promise<number> {
  const ways = new SeverableWays('byte' in place ? place.byte : undefined)
  let taken = 0
  office.onLetter = () => {
    taken++
    if ('letter' in place && taken === place.letter) {
      ways.leave(place.bytesAfter)
    }
  }
  const worker = workers.next()
  ways.beforeCut = () => worker.kill('SIGKILL')
  worker.send(await by(ways))
  const end = setTimeout(() => ways.sever(), LONGEST_LIFE_MS)
  await workers.gone(worker)
  clearTimeout(end)
  ways.sever()
  return taken
}

/** One more worker, which is left alone until nothing waits any more. */
async function finish(): Promise<void> {
  office.onLetter = () => undefined
  const last = workers.next()
  last.send(directly())
  await until(
    () => states(ground),
    (found) => !found.waiting && !found.sending,
    100_000,
  )
  await workers.kill(last)
}

async function stateOf(id: string): Promise<string> {
  const { rows } = await ground.sql.query<{ state: string }>('select state from message where id = $1', [id])
  return rows[0]?.state ?? ''
}

async function copiesPerCode(): Promise<Map<string, string[]>> {
  const copies = new Map<string, string[]>()
  for (const letter of office.letters) {
    const { subject = '' } = await parseLetter(letter)
    const code = /G-\d+/.exec(subject)?.[0] ?? ''
    copies.set(code, [...(copies.get(code) ?? []), letter.messageId])
  }
  return copies
}
