import { expect } from '@playwright/test'
import { addGoal, agree, endMeeting } from './at-the-table'
import { planOf } from './janna'
import {
  fillCareful,
  hearParents,
  makeDefinitive,
  openMeeting,
  prepareWithFamily,
  type Road,
  reviewSafetyGoals,
  scoreEveryone,
} from './on-the-road'
import { FOR_JANNA, FOR_SANNE, RISK_GOALS } from './road-story'
import { allKept, chooseByKey, question } from './screens'

const WORK = 'Dennis belt zijn broer zodra het spant.'

/** GIPS 4: all goals in one table, and a work goal where it is not enough. */
export async function evaluate(road: Road, path: string): Promise<void> {
  const { db, home, director } = road
  await prepareWithFamily(road, path)
  await openMeeting(road, path)
  await scoreEveryone(road, '7,5')
  await reviewSafetyGoals(road)
  const table = question(director, 'evaluation.goals')
  const percentOf = (who: string, goal: string) =>
    table.getByRole('textbox', { name: `Percentage van ${who} voor: ${goal}` })
  const people = (['regisseur', 'jeugdverpleegkundige'] as const).map(home.nameOf)
  const [first = ''] = people
  await percentOf(first, RISK_GOALS[0]).fill('130')
  await expect(table.getByText(/tussen 0 en 100/)).toBeVisible()
  for (const [index, who] of people.entries()) {
    await percentOf(who, RISK_GOALS[0]).fill(['40', '80'][index] ?? '')
    for (const goal of [FOR_JANNA, FOR_SANNE]) await percentOf(who, goal).fill('80%')
  }
  await expect(table.getByLabel(`Gemiddeld voor: ${RISK_GOALS[0]}`)).toHaveText(/60\s?%.*40\s?%.*80\s?%/)
  for (const who of people) {
    await percentOf(who, RISK_GOALS[0]).press('ArrowDown')
    await expect(percentOf(who, RISK_GOALS[1])).toBeFocused()
    await director.keyboard.type('60')
  }
  for (const [goal, answer] of [
    [RISK_GOALS[0], 'Nee, er is meer nodig'],
    [RISK_GOALS[1], 'Ja'],
    [FOR_JANNA, 'Ja'],
    [FOR_SANNE, 'Ja'],
  ] as const) {
    const verdict = table.getByRole('group', { name: `Is dit goed genoeg? ${goal}` })
    await chooseByKey(verdict, answer === 'Ja' ? 'j' : 'n')
    await expect(verdict.getByRole('radio', { name: answer })).toBeChecked()
  }
  await allKept(director)
  await addGoal(director.getByRole('region', { name: `Werkdoelen na: ${RISK_GOALS[0]}` }), WORK)
  await allKept(director)
  const agreements = question(director, 'agreements.list')
  await agree(agreements, { goal: WORK, text: 'Zet het nummer in zijn telefoon.', doer: 'Dennis' })
  await allKept(director)
  await fillCareful(road)
  const plan = await planOf(db, home, 'gips4')
  const [made, percents] = await Promise.all([
    db.goal.findFirstOrThrow({ where: { planId: plan.id } }),
    db.goalEvaluation.count({ where: { planId: plan.id, personId: { not: null } } }),
  ])
  expect(made).toMatchObject({ kind: 'followUp', text: WORK })
  expect(percents).toBe(8)
  await expect
    .poll(() => db.carriedAgreement.count({ where: { planId: plan.id, decision: 'kept' } }))
    .toBeGreaterThan(0)
  await director.reload()
  await expect(percentOf(first, RISK_GOALS[0])).toHaveValue('40')
  await expect(director.getByRole('region', { name: `Werkdoelen na: ${RISK_GOALS[0]}` })).toContainText(WORK)
  await endMeeting(road.director)
  await hearParents(road)
  await makeDefinitive(road)
}
