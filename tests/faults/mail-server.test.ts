import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startWorker } from '@/lib/jobs/worker'
import {
  type Ground,
  makeTeam,
  newFolder,
  post,
  prepareGround,
  states,
  until,
  withWorker,
  workerSettings,
} from '@/tests/jobs/ground'
import { closedPort, openPostOffice } from '@/tests/jobs/post-office'

let ground: Ground

beforeAll(async () => {
  ground = await prepareGround()
})
afterAll(async () => {
  await ground.close()
})
beforeEach(async () => {
  await ground.sql.query('delete from message; delete from graphile_worker._private_jobs')
})

interface Row {
  state: string
  attempts: number
  last_error: string | null
}

async function row(id: string): Promise<Row> {
  const { rows } = await ground.sql.query<Row>('select state, attempts, last_error from message where id = $1', [id])
  return rows[0] ?? { state: '', attempts: 0, last_error: null }
}

/** The seconds between a moment and the next attempt. */
async function pauseSince(id: string, moment: Date): Promise<number> {
  const { rows } = await ground.sql.query<{ seconds: number }>(
    'select extract(epoch from run_at - $2)::float as seconds from graphile_worker._private_jobs where key = $1',
    [id, moment],
  )
  return rows[0]?.seconds ?? 0
}

/** Lets the jobs that wait for their next attempt run now; returns the moment. */
async function hurry(): Promise<Date> {
  const { rows } = await ground.sql.query<{ now: Date }>('select now()')
  await ground.sql.query(`update graphile_worker._private_jobs set run_at = now() where locked_at is null`)
  await ground.sql.query(`select pg_notify('jobs:insert', '{"count": 1}')`)
  return rows[0]?.now ?? new Date()
}

/** Waits for a state, with no pause between the attempts. */
function untilState(id: string, wanted: string): Promise<Row> {
  const ask = async () => {
    await hurry()
    return row(id)
  }
  return until(ask, ({ state }) => state === wanted)
}

async function postOne(): Promise<string> {
  const { family, people } = await makeTeam(ground, 1)
  return post(ground, family, people[0]?.id ?? '')
}

test('a mail server that is down delays a mail, and loses none', async () => {
  const port = await closedPort()
  const id = await postOne()
  await withWorker(ground, `smtp://127.0.0.1:${port}`, async () => {
    await until(
      () => row(id),
      ({ last_error }) => last_error !== null,
    )
    expect(await row(id)).toMatchObject({ state: 'waiting', attempts: 0 })
    const office = await openPostOffice(port)
    await untilState(id, 'sent')
    expect(office.letters).toHaveLength(1)
    await office.close()
  })
})

test('a mail server that is busy (421) is asked again later, each time after a longer pause', async () => {
  const office = await openPostOffice()
  office.behaviour = 'answers 421'
  const id = await postOne()
  const posted = await hurry()
  await withWorker(ground, office.url, async () => {
    const failed = await until(
      () => row(id),
      ({ last_error }) => last_error !== null,
    )
    expect(failed).toMatchObject({ state: 'waiting', last_error: 'the mail server answered 421 at CONN' })
    // The row tells of the attempt before its job does.
    await until(
      () => pauseSince(id, posted),
      (seconds) => seconds > 2,
    )
    const hurried = await hurry()
    await until(
      () => pauseSince(id, hurried),
      (seconds) => seconds > 5,
    )
    office.behaviour = 'accepts'
    await untilState(id, 'sent')
  })
  expect(office.letters).toHaveLength(1)
  await office.close()
})

test('an address that is refused for good is given up at once; the other addresses get their mail', async () => {
  const office = await openPostOffice()
  const { family, people } = await makeTeam(ground, 3)
  office.refused.add(people[1]?.email ?? '')
  const ids = await Promise.all(people.map(({ id }) => post(ground, family, id)))
  await withWorker(ground, office.url, async () => {
    await until(
      () => states(ground),
      ({ waiting, sending }) => !waiting && !sending,
    )
  })
  expect(await states(ground)).toEqual({ sent: 2, failed: 1 })
  const refused = await row(ids[1] ?? '')
  expect(refused.last_error).toBe('the mail server answered 550 at RCPT TO')
  await office.close()
})

test('a mail server that says nothing is given up after a while and asked again', async () => {
  const office = await openPostOffice()
  office.behaviour = 'hangs'
  const id = await postOne()
  const work = async () => {
    const failed = await until(
      () => row(id),
      ({ last_error }) => last_error !== null,
    )
    expect(failed).toMatchObject({ state: 'waiting', attempts: 0 })
  }
  await withWorker(ground, office.url, work, 400)
  office.behaviour = 'accepts'
  await withWorker(ground, office.url, async () => {
    await untilState(id, 'sent')
  })
  expect(office.letters).toHaveLength(1)
  await office.close()
})

test('a mail server that takes a mail and dies before answering gets it once more, under the same Message-ID', async () => {
  const office = await openPostOffice()
  office.behaviour = 'dies before answering'
  const id = await postOne()
  await withWorker(ground, office.url, async () => {
    await until(
      () => row(id),
      ({ last_error }) => last_error !== null,
    )
    office.behaviour = 'accepts'
    await untilState(id, 'sent')
  })
  expect(office.letters.map(({ messageId }) => messageId)).toEqual([`<${id}@gips.test>`, `<${id}@gips.test>`])
  await office.close()
})

test('a mail that was taken twice without an answer is not sent a third time but shown as failed', async () => {
  const office = await openPostOffice()
  office.behaviour = 'dies before answering'
  const id = await postOne()
  await withWorker(ground, office.url, async () => {
    await untilState(id, 'failed')
  })
  expect((await row(id)).last_error).toBe('sent twice without an answer: it has probably arrived')
  expect(office.letters).toHaveLength(2)
  await office.close()
})

test('a mail that nobody takes is dead after its last attempt', async () => {
  const id = await postOne()
  await ground.sql.query('update graphile_worker._private_jobs set max_attempts = 1 where key = $1', [id])
  await withWorker(ground, `smtp://127.0.0.1:${await closedPort()}`, async () => {
    await until(
      () => row(id),
      ({ state }) => state === 'dead',
    )
  })
  const { rows } = await ground.sql.query(
    'select last_error from graphile_worker._private_jobs where last_error is not null',
  )
  expect(rows).toEqual([])
})

test('nothing the mail server says about an address is kept', async () => {
  const office = await openPostOffice(0, {
    onRcptTo: ({ address }, _session, done) =>
      done(Object.assign(new Error(`4.2.1 <${address}> is away`), { responseCode: 450 })),
  })
  const id = await postOne()
  await withWorker(ground, office.url, async () => {
    await until(
      () => row(id),
      ({ last_error }) => last_error !== null,
    )
  })
  const { rows } = await ground.sql.query('select last_error from graphile_worker._private_jobs where key = $1', [id])
  expect([(await row(id)).last_error, rows[0]?.last_error].join()).not.toContain('@')
  await office.close()
})

test('a worker that is told to stop while the mail server hangs is gone without waiting for it', async () => {
  const office = await openPostOffice()
  office.behaviour = 'hangs'
  const id = await postOne()
  const options = { patienceMs: 600_000, auditExportDir: newFolder() }
  const worker = await startWorker(workerSettings(ground, office.url), options)
  await until(
    () => row(id),
    ({ state }) => state === 'sending',
  )
  await worker.stop()
  expect(await row(id)).toMatchObject({ state: 'waiting', attempts: 0 })
  await office.close()
})
