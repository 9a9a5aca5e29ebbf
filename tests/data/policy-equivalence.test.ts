import fc from 'fast-check'
import { Client } from 'pg'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAssessment } from '@/prisma/factories/safety'
import { ROLES } from '@/tests/support/canary-roles'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import type { AccountName } from './dossier-ground'
import { addPlansInEveryState } from './plans-in-every-state'
import { type Dossier, dossierRows, type Looker, tablesSeen } from './visibility-model'
import { type Scene, scenes } from './visibility-scenes'

const ground = onTwoDossiers()
const RUNS = 400
let all: Dossier
let owner: Client
let app: Client

beforeAll(async () => {
  await addPlansInEveryState(ground)
  const { family, members, accounts } = ground.first
  await makeAssessment(ground.owner, family, {
    closedAt: new Date(),
    assessed: [members.child],
    scores: [{ memberId: members.child.id, scorerPersonId: accounts.director.personId, score: 6 }],
  })
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
    fc.asyncProperty(scenes(ground, all), async (scene) => {
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
