import { expect, test } from 'vitest'
import { planPage, planThroughEyesOf } from '@/lib/data/plan-page'
import type { PlanDocument } from '@/lib/domain/plan-document'
import type { SubjectKind } from '@/lib/domain/shield-forms'
import { adopt } from '@/prisma/factories/adopt'
import { makeOpening, makeShield } from '@/prisma/factories/team'
import { shieldedThings } from '@/tests/support/shielded-things'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as, attempt } from './dossier-ground'

const ground = onTwoDossiers()
const FAMILY = ['mother', 'father', 'carer', 'teenager'] as const
const accountOf = (account: AccountName) => ground.first.accounts[account].personId

/** What stands in a plan, in its order; the ids of rows differ before and after it is adopted. */
function contents(document: PlanDocument | null): unknown[] {
  const items = document?.sections.flatMap(({ items: questions }) => questions) ?? []
  return [document?.aim, ...items.flatMap(({ rows }) => rows.map(({ content, itemKey }) => [itemKey, content]))]
}

async function seenAs(account: AccountName, slug: string) {
  return as(ground, 'director', 'plan.move', (viewer) => planThroughEyesOf(viewer, slug, accountOf(account)))
}

async function readBy(account: AccountName, slug: string) {
  return as(ground, account, 'plan.read', (viewer) => planPage(viewer, slug, null))
}

test('a definitive plan looks through the eyes of an account exactly as that account reads it, ticks included', async () => {
  for (const account of FAMILY) {
    const [seen, read] = [await seenAs(account, 'gips-1'), await readBy(account, 'gips-1')]
    expect(seen.document).toEqual(read.document)
    expect(seen.ticks).toEqual(read.ticks)
  }
})

test('whoever is admitted to the meeting reads along in exactly what the director sees through these eyes', async () => {
  const where = { familyId: ground.first.family.id, memberId: ground.first.members.mother.id }
  await ground.owner.participant.updateMany({ where, data: { isAdmitted: true } })
  const read = contents((await readBy('mother', 'gips-2')).document)
  expect(read.length).toBeGreaterThan(10)
  expect(read).toEqual(contents((await seenAs('mother', 'gips-2')).document))
  await ground.owner.participant.updateMany({ where, data: { isAdmitted: false } })
})

test('before a plan is adopted it looks exactly as it will read afterwards, shields and openings included', async () => {
  const { family, gips2, members, friend, accounts } = ground.first
  const work = { subject: 'goal' as SubjectKind, subjectId: gips2.common.goal.id }
  await makeShield(ground.owner, family, { ...work, personId: accountOf('father') })
  await makeShield(ground.owner, family, { subject: 'concern', subjectId: gips2.aboutChild.concern.id })
  const professional = (await shieldedThings(ground.owner, ground.first)).find(
    ({ subject }) => subject === 'teamMember',
  )
  await makeShield(ground.owner, family, { subject: 'teamMember', subjectId: professional?.subjectId ?? null })
  await makeShield(ground.owner, family, {
    subject: 'memberDetails',
    subjectId: friend.id,
    personId: accountOf('mother'),
  })
  await makeOpening(ground.owner, family, {
    subject: 'answer',
    subjectId: gips2.answers.mother.id,
    personId: accountOf('father'),
  })
  const where = { familyId: family.id, planId: gips2.plan.id }
  await ground.owner.safetyAssessment.updateMany({ where, data: { minimumMet: true, closedAt: new Date() } })
  await ground.owner.proposal.create({ data: { ...where, id: crypto.randomUUID(), text: 'Van het hele gezin.' } })
  await ground.owner.safetyScore.create({
    data: {
      familyId: family.id,
      id: crypto.randomUUID(),
      assessmentId: gips2.assessment.id,
      memberId: members.teenager.id,
      aboutMemberId: members.teenager.id,
      side: 'family',
      scorerMemberId: members.teenager.id,
      score: 4,
    },
  })
  await ground.owner.plan.updateMany({ where: { id: gips2.plan.id }, data: { state: 'provisional' } })
  const before = await Promise.all(FAMILY.map(async (account) => contents((await seenAs(account, 'gips-2')).document)))
  const plan = await ground.owner.plan.findFirstOrThrow({ where: { id: gips2.plan.id } })
  await adopt(ground.owner, plan, { adoptedById: accounts.director.personId, adoptedAt: new Date() })
  for (const [at, account] of FAMILY.entries()) {
    expect(before[at]?.length).toBeGreaterThan(5)
    expect(contents((await readBy(account, 'gips-2')).document), account).toEqual(before[at])
  }
  expect(JSON.stringify(before)).not.toContain(ground.first.accounts.professional.name)
})

test('an account that may not know of a plan, or of the dossier for now, is said to see nothing', async () => {
  const { family, gips1 } = ground.first
  await makeShield(ground.owner, family, { subject: 'plan', subjectId: gips1.plan.id, personId: accountOf('carer') })
  expect((await seenAs('carer', 'gips-1')).document).toBeNull()
  expect((await seenAs('mother', 'gips-1')).document).not.toBeNull()
  await makeShield(ground.owner, family, { subject: 'dossier', subjectId: null, personId: accountOf('teenager') })
  expect((await seenAs('teenager', 'gips-1')).document).toBeNull()
})

test('only the case director looks with other eyes, and only with those of an account of this dossier', async () => {
  const { second, first } = ground
  const look = (who: AccountName, account: string) =>
    attempt(ground, first.accounts[who].tokenHash, 'plan.move', (viewer) =>
      planThroughEyesOf(viewer, 'gips-1', account),
    )
  expect((await look('professional', accountOf('mother'))).outcome).toBe('refused')
  expect((await look('director', second.accounts.mother.personId)).outcome).toBe('refused')
  expect((await look('director', accountOf('professional'))).outcome).toBe('refused')
  expect((await look('director', 'iemand')).outcome).toBe('refused')
})
