import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { carriedGoals } from '@/lib/data/carried-rows'
import { newGoalsPage } from '@/lib/data/new-goals-page'
import { addSafetyGoals } from '@/lib/data/new-safety-goals'
import { revisePlan } from '@/lib/data/plan-life'
import { plansPage } from '@/lib/data/plans-page'
import { plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import type { NewGoals } from '@/lib/domain/new-goals-forms'
import { UserError } from '@/lib/errors'
import { makePlan } from '@/prisma/factories/plan'
import { makeAssessment, makeGoal } from '@/prisma/factories/safety'
import { makeMembership } from '@/prisma/factories/team'
import { afterAssessment, together } from '@/tests/support/after-assessment'
import { done } from './meeting-dossier'

const { tables, past, typed, at, add, versions, stored, goalsIn, messages } = afterAssessment()
const today = plainDateIn(new Date())

describe('while the safety plan is being revised', () => {
  test('the goals are in force in a version of their own, and the revision stays open with them', async () => {
    const { here, owner } = tables
    await done(at(here.director, 'plan.revise', (viewer) => revisePlan(viewer, here.plan.id)))
    await makeGoal(owner, here.plan, { text: 'Nog niet vastgesteld.', concernId: null })
    const page = await done(at(here.director, 'assessment.lead', (viewer) => newGoalsPage(viewer, past.assessmentId)))
    expect(page.plan).toEqual({ slug: 'gips-1', version: 1, isBeingRevised: true })
    await add(typed())
    expect(await stored()).toMatchObject({ state: 'provisional', version: 2 })
    expect(await goalsIn(here.motherAccount)).toEqual(expect.not.arrayContaining(['Nog niet vastgesteld.']))
    expect(await goalsIn(here.motherAccount)).toContain('Fenna slaapt elke nacht door.')
    expect(await goalsIn(here.director)).toEqual(
      expect.arrayContaining(['Nog niet vastgesteld.', 'Fenna slaapt elke nacht door.']),
    )
    expect(await owner.goal.findFirst({ where: { text: 'Nog niet vastgesteld.' } })).toMatchObject({ adoptedAt: null })
  })

  test('the plan has to be seen through the eyes of the family anew', async () => {
    const { here, owner } = tables
    const {
      familyId,
      plan: { id: planId },
    } = here
    await done(at(here.director, 'plan.revise', (viewer) => revisePlan(viewer, planId)))
    await owner.planViewing.create({ data: { familyId, id: v7(), planId, personId: here.motherAccount.id } })
    await add(typed())
    expect(await owner.planViewing.count({ where: { planId } })).toBe(0)
  })
})

describe('a dossier that is further on', () => {
  test('gets the new goal in its safety plan, and looks back at it in the next meeting', async () => {
    const { here, owner } = tables
    await makePlan(owner, here.family, { kind: 'gips2', state: 'definitive', version: 1 })
    await makePlan(owner, here.family, { kind: 'gips3', state: 'preparation' })
    await add(typed())
    const { frame } = await done(at(here.director, 'plans.read', plansPage))
    expect(frame.plans.map(({ kind, state, version }) => `${kind} ${state} ${version}`)).toEqual([
      'gips1 definitive 2',
      'gips2 definitive 1',
      'gips3 preparation 0',
    ])
    const { toReview } = await done(
      at(here.director, 'plan.read', async ({ tx, familyId }) => {
        const gips3 = await tx.plan.findFirstOrThrow({ where: { familyId, kind: 'gips3' } })
        return carriedGoals(tx, gips3)
      }),
    )
    expect(toReview.map(({ text }) => text)).toContain('Fenna slaapt elke nacht door.')
  })

  test('that is closed takes no goals any more', async () => {
    const { here, owner } = tables
    await owner.family.update({
      where: { id: here.familyId },
      data: { state: 'closed', endedOn: new Date(), retentionUntil: new Date(Date.now() + 9e10) },
    })
    const outcome = await at(here.director, 'assessment.lead', (viewer) => addSafetyGoals(viewer, typed())).then(
      (passage) => passage.outcome,
      (error: unknown) => error,
    )
    expect(outcome).not.toBe('entered')
    expect(await versions()).toHaveLength(1)
  })
})

describe('sending it twice', () => {
  test.each([1, 3])('makes one version, also %i more at once', async (more) => {
    const input = typed()
    await add(input)
    const refused = await together(Array.from({ length: more }, () => () => add(input)))
    expect(refused).toEqual([])
    expect(await versions()).toHaveLength(2)
    expect(await tables.owner.goal.count({ where: { planId: tables.here.plan.id } })).toBe(2)
  })

  test('makes one version when they arrive at the same moment', async () => {
    const input = typed()
    expect(await together([() => add(input), () => add(input), () => add(input)])).toEqual([])
    expect(await versions()).toHaveLength(2)
    expect(await messages('agreementsInForce')).toEqual([tables.here.officer.id])
  })

  test('of two directors at once, the second reads the first one’s version before adding to it', async () => {
    const { here, owner } = tables
    const deputy = here.nurse
    await makeMembership(owner, here.family, deputy.id, { role: 'deputy' })
    const [mine, theirs] = [typed(), typed()]
    const refused = await together([() => add(mine), () => add(theirs, deputy)])
    expect(refused).toMatchObject([{ field: 'seen' }])
    expect(refused[0]).toBeInstanceOf(UserError)
    expect(await versions()).toHaveLength(2)
    const isMine = (await versions())[1]?.id === mine.versionId
    await add({ ...(isMine ? theirs : mine), seen: true })
    expect((await versions())[2]?.frozenRows.filter(({ kind }) => kind === 'goal')).toHaveLength(3)
  })
})

describe('is refused', () => {
  test('to everyone but director and deputy, and to who has nothing to do with the dossier', async () => {
    const { here, elsewhere, outsider } = tables
    for (const who of [here.chair, here.noteTaker, here.nurse, here.motherAccount, elsewhere.director, outsider]) {
      const passage = await at(who, 'assessment.lead', (viewer) => addSafetyGoals(viewer, typed()))
      expect(passage.outcome).toBe('refused')
    }
    expect(await versions()).toHaveLength(1)
  })

  test('with a sentence, and nothing kept, for an assessment that still runs or is of another dossier', async () => {
    const { here, elsewhere, owner } = tables
    const running = await makeAssessment(owner, here.family, { assessed: [here.child] })
    const other = await makeAssessment(owner, elsewhere.family, { closedAt: new Date() })
    for (const { id } of [running, other]) {
      await expect(add(typed({ assessmentId: id }))).rejects.toThrow('nog niet afgesloten')
    }
    expect(await versions()).toHaveLength(1)
  })

  test('at the field for people who are not here and days that have passed', async () => {
    const { elsewhere, owner } = tables
    const input = typed()
    const [goal] = input.goals
    const [agreement] = input.agreements
    if (!goal || !agreement) throw new Error('no rows')
    const stranger = { byEveryone: false, people: [{ kind: 'person' as const, id: elsewhere.nurse.id }] }
    for (const [change, field] of [
      [{ goals: [{ ...goal, about: elsewhere.child.id }] }, `about.${goal.id}`],
      [{ agreements: [{ ...agreement, doers: stranger }] }, `doers.${agreement.id}`],
      [{ agreements: [{ ...agreement, dueOn: addDays(today, -1) }] }, `dueOn.${agreement.id}`],
      [{ agreements: [{ ...agreement, until: addDays(today, -1) }] }, `until.${agreement.id}`],
    ] satisfies [Partial<NewGoals>, string][]) {
      await expect(add({ ...input, ...change })).rejects.toMatchObject({ field })
    }
    expect(await owner.goal.count({ where: { planId: tables.here.plan.id } })).toBe(1)
  })

  test('where no safety plan is definitive yet', async () => {
    const { here, owner } = tables
    await owner.frozenRow.deleteMany({ where: { familyId: here.familyId } })
    await owner.planVersion.deleteMany({ where: { familyId: here.familyId } })
    await owner.plan.update({
      where: { familyId_id: { familyId: here.familyId, id: here.plan.id } },
      data: { version: 0, state: 'provisional' },
    })
    await expect(add(typed())).rejects.toThrow('nog geen definitief veiligheidsplan')
  })
})
