import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { directorDesk } from '@/lib/data/director-desk'
import { keepFuturePlan } from '@/lib/data/future-plan'
import { adoptPlan, revisePlan } from '@/lib/data/plan-life'
import { planPage } from '@/lib/data/plan-page'
import { addMonths } from '@/lib/domain/calendar'
import { isBar } from '@/lib/domain/plan-missing'
import { UserError } from '@/lib/errors'
import { makeShield } from '@/prisma/factories/team'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { enteringTrajectory, makeTrajectory, type Trajectory } from './trajectory-ground'

const ground = onTwoDossiers()
let home: Trajectory
const enter = enteringTrajectory(ground, () => home)

beforeEach(async () => {
  home = await makeTrajectory(ground.owner)
})

const yearAfter = () => ({
  planId: home.plan.id,
  caseManagerId: home.accounts.nurse.personId as string | null,
  firstOn: addMonths(home.today, 6) as string | null,
  secondOn: addMonths(home.today, 12) as string | null,
  wall: ['future.rules', 'future.warnings'],
})
const keep = (given: Partial<ReturnType<typeof yearAfter>> = {}) =>
  enter('director', 'plan.move', (viewer) => keepFuturePlan(viewer, { ...yearAfter(), ...given }))
const adopt = (version = 0, reason = '') =>
  enter('director', 'plan.adopt', (viewer) => adoptPlan(viewer, home.plan.id, version, reason))
const planNow = () => ground.owner.plan.findFirstOrThrow({ where: { id: home.plan.id } })

/** The director looked at the plan as the mother's account sees it. */
async function viewed() {
  await ground.owner.planViewing.create({
    data: { familyId: home.family.id, id: v7(), planId: home.plan.id, personId: home.accounts.mother.personId },
  })
}

describe('a GIPS 5 at the table', () => {
  test('waits for the case manager and the two dates, and for nothing else', async () => {
    await viewed()
    const desk = await enter('director', 'plan.read', (viewer) => directorDesk(viewer, 'gips-5'))
    const bars = typeof desk === 'object' ? desk?.missing.filter(isBar).map(({ sentence }) => sentence) : desk
    expect(bars).toEqual([
      'Wie is de casemanager in het jaar na dit plan?',
      'Op welke twee dagen kijken de casemanager en het gezin samen terug?',
    ])
    await expect(adopt()).rejects.toThrow(/casemanager/)
    expect(await planNow()).toMatchObject({ state: 'meeting', version: 0 })
  })

  test('waits for the family’s word: each parent’s response, and a look through each account', async () => {
    await keep()
    await expect(adopt()).rejects.toThrow(/zoals Wietske/)
    await viewed()
    await ground.owner.planResponse.deleteMany({ where: { planId: home.plan.id } })
    await expect(adopt()).rejects.toThrow(/van het plan vindt/)
  })

  test('becomes definitive at once; the case manager takes over and is told', async () => {
    await viewed()
    await keep()
    expect(await adopt()).toBeUndefined()
    expect(await planNow()).toMatchObject({ state: 'definitive', version: 1 })
    expect(await ground.owner.family.findUniqueOrThrow({ where: { id: home.family.id } })).toMatchObject({
      state: 'aftercare',
    })
    expect(await enter('nurse', 'plan.read', async ({ roles }) => roles)).toEqual(['caseManager', 'professional'])
    const messages = await ground.owner.message.findMany({
      where: { familyId: home.family.id, kind: { in: ['caseManagerAppointed', 'futurePlanEvaluation'] } },
    })
    expect(messages).toMatchObject([
      {
        kind: 'caseManagerAppointed',
        recipientId: home.accounts.nurse.personId,
        payload: { code: home.family.code },
      },
    ])
    const assessment = await ground.owner.safetyAssessment.findFirstOrThrow({ where: { planId: home.plan.id } })
    expect(assessment.closedAt).not.toBeNull()
  })

  test('is adopted by exactly one of ten at once', async () => {
    await viewed()
    await keep()
    const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => adopt()))
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const roles = await ground.owner.teamMembership.count({ where: { familyId: home.family.id, role: 'caseManager' } })
    expect(roles).toBe(1)
  })

  test('says in the plan who stays near and when, without a name that is hidden from the family', async () => {
    await viewed()
    await keep()
    await adopt()
    const futureIn = async (name: 'mother' | 'director') => {
      const page = await enter(name, 'plan.read', (viewer) => planPage(viewer, 'gips-5', null))
      if (typeof page === 'string') return page
      const rows = page.document.sections.flatMap(({ items }) => items).flatMap(({ rows: found }) => found)
      return rows.find(({ content }) => content.kind === 'futurePlan')?.content
    }
    expect(await futureIn('mother')).toMatchObject({ who: home.accounts.nurse.name, firstOn: addMonths(home.today, 6) })
    const { id: subjectId } = await ground.owner.teamMembership.findFirstOrThrow({
      where: { familyId: home.family.id, role: 'professional', personId: home.accounts.nurse.personId },
    })
    await makeShield(ground.owner, home.family, {
      subject: 'teamMember',
      subjectId,
      personId: home.accounts.mother.personId,
      reason: 'Wordt bedreigd.',
    })
    expect(await futureIn('mother')).toMatchObject({ who: 'Een professional' })
    expect(await futureIn('director')).toMatchObject({ who: home.accounts.nurse.name })
  })
})

describe('the year after it', () => {
  test('is kept by the director alone, and only while the plan is being made', async () => {
    expect(await enter('nurse', 'plan.move', (viewer) => keepFuturePlan(viewer, yearAfter()))).toBe('refused')
    await viewed()
    await keep()
    await adopt()
    await expect(keep()).rejects.toThrow(UserError)
    const written = await enter('nurse', 'plan.read', ({ tx }) =>
      tx.futurePlan.updateMany({ where: { familyId: home.family.id }, data: { wall: [] } }),
    )
    expect(written).toEqual({ count: 0 })
  })

  test.each([
    ['the chair', () => ({ caseManagerId: home.accounts.chair.personId })],
    ['an outsider', () => ({ caseManagerId: ground.outsider.personId })],
    ['a second date before the first', () => ({ firstOn: '2027-06-01', secondOn: '2027-05-01' })],
    ['a plan of another dossier', () => ({ planId: ground.second.gips1.plan.id })],
  ])('refuses %s', async (_what, given) => {
    await expect(keep(given())).rejects.toThrow(UserError)
    expect(await ground.owner.futurePlan.count({ where: { familyId: home.family.id } })).toBe(0)
  })

  test('passes to another case manager with a new version; the former one has the role no more', async () => {
    await viewed()
    await keep()
    await adopt()
    await enter('director', 'plan.revise', (viewer) => revisePlan(viewer, home.plan.id))
    await keep({ caseManagerId: home.accounts.director.personId })
    await viewed()
    await adopt(1, 'De wijkverpleegkundige verhuist.')
    expect(await enter('nurse', 'plan.read', async ({ roles }) => roles)).toEqual(['professional'])
    expect(await enter('director', 'plan.read', async ({ roles }) => roles)).toEqual(['caseDirector', 'caseManager'])
  })
})
