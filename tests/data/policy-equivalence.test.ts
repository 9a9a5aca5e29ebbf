import fc from 'fast-check'
import { Client } from 'pg'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeNetworkPerson } from '@/prisma/factories/family'
import { makeAnswer, makeMeeting, makeParticipant, makePlan, makeProposal, makeResponse } from '@/prisma/factories/plan'
import { makeRisk } from '@/prisma/factories/risks'
import { makeAssessment, makeConcern, makeGoal } from '@/prisma/factories/safety'
import { makeTopThreeDraft } from '@/prisma/factories/top-three'
import type { Plan } from '@/prisma/generated/client'
import { ROLES } from '@/tests/support/canary-roles'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import type { AccountName } from './dossier-ground'
import {
  type Dossier,
  dossierRows,
  type Hiding,
  type Looker,
  type Opened,
  type Table,
  tablesSeen,
} from './visibility-model'

const ground = onTwoDossiers()
const RUNS = 400
let all: Dossier
let owner: Client
let app: Client

const TABLES: Table[] = [
  'plan',
  'frozen_row',
  'goal',
  'agreement',
  'goal_review',
  'goal_verdict',
  'goal_evaluation',
  'carried_agreement',
  'concern',
  'risk_factor_rating',
  'answer',
  'plan_response',
  'proposal',
  'safety_score',
  'top_three_draft',
  'draft_text',
  'member_details',
  'member_contact',
  'residence',
  'document',
  'network_person',
]

beforeAll(async () => {
  await addPlansInEveryState()
  const { family } = ground.first
  await ground.owner.shield.deleteMany({ where: { familyId: family.id } })
  await ground.owner.opening.deleteMany({ where: { familyId: family.id } })
  all = await dossierRows(ground.owner, family.id)
  owner = new Client({ connectionString: ground.ownerUrl })
  app = new Client({ connectionString: ground.appUrl })
  await Promise.all([owner.connect(), app.connect()])
})

afterAll(async () => {
  await Promise.all([owner?.end(), app?.end()])
})

/** Besides the canary's GIPS 1 (definitive) and GIPS 2 (meeting): the other states, and a recovery plan of the mother's. */
async function addPlansInEveryState() {
  const { family, members, accounts, friend } = ground.first
  const states = [
    { kind: 'gips3', ordinal: 1, state: 'provisional', aboutMemberId: members.mother.id },
    { kind: 'gips3', ordinal: 2, state: 'invited', aboutMemberId: members.child.id },
    { kind: 'gips4', ordinal: 1, state: 'provisional', aboutMemberId: null },
    { kind: 'gips5', ordinal: 1, state: 'preparation', aboutMemberId: null },
  ] as const
  for (const given of states) {
    const plan = await makePlan(ground.owner, family, given)
    const meeting = await makeMeeting(ground.owner, plan)
    await makeParticipant(ground.owner, meeting, { memberId: members.father.id })
    for (const [n, about] of [null, members.mother.id, members.teenager.id].entries()) {
      const row = {
        aboutMemberId: about,
        authorPersonId: n === 1 ? accounts.mother.personId : accounts.director.personId,
      }
      await makeGoal(ground.owner, plan, { ...row, adoptedAt: n === 2 ? new Date() : null })
      await makeConcern(ground.owner, plan, row)
      await makeRisk(ground.owner, plan, { ...row, factor: `factor.${n}` })
      const doers = n === 0 && plan.ordinal === 1 ? [{ memberId: members.father.id }] : []
      await makeAgreement(ground.owner, plan, { ...row, inForceAt: n === 0 ? new Date() : null, doers })
      await makeAnswer(ground.owner, plan, {
        ...row,
        itemKey: `vraag.${n}`,
        text: 'x',
        isOwnWords: n === 2,
        respondentMemberId: about,
      })
    }
    await addFindings(plan)
    const said = await makeResponse(ground.owner, plan, { memberId: members.teenager.id })
    await makeResponse(ground.owner, plan, { networkPersonId: friend.id })
    await makeProposal(ground.owner, plan, { responseId: said.id, aboutMemberId: members.teenager.id })
    await makeProposal(ground.owner, plan, {})
    await makeAnswer(ground.owner, plan, { itemKey: 'netwerk', text: 'x', respondentNetworkId: friend.id })
    const scores = [
      { memberId: members.child.id, score: 6, scorerMemberId: members.father.id },
      { memberId: members.child.id, score: 7, scorerMemberId: members.teenager.id },
      { memberId: members.child.id, score: 5, scorerNetworkId: friend.id },
    ]
    await makeAssessment(ground.owner, family, { planId: plan.id, scores })
    const places = [{ concern: 'x', reason: 'x' }]
    await makeTopThreeDraft(ground.owner, plan, { personId: accounts.professional.personId, places, mayBeUsed: true })
  }
  for (const relatedMemberId of [members.mother.id, members.child.id, null]) {
    await makeNetworkPerson(ground.owner, family, { relatedMemberId })
  }
}

