import { rmSync } from 'node:fs'
import { Client, Pool } from 'pg'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dateColumn, plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import { erasureStep, retentionEnd } from '@/lib/domain/ending'
import { passGate } from '@/lib/gate'
import { createSealer, type Sealer } from '@/lib/jobs/audit/seal'
import { verifyAudit } from '@/lib/jobs/audit/verify'
import { keepTerms } from '@/lib/jobs/retention'
import { makeFamilyAccess } from '@/prisma/factories/team'
import { newFolder } from '@/tests/jobs/ground'
import { readDashboard } from '@/tests/support/dashboard'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()
const today = plainDateIn(new Date())
const APP_URL = 'https://dossier.example'
let worker: Pool
let sealer: Sealer
let heads: string

beforeAll(() => {
  worker = new Pool({ connectionString: process.env.WORKER_DATABASE_URL, max: 3 })
  worker.on('error', () => undefined)
  heads = newFolder()
  sealer = createSealer(worker, process.env.APP_SECRET ?? '', heads)
})
afterAll(async () => {
  await worker.end()
  rmSync(heads, { recursive: true, force: true })
})

const terms = () => keepTerms(worker, APP_URL)
const familyId = () => ground.first.family.id
const familyNow = () => ground.owner.family.findUniqueOrThrow({ where: { id: familyId() } })
const setFamily = (data: Parameters<typeof ground.owner.family.update>[0]['data']) =>
  ground.owner.family.update({ where: { id: familyId() }, data })

/** A dossier that was closed, whose term ended yesterday. */
const closed = {
  state: 'closed',
  startedOn: dateColumn('2004-02-01'),
  endedOn: dateColumn('2006-03-15'),
  endKind: 'completed',
  retentionUntil: dateColumn(addDays(today, -1)),
  legalHold: false,
  erasureToldOn: dateColumn(addDays(today, -28)),
} as const

async function verify() {
  await sealer.sealAll()
  const client = new Client({ connectionString: ground.ownerUrl })
  await client.connect()
  try {
    return await verifyAudit(client, process.env.APP_SECRET ?? '', heads)
  } finally {
    await client.end()
  }
}

