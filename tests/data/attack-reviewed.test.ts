import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { makePerson } from '@/prisma/factories/accounts'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeAssessment, makeConcern } from '@/prisma/factories/safety'
import { makeMembership, makeShield } from '@/prisma/factories/team'
import { makeTopThreeChoice } from '@/prisma/factories/top-three'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { NOTHING, sqlOver } from './by-sql'

const ground = onTwoDossiers()
const bySql = sqlOver(ground)

describe('the app’s role', () => {
  test('makes nothing that could stand before a table of ours: no schema, no table, no temporary one', async () => {
    for (const sql of [
      'create temp table family_access (person_id uuid)',
      'create table public.shadow (id int)',
      `create function public.may_write() returns boolean language sql as 'select true'`,
      'create schema shadow',
    ]) {
      expect(await bySql('director', sql), sql).toBe('refused')
    }
  })

  test('is the only one to whom a function of ours is open, and each that has more rights finds our tables alone', async () => {
    const rows = await ground.owner.$queryRaw<{ name: string }[]>`
      select proname as name from pg_proc where pronamespace = 'public'::regnamespace and (
        has_function_privilege('public', oid, 'execute')
        or (prosecdef and coalesce(array_to_string(proconfig, ';'), '') not like '%search_path=public, pg_temp%'))`
    expect(rows).toEqual([])
  })

  test('asks nothing about what it may not read: the list of what is hidden is no answer', async () => {
    expect(await bySql('father', 'select hidden_quotes()')).toBe('refused')
    expect(await bySql('father', `select as_read('{}', '[]', '{}')`)).toBe('refused')
  })
})

describe('a case director with any SQL', () => {
  test('looks through the eyes of family accounts only: a colleague’s draft stays the colleague’s', async () => {
    const { gips2, accounts } = ground.first
    const concern = await makeConcern(ground.owner, gips2.plan)
    const { personId } = accounts.professional
    const { id } = await makeTopThreeChoice(ground.owner, personId, { concern, rank: 1, isDraft: true })
    const sql = `select 1 from top_three_choice where id = '${id}'`
    expect(await bySql('professional', sql)).toBe(1)
    expect(await bySql('director', sql, { 'gips.view_as': personId })).toBe(0)
    const mother = accounts.mother.personId
    expect(await bySql('director', `select 1 where viewer_person() = '${mother}'`, { 'gips.view_as': mother })).toBe(1)
  })

  test('leaves no agreement in force to nobody', async () => {
    const { personId } = ground.first.accounts.professional
    const of = (doers: { personId: string }[]) =>
      makeAgreement(ground.owner, ground.first.gips1.plan, { inForceAt: new Date(), doers })
    const alone = await of([{ personId }])
    const shared = await of([{ personId }, { personId: ground.first.accounts.deputy.personId }])
    const leave = (id: string) =>
      `select hand_over_agreements('${personId}'::uuid, array['${id}']::uuid[], '[]'::jsonb)`
    expect(await bySql('director', leave(alone.id))).toBe('refused')
    expect(await bySql('director', leave(shared.id))).toBe(1)
  })
})

describe('a professional who cannot be there', () => {
  test('gives along in their own name only', async () => {
    const { gips2, family, accounts } = ground.first
    const { personId } = accounts.professional
    const away = { where: { familyId: family.id, personId }, data: { attendance: 'absent' as const } }
    await ground.owner.participant.updateMany(away)
    const give = (author: string) => `insert into answer
      (family_id, id, plan_id, item_key, respondent_person_id, author_person_id, text, is_own_words)
      values ('${family.id}', '${v7()}', '${gips2.plan.id}', 'absent.contribution', '${personId}', '${author}', 'x', true)`
    expect(await bySql('professional', give(accounts.father.personId))).toBe('refused')
    expect(await bySql('professional', give(personId))).toBe(1)
  })

  test('gives no score', async () => {
    const { gips2, family, accounts, members } = ground.first
    const { personId } = accounts.professional
    const give = `insert into safety_score
      (family_id, id, assessment_id, member_id, side, score, situation, about_member_id, scorer_person_id, author_person_id)
      values ('${family.id}', '${v7()}', '${gips2.assessment.id}', '${members.child.id}', 'professional', 10, 'nu',
        '${members.child.id}', '${personId}', '${personId}')`
    const seat = (attendance: 'present' | 'absent') =>
      ground.owner.participant.updateMany({ where: { familyId: family.id, personId }, data: { attendance } })
    await seat('absent')
    expect(NOTHING).toContain(await bySql('professional', give))
    await seat('present')
    expect(await bySql('professional', give)).toBe(1)
  })
})

test('what somebody of the network says with a score is read by no family account until it is opened', async () => {
  const { owner, first } = ground
  const { members, accounts, friend, family, gips1 } = first
  const scores = [{ memberId: members.child.id, score: 4, scorerNetworkId: friend.id }]
  const assessment = await makeAssessment(owner, family, { planId: gips1.plan.id, closedAt: new Date(), scores })
  const sql = `select 1 from safety_score where assessment_id = '${assessment.id}'`
  expect(await bySql('professional', sql)).toBe(1)
  for (const name of ['mother', 'father'] as const) {
    expect(await bySql(name, sql), name).toBe(0)
  }
  const { id } = await owner.safetyScore.findFirstOrThrow({ where: { assessmentId: assessment.id } })
  const opening = { familyId: family.id, id: v7(), subject: 'answer' as const, subjectId: id }
  await owner.opening.create({ data: { ...opening, personId: accounts.mother.personId } })
  expect(await bySql('mother', sql)).toBe(1)
  expect(await bySql('father', sql)).toBe(0)
})