/** What a meeting found of an adopted goal and an agreement in force of the canary's GIPS 1, by everyone who may give it. */
async function addFindings({ id: planId }: Plan): Promise<void> {
  const { family, members, accounts, friend, gips1 } = ground.first
  const { owner } = ground
  const of = { familyId: family.id, planId }
  const goals = await owner.goal.findMany({ where: { familyId: family.id, planId: gips1.plan.id } })
  for (const { id: goalId } of goals) {
    await owner.goalReview.create({ data: { ...of, id: v7(), goalId, result: 'partly' } })
    await owner.goalVerdict.create({ data: { ...of, id: v7(), goalId, isGoodEnough: true } })
    const givers = [
      { personId: accounts.professional.personId },
      { networkPersonId: friend.id },
      ...[members.mother, members.father, members.teenager].map(({ id }) => ({ memberId: id })),
    ]
    await owner.goalEvaluation.createMany({
      data: givers.map((who) => ({ ...of, ...who, id: v7(), goalId, percent: 50 })),
    })
  }
  const agreements = await owner.agreement.findMany({ where: { familyId: family.id, planId: gips1.plan.id } })
  for (const { id: agreementId } of agreements) {
    await owner.carriedAgreement.create({ data: { ...of, id: v7(), agreementId, decision: 'kept' } })
  }
}

/** What can be hidden or opened: a row of a table, by the name that shields have for it. */
function subjects(): { subject: string; subjectId: string }[] {
  const of = (subject: string, ids: string[]) => ids.map((subjectId) => ({ subject, subjectId }))
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
  return [
    ...of('plan', ids(all.plan)),
    ...of('goal', ids(all.goal)),
    ...of('agreement', ids(all.agreement)),
    ...of('concern', ids(all.concern)),
    ...of('answer', [
      ...ids(all.answer),
      ...ids(all.risk_factor_rating),
      ...ids(all.plan_response),
      ...ids(all.proposal),
      ...ids(all.safety_score),
      ...ids(all.safety_assessment),
      ...ids(all.goal_evaluation),
    ]),
    ...of('document', ids(all.document)),
    ...of('memberContact', ids(all.member)),
    ...of('memberDetails', [...ids(all.member), ...ids(all.network_person)]),
  ]
}

interface Scene {
  name: AccountName
  table: Table
  isAdmitted: boolean
  shields: Hiding[]
  openings: Opened[]
}

