import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { passProjectorGate } from '@/lib/live/projector-gate'
import { makePlan } from '@/prisma/factories/plan'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { attemptsOn } from './attempts'
import { enterBySettings, NOTHING, sqlOver } from './by-sql'
import type { AccountName } from './dossier-ground'

const ground = onTwoDossiers()
const bySql = sqlOver(ground)

const attempts = attemptsOn(ground)

describe('somebody with any SQL over the app’s role and a session of their own', () => {
  beforeAll(async () => {
    const where = { familyId: ground.first.family.id, memberId: ground.first.members.mother.id }
    await ground.owner.participant.updateMany({ where, data: { isAdmitted: true } })
  })

  test.each(attempts)('%s cannot %s', async (name, _what, sql) => {
    expect(NOTHING).toContain(await bySql(name, sql()))
  })

  test('a family account changes and removes nothing but its own two seats at a meeting and what it thought of the one that is over', async () => {
    const tables = await ground.owner.$queryRaw<{ name: string; column: string }[]>`
      select c.relname as name, min(a.attname) as column from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and has_column_privilege('gips_app', c.oid, a.attname, 'update')
      group by c.relname order by 1`
    expect(tables.length).toBeGreaterThan(25)
    const touched: string[] = []
    for (const { name, column } of tables) {
      for (const sql of [`update "${name}" set "${column}" = "${column}"`, `delete from "${name}"`]) {
        const result = await bySql('mother', sql)
        if (!NOTHING.includes(result)) {
          touched.push(`${name}: ${result}`)
        }
      }
    }
    expect(touched).toEqual(['meeting_rating: 1', 'participant: 2'])
  })
})

