import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { goalsToCome } from '@/lib/data/evaluations'
import { saveGoal } from '@/lib/data/goals'
import { missingAfterMeeting } from '@/lib/data/meeting-page'
import { startNextPlan } from '@/lib/data/plan-life'
import { planBySlug } from '@/lib/data/plans'
import { preparationRows } from '@/lib/data/preparation-page'
import { evaluatorsAtTable } from '@/lib/domain/evaluators'
import type { DossierRight } from '@/lib/policy'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeParticipant } from '@/prisma/factories/plan'
import { makeGoal } from '@/prisma/factories/safety'
import type { Goal } from '@/prisma/generated/client'
import { type As, atGips4, member, person } from '@/tests/support/at-gips4'
import { readDashboard } from '@/tests/support/dashboard'
import { done } from './meeting-dossier'

const { tables, here, elsewhere, father, adoptHere, inDossier, at, page, review, percent, verdict, decide } = atGips4()

describe('the review of open safety goals', () => {
  test('is kept once, changed from its version, and tells of both texts when somebody else was first', async () => {
    const { noteTaker, director } = tables.here
    expect(await done(review(noteTaker, here.safety.id))).toEqual({ outcome: 'saved', version: 1 })
    expect(await done(review(noteTaker, here.safety.id))).toEqual({ outcome: 'saved', version: 1 })
    await done(review(director, here.safety.id, { result: 'reached', base: 1 }))
    expect(await done(review(noteTaker, here.safety.id, { result: 'notReached', base: 1 }))).toMatchObject({
      outcome: 'conflict',
      by: 'Sanne de Graaf',
      mine: { result: 'notReached' },
      theirs: { result: 'reached' },
    })
    expect((await page(noteTaker)).carried.reviews).toMatchObject([
      { goalId: here.safety.id, meeting: 'GIPS 1', about: 'Fenna', result: 'reached', version: 2 },
    ])
  })

  test('is of safety goals of this dossier alone', async () => {
    for (const goalId of [here.risk.id, elsewhere.safety.id, v7()]) {
      await expect(review(tables.here.noteTaker, goalId)).rejects.toThrow('staat niet (meer) open')
    }
  })

  test('closes a goal when the plan is adopted, not before, with the reason and by whom', async () => {
    await done(
      review(tables.here.noteTaker, here.safety.id, { result: 'reached', remark: 'Al een half jaar.', closes: true }),
    )
    const stored = () => tables.owner.goal.findFirstOrThrow({ where: { id: here.safety.id } })
    expect((await stored()).closedAt).toBeNull()
    await adoptHere()
    expect(await stored()).toMatchObject({ closedReason: 'Al een half jaar.', closedById: tables.here.director.id })
    const { dashboard } = await inDossier(tables.here.nurse, readDashboard)
    expect(dashboard.goals.find(({ id }) => id === here.safety.id)).toMatchObject({
      standing: { words: 'afgesloten, bereikt' },
      closedReason: 'Al een half jaar.',
    })
  })
})

test('of earlier goals travels with the page which an agreement of this meeting serves', async () => {
  const { noteTaker, nurse } = tables.here
  expect((await page(noteTaker)).carried.goals).toEqual([])
  await makeAgreement(tables.owner, here.plan, { doers: [{ personId: nurse.id }], goals: [here.risk] })
  expect((await page(noteTaker)).carried.goals).toEqual([{ id: here.risk.id, text: here.risk.text }])
})