describe('mail', () => {
  const isWanted = async (id: string) => {
    const [row] = await ground.owner.$queryRaw<{ wanted: boolean }[]>`
      select message_is_wanted(${id}::uuid) or account_message_is_wanted(${id}::uuid) as wanted`
    return row?.wanted
  }
  const queue = async (kind: string, recipientId: string, given: { familyId?: string; payload?: object } = {}) => {
    const id = v7()
    const { payload = {}, ...place } = given
    await ground.owner.message.create({ data: { id, key: id, messageId: id, kind, recipientId, payload, ...place } })
    return id
  }

  test('with a link for another password waits for a safe channel, also when somebody else asks for it', async () => {
    const { personId } = ground.first.accounts.mother
    const link = v7()
    const expiresAt = new Date(Date.now() + 600_000)
    const kept = { id: link, personId, kind: 'reset' as const, tokenHash: Buffer.from(link), expiresAt }
    await ground.owner.accountLink.create({ data: kept })
    const id = await queue('passwordReset', personId, { payload: { link } })
    const channel = (safeChannel: string | null) =>
      ground.owner.memberDetails.updateMany({
        where: { memberId: ground.first.members.mother.id },
        data: { safeChannel },
      })
    await channel('email')
    expect(await isWanted(id)).toBe(true)
    for (const unsafe of ['phone', null]) {
      await channel(unsafe)
      expect(await isWanted(id)).toBe(false)
    }
  })

  test('that an involvement ended goes to nobody who was never involved', async () => {
    const { first, second, outsider } = ground
    const place = { familyId: first.family.id }
    const strangers = [outsider.personId, second.accounts.mother.personId]
    for (const stranger of strangers) {
      expect(await isWanted(await queue('involvementEnded', stranger, place))).toBe(false)
    }
    expect(await isWanted(await queue('involvementEnded', first.accounts.endedProfessional.personId, place))).toBe(true)
  })
})

describe('a role on the platform', () => {
  test('is given by somebody else: no administrator makes themselves coordinator, to appoint who directs a dossier', async () => {
    const { administrator, owner, first, outsider } = ground
    const session = { 'gips.session': Buffer.from(administrator.tokenHash).toString('hex') }
    const { regionId } = first.family
    const give = (to: string) =>
      `select 1 where give_platform_role('${v7()}', '${to}', 'regionCoordinator', '${regionId}', null)`
    expect(await bySql('director', give(administrator.personId), session)).toBe(0)
    expect(await bySql('director', give(outsider.personId), session)).toBe(1)
    expect(await owner.platformRole.count({ where: { personId: administrator.personId } })).toBe(1)
  })
})

test('an administrator moves nobody’s invitation to another mailbox once it opens a dossier', async () => {
  const { administrator, owner, first } = ground
  const session = { 'gips.session': Buffer.from(administrator.tokenHash).toString('hex') }
  const { id } = await makePerson(owner, { name: 'Nog Niet Binnen' })
  const move = `select 1 where change_account('${id}', '{"name": "Nog Niet Binnen", "initials": "NB", "email": "van@beheer.test"}', null) = 'changed'`
  expect(await bySql('director', move, session)).toBe(1)
  const membership = await makeMembership(owner, first.family, id)
  expect(await bySql('director', move, session)).toBe(0)
  const ended = {
    where: { familyId_id: { familyId: first.family.id, id: membership.id } },
    data: { until: new Date() },
  }
  await owner.teamMembership.update(ended)
  expect(await bySql('director', move, session)).toBe(1)
})

test('a family account scores no other adult, whatever statement it makes', async () => {
  const { gips2, family, accounts, members } = ground.first
  const mother = { familyId: family.id, memberId: members.mother.id }
  await ground.owner.participant.updateMany({ where: mother, data: { isAdmitted: true, attendance: 'present' } })
  const give = (memberId: string) => `insert into safety_score
    (family_id, id, assessment_id, member_id, side, score, situation, about_member_id, scorer_member_id, author_person_id)
    values ('${family.id}', '${v7()}', '${gips2.assessment.id}', '${memberId}', 'family', 10, 'nu', '${members.mother.id}',
      '${members.mother.id}', '${accounts.mother.personId}')`
  expect(await bySql('mother', give(members.father.id))).toBe('refused')
  for (const { id } of [members.mother, members.child]) {
    expect(await bySql('mother', give(id))).toBe(1)
  }
})

test('a password that changes ends the link with which somebody could change it again', async () => {
  const { id: personId } = await makePerson(ground.owner, { passwordHash: 'x' })
  const link = { id: v7(), personId, kind: 'reset' as const, tokenHash: Buffer.alloc(32, 5) }
  await ground.owner.accountLink.create({ data: { ...link, expiresAt: new Date(Date.now() + 600_000) } })
  const works = () => ground.owner.$queryRaw<object[]>`select 1 from account_link(${link.tokenHash})`
  await ground.owner.person.update({ where: { id: personId }, data: { name: 'Iemand' } })
  expect(await works()).toHaveLength(1)
  await ground.owner.person.update({ where: { id: personId }, data: { passwordHash: 'y' } })
  expect(await works()).toHaveLength(0)
})

test('the whole dossier stays closed to who is kept from it, whatever was opened', async () => {
  const { accounts, family } = ground.first
  await makeShield(ground.owner, family, { subject: 'dossier', personId: accounts.carer.personId })
  expect(await bySql('carer', 'select 1 from safety_score')).toBe(0)
  expect(await bySql('carer', 'select 1 from dossier_trail(null, 10)')).toBe(0)
})
