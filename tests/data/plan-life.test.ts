import { beforeAll, describe, expect, test } from 'vitest'
import { adoptPlan, movePlan, revisePlan, startNextPlan } from '@/lib/data/plan-life'
import { planPage, planThroughEyesOf } from '@/lib/data/plan-page'
import type { PlanState } from '@/lib/domain/plan-state'
import { UserError } from '@/lib/errors'
import { type DossierViewer, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import type { CanaryDossier } from '@/prisma/factories/canary-dossier'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()
type AccountName = keyof CanaryDossier['accounts']

function as<T>(
  name: AccountName,
  right: DossierRight,
  work: (viewer: DossierViewer) => Promise<T>,
  code = ground.first.code,
) {
  const { tokenHash } = ground.first.accounts[name]
  return passGate(ground.app, { sessionHash: tokenHash, code, right, kind: 'change' }, work)
}

const gips1 = () => ground.first.gips1.plan
const stateOf = async () =>
  ground.owner.plan.findUniqueOrThrow({ where: { familyId_id: { familyId: gips1().familyId, id: gips1().id } } })

/** Everything that adoption demands, so that the tests below are about the step itself. */
async function completeForAdoption(): Promise<void> {
  const { family, members, accounts } = ground.first
  const planId = gips1().id
  const inPlan = { familyId: family.id, planId }
  await ground.owner.proposal.updateMany({ where: inPlan, data: { decision: 'adopted', decisionReason: 'Goed idee.' } })
  for (const account of [accounts.mother, accounts.father, accounts.carer, accounts.teenager]) {
    await ground.owner.planViewing.createMany({
      data: { ...inPlan, id: crypto.randomUUID(), personId: account.personId },
      skipDuplicates: true,
    })
  }
  const answered = await ground.owner.planResponse.findMany({ where: inPlan, select: { memberId: true } })
  for (const member of [members.mother, members.father]) {
    if (!answered.some(({ memberId }) => memberId === member.id)) {
      await ground.owner.planResponse.create({
        data: { ...inPlan, id: crypto.randomUUID(), memberId: member.id, response: 'agree', words: 'Goed zo.' },
      })
    }
  }
}

describe('a definitive plan', () => {
  beforeAll(completeForAdoption)

  test('is opened for revision by the director alone, and stays readable as it was', async () => {
    expect((await as('professional', 'plan.revise', (viewer) => revisePlan(viewer, gips1().id))).outcome).toBe(
      'refused',
    )
    expect((await as('director', 'plan.revise', (viewer) => revisePlan(viewer, gips1().id))).outcome).toBe('entered')
    expect(await stateOf()).toMatchObject({ state: 'provisional', version: 1 })
    const page = await as('mother', 'plan.read', (viewer) => planPage(viewer, 'gips-1', null))
    expect(page.outcome === 'entered' && page.result.document).toMatchObject({ version: 1, state: 'definitive' })
    await expect(as('director', 'plan.revise', (viewer) => revisePlan(viewer, gips1().id))).rejects.toThrow(UserError)
  })

  test('is shown to the director as each family account will see it', async () => {
    const { canary, accounts } = ground.first
    const seen = async (name: AccountName) => {
      const { personId } = accounts[name]
      const passage = await as('director', 'plan.move', (viewer) => planThroughEyesOf(viewer, 'gips-1', personId))
      return JSON.stringify(passage.outcome === 'entered' ? passage.result.document : null)
    }
    expect(await seen('mother')).toContain(canary.all.gips1MotherAnswer)
    expect(await seen('father')).not.toContain(canary.all.gips1MotherAnswer)
    expect(await seen('father')).toContain(canary.all.gips1FatherAnswer)
    const stranger = await as('director', 'plan.move', (viewer) =>
      planThroughEyesOf(viewer, 'gips-1', ground.outsider.personId),
    )
    expect(stranger.outcome).toBe('refused')
  })

  test('is adopted again with a reason, by exactly one of twenty at once, with one message each', async () => {
    await completeForAdoption()
    await expect(as('director', 'plan.adopt', (viewer) => adoptPlan(viewer, gips1().id, 1, ' '))).rejects.toThrow(
      /waarom/,
    )
    await expect(as('director', 'plan.adopt', (viewer) => adoptPlan(viewer, gips1().id, 0, 'Beter'))).rejects.toThrow(
      /intussen/,
    )
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        as('director', 'plan.adopt', (viewer) => adoptPlan(viewer, gips1().id, 1, 'Beter zo.')),
      ),
    )
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const losers = attempts.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(losers.every((reason) => reason instanceof UserError)).toBe(true)
    expect(await stateOf()).toMatchObject({ state: 'definitive', version: 2 })
    const told = await ground.owner.message.findMany({
      where: { familyId: ground.first.family.id, kind: 'planDefinitive' },
      select: { recipientId: true },
    })
    const active = [
      'director',
      'deputy',
      'gipsMaster',
      'noteTaker',
      'professional',
      'caseManager',
      'mother',
      'father',
      'carer',
      'teenager',
    ] as const
    expect(told.map(({ recipientId }) => recipientId).sort()).toEqual(
      active.map((name) => ground.first.accounts[name].personId).sort(),
    )
  })

  test('keeps every version to read, and knows no other', async () => {
    for (const version of [1, 2]) {
      const page = await as('mother', 'plan.read', (viewer) => planPage(viewer, 'gips-1', version))
      expect(page.outcome === 'entered' && page.result.document.version).toBe(version)
    }
    expect((await as('mother', 'plan.read', (viewer) => planPage(viewer, 'gips-1', 3))).outcome).toBe('refused')
    expect((await as('director', 'plan.read', (viewer) => planPage(viewer, 'gips-1', 0))).outcome).toBe('refused')
  })

  test('cannot be touched afterwards, not even by the app itself', async () => {
    const where = { familyId: ground.first.family.id }
    await expect(
      as('director', 'plan.move', ({ tx }) => tx.frozenRow.updateMany({ where, data: { hash: 'x' } })),
    ).rejects.toThrow()
    await expect(as('director', 'plan.move', ({ tx }) => tx.frozenRow.deleteMany({ where }))).rejects.toThrow()
    await expect(
      as('director', 'plan.move', ({ tx }) => tx.planVersion.updateMany({ where, data: { rootHash: 'x' } })),
    ).rejects.toThrow()
  })
})