describe('the evaluation of goals', () => {
  test('stands in one table: risk goals, then recovery goals, with everyone at the table but the chair', async () => {
    const { seats, carried } = await page(tables.here.noteTaker)
    const goals = carried.evaluation?.goals ?? []
    expect(goals.map(({ id }) => id)).toEqual([here.risk.id, here.recovery.id])
    expect(evaluatorsAtTable(seats, goals).map(({ name }) => name)).toEqual(['Sanne de Graaf', 'Yara Bos', 'Noor'])
  })

  test('takes a percentage of each of them, family and professionals alike, and a remark without one', async () => {
    const { noteTaker, nurse, mother } = tables.here
    await done(percent(noteTaker, here.risk.id, person(nurse), 80))
    await done(percent(noteTaker, here.risk.id, member(mother), null, { remark: 'Dat weet ik niet.' }))
    await done(verdict(noteTaker, here.risk.id, { isGoodEnough: false }))
    expect((await page(noteTaker)).carried.evaluation?.goals[0]).toMatchObject({
      given: {
        [nurse.id]: { percent: '80', version: 1 },
        [mother.id]: { percent: '', remark: 'Dat weet ik niet.', version: 1 },
      },
      verdict: { isGoodEnough: false, version: 1 },
    })
  })

  test('brings three goals with the page and tells of the others afterwards, each once, as the viewer may see them', async () => {
    const { noteTaker, nurse } = tables.here
    const second = await tables.owner.plan.findFirstOrThrow({ where: { id: here.risk.planId } })
    const more: Goal[] = []
    for (const position of [1, 2, 3]) {
      const made = { kind: 'risk', text: `Niemand schreeuwt (${position}).`, position, adoptedAt: new Date() } as const
      more.push(await makeGoal(tables.owner, second, made))
    }
    const all = [here.risk, ...more, here.recovery]
    const rest = (as: As, right: DossierRight = 'meeting.read') => at(as, goalsToCome, right)
    const first = (await page(noteTaker)).carried.evaluation
    expect(first).toMatchObject({ total: 5, lacking: [], isDone: false })
    expect(first?.goals.map(({ id }) => id)).toEqual([here.risk.id, more[0]?.id, more[1]?.id])
    expect(await done(rest(noteTaker))).toMatchObject({ givers: [], goals: all.map(({ id }) => ({ id, given: [] })) })

    await done(percent(noteTaker, here.recovery.id, person(nurse), 70, { remark: 'Elke week.' }))
    await done(verdict(noteTaker, here.recovery.id, { isGoodEnough: false }))
    const later = (await page(noteTaker)).carried.evaluation
    expect(later?.lacking).toMatchObject([{ id: here.recovery.id, text: here.recovery.text }])
    expect(JSON.stringify(later)).not.toContain('Elke week.')
    expect(await done(rest(noteTaker))).toMatchObject({
      givers: [nurse.id],
      goals: [
        ...all.slice(1).map(() => ({ given: [0] })),
        { given: [['70', 'Elke week.', 1]], verdict: { isGoodEnough: false } },
      ],
    })

    for (const outsider of [tables.elsewhere.noteTaker, father]) {
      expect((await rest(outsider)).outcome).toBe('refused')
    }
  })

  test('brings no goal with the page of a meeting that is not at them, and what is followed all the same', async () => {
    const { noteTaker } = tables.here
    await done(verdict(noteTaker, here.recovery.id, { isGoodEnough: false }))
    const at = (await page(noteTaker)).carried.evaluation
    await tables.owner.meeting.updateMany({ where: { planId: here.plan.id }, data: { currentItem: 'safety.round' } })
    const elsewhereInIt = (await page(noteTaker)).carried.evaluation
    expect(at).toMatchObject({ goals: [{ id: here.risk.id }, { id: here.recovery.id }], lacking: [] })
    expect(elsewhereInIt).toMatchObject({ goals: [], total: 2, lacking: [{ id: here.recovery.id }] })
  })

  test('has one winner when ten write the same cell at once', async () => {
    const { noteTaker, nurse } = tables.here
    await done(percent(noteTaker, here.risk.id, person(nurse), 5))
    const tries = Array.from({ length: 10 }, (_, n) =>
      percent(noteTaker, here.risk.id, person(nurse), 10 + n, { base: 1 }),
    )
    const results = await Promise.all(tries.map(done))
    expect(results.filter(({ outcome }) => outcome === 'saved')).toHaveLength(1)
  })

  test('takes none of the chair, of who is of another family, or for a goal that is not evaluated', async () => {
    const { noteTaker, director, chair, nurse } = tables.here
    await makeParticipant(
      tables.owner,
      await tables.owner.meeting.findFirstOrThrow({ where: { planId: here.plan.id } }),
      {
        personId: chair.id,
        role: 'gipsMaster',
      },
    )
    await expect(percent(noteTaker, here.risk.id, person(chair), 50)).rejects.toThrow('neutraal')
    await expect(percent(director, here.risk.id, member(tables.elsewhere.mother), 50)).rejects.toThrow('doet niet mee')
    for (const goalId of [here.safety.id, elsewhere.risk.id]) {
      await expect(percent(noteTaker, goalId, person(nurse), 50)).rejects.toThrow('staat niet (meer) in de evaluatie')
      await expect(verdict(noteTaker, goalId)).rejects.toThrow('staat niet (meer) in de evaluatie')
    }
  })

  test('takes of who is not at the table what the director wrote down at home', async () => {
    const { director, noteTaker } = tables.here
    expect(await percent(noteTaker, here.risk.id, member(here.father), 40)).toEqual({ outcome: 'refused' })
    await done(percent(director, here.risk.id, member(here.father), 40))
    const { evaluation } = await done(at(director, preparationRows, 'preparation.read'))
    expect(evaluation?.goals[0]?.given[here.father.id]).toMatchObject({ percent: '40' })
    expect(evaluation?.people.map(({ name }) => name)).toEqual(['Noor', 'Fenna', 'Siem', 'Joris', 'Riet Vos'])
  })

  test('makes a work goal that carries an earlier one on, which the next GIPS 4 evaluates', async () => {
    const { director } = tables.here
    const id = v7()
    const goal = { text: 'Elke week een time-out oefenen.', kind: 'followUp', expectedEffect: null } as const
    const rest = { concernId: null, aboutMemberId: null, position: 0, base: 0 }
    const keep = (goalId: string, followsGoalId: string) =>
      at(director, (viewer, plan) => saveGoal(viewer, plan, goalId, { ...goal, ...rest, followsGoalId }))
    await expect(keep(v7(), elsewhere.risk.id)).rejects.toMatchObject({ field: 'followsGoalId' })
    await done(keep(id, here.risk.id))
    expect((await page(director)).goals).toMatchObject([{ id, followsGoalId: here.risk.id }])
    await done(verdict(director, here.recovery.id, { reason: 'Het is gelukt.', closes: true }))
    await adoptHere()
    expect(await done(at(director, (viewer) => startNextPlan(viewer, 'gips4'), 'plan.move'))).toBe('gips-4-2')
    const next = await done(
      at(director, async (viewer) => goalsToCome(viewer, await planBySlug(viewer, 'gips-4-2')), 'plan.read'),
    )
    expect(next.goals.map((each) => each.id)).toEqual([here.risk.id, id])
  })

  test('demands percentages, a verdict, and a work goal where it is not good enough', async () => {
    const { director, nurse } = tables.here
    const missing = async () =>
      (await done(at(director, (viewer) => missingAfterMeeting(viewer, here.plan.id)))).map(({ sentence }) => sentence)
    expect(await missing()).toEqual(
      expect.arrayContaining([
        `Voor hoeveel procent is dit doel gelukt? “${here.risk.text}”`,
        `Is dit veiligheidsdoel gelukt, voor een deel gelukt of niet gelukt? “${here.safety.text}”`,
        'Over één afspraak van een eerder plan is nog niets besloten. Die loopt door.',
      ]),
    )
    await done(percent(director, here.risk.id, person(nurse), 30))
    await done(verdict(director, here.risk.id, { isGoodEnough: false }))
    await done(decide(director, here.agreement.id))
    const then = await missing()
    expect(then).toContain(`Dit is nog niet goed genoeg. Maak er een werkdoel voor: “${here.risk.text}”`)
    expect(then).toContainEqual(expect.stringMatching(/^Nog geen percentage van Sanne de Graaf, Noor .* voor: /))
    expect(then.join()).not.toContain('nog niets besloten')
  })
})
