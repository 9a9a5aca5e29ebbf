import { v7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { keepFuturePlan } from '@/lib/data/future-plan'
import { adoptPlan, revisePlan } from '@/lib/data/plan-life'
import { posterPage, posterToPrint } from '@/lib/data/poster'
import { addMonths } from '@/lib/domain/calendar'
import { makeShield } from '@/prisma/factories/team'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { attempt, strangersTo } from './dossier-ground'
import { enteringTrajectory, makeTrajectory, type Trajectory } from './trajectory-ground'

const ground = onTwoDossiers()
let home: Trajectory
const enter = enteringTrajectory(ground, () => home)
const print = (name: 'director' | 'nurse' | 'teacher' | 'chair' | 'mother') => enter(name, 'poster.make', posterToPrint)

beforeEach(async () => {
  home = await makeTrajectory(ground.owner)
  await ground.owner.planViewing.create({
    data: { familyId: home.family.id, id: v7(), planId: home.plan.id, personId: home.accounts.mother.personId },
  })
  await keepWall(['future.rules'])
})

function keepWall(wall: string[]) {
  return enter('director', 'plan.move', (viewer) =>
    keepFuturePlan(viewer, {
      planId: home.plan.id,
      caseManagerId: home.accounts.nurse.personId,
      firstOn: addMonths(home.today, 6),
      secondOn: addMonths(home.today, 12),
      wall,
    }),
  )
}

const adopt = () => enter('director', 'plan.adopt', (viewer) => adoptPlan(viewer, home.plan.id, 0, ''))

test('is not there before the future plan is definitive', async () => {
  expect(await print('mother')).toBe('refused')
  expect(await enter('mother', 'plans.read', posterPage)).toMatchObject({ poster: null })
})

test('is printed with names by director, case manager and family; the others see it on the screen', async () => {
  await adopt()
  for (const name of ['director', 'nurse', 'mother'] as const) {
    expect(await print(name)).toMatchObject({
      lines: [{ heading: 'Onze regels thuis', text: 'Telefoons in de mand.\nNiemand gaat boos naar bed.' }],
      caseManager: home.accounts.nurse.name,
    })
  }
  for (const name of ['teacher', 'chair'] as const) {
    expect(await print(name)).toBe('refused')
    expect(await enter(name, 'plans.read', posterPage)).toMatchObject({ poster: { lines: [{}] } })
  }
})

test('does not say the name of a professional who is hidden from somebody in the family, whoever prints it', async () => {
  await adopt()
  const { id: subjectId } = await ground.owner.teamMembership.findFirstOrThrow({
    where: { familyId: home.family.id, role: 'professional', personId: home.accounts.nurse.personId },
  })
  await makeShield(ground.owner, home.family, {
    subject: 'teamMember',
    subjectId,
    personId: home.accounts.mother.personId,
    reason: 'Wordt bedreigd.',
  })
  for (const name of ['director', 'nurse', 'mother'] as const) {
    expect(await print(name)).toMatchObject({ caseManager: null })
  }
})

test('stays as it was adopted while a new version is made', async () => {
  await adopt()
  await enter('director', 'plan.revise', (viewer) => revisePlan(viewer, home.plan.id))
  await keepWall(['future.warnings'])
  expect(await print('mother')).toMatchObject({ lines: [{ heading: 'Onze regels thuis' }] })
})

test('is nothing that anybody outside gets', async () => {
  for (const session of strangersTo(ground)) {
    expect((await attempt(ground, session, 'poster.make', posterToPrint)).outcome).toBe('refused')
  }
})
