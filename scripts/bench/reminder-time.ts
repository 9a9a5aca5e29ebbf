import { Client, Pool } from 'pg'
import { remind } from '@/lib/jobs/reminders/remind'
import { inOwnDatabase } from '@/scripts/bench/own-database'
import type { EmbeddedServer } from '@/scripts/database/embedded-server'

const DATABASE = 'gips_bench_reminders'
const ROUNDS = 3
const PEOPLE_OF_A_FAMILY = 8

export interface ReminderExtent {
  agreements: number
  people: number
}

export interface ReminderTime extends ReminderExtent {
  /** Milliseconds from agreements that are due to mails in the outbox with their jobs, in each round. */
  all: number[]
  /** Milliseconds for the same number of rows in the same tables, written by one statement that finds out nothing. */
  floor: number[]
}

/** How long it takes until agreements that are due today are in the outbox, as one mail a person; in a database of its own. */
export async function measureReminders(server: EmbeddedServer, extent: ReminderExtent): Promise<ReminderTime> {
  return inOwnDatabase(server, DATABASE, async ({ ownerUrl, workerUrl }) => {
    const owner = new Client({ connectionString: ownerUrl })
    const worker = new Pool({ connectionString: workerUrl, max: 2 })
    await owner.connect()
    try {
      await fill(owner, extent)
      return await measure(owner, worker, extent)
    } finally {
      await worker.end()
      await owner.end()
    }
  })
}

async function measure(owner: Client, worker: Pool, extent: ReminderExtent): Promise<ReminderTime> {
  const time: ReminderTime = { ...extent, all: [], floor: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    await owner.query(
      'truncate message, reminder, graphile_worker._private_jobs, floor_message, floor_reminder, floor_job',
    )
    time.floor.push(await timed(() => owner.query(FLOOR, [extent.agreements, extent.people])))
    time.all.push(
      await timed(async () => {
        const written = await remind(worker, 'http://localhost')
        if (written !== extent.people) {
          throw new Error(`${written} mails were written for ${extent.people} people.`)
        }
      }),
    )
  }
  return time
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

async function fill(owner: Client, extent: ReminderExtent): Promise<void> {
  for (const statement of groundOf(extent)) {
    await owner.query(statement)
  }
  await owner.query('vacuum analyze')
}

/** The product's clock stands still on a Tuesday morning; every agreement is due on that day, each has one doer. */
function groundOf({ agreements, people }: ReminderExtent): string[] {
  const family = `md5('family' || n % ${people} / ${PEOPLE_OF_A_FAMILY})::uuid`
  const person = `md5('person' || n % ${people})::uuid`
  return [
    `create or replace function gips_now() returns timestamptz language sql stable parallel safe
       as $$ select timestamptz '2100-03-09 09:30 Europe/Amsterdam' $$`,
    `insert into region (id, name) values (md5('region')::uuid, 'Regio Rivierenland')`,
    `insert into person (id, name, initials, email)
       select ${person}, 'Anja Smit', 'AS', 'anja.smit.' || n || '@voorbeeld.test' from generate_series(0, ${people} - 1) n`,
    `insert into family (id, code, name, region_id, state, key_id, wrapped_key)
       select distinct on (id) ${family} as id, 'G-' || 100000 + n, 'Gezin Smit', md5('region')::uuid, 'active'::family_state, 'm1',
         '\\x00'::bytea
       from generate_series(0, ${people} - 1) n`,
    `insert into plan (family_id, id, kind, agenda_version, state, version)
       select id, md5('plan' || id)::uuid, 'gips1', 1, 'definitive', 1 from family`,
    `insert into team_membership (family_id, id, person_id, role)
       select ${family}, md5('membership' || n)::uuid, ${person}, 'professional' from generate_series(0, ${people} - 1) n`,
    `insert into agreement (family_id, id, plan_id, text, due_on, in_force_at)
       select ${family}, md5('agreement' || n)::uuid, md5('plan' || ${family})::uuid, 'Belt iedere week.', '2100-03-09', now()
       from generate_series(0, ${agreements} - 1) n`,
    `insert into agreement_doer (family_id, id, agreement_id, person_id)
       select ${family}, md5('doer' || n)::uuid, md5('agreement' || n)::uuid, ${person} from generate_series(0, ${agreements} - 1) n`,
    'create table floor_message (like message including all)',
    'create table floor_reminder (like reminder including all)',
    'create table floor_job (like graphile_worker._private_jobs including all)',
  ]
}

const FLOOR = `
  with told as (
    insert into floor_reminder (family_id, kind, subject_id, person_id, occurrence, message_id)
    select md5('family' || n)::uuid, 'agreementsDue', md5('agreement' || n)::uuid, md5('person' || n)::uuid, '2100-03-09+0',
      md5('message' || n)::uuid
    from generate_series(1, $1::int) n),
  letters as (
    insert into floor_message (id, key, kind, recipient_id, payload, message_id)
    select md5('message' || n)::uuid, 'reminders:2100-03-09:' || md5('person' || n)::uuid, 'reminders', md5('person' || n)::uuid,
      '{}', md5('message' || n) || '@localhost'
    from generate_series(1, $2::int) n)
  insert into floor_job (task_id, payload, max_attempts, key)
  select 1, json_build_object('id', md5('message' || n)::uuid), 25, md5('message' || n) from generate_series(1, $2::int) n`
