import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { passProjectorGate } from '@/lib/live/projector-gate'
import { makePlan } from '@/prisma/factories/plan'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { enterBySettings, NOTHING, sqlOver } from './by-sql'
import type { AccountName } from './dossier-ground'

const ground = onTwoDossiers()

const bySql = sqlOver(ground)
const f = () => `'${ground.first.family.id}'`
const id = (of: { id: string }) => `'${of.id}'`
const fresh = () => `'${v7()}'`
const person = (name: AccountName) => `'${ground.first.accounts[name].personId}'`

/** Who, what they try, and the statement. */
const attempts: [AccountName, string, () => string][] = [
  [
    'father',
    'admit himself to the meeting',
    () => `update participant set is_admitted = true where member_id = ${id(ground.first.members.father)}`,
  ],
  [
    'carer',
    'take a seat that admits them',
    () =>
      `insert into participant (family_id, id, meeting_id, role, member_id, is_admitted)
       values (${f()}, ${fresh()}, ${id(ground.first.gips2.meeting)}, 'family', ${id(ground.first.members.carer)}, true)`,
  ],
  [
    'father',
    'count as present',
    () =>
      `update participant set attendance = 'present', admitted_reason = 'zelf' where member_id = ${id(ground.first.members.father)}`,
  ],
  [
    'caseManager',
    'sit down at the table',
    () =>
      `insert into participant (family_id, id, meeting_id, role, person_id)
       values (${f()}, ${fresh()}, ${id(ground.first.gips2.meeting)}, 'professional', ${person('caseManager')})`,
  ],
  [
    'noteTaker',
    'admit the father',
    () => `update participant set is_admitted = true where member_id = ${id(ground.first.members.father)}`,
  ],
  [
    'mother',
    'give a professional’s score',
    () =>
      `insert into safety_score (family_id, id, assessment_id, member_id, side, scorer_person_id, score, about_member_id)
       values (${f()}, ${fresh()}, ${id(ground.first.gips2.assessment)}, ${id(ground.first.members.child)}, 'professional',
         ${person('mother')}, 10, ${id(ground.first.members.child)})`,
  ],
  [
    'gipsMaster',
    'give a score as the neutral chair',
    () =>
      `insert into safety_score (family_id, id, assessment_id, member_id, side, scorer_person_id, score, about_member_id)
       values (${f()}, ${fresh()}, ${id(ground.first.gips2.assessment)}, ${id(ground.first.members.child)}, 'professional',
         ${person('gipsMaster')}, 10, ${id(ground.first.members.child)})`,
  ],
  [
    'professional',
    'change the score of somebody else',
    () => `update safety_score set score = 9 where scorer_person_id is distinct from ${person('professional')}`,
  ],
  ['professional', 'move the own score to another member', () => 'update safety_score set about_member_id = member_id'],
  [
    'noteTaker',
    'write in a closed assessment',
    () => `update safety_score set score = 9 where assessment_id = ${id(ground.first.gips1.assessment)}`,
  ],
  ['noteTaker', 'record the minimum as met', () => 'update safety_assessment set minimum_met = true'],
  ['noteTaker', 'close the assessment', () => 'update safety_assessment set closed_at = now()'],
  ['noteTaker', 'drop somebody from the assessment', () => `update assessed_member set dropped_reason = 'nee'`],
  ['noteTaker', 'decide the TOP-3', () => `update top_three_decision set reason = 'anders'`],
  [
    'professional',
    'be asked for an extra assessment',
    () =>
      `insert into assessment_invitee (family_id, id, assessment_id, person_id)
       values (${f()}, ${fresh()}, ${id(ground.first.gips2.assessment)}, ${person('professional')})`,
  ],
  [
    'father',
    'be asked for an extra assessment',
    () =>
      `insert into assessment_invitee (family_id, id, assessment_id, person_id)
       values (${f()}, ${fresh()}, ${id(ground.first.gips2.assessment)}, ${person('father')})`,
  ],
  [
    'noteTaker',
    'put a signal to themselves',
    () =>
      `insert into signal_view (family_id, id, signal_id, person_id)
       select family_id, ${fresh()}, signal_id, ${person('noteTaker')} from signal_member limit 1`,
  ],
  ['noteTaker', 'see whom a signal of others is about', () => 'select 1 from signal_member'],
  [
    'father',
    'report a signal in writing without a right',
    () =>
      `insert into safety_signal (family_id, id, code, urgency, happened, reporter_person_id)
       values (${f()}, ${fresh()}, 99, 'now', 'verzonnen', ${person('father')})`,
  ],
  [
    'professional',
    'close their own signal',
    () => `update safety_signal set state = 'closed', outcome = 'niets aan de hand'`,
  ],
  [
    'mother',
    'choose a TOP-3',
    () =>
      `insert into top_three_choice (family_id, id, plan_id, person_id, rank)
       values (${f()}, ${fresh()}, ${id(ground.first.gips2.plan)}, ${person('mother')}, 1)`,
  ],
  [
    'professional',
    'change a TOP-3 of a definitive plan',
    () => `update top_three_choice set reason = 'anders' where plan_id = ${id(ground.first.gips1.plan)}`,
  ],
  [
    'professional',
    'forge an earlier text of an answer',
    () =>
      `insert into answer_version (family_id, id, answer_id, version, text)
       values (${f()}, ${fresh()}, ${id(ground.first.gips2.answers.common)}, 99, 'nooit gezegd')`,
  ],
  [
    'mother',
    'block the next save of an answer',
    () =>
      `insert into answer_save (family_id, id, answer_id, version)
       values (${f()}, ${fresh()}, ${id(ground.first.gips2.answers.common)}, 99)`,
  ],
  ['professional', 'read earlier texts without the right to write', () => 'select 1 from answer_version'],
  [
    'noteTaker',
    'make a child’s own words common',
    () => 'update answer set is_own_words = false, about_member_id = null',
  ],
  ['noteTaker', 'give an answer another id, away from its shield', () => 'update answer set id = gen_random_uuid()'],
  ['director', 'give a goal another id, away from its shield', () => 'update goal set id = gen_random_uuid()'],
  [
    'noteTaker',
    'adopt a goal',
    () => `update goal set adopted_at = now() where plan_id = ${id(ground.first.gips2.plan)}`,
  ],
  [
    'noteTaker',
    'close a goal',
    () => `update goal set closed_at = now(), closed_reason = 'klaar' where plan_id = ${id(ground.first.gips2.plan)}`,
  ],
  ['director', 'remove a goal that was adopted', () => `delete from goal where adopted_at is not null`],
  [
    'noteTaker',
    'put an agreement in force',
    () => `update agreement set in_force_at = now() where plan_id = ${id(ground.first.gips2.plan)}`,
  ],
  [
    'noteTaker',
    'take the doers out of a definitive plan',
    () => `delete from agreement_doer where agreement_id = ${id(ground.first.gips1.common.agreement)}`,
  ],
  [
    'director',
    'change the words of an agreement in force',
    () => `update agreement set text = 'anders' where id = ${id(ground.first.gips1.common.agreement)}`,
  ],
  [
    'director',
    'take an agreement out of force again',
    () => `update agreement set in_force_at = null where id = ${id(ground.first.gips1.common.agreement)}`,
  ],
  [
    'director',
    'change who does an agreement in force',
    () =>
      `insert into agreement_doer (family_id, id, agreement_id, person_id)
       values (${f()}, ${fresh()}, ${id(ground.first.gips1.common.agreement)}, ${person('deputy')})`,
  ],
  [
    'director',
    'take the doers out of an agreement in force',
    () => `delete from agreement_doer where agreement_id = ${id(ground.first.gips1.common.agreement)}`,
  ],
  [
    'director',
    'bring back an agreement that was closed',
    () => 'update agreement set dropped_at = null, dropped_reason = null where dropped_at is not null',
  ],
  ['director', 'tick an agreement off behind the ticks', () => `update agreement set state = 'done'`],
  [
    'director',
    'tick off in another’s name while looking through their eyes',
    () =>
      `insert into agreement_tick (family_id, id, agreement_id, state, person_id)
     select ${f()}, ${fresh()}, ${id(ground.first.gips1.common.agreement)}, 'done', ${person('mother')}
     from (select set_config('gips.view_as', ${person('mother')}, true)) s`,
  ],
  [
    'professional',
    'tick off in advance',
    () =>
      `insert into agreement_tick (family_id, id, agreement_id, state, person_id, ticked_at)
     values (${f()}, ${fresh()}, ${id(ground.first.gips1.common.agreement)}, 'done', ${person('professional')}, now() + interval '1 year')`,
  ],
  ['gipsMaster', 'move the meeting', () => `update meeting set place = 'elders', held_on = current_date + 9`],
  [
    'noteTaker',
    'touch the meeting of another plan',
    () => `update meeting set projector_hidden = true where plan_id = ${id(ground.first.gips1.plan)}`,
  ],
  [
    'gipsMaster',
    'keep a projector pass that was revoked',
    () => "update projector_pass set revoked_at = null, expires_at = now() + interval '9 years'",
  ],
  ['director', 'give the dossier another code or key', () => `update family set code = 'G-9999', wrapped_key = ''`],
  [
    'director',
    'rewrite whom a shield was for',
    () => `update shield set audience = 'account', subject_id = gen_random_uuid()`,
  ],
  [
    'director',
    'set a shield in another’s name',
    () =>
      `insert into shield (family_id, id, subject, subject_id, audience, reason, set_by_id)
       values (${f()}, ${fresh()}, 'plan', ${id(ground.first.gips1.plan)}, 'allFamily', 'x', ${person('deputy')})`,
  ],
  [
    'director',
    'have a reset link mailed to somebody',
    () =>
      `insert into message (id, key, kind, recipient_id, family_id, payload, message_id)
       values (${fresh()}, 'x', 'passwordReset', ${person('director')}, ${f()}, '{}', 'x@y')`,
  ],
  [
    'mother',
    'see who else of the family has an account',
    () => `select 1 from family_access where person_id <> ${person('mother')}`,
  ],
  [
    'professional',
    'appoint themselves case director',
    () =>
      `insert into team_membership (family_id, id, person_id, role) values (${f()}, ${fresh()}, ${person('professional')}, 'deputy')`,
  ],
  ['professional', 'come back after the end', () => `update team_membership set until = null`],
  [
    'professional',
    'read why others asked to stop',
    () => `select 1 from leave_request where person_id <> ${person('professional')}`,
  ],
  [
    'professional',
    'ask to stop in another’s name',
    () =>
      `insert into leave_request (family_id, id, person_id, reason) values (${f()}, ${fresh()}, ${person('gipsMaster')}, 'x')`,
  ],
  ['gipsMaster', 'write in the intake', () => `update intake set structural_facts = 'x'`],
  ['professional', 'take an incident out of the intake', () => 'delete from intake_incident'],
  ['mother', 'read the intake', () => 'select 1 from intake union all select 1 from intake_incident'],
  ['caseManager', 'read the intake', () => 'select 1 from intake union all select 1 from intake_incident'],
  ['director', 'lengthen the framework', () => `update intake set framework_until = current_date + 999`],
  ['director', 'say that the triage is complete', () => 'update intake set triage_complete = true'],
  ['director', 'rewrite how the direction went', () => `update direction_change set reason = 'x'`],
  ['director', 'forget how the direction went', () => 'delete from direction_change'],
  ['professional', 'read how the direction went', () => 'select 1 from direction_change'],
  ['mother', 'lift a shield', () => 'update shield set until = now()'],
  [
    'mother',
    'open something',
    () =>
      `insert into opening (family_id, id, subject, subject_id, person_id) values (${f()}, ${fresh()}, 'plan', ${id(ground.first.gips2.plan)}, ${person('mother')})`,
  ],
  [
    'father',
    'become the parent of a child',
    () =>
      `insert into child_adult (family_id, id, child_id, adult_id, relation)
     values (${f()}, ${fresh()}, ${id(ground.first.members.child)}, ${id(ground.first.members.father)}, 'biologicalParent')`,
  ],
]

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