function scenes(): fc.Arbitrary<Scene> {
  const names = Object.keys(ROLES) as AccountName[]
  return fc
    .record({ name: fc.constantFrom(...names), table: fc.constantFrom(...TABLES), isAdmitted: fc.boolean() })
    .chain((scene) => {
      const { personId } = ground.first.accounts[scene.name]
      const near = all[scene.table].map(({ id }) => id)
      const about = subjects()
      const related = about.filter(
        ({ subject, subjectId }) =>
          near.includes(subjectId) || ['plan', 'memberContact', 'memberDetails'].includes(subject),
      )
      const target = fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...related) },
        { weight: 1, arbitrary: fc.constantFrom(...about) },
      )
      const who = fc.oneof(
        { weight: 3, arbitrary: fc.constant(personId) },
        fc.constant(ground.first.accounts.carer.personId),
      )
      const shield = fc
        .tuple(target, fc.constantFrom('account', 'allFamily', 'professionalsElsewhere' as const), who)
        .map(
          ([what, audience, person]) =>
            ({ ...what, audience, personId: audience === 'account' ? person : null }) as Hiding,
        )
      const whole = who.map(
        (person): Hiding => ({ subject: 'dossier', subjectId: null, audience: 'account', personId: person }),
      )
      return fc.record({
        name: fc.constant(scene.name),
        table: fc.constant(scene.table),
        isAdmitted: fc.constant(scene.isAdmitted),
        shields: fc.array(fc.oneof({ weight: 12, arbitrary: shield }, { weight: 1, arbitrary: whole }), {
          maxLength: 4,
        }),
        openings: fc.array(
          fc.tuple(target, who).map(([what, person]) => ({ ...what, personId: person })),
          { maxLength: 4 },
        ),
      })
    })
}

function quoted(value: string | null): string {
  return value === null ? 'null' : `'${value}'`
}

async function arrange({ name, isAdmitted, shields, openings }: Scene): Promise<void> {
  const f = quoted(ground.first.family.id)
  const member = memberOf(name)
  await owner.query(
    [
      `delete from shield where family_id = ${f}`,
      `delete from opening where family_id = ${f}`,
      `update participant set is_admitted = ${isAdmitted} where family_id = ${f} and member_id = ${quoted(member)}`,
      ...shields.map(
        (s) => `insert into shield (family_id, id, subject, subject_id, audience, person_id, reason) values
          (${f}, '${v7()}', '${s.subject}', ${quoted(s.subjectId)}, '${s.audience}', ${quoted(s.personId)}, 'x')`,
      ),
      ...openings.map(
        (o) => `insert into opening (family_id, id, subject, subject_id, person_id) values
          (${f}, '${v7()}', '${o.subject}', ${quoted(o.subjectId)}, ${quoted(o.personId)})`,
      ),
    ].join(';'),
  )
}

async function seenByPolicies({ name, table }: Scene): Promise<string[]> {
  const session = Buffer.from(ground.first.accounts[name].tokenHash).toString('hex')
  const results = (await app.query(
    `begin; select set_config('gips.session', '${session}', true), set_config('gips.family', '${ground.first.family.id}', true);
     select id from "${table}"; rollback`,
  )) as unknown as { rows: { id: string }[] }[]
  return results[2]?.rows.map(({ id }) => id).sort() ?? []
}

function memberOf(name: AccountName): string | null {
  const members: Record<string, { id: string }> = ground.first.members
  return ROLES[name]?.includes('family') ? (members[name]?.id ?? null) : null
}

async function looker({ name, isAdmitted }: Scene): Promise<Looker> {
  const { personId } = ground.first.accounts[name]
  const memberId = memberOf(name)
  return {
    personId,
    roles: ROLES[name] ?? [],
    memberId,
    worksWithAll: ['director', 'deputy'].includes(name),
    worksWith: name === 'professional' ? [ground.first.members.child.id] : [],
    isAdmitted: isAdmitted && memberId !== null,
    noteTakerOf: name === 'noteTaker' ? ground.first.gips2.plan.id : null,
  }
}

test('the row policies and a plain model agree for every account, row, shield and opening', async () => {
  let pairs = 0
  let shown = 0
  await fc.assert(
    fc.asyncProperty(scenes(), async (scene) => {
      await arrange(scene)
      const me = await looker(scene)
      const sees = tablesSeen(all, me, scene.shields, scene.openings)[scene.table] as (row: unknown) => boolean
      const expected = all[scene.table]
        .filter(sees)
        .map(({ id }) => id)
        .sort()
      pairs += all[scene.table].length
      shown += expected.length
      expect(await seenByPolicies(scene)).toEqual(expected)
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
  expect(pairs).toBeGreaterThan(2000)
  expect(shown).toBeGreaterThan(pairs / 5)
  expect(shown).toBeLessThan(pairs * 0.8)
})
