import { describe, expect, test } from 'vitest'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()

/** Tables that carry a dossier's id without being read by it: written through functions only. */
const THROUGH_FUNCTIONS = ['audit_line', 'reminder']

async function tablesWithFamily(): Promise<string[]> {
  const rows = await ground.owner.$queryRaw<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and (a.attname = 'family_id' or c.relname = 'family')
    group by c.relname order by c.relname`
  return rows.map(({ name }) => name)
}

describe('row policies', () => {
  test('stand on every table of a dossier', async () => {
    const rows = await ground.owner.$queryRaw<{ name: string; secured: boolean; policies: bigint }[]>`
      select c.relname as name, c.relrowsecurity as secured,
        (select count(*) from pg_policy p where p.polrelid = c.oid and 'gips_app'::regrole = any (p.polroles)) as policies
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`
    const dossier = await tablesWithFamily()
    expect(dossier.length).toBeGreaterThan(50)
    const open = rows.filter(({ name, secured, policies }) => dossier.includes(name) && (!secured || policies === 0n))
    expect(open.map(({ name }) => name)).toEqual(THROUGH_FUNCTIONS)
  })

  test('show nothing of any dossier to who has not entered one', async () => {
    for (const table of await tablesWithFamily()) {
      if (!THROUGH_FUNCTIONS.includes(table)) {
        const rows = await ground.app.$queryRawUnsafe<{ n: bigint }[]>(`select count(*) as n from "${table}"`)
        expect(`${table}: ${rows[0]?.n}`).toBe(`${table}: 0`)
      }
    }
  })

  test('let nothing be written by who has not entered a dossier', async () => {
    for (const table of await tablesWithFamily()) {
      const written = await ground.app.$executeRawUnsafe(`update "${table}" set family_id = family_id`).catch(() => 0)
      expect(`${table}: ${written}`).toBe(`${table}: 0`)
    }
  })

  test('bind a role that owns nothing, bypasses nothing and has no account table', async () => {
    const [role] = await ground.owner.$queryRaw<{ free: boolean; owned: bigint }[]>`
      select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as free,
        (select count(*) from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname = 'gips_app'`
    expect(role).toEqual({ free: false, owned: 0n })
    const tables = ['person', 'session', 'recovery_code', 'account_link', 'login_failure', 'platform_role']
    for (const table of [
      ...tables,
      'second_factor_removal',
      'push_device',
      'organisation',
      'region',
      'chair_certification',
    ]) {
      await expect(ground.app.$queryRawUnsafe(`select * from ${table}`)).rejects.toThrow(/permission denied/)
    }
  })

  test('keep references inside one dossier', async () => {
    const { members } = ground.first
    const crossing = ground.owner.confidant.create({
      data: {
        familyId: ground.second.family.id,
        id: crypto.randomUUID(),
        memberId: members.child.id,
        adultMemberId: members.mother.id,
      },
    })
    await expect(crossing).rejects.toThrow()
    const foreignKeys = await ground.owner.$queryRaw<{ name: string }[]>`
      select k.conname as name from pg_constraint k
      join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid
      where k.contype = 'f' and b.relname <> 'family'
        and exists (select from pg_attribute where attrelid = a.oid and attname = 'family_id')
        and exists (select from pg_attribute where attrelid = b.oid and attname = 'family_id')
        and not exists (
          select from unnest(k.conkey) as column_number join pg_attribute c on c.attrelid = a.oid and c.attnum = column_number
          where c.attname = 'family_id')`
    expect(foreignKeys).toEqual([])
  })
})

describe('constraints', () => {
  const withFamily = () => ({ familyId: ground.first.family.id })

  test.each([
    ['a score over 10', () => ground.owner.safetyScore.updateMany({ where: withFamily(), data: { score: 10.5 } })],
    ['a score under 0', () => ground.owner.safetyScore.updateMany({ where: withFamily(), data: { score: -1 } })],
    ['an effect over 10', () => ground.owner.goal.updateMany({ where: withFamily(), data: { expectedEffect: 11 } })],
    [
      'a plan that skips its meeting',
      () =>
        ground.owner.plan.updateMany({ where: { ...withFamily(), state: 'meeting' }, data: { state: 'definitive' } }),
    ],
    [
      'two active case directors',
      () =>
        ground.owner.teamMembership.create({
          data: { ...withFamily(), id: crypto.randomUUID(), role: 'caseDirector', personId: ground.outsider.personId },
        }),
    ],
    [
      'a shield for nobody in particular on one account',
      () => ground.owner.shield.updateMany({ where: withFamily(), data: { personId: null } }),
    ],
  ])('refuse %s', async (_what, change) => {
    await expect(change()).rejects.toThrow()
  })
})