describe('the steps of a plan', () => {
  const gips2 = () => ground.first.gips2.plan.id

  test.each<[PlanState, PlanState]>([
    ['meeting', 'definitive'],
    ['meeting', 'invited'],
    ['invited', 'meeting'],
    ['preparation', 'invited'],
  ])('refuse a step from %s to %s that does not follow on the present state', async (from, to) => {
    await expect(as('director', 'plan.move', (viewer) => movePlan(viewer, gips2(), from, to))).rejects.toThrow(
      UserError,
    )
    const plan = await ground.owner.plan.findFirstOrThrow({ where: { id: gips2() } })
    expect(plan.state).toBe('meeting')
  })

  test('refuse what still lacks something, and say the first thing', async () => {
    await expect(
      as('director', 'plan.move', (viewer) => movePlan(viewer, gips2(), 'meeting', 'provisional')),
    ).rejects.toThrow(/Er ontbreekt nog iets/)
  })

  test('do not know a plan of another dossier', async () => {
    const other = ground.second.gips2.plan.id
    await expect(
      as('director', 'plan.move', (viewer) => movePlan(viewer, other, 'meeting', 'provisional')),
    ).rejects.toThrow(/niet/)
    await expect(as('director', 'plan.adopt', (viewer) => adoptPlan(viewer, other, 0, ''))).rejects.toThrow(/niet/)
  })

  test('start no next plan while one is being made', async () => {
    await expect(as('director', 'plan.move', (viewer) => startNextPlan(viewer, 'gips3'))).rejects.toThrow(
      /nog niet beginnen/,
    )
  })
})