async function tables(): Promise<string[]> {
  const rows = await ground.owner.$queryRaw<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'gips_secret', 'graphile_worker') order by 1`
  return rows.map(({ name }) => name)
}

/** The tables in which this stands somewhere, in any column. */
async function tablesWith(word: string): Promise<string[]> {
  const found: string[] = []
  for (const table of await tables()) {
    const [row] = await ground.owner.$queryRawUnsafe<{ n: number }[]>(
      `select count(*)::int as n from ${table} t where position(lower($1) in lower(t::text)) > 0`,
      word,
    )
    if (row && row.n > 0) found.push(table)
  }
  return found
}

async function rowsOf(family: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of await tables()) {
    const [row] = await ground.owner.$queryRawUnsafe<{ n: number }[]>(
      `select count(*)::int as n from ${table} t where to_jsonb(t) ->> 'family_id' = $1`,
      family,
    )
    if (row && row.n > 0) counts[table] = row.n
  }
  return counts
}

/** Mails with reminders of several dossiers, sent to a director of one of them who has an account elsewhere too. */
async function makeDigests() {
  const { owner, first, second } = ground
  const { personId: recipientId } = first.accounts.director
  const make = async (dossiers: readonly (typeof first)[], state: 'sent' | 'cancelled' = 'sent') => {
    const id = v7()
    const lines = dossiers.map(({ code }) => ({ kind: 'agreementDue', code }))
    await owner.message.create({
      data: {
        ...{ id, key: `reminders:${id}`, kind: 'reminders', recipientId, state, messageId: `${id}@dossier.example` },
        payload: state === 'sent' ? { lines } : {},
      },
    })
    for (const { family } of dossiers) {
      await owner.reminder.create({
        data: {
          ...{ familyId: family.id, kind: 'agreementDue', subjectId: v7(), personId: recipientId },
          ...{ occurrence: '2006-01-01', messageId: id },
        },
      })
    }
    return id
  }
  return {
    ofBoth: await make([first, second]),
    ofThis: await make([first]),
    ofSecond: await make([second]),
    called: await make([first], 'cancelled'),
  }
}

describe('the term of a closed dossier', () => {
  test.each([
    [{ until: null, isHeld: false, toldOn: null }, '2050-01-01'],
    [{ until: '2047-12-02', isHeld: false, toldOn: null }, '2047-09-01'],
    [{ until: '2047-12-02', isHeld: false, toldOn: null }, '2047-09-02'],
    [{ until: '2047-12-02', isHeld: false, toldOn: '2047-09-02' }, '2047-12-02'],
    [{ until: '2047-12-02', isHeld: false, toldOn: '2047-09-02' }, '2047-12-03'],
    [{ until: '2047-12-02', isHeld: false, toldOn: '2048-02-29' }, '2048-03-27'],
    [{ until: '2047-12-02', isHeld: false, toldOn: '2048-02-29' }, '2048-03-28'],
    [{ until: '2047-12-02', isHeld: true, toldOn: '2047-09-02' }, '2050-01-01'],
  ])('is kept by the database as the rule says: %o on %s', async (kept, on) => {
    const [row] = await ground.owner.$queryRaw<{ step: string | null }[]>`
      select erasure_step(${kept.until}::date, ${kept.isHeld}, ${kept.toldOn}::date, ${on}::date) as step`
    expect(row?.step ?? null).toBe(erasureStep(kept, on))
  })

  test.each(['2027-12-02', '2028-02-29', '2028-12-31'])('is as long from %s in both', async (endedOn) => {
    for (const years of [1, 4, 15, 20, 100]) {
      const [row] = await ground.owner.$queryRaw<{ until: string }[]>`
        select retention_end(${endedOn}::date, ${years}::int)::text as until`
      expect(row?.until).toBe(retentionEnd(endedOn, years))
    }
  })
})

describe('a dossier whose term is nearly over', () => {
  beforeEach(async () => {
    await setFamily({ ...closed, erasureToldOn: null })
    await ground.owner.message.deleteMany({ where: { familyId: familyId(), kind: 'erasureComing' } })
  })

  test('is told of once, to director and deputy, and not erased', async () => {
    expect(await terms()).toEqual({ told: 1, erased: [] })
    expect(await terms()).toEqual({ told: 0, erased: [] })
    const { director, deputy } = ground.first.accounts
    const told = await ground.owner.message.findMany({ where: { familyId: familyId(), kind: 'erasureComing' } })
    expect(told.map(({ recipientId }) => recipientId).sort()).toEqual([director.personId, deputy.personId].sort())
    expect(told[0]?.payload).toEqual({ code: ground.first.code })
    const [wanted] = await ground.owner.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from message where kind = 'erasureComing' and family_id = ${familyId()}::uuid
        and dossier_takes_message(id) and ending_message_is_wanted(id)`
    expect(wanted?.n).toBe(2)
  })

  test('is neither told of nor erased while it is held', async () => {
    await setFamily({ legalHold: true })
    expect(await terms()).toEqual({ told: 0, erased: [] })
    await setFamily({ legalHold: true, erasureToldOn: closed.erasureToldOn })
    expect(await terms()).toEqual({ told: 0, erased: [] })
    expect((await familyNow()).state).toBe('closed')
  })

  test('stays whole when the worker is killed in the middle of erasing it', async () => {
    await setFamily(closed)
    const before = await rowsOf(familyId())
    const client = new Client({ connectionString: process.env.WORKER_DATABASE_URL })
    client.on('error', () => undefined)
    await client.connect()
    await client.query('begin')
    const { rows } = await client.query<{ code: string; pid: number }>(
      'select erase_next_dossier($1) as code, pg_backend_pid() as pid',
      [[]],
    )
    expect(rows[0]?.code).toBe(ground.first.code)
    await ground.owner.$queryRaw`select pg_terminate_backend(${rows[0]?.pid}::int)::text`
    await client.end().catch(() => undefined)
    expect(await rowsOf(familyId())).toEqual(before)
    expect(await familyNow()).toMatchObject({ state: 'closed', name: ground.first.family.name })
  })
})

