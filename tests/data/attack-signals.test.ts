import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import type { DossierViewer } from '@/lib/gate'
import { makeSignal } from '@/prisma/factories/signals'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type Name, signalsOf } from './signal-ground'

const ground = onTwoDossiers()
const { as } = signalsOf(ground)

const quoted = (id: string) => `'${id}'::uuid`
const person = (name: Name) => quoted(ground.first.accounts[name].personId)
const insertSignal = (who: Name, more = '', values = '') =>
  `insert into safety_signal (family_id, id, code, urgency, happened, reporter_person_id${more})
   values (${quoted(ground.first.family.id)}, ${quoted(v7())}, 0, 'now', 'verzonnen', ${person(who)}${values})`

type Attack = [Name, string, (signal: string) => string]

const ATTACKS: Attack[] = [
  ['professional', 'report in the name of somebody else', () => insertSignal('director')],
  ['mother', 'report at all', () => insertSignal('mother')],
  ['professional', 'report what is closed already', () => insertSignal('professional', ', state', `, 'closed'`)],
  [
    'professional',
    'report for later',
    () => insertSignal('professional', ', reported_at', `, now() + interval '1 day'`),
  ],
  ['professional', 'change what was reported', () => `update safety_signal set happened = 'niets'`],
  ['director', 'change what was reported', (id) => `update safety_signal set happened = 'niets' where id = ${id}`],
  ['director', 'make it less urgent', (id) => `update safety_signal set urgency = 'thisWeek' where id = ${id}`],
  ['director', 'give away that a signal is there', (id) => `delete from safety_signal where id = ${id}`],
  [
    'director',
    'say that somebody else saw it',
    (id) =>
      `update safety_signal set state = 'acknowledged', acknowledged_at = now(), acknowledged_by_id = ${person('deputy')}
       where id = ${id}`,
  ],
  [
    'director',
    'close it without a word',
    (id) =>
      `update safety_signal set state = 'closed', acknowledged_at = now(), acknowledged_by_id = ${person('director')},
         closed_at = now() where id = ${id}`,
  ],
  [
    'director',
    'open what is closed',
    () => `update safety_signal set state = 'acknowledged', outcome = null, closed_at = null where state = 'closed'`,
  ],
  ['carer', 'say that it was seen', () => `update safety_signal set state = 'acknowledged'`],
  ...(['mother', 'endedProfessional'] as const).map(
    (whom): Attack => [
      'director',
      `put it to ${whom}`,
      (id) =>
        `insert into signal_view (family_id, id, signal_id, person_id)
         values (${quoted(ground.first.family.id)}, ${quoted(v7())}, ${id}, ${person(whom)})`,
    ],
  ),
  [
    'director',
    'answer for who was asked',
    (id) =>
      `insert into signal_view (family_id, id, signal_id, person_id, view)
       values (${quoted(ground.first.family.id)}, ${quoted(v7())}, ${id}, ${person('professional')}, 'geen zorgen')`,
  ],
  ['professional', 'change an answer once it is closed', () => `update signal_view set view = 'anders'`],
  ['professional', 'read what was done', () => 'select 1 from signal_action'],
  [
    'professional',
    'write down what was done',
    (id) =>
      `insert into signal_action (family_id, id, signal_id, text, author_person_id)
       values (${quoted(ground.first.family.id)}, ${quoted(v7())}, ${id}, 'gebeld', ${person('professional')})`,
  ],
  [
    'director',
    'write down what somebody else did',
    (id) =>
      `insert into signal_action (family_id, id, signal_id, text, author_person_id)
       values (${quoted(ground.first.family.id)}, ${quoted(v7())}, ${id}, 'gebeld', ${person('deputy')})`,
  ],
  ...(['gipsMaster', 'mother', 'professional'] as const).map(
    (who): Attack => [
      who,
      'share it with the family',
      (id) =>
        `insert into signal_share (family_id, id, signal_id, person_id, shared_by_id)
         values (${quoted(ground.first.family.id)}, ${quoted(v7())}, ${id}, ${person('mother')}, ${person(who)})`,
    ],
  ),
  [
    'director',
    'share it with somebody who is not of the family',
    (id) =>
      `insert into signal_share (family_id, id, signal_id, person_id, shared_by_id)
       values (${quoted(ground.first.family.id)}, ${quoted(v7())}, ${id}, ${person('professional')}, ${person('director')})`,
  ],
  ['mother', 'see with whom a signal is shared', () => 'select 1 from signal_share'],
  ['professional', 'tell others of somebody else’s signal', (id) => `select 1 where tell_of_signal(${id}, 'x') > 0`],
  ['professional', 'tell who was asked', (id) => `select 1 where tell_who_views(${id}, 'x') > 0`],
  ['director', 'escalate', () => `select escalate_signals('x')`],
  ['director', 'tell anybody of anything', () => `select tell_of_signal_to('signalReported', null, null, 'x')`],
]

/** Whether the statement did something; everything is rolled back. */
async function works(who: Name, sql: string): Promise<boolean> {
  const undo = new Error('undo')
  let touched = 0
  const attempt = async ({ tx }: DossierViewer) => {
    touched = /^\s*select/.test(sql)
      ? (await tx.$queryRawUnsafe<unknown[]>(sql)).length
      : await tx.$executeRawUnsafe(sql)
    throw undo
  }
  const end = await as(who, 'dossier.read', attempt).catch((error: unknown) => error)
  return end === undo && touched > 0
}

test.each(ATTACKS)('a %s cannot %s', async (who, _what, sql) => {
  const { family, accounts, members } = ground.first
  const { personId } = accounts.carer
  const signal = await makeSignal(ground.owner, family, { reporterPersonId: personId, members: [members.child] })
  expect(await works(who, sql(quoted(signal.id)))).toBe(false)
})

test('the same statements do something where they may', async () => {
  const { family, accounts } = ground.first
  const { id } = await makeSignal(ground.owner, family, { reporterPersonId: accounts.carer.personId })
  const seen = `update safety_signal set state = 'acknowledged', acknowledged_at = now(), acknowledged_by_id = ${person('director')}
    where id = '${id}'`
  expect(await works('director', seen)).toBe(true)
  expect(await works('professional', insertSignal('professional'))).toBe(true)
  expect(await works('carer', insertSignal('carer'))).toBe(true)
  expect(await works('director', 'select 1 from signal_action')).toBe(true)
})

test('a carer of one family reports in no other, nor after the access ended', async () => {
  const { carer } = ground.first.accounts
  const where = { familyId: ground.first.family.id, personId: carer.personId }
  await ground.owner.familyAccess.updateMany({ where, data: { until: new Date() } })
  expect(await as('carer', 'dossier.read', async () => 'in')).toBe('refused')
  await ground.owner.familyAccess.updateMany({ where, data: { until: null } })
  expect(await works('carer', insertSignal('carer'))).toBe(true)
})
