import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { newLink, newMail } from '@/lib/data/account-links'
import { makePerson, makePlatformRole, makeSession } from '@/prisma/factories/accounts'
import { makeSeries } from '@/prisma/factories/agendas'
import type { PrismaClient } from '@/prisma/generated/client'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { fresh, json, link, newAccount, REFUSED, readsOf, sqlOfAnyone, writesOf } from './administration-by-sql'

const ground = onTwoDossiers()
const bySql = sqlOfAnyone(ground)
const READS = readsOf(ground)
const WRITES = writesOf(ground)

/** Every session that is no administrator's, by whose it is. */
function others(): [string, Uint8Array | null][] {
  const { first, second, outsider: stranger, region, institute } = ground
  const inDossiers = [...Object.entries(first.accounts), ...Object.entries(second.accounts)]
  return [
    ...inDossiers.map(([name, { tokenHash }]): [string, Uint8Array] => [name, tokenHash]),
    ['outsider', stranger.tokenHash],
    ['region', region.tokenHash],
    ['institute', institute.tokenHash],
    ['nobody', null],
  ]
}

/** Rows of what an administrator looks after, so that nothing is empty for everyone. */
async function furnish(owner: PrismaClient): Promise<void> {
  const { outsider: stranger, administrator, region } = ground
  await owner.organisation.create({ data: { id: v7(), name: 'x', sector: 'care' } })
  await makeSeries(owner, { madeById: administrator.personId })
  await owner.chairCertification.create({ data: { id: v7(), personId: stranger.personId, certifiedOn: new Date() } })
  await owner.secondFactorRemoval.create({
    data: {
      id: v7(),
      personId: stranger.personId,
      askedById: administrator.personId,
      askedAt: new Date(),
      reason: 'x',
    },
  })
  const id = v7()
  const keys = { id, key: id, messageId: id, recipientId: region.personId }
  await owner.message.create({ data: { ...keys, kind: 'accountChanged', payload: {}, state: 'failed' } })
}