describe('an erased dossier', () => {
  const asked = (name: 'mother' | 'director') =>
    ({
      sessionHash: ground.first.accounts[name].tokenHash,
      code: ground.first.code,
      right: 'dossier.read',
      kind: 'read',
    }) as const
  let ofSecond: Record<string, number>
  let father: string
  let digests: { ofBoth: string; ofThis: string; ofSecond: string; called: string }

  beforeAll(async () => {
    const { first, second, owner, app } = ground
    await setFamily({ state: 'active' })
    for (const name of ['mother', 'director'] as const) {
      await passGate(app, { ...asked(name), subject: `${first.canary.word} in an address` }, readDashboard)
    }
    await passGate(app, { ...asked('mother'), code: second.code }, readDashboard)
    await owner.$queryRaw`select note_platform_line(${first.accounts.mother.personId}::uuid, 'login', 'login', null, null)::text`
    father = first.accounts.father.personId
    await makeFamilyAccess(owner, second.members.child, father)
    await owner.intake.updateMany({
      where: { familyId: familyId() },
      data: { formsOfUnsafety: ['physical', first.canary.word] },
    })
    digests = await makeDigests()
    await sealer.sealAll()
    // Lines that have no seal yet when the words are taken out.
    await passGate(app, { ...asked('mother'), subject: first.canary.word }, readDashboard)
    await setFamily(closed)
    ofSecond = await rowsOf(second.family.id)
    expect((await tablesWith(first.canary.word)).length).toBeGreaterThan(30)
    expect(await terms()).toMatchObject({ erased: [first.code] })
  })

  test('leaves no word of the family in any column of any table', async () => {
    const { canary, members, accounts, family } = ground.first
    expect(await tablesWith(canary.word)).toEqual(['public.organisation', 'public.person'])
    const left = await ground.owner.person.findMany({
      where: { name: { contains: canary.word } },
      select: { id: true },
    })
    const ofFamily = [accounts.mother, accounts.carer, accounts.teenager].map(({ personId }) => personId)
    expect(left.map(({ id }) => id).filter((id) => ofFamily.includes(id))).toEqual([])
    expect(await ground.owner.person.count({ where: { id: { in: ofFamily } } })).toBe(0)
    for (const name of [family.name, accounts.mother.email, members.mother.surname]) {
      const found = await tablesWith(name)
      expect(found.filter((table) => table !== 'public.person')).toEqual([])
    }
  })

  test('leaves no row but its code, without key and name, and lines without words', async () => {
    const { 'public.audit_line': lines, ...others } = await rowsOf(familyId())
    expect(others).toEqual({})
    expect(lines).toBeGreaterThan(0)
    const erased = await familyNow()
    expect(erased).toMatchObject({ state: 'erased', code: ground.first.code, name: '', endReason: null, keyId: '' })
    expect(erased.wrappedKey).toHaveLength(0)
    expect(await ground.owner.document.count({ where: { familyId: familyId() } })).toBe(0)
  })

  test('takes the mails with reminders along that told of it alone, and its lines out of the others', async () => {
    const { first, second, owner } = ground
    const left = await owner.message.findMany({ where: { id: { in: Object.values(digests) } }, orderBy: { id: 'asc' } })
    expect(left.map(({ id }) => id).sort()).toEqual([digests.ofBoth, digests.ofSecond].sort())
    expect(left.map(({ payload }) => payload)).toEqual([
      { lines: [{ kind: 'agreementDue', code: second.code }] },
      { lines: [{ kind: 'agreementDue', code: second.code }] },
    ])
    expect(JSON.stringify(await owner.message.findMany({ where: { kind: 'reminders' } }))).not.toContain(first.code)
  })

  test('does not exist any more for anybody', async () => {
    for (const name of ['mother', 'director'] as const) {
      expect((await passGate(ground.app, asked(name), readDashboard)).outcome).not.toBe('entered')
    }
  })

  test('keeps an account that is needed elsewhere, and everything of the other dossier', async () => {
    expect(await ground.owner.person.count({ where: { id: father } })).toBe(1)
    expect(await rowsOf(ground.second.family.id)).toEqual(ofSecond)
    const passage = await passGate(
      ground.app,
      { ...asked('director'), sessionHash: ground.second.accounts.director.tokenHash, code: ground.second.code },
      readDashboard,
    )
    expect(passage.outcome).toBe('entered')
  })

  test('is counted on as figures that belong to nobody', async () => {
    const records = await ground.owner.namelessRecord.findMany()
    expect(records).toMatchObject([
      {
        regionId: (await familyNow()).regionId,
        endedIn: 2006,
        months: 25,
        endKind: 'completed',
        formsOfUnsafety: ['physical'],
        children: 2,
      },
    ])
    expect(records[0]?.meetings).toMatchObject([{ kind: 'gips1', ordinal: 1 }])
    expect(records[0]?.id).not.toBe(familyId())
  })

  test('leaves a trail that still verifies, with a line that says what was erased', async () => {
    expect((await verify()).findings).toEqual([])
    const line = await ground.owner.auditLine.findFirstOrThrow({ where: { kind: 'erased' } })
    expect(line).toMatchObject({ familyId: null, subject: ground.first.code, detail: { chain: familyId() } })
    await passGate(ground.app, { ...asked('director'), sessionHash: ground.outsider.tokenHash }, readDashboard)
    expect((await verify()).findings).toEqual([])
  })

  test('does not let words be taken out of any other line unseen', async () => {
    const { owner, second } = ground
    const line = await owner.auditLine.findFirstOrThrow({
      where: {
        familyId: second.family.id,
        personName: { not: null },
        personId: ground.second.accounts.director.personId,
      },
    })
    const blank = `update audit_line set person_name = null, subject = null, detail = null where id = ${line.id}`
    await expect(owner.$executeRawUnsafe(blank)).rejects.toThrow(/append-only/)
    await owner.$executeRawUnsafe('alter table audit_line disable trigger audit_line_append_only')
    await owner.$executeRawUnsafe(blank)
    await owner.$executeRawUnsafe('alter table audit_line enable trigger audit_line_append_only')
    expect((await verify()).findings).toMatchObject([{ chain: second.family.id, lineId: String(line.id) }])
  })
})