describe('the functions that the app may call', () => {
  async function call<T>(name: AccountName, sql: string, settings: Record<string, string> = {}): Promise<T[]> {
    return ground.app.$transaction(async (tx) => {
      await enterBySettings(tx, {
        'gips.session': Buffer.from(ground.first.accounts[name].tokenHash).toString('hex'),
        'gips.family': ground.first.family.id,
        ...settings,
      })
      return tx.$queryRawUnsafe<T[]>(sql)
    })
  }

  test('write no line into a dossier that is not one’s own, and none in another’s name', async () => {
    const count = () => ground.owner.auditLine.count({ where: { right: 'forged' } })
    const line = `select note_line('read', 'forged', null, null, null)::text`
    await expect(call('professional', line, { 'gips.family': ground.second.family.id })).rejects.toThrow(/may not/)
    expect(await count()).toBe(0)
    await call('director', line, { 'gips.view_as': ground.first.accounts.mother.personId })
    const kept = await ground.owner.auditLine.findFirstOrThrow({ where: { right: 'forged' } })
    expect(kept.personId).toBe(ground.first.accounts.director.personId)
    await expect(call('professional', `select note_line('login', 'forged', null, null, null)::text`)).rejects.toThrow()
  })

  test('list nobody else’s dossiers or region to who looks through their eyes', async () => {
    const { personId } = ground.second.accounts.director
    expect(await call('director', 'select code from my_families()', { 'gips.view_as': personId })).toEqual([
      { code: ground.first.code },
    ])
    expect(
      await call('director', 'select code from region_families()', { 'gips.view_as': ground.region.personId }),
    ).toEqual([])
  })

  test('give a projector’s pass its own dossier only, and nothing to write', async () => {
    const token = Buffer.alloc(32, 5)
    const { accounts, family, gips2 } = ground.first
    await ground.owner.projectorPass.create({
      data: {
        familyId: family.id,
        id: v7(),
        planId: gips2.plan.id,
        personId: accounts.director.personId,
        tokenHash: token,
        expiresAt: new Date(Date.now() + 3_600_000),
      },
    })
    const pass = { 'gips.session': '', 'gips.pass': token.toString('hex') }
    expect(await bySql('director', 'select 1 from goal', pass)).toBeGreaterThan(0)
    expect(await bySql('director', 'select 1 from draft_text')).toBeGreaterThan(0)
    expect(await bySql('director', 'select 1 from draft_text', pass)).toBe(0)
    expect(NOTHING).toContain(await bySql('director', `update goal set text = 'x'`, pass))
    expect(await call('director', 'select code from my_families()', { ...pass, 'gips.family': '' })).toEqual([])
  })

  test('turn away a projector’s address that cannot be a dossier’s', async () => {
    const passage = await passProjectorGate(
      (inside) => ground.app.$transaction(inside),
      { passHash: Buffer.alloc(32, 5), code: '\u0000' },
      async () => true,
    )
    expect(passage).toEqual({ outcome: 'anonymous' })
  })

  test('show a hidden plan and a shielded director in no list', async () => {
    const { family, accounts, gips2 } = ground.first
    const director = await ground.owner.teamMembership.findFirstOrThrow({
      where: { familyId: family.id, role: 'caseDirector' },
    })
    const shields = [
      { subject: 'plan', subjectId: gips2.plan.id },
      { subject: 'teamMember', subjectId: director.id },
    ] as const
    const made = shields.map((shield) => ({
      ...shield,
      id: v7(),
      familyId: family.id,
      audience: 'account' as const,
      personId: accounts.carer.personId,
      reason: 'test',
    }))
    await ground.owner.shield.createMany({ data: made })
    const [row] = await call<{ plan_kind: string; director: string }>(
      'carer',
      'select plan_kind::text, director from my_families()',
    )
    expect(row?.plan_kind).toBe('gips1')
    expect(row?.director).not.toContain(accounts.director.name)
    const [other] = await call<{ plan_kind: string; director: string }>(
      'mother',
      'select plan_kind::text, director from my_families()',
    )
    expect(other).toEqual({ plan_kind: 'gips2', director: accounts.director.name })
    await ground.owner.shield.updateMany({
      where: { id: { in: made.map((each) => each.id) } },
      data: { until: new Date() },
    })
  })

  test('tell a family account in the trail nothing of shields and of plans that are hidden from it', async () => {
    const { family, accounts, gips2 } = ground.first
    const lines = [
      { right: 'access.manage', subject: `shield ${accounts.mother.personId}` },
      { right: 'plan.read', subject: 'gips-2' },
      { right: 'plan.read', subject: 'gips-1' },
    ]
    for (const line of lines) {
      await ground.owner.auditLine.create({
        data: { ...line, familyId: family.id, kind: 'read', roles: ['professional'] },
      })
    }
    const shield = { id: v7(), familyId: family.id, subject: 'plan', subjectId: gips2.plan.id, reason: 'test' } as const
    await ground.owner.shield.create({ data: { ...shield, audience: 'account', personId: accounts.carer.personId } })
    const seen = await call<{ right: string; subject: string | null }>(
      'carer',
      'select "right", subject from dossier_trail(null, 200)',
    )
    expect(seen.filter(({ right }) => right === 'access.manage')).toEqual([])
    expect(seen.filter(({ right }) => right === 'plan.read').map(({ subject }) => subject)).toEqual(['gips-1', null])
    const directors = await call<{ subject: string | null }>('director', 'select subject from dossier_trail(null, 200)')
    expect(directors.map(({ subject }) => subject)).toEqual(expect.arrayContaining(lines.map(({ subject }) => subject)))
    await ground.owner.shield.updateMany({ where: { id: shield.id }, data: { until: new Date() } })
  })

  test('send no mail about a plan to who may not know that it exists', async () => {
    const { family, members, accounts } = ground.first
    const plan = await makePlan(ground.owner, family, { kind: 'gips3', aboutMemberId: members.mother.id })
    const isWanted = async (name: AccountName, planId: string) => {
      const id = v7()
      const recipientId = accounts[name].personId
      const payload = { code: family.code, plan: 'gips-3', planId }
      const keys = { id, key: id, messageId: id, familyId: family.id, recipientId }
      await ground.owner.message.create({ data: { ...keys, kind: 'planDefinitive', payload } })
      const [row] = await ground.owner.$queryRaw<{ ok: boolean }[]>`select message_is_wanted(${id}::uuid) as ok`
      return row?.ok
    }
    expect(await isWanted('father', plan.id)).toBe(false)
    expect(await isWanted('mother', plan.id)).toBe(true)
    expect(await isWanted('professional', plan.id)).toBe(true)
    expect(await isWanted('father', ground.first.gips1.plan.id)).toBe(true)
    expect(await isWanted('endedProfessional', ground.first.gips1.plan.id)).toBe(false)
  })

  test('are the known ones, have a fixed search path, and none is open to everybody', async () => {
    const rows = await ground.owner.$queryRaw<{ name: string; definer: boolean; fixed: boolean; open: boolean }[]>`
      select p.proname as name, p.prosecdef as definer,
        coalesce(array_to_string(p.proconfig, ',') like '%search_path=public, pg_temp%', false) as fixed,
        has_function_privilege('public', p.oid, 'execute') and p.prorettype <> 'trigger'::regtype as open
      from pg_proc p where p.pronamespace = 'public'::regnamespace`
    expect(rows.filter(({ definer, fixed }) => definer && !fixed)).toEqual([])
    expect(rows.filter(({ open }) => open).map(({ name }) => name)).toEqual([])
    const [rights] = await ground.owner.$queryRaw<{ creates: boolean; temporary: boolean }[]>`
      select has_schema_privilege('gips_app', 'public', 'create') as creates,
        has_database_privilege('gips_app', current_database(), 'temp') as temporary`
    expect(rights).toEqual({ creates: false, temporary: false })
  })
})
