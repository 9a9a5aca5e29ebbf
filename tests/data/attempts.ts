import { v7 } from 'uuid'
import type { Ground } from '@/tests/support/two-dossiers'
import type { AccountName } from './dossier-ground'

/** Who, what they try, and the statement. */
export function attemptsOn(ground: Ground): [AccountName, string, () => string][] {
  const f = () => `'${ground.first.family.id}'`
  const id = (of: { id: string }) => `'${of.id}'`
  const fresh = () => `'${v7()}'`
  const person = (name: AccountName) => `'${ground.first.accounts[name].personId}'`
  return [
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
    [
      'professional',
      'move the own score to another member',
      () => 'update safety_score set about_member_id = member_id',
    ],
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
}