describe('the functions of the administration', () => {
  test('are all tried here', async () => {
    const rows = await ground.owner.$queryRaw<{ name: string }[]>`
      select proname as name from pg_proc
      where pronamespace = 'public'::regnamespace and has_function_privilege('gips_app', oid, 'execute')
        and (prosrc like '%demand_administrator()%' or prosrc like '%viewer_administers()%')
      order by 1`
    expect(rows.map(({ name }) => name)).toEqual([...Object.keys(READS), ...Object.keys(WRITES)].sort())
  })

  test('give an administrator what they are for', async () => {
    await furnish(ground.owner)
    const { tokenHash } = ground.administrator
    for (const [name, sql] of Object.entries(READS)) {
      expect(`${name}: ${JSON.stringify(await bySql(tokenHash, sql()))}`).toMatch(/: \[\{/)
    }
    for (const [name, sql] of Object.entries(WRITES)) {
      expect(`${name}: ${JSON.stringify(await bySql(tokenHash, sql()))}`).toMatch(/: \[\{/)
    }
  })

  test('give nobody else anything, whatever statement they make', async () => {
    const got: string[] = []
    for (const [whose, session] of others()) {
      const settings = { 'gips.family': ground.first.family.id }
      for (const [name, sql] of Object.entries(READS)) {
        const rows = await bySql(session, sql(), settings)
        if (!(Array.isArray(rows) && rows.length === 0)) got.push(`${whose} reads ${name}: ${JSON.stringify(rows)}`)
      }
      for (const [name, sql] of Object.entries(WRITES)) {
        const outcome = await bySql(session, sql(), settings)
        if (outcome !== REFUSED) got.push(`${whose} does ${name}: ${JSON.stringify(outcome)}`)
      }
    }
    expect(others().length).toBeGreaterThan(20)
    expect(got).toEqual([])
  })

  test('end with the role, with the session and with the account', async () => {
    const { owner } = ground
    const read = READS.accounts_in_list ?? expect.fail()
    for (const end of ['role', 'session', 'account'] as const) {
      const person = await makePerson(owner)
      const role = await makePlatformRole(owner, person.id, 'administrator')
      const { tokenHash } = await makeSession(owner, person.id)
      expect(await bySql(tokenHash, read())).not.toEqual([])
      if (end === 'role') await owner.platformRole.update({ where: { id: role.id }, data: { until: new Date(0) } })
      if (end === 'session')
        await owner.session.updateMany({ where: { personId: person.id }, data: { endedAt: new Date() } })
      if (end === 'account') await owner.person.update({ where: { id: person.id }, data: { closedAt: new Date() } })
      expect(await bySql(tokenHash, read()), end).toEqual([])
    }
  })

  test('are not opened by a projector’s pass of an administrator', async () => {
    const { owner, first, administrator } = ground
    const token = Buffer.alloc(32, 9)
    await owner.projectorPass.create({
      data: {
        familyId: first.family.id,
        id: v7(),
        planId: first.gips2.plan.id,
        personId: administrator.personId,
        tokenHash: token,
        expiresAt: new Date(Date.now() + 3_600_000),
      },
    })
    const pass = { 'gips.pass': token.toString('hex'), 'gips.family': first.family.id }
    expect(await bySql(null, `select email from accounts_in_list('', null, 50, 0)`, pass)).toEqual([])
    expect(await bySql(null, WRITES.put_region?.() ?? '', pass)).toBe(REFUSED)
  })
})

test('the gate of the platform leaves no line of another kind, whoever calls it', async () => {
  const session = `'\\x${Buffer.from(ground.outsider.tokenHash).toString('hex')}'::bytea`
  const forged = `select entered from enter_platform(${session}, 'account.login', array['self'], 'login', null, true, null)`
  expect(String(await bySql(null, forged))).toContain('may not leave such a line')
})

describe('an administrator', () => {
  test('gets by SQL no row of a dossier, and no function of one', async () => {
    const { tokenHash } = ground.administrator
    const settings = { 'gips.family': ground.first.family.id }
    for (const table of ['family', 'family_member', 'plan', 'family_access', 'team_membership', 'message']) {
      expect(await bySql(tokenHash, `select 1 from ${table}`, settings)).toEqual([])
    }
    for (const sql of [
      'dossier_people()',
      'my_families()',
      'region_families()',
      'open_invitations()',
      'names_to_anonymise()',
    ]) {
      expect(await bySql(tokenHash, `select 1 from ${sql}`, settings), sql).toEqual([])
    }
  })

  test('sends nobody a link whose token they chose themselves, nor one of another kind', async () => {
    const { id } = await makePerson(ground.owner, { passwordHash: 'x' })
    const reset = (forged: object) =>
      bySql(ground.administrator.tokenHash, `select start_password_reset('${id}', ${json(forged)}, null) as told`)
    const chosen = { ...newLink('reset'), tokenHash: Buffer.alloc(32, 7).toString('hex') }
    expect(String(await reset(chosen))).toContain('did not ask for this')
    expect(String(await reset(newLink('invitation')))).toContain('did not ask for this')
    expect(await reset(newLink('reset'))).toEqual([{ told: 'sent' }])
  })

  test('does not see whose of the family has an account, by name or by any part of the address', async () => {
    const { owner, administrator, first } = ground
    const { personId, email, name } = first.accounts.mother
    for (const search of [name, email.split('@')[0], email.slice(1), '']) {
      const rows = await bySql(administrator.tokenHash, `select email from accounts_in_list('${search}', null, 200, 0)`)
      expect(JSON.stringify(rows)).not.toContain(email)
    }
    const found = await bySql(
      administrator.tokenHash,
      `select email, name from accounts_in_list('${email}', null, 9, 0)`,
    )
    expect(found).toEqual([{ email, name: null }])
    const full = await bySql(administrator.tokenHash, `select a::text as row from account_in_full('${personId}') a`)
    expect(JSON.stringify(full)).toContain(email)
    expect(JSON.stringify(full)).not.toContain(name)
    const id = v7()
    const keys = { id, key: id, messageId: id, recipientId: personId, familyId: first.family.id }
    await owner.message.create({ data: { ...keys, kind: 'planDefinitive', payload: {}, state: 'dead' } })
    const undelivered = JSON.stringify(
      await bySql(administrator.tokenHash, 'select m::text as row from undelivered_messages() m'),
    )
    expect(undelivered).toContain(id)
    for (const secret of [email, personId, first.code, first.family.id]) {
      expect(undelivered).not.toContain(secret)
    }
  })
})

describe('what a case director does for invitations', () => {
  const asDirector = { 'gips.family': '' }
  const professional = () => `select invite_professional(${fresh()}, ${newAccount()}, ${link('invitation')}, null)`
  const member = () =>
    `select outcome from invite_family_member(${fresh()}, '${ground.first.members.father.id}', 'nieuw@familie.test', ${link('invitation')}, null)`
  const again = () =>
    `select invite_again_here('${ground.first.accounts.mother.personId}', ${link('invitation')}, null)`

  test('is refused to everyone else, and to the director outside the dossier or through another’s eyes', async () => {
    const { first, second } = ground
    const here = { 'gips.family': first.family.id }
    const tries: [Uint8Array, Record<string, string>][] = [
      ...Object.entries(first.accounts)
        .filter(([name]) => name !== 'director' && name !== 'deputy')
        .map(([, { tokenHash }]): [Uint8Array, Record<string, string>] => [tokenHash, here]),
      [second.accounts.director.tokenHash, here],
      [ground.administrator.tokenHash, here],
      [first.accounts.director.tokenHash, asDirector],
      [first.accounts.director.tokenHash, { ...here, 'gips.view_as': first.accounts.mother.personId }],
    ]
    for (const [session, settings] of tries) {
      for (const sql of [professional, member, again]) {
        expect(await bySql(session, sql(), settings)).toBe(REFUSED)
      }
      expect(await bySql(session, 'select 1 from open_invitations()', settings)).toEqual([])
    }
    expect(JSON.stringify(await bySql(first.accounts.director.tokenHash, professional(), here))).toContain('invited')
  })

  test('tells nothing of an address to who has not got the secret of the application', async () => {
    const { first, second } = ground
    const forged = json({ ...newLink('invitation'), proof: '00' })
    const probe = `select outcome from invite_family_member(${fresh()}, '${first.members.father.id}', '${second.accounts.mother.email}', ${forged}, null)`
    const outcome = await bySql(first.accounts.director.tokenHash, probe, { 'gips.family': first.family.id })
    expect(String(outcome)).toContain('did not ask for this')
  })
})

describe('one’s own account', () => {
  test('is nobody else’s: sessions of others do not end, and nothing changes without the application’s proof', async () => {
    const { first, outsider: stranger } = ground
    const theirs = await ground.owner.session.findFirstOrThrow({
      where: { personId: first.accounts.director.personId },
    })
    const ended = await bySql(stranger.tokenHash, `select end_own_session('${theirs.id}', null) as ended`)
    expect(ended).toEqual([{ ended: false }])
    const hash = (kept: Uint8Array) => `'\\x${Buffer.from(kept).toString('hex')}'::bytea`
    const change = `select change_own_login(${hash(stranger.tokenHash)}, 'x', null, '{"step": 9999999999}', ${json({ ...newMail(), proof: '00' })}, null)`
    expect(String(await bySql(stranger.tokenHash, change))).toContain('did not ask for this')
    expect(await bySql(null, 'select 1 from own_account()')).toEqual([])
    expect(await bySql(null, 'select 1 from own_sessions()')).toEqual([])
    expect(await bySql(null, 'select 1 from organisation_names()')).toEqual([])
    expect(await bySql(first.accounts.mother.tokenHash, 'select 1 from organisation_names()')).toEqual([])
  })

  test('of a family member keeps the name that stands in the dossier', async () => {
    const { tokenHash } = ground.first.accounts.mother
    const outcome = await bySql(
      tokenHash,
      `select change_own_profile(${json({ name: 'Iemand Anders', initials: 'IA' })}, null) as told`,
    )
    expect(outcome).toEqual([{ told: 'absent' }])
    expect(await bySql(tokenHash, 'select accept_guideline(null) as told')).toEqual([{ told: false }])
  })
})
