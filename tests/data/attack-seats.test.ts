import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { NOTHING, sqlOver } from './by-sql'
import type { AccountName } from './dossier-ground'

const ground = onTwoDossiers()
const bySql = sqlOver(ground)
const f = () => `'${ground.first.family.id}'`
const id = (of: { id: string }) => `'${of.id}'`
const fresh = () => `'${v7()}'`
const person = (name: AccountName) => `'${ground.first.accounts[name].personId}'`

/** A new score in the open round of GIPS 2, for the child unless told otherwise; about whom it is for, too. */
function score(given: Record<string, string>, forWhom: 'child' | 'mother' | 'teenager' = 'child'): string {
  const member = id(ground.first.members[forWhom])
  const row = {
    family_id: f(),
    id: fresh(),
    assessment_id: id(ground.first.gips2.assessment),
    member_id: member,
    side: `'professional'`,
    score: '10',
    situation: `'nu'`,
    about_member_id: member,
    ...given,
  }
  return `insert into safety_score (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`
}

/** Who, what they try from their seat, and the statement. */
const attempts: [AccountName, string, () => string][] = [
  ...(['deputy', 'noteTaker', 'gipsMaster', 'professional', 'caseManager', 'mother'] as const).map(
    (name): [AccountName, string, () => string] => [
      name,
      'read the TOP-3 that the director prepares',
      () => `select 1 from draft_text where draft_id = ${id(ground.first.gips2.drafts.director)}`,
    ],
  ),
  ...(['deputy', 'gipsMaster', 'caseManager', 'mother'] as const).map((name): [AccountName, string, () => string] => [
    name,
    'read a released TOP-3 of a meeting that is over',
    () => `select 1 from draft_text where draft_id = ${id(ground.first.gips1.drafts.professional)}`,
  ]),
  [
    'noteTaker',
    'write in a released TOP-3',
    () => `update draft_text set text = 'x' where draft_id = ${id(ground.first.gips2.drafts.professional)}`,
  ],
  [
    'director',
    'release the TOP-3 of another',
    () => `update top_three_draft set may_be_used = false where person_id <> ${person('director')}`,
  ],
  [
    'professional',
    'add a text to the TOP-3 of the director',
    () =>
      `insert into draft_text (family_id, id, draft_id, rank, part)
       values (${f()}, ${fresh()}, ${id(ground.first.gips2.drafts.director)}, 3, 'reason')`,
  ],
  [
    'professional',
    'block the next save of the director',
    () =>
      `insert into draft_save (family_id, id, text_id, version)
       select family_id, ${fresh()}, id, 9 from draft_text where draft_id = ${id(ground.first.gips2.drafts.director)}`,
  ],
  ...(['gipsMaster', 'noteTaker', 'caseManager', 'mother'] as const).map(
    (name): [AccountName, string, () => string] => [
      name,
      'prepare a TOP-3',
      () =>
        `insert into top_three_draft (family_id, id, plan_id, person_id)
         values (${f()}, ${fresh()}, ${id(ground.first.gips2.plan)}, ${person(name)})`,
    ],
  ),
  [
    'professional',
    'prepare a TOP-3 in the name of the deputy',
    () =>
      `insert into top_three_draft (family_id, id, plan_id, person_id)
       values (${f()}, ${fresh()}, ${id(ground.first.gips2.plan)}, ${person('deputy')})`,
  ],
  [
    'professional',
    'give a score in the name of the director',
    () => score({ scorer_person_id: person('director'), author_person_id: person('professional') }),
  ],
  [
    'professional',
    'give a score as if somebody else wrote it down',
    () => score({ scorer_person_id: person('professional'), author_person_id: person('noteTaker') }, 'mother'),
  ],
  [
    'professional',
    'give the score of the mother',
    () => `update safety_score set score = 10 where scorer_member_id is not null`,
  ],
  [
    'mother',
    'give a score in the name of the father',
    () =>
      score({
        side: `'family'`,
        scorer_member_id: id(ground.first.members.father),
        about_member_id: id(ground.first.members.father),
        author_person_id: person('mother'),
      }),
  ],
  [
    'mother',
    'give a score that the family reads as the child’s',
    () =>
      score(
        {
          side: `'family'`,
          scorer_member_id: id(ground.first.members.mother),
          author_person_id: person('mother'),
        },
        'teenager',
      ),
  ],
  [
    'mother',
    'change what a professional gave',
    () => `update safety_score set score = 10, author_person_id = ${person('mother')} where side = 'professional'`,
  ],
  [
    'father',
    'give a score without being admitted',
    () =>
      score({
        side: `'family'`,
        scorer_member_id: id(ground.first.members.father),
        about_member_id: id(ground.first.members.father),
        author_person_id: person('father'),
      }),
  ],
  [
    'father',
    'change the own score without being admitted',
    () => `update safety_score set score = 10, author_person_id = ${person('father')}`,
  ],
  [
    'noteTaker',
    'put somebody on the list of who is assessed',
    () =>
      `insert into assessed_member (family_id, id, assessment_id, member_id)
       values (${f()}, ${fresh()}, ${id(ground.first.gips2.assessment)}, ${id(ground.first.members.father)})`,
  ],
  [
    'professional',
    'make an assessment of their own',
    () =>
      `insert into safety_assessment (family_id, id, kind, plan_id)
       values (${f()}, ${fresh()}, 'meeting', ${id(ground.first.gips2.plan)})`,
  ],
]

describe('somebody with any SQL over the app’s role, at a seat of their own', () => {
  beforeAll(async () => {
    const where = { familyId: ground.first.family.id, memberId: ground.first.members.mother.id }
    await ground.owner.participant.updateMany({ where, data: { isAdmitted: true } })
  })

  test.each(attempts)('%s cannot %s', async (name, _what, sql) => {
    expect(NOTHING).toContain(await bySql(name, sql()))
  })

  test('their own score, in their own name, is what a professional and an admitted mother can write', async () => {
    const { members, gips2 } = ground.first
    expect(
      await bySql(
        'professional',
        score({ scorer_person_id: person('professional'), author_person_id: person('professional') }),
      ),
    ).toBe(1)
    const ofMother = { side: `'family'`, scorer_member_id: id(members.mother), about_member_id: id(members.mother) }
    expect(await bySql('mother', score({ ...ofMother, author_person_id: person('mother') }))).toBe(1)
    const change = `update safety_score set score = 9, author_person_id = ${person('mother')}`
    expect(await bySql('mother', `${change} where assessment_id = ${id(gips2.assessment)}`)).toBe(1)
  })

  test('a TOP-3 in preparation is its author’s alone, also for who looks through their eyes', async () => {
    const sql = `select 1 from draft_text where draft_id = ${id(ground.first.gips1.drafts.professional)}`
    expect(await bySql('professional', sql)).toBe(2)
    const { personId } = ground.first.accounts.professional
    expect(await bySql('director', sql, { 'gips.view_as': personId })).toBe(0)
  })
})
