import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { type ComparisonPage, comparisonPage } from '@/lib/data/plan-comparison'
import { makeShield } from '@/prisma/factories/team'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, attempt, strangersTo } from './dossier-ground'

const ground = onTwoDossiers()
const BOTH = ['gips-1', 'gips-2']

const compare = (name: AccountName, slugs: readonly string[] = BOTH) =>
  attempt(ground, ground.first.accounts[name].tokenHash, 'plans.read', (viewer) => comparisonPage(viewer, slugs))

async function compared(name: AccountName, slugs: readonly string[] = BOTH): Promise<ComparisonPage> {
  const passage = await compare(name, slugs)
  if (passage.outcome !== 'entered') throw new Error(`${name} was ${passage.outcome}`)
  return passage.result
}

/** GIPS 2 changes the agreement of GIPS 1 about the family, and ends the one about the mother. */
beforeAll(async () => {
  const { family, gips1, gips2 } = ground.first
  const decided = { familyId: family.id, planId: gips2.plan.id, version: 1 }
  await ground.owner.carriedAgreement.createMany({
    data: [
      {
        ...decided,
        id: v7(),
        agreementId: gips1.common.agreement.id,
        decision: 'changed',
        replacedById: gips2.common.agreement.id,
      },
      { ...decided, id: v7(), agreementId: gips1.aboutMother.agreement.id, decision: 'dropped', reason: 'Zij is weg.' },
    ],
  })
})

describe('two plans side by side', () => {
  test.each(['director', 'deputy', 'gipsMaster', 'noteTaker', 'professional'] as const)(
    'show %s what changed, the earlier one first in whatever order they are asked for',
    async (name) => {
      const { chosen, comparison } = await compared(name, [...BOTH].reverse())
      const { all } = ground.first.canary
      expect(chosen?.map(({ meeting }) => meeting)).toEqual(['GIPS 1', 'GIPS 2'])
      const child = comparison?.scores.find(({ first }) => first.mean === 3 && first.beside.length > 0)
      expect(child).toMatchObject({ second: { mean: 6 }, change: '3,0 hoger dan bij GIPS 1' })
      expect(comparison?.topThree.first[0]?.places.map(({ concern }) => concern)).toContain(all.gips1CommonConcern)
      expect(comparison?.topThree.second[0]?.places.map(({ concern }) => concern)).toContain(all.gips2CommonConcern)
      expect(comparison?.goals.find(({ text }) => text === all.gips2CommonGoal)).toMatchObject({
        first: null,
        second: { words: 'nieuw' },
      })
    },
  )

  test('tell what became of each agreement, and which takes the place of another', async () => {
    const { all } = ground.first.canary
    const agreements = (await compared('director')).comparison?.agreements ?? []
    const wordsOf = (text: string | undefined) => agreements.find((each) => each.text === text)?.second?.words
    expect(wordsOf(all.gips1CommonAgreement)).toBe('verandert')
    expect(wordsOf(all.gips2CommonAgreement)).toBe('nieuw, in plaats van een eerdere')
    expect(wordsOf(all.gips1MotherAgreement)).toBe('stopt')
    expect(wordsOf(all.gips1ChildAgreement)).toBe('niet besproken, nu deels gedaan')
    expect(wordsOf(all.gips2ChildAgreement)).toBe('nieuw')
  })

  test('are not compared before two different ones are chosen', async () => {
    for (const slugs of [[], ['gips-1'], ['gips-1', 'gips-1']]) {
      const { choices, chosen, comparison } = await compared('director', slugs)
      expect({ chosen, comparison }).toEqual({ chosen: null, comparison: null })
      expect(choices.map(({ slug }) => slug)).toEqual(BOTH)
    }
  })
})

describe('who may not read both', () => {
  test.each(['caseManager', 'father', 'carer', 'teenager'] as const)(
    '%s is refused, and is offered only what they may read',
    async (name) => {
      expect((await compare(name)).outcome).toBe('refused')
      expect((await compared(name, [])).choices.map(({ slug }) => slug)).toEqual(['gips-1'])
    },
  )

  test.each([['gips-5'], ['gips-9'], ['vergelijken'], ['../team']])(
    'a plan that is not there, %s, is refused',
    async (slug) => {
      expect((await compare('director', ['gips-1', slug])).outcome).toBe('refused')
    },
  )

  test('outsiders are refused, and nobody gets a word of another dossier', async () => {
    for (const session of strangersTo(ground)) {
      const passage = await attempt(ground, session, 'plans.read', (viewer) => comparisonPage(viewer, BOTH))
      expect(passage.outcome).toBe('refused')
    }
    expect(JSON.stringify(await compared('director'))).not.toContain(ground.second.canary.word)
  })
})

describe('a family account', () => {
  beforeAll(async () => {
    const { members, gips2 } = ground.first
    await ground.owner.participant.updateMany({
      where: { meetingId: gips2.meeting.id, memberId: members.mother.id },
      data: { isAdmitted: true },
    })
  })

  test('that is admitted to the meeting reads in neither plan what is about the other adult', async () => {
    const { all } = ground.first.canary
    const text = JSON.stringify(await compared('mother'))
    expect(text).toContain(all.gips1CommonGoal)
    expect(text).toContain(all.gips2MotherGoal)
    for (const word of [all.gips1ByFatherReason, all.gips1CommonChoice, all.gips2DraftConcernOfprofessional]) {
      expect(text).not.toContain(word)
    }
  })

  test('finds no trace of a goal and an agreement that are shielded from it, nor of a shielded plan', async () => {
    const { family, gips1, accounts, canary } = ground.first
    const hide = (subject: 'goal' | 'agreement' | 'plan', subjectId: string) =>
      makeShield(ground.owner, family, { subject, subjectId, personId: accounts.mother.personId })
    await hide('goal', gips1.common.goal.id)
    await hide('agreement', gips1.common.agreement.id)
    const text = JSON.stringify(await compared('mother'))
    expect(text).not.toContain(canary.all.gips1CommonGoal)
    expect(text).not.toContain(canary.all.gips1CommonAgreement)
    expect(text).not.toContain(gips1.common.agreement.id)
    expect(text).toContain(canary.all.gips2CommonAgreement)
    await hide('plan', gips1.plan.id)
    expect((await compare('mother')).outcome).toBe('refused')
  })
})
