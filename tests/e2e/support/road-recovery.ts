import { expect, type Locator } from '@playwright/test'
import { addGoal, agree, endMeeting } from './at-the-table'
import { go } from './going'
import { planOf } from './janna'
import {
  hearParents,
  inviteAsLastTime,
  makeDefinitive,
  openMeeting,
  type Road,
  reviewSafetyGoals,
  scoreEveryone,
} from './on-the-road'
import { markTheRest } from './rest-of-plan'
import { FOR_JANNA, FOR_SANNE } from './road-story'
import { addConcerns, allKept, question, ready } from './screens'

/** GIPS 3: a recovery plan for Janna and one for her mother, in one meeting. */
export async function recover(road: Road, path: string): Promise<void> {
  const { db, home, director } = road
  const { janna, sanne } = home.members
  const plan = await planOf(db, home, 'gips3')
  await go(director, path)
  await ready(director)
  const whom = director.getByRole('form', { name: 'Over wie gaat dit overleg?' })
  await whom.getByRole('checkbox', { name: 'Janna' }).check()
  await whom.getByRole('checkbox', { name: 'Sanne' }).check()
  await whom.getByRole('button', { name: 'Bewaar over wie het gaat' }).click()
  await expect(director.getByText('Nog geen herstelplan: Dennis.')).toBeVisible()
  await markTheRest(db, plan)
  await inviteAsLastTime(director)
  await openMeeting(road, path)
  await scoreEveryone(road, '7')
  await reviewSafetyGoals(road)
  const worries = question(director, `childRecovery.concerns:${janna.id}`)
  await addConcerns(worries, [{ text: 'Janna schrikt van geluiden.', harm: 'Zij slaapt licht.' }])
  await question(director, `parentRecovery.concerns:${sanne.id}`)
    .getByRole('radio', { name: /^Geen grote zorgen/ })
    .check()
  await allKept(director)
  await chooseFirst(question(director, `childRecovery.topThreeOwn:${janna.id}`), home.nameOf('jeugdverpleegkundige'))
  await allKept(director)
  const decided = question(director, `childRecovery.topThree:${janna.id}`)
  await decided.getByLabel('Zorg 1').selectOption({ index: 1 })
  await decided.getByLabel('Waarom deze zorg?').first().fill('Slaap gaat voor.')
  await allKept(director)
  const goals = question(director, `childRecovery.goals:${janna.id}`)
  await addGoal(goals.getByRole('region', { name: /bij zorg 1/ }), FOR_JANNA)
  await addGoal(question(director, `parentRecovery.goals:${sanne.id}`), FOR_SANNE)
  await allKept(director)
  await sameForBoth(road)
  await endMeeting(director)
  await hearParents(road)
  await makeDefinitive(road)
}

/** The first of the list, with the reason. */
async function chooseFirst(own: Locator, name: string): Promise<void> {
  const card = own.getByRole('group', { name: new RegExp(`^${name}`) })
  await card.getByRole('button', { name: /^1 / }).press('1')
  await card.getByRole('textbox', { name: /^Waarom/ }).fill('Hier begint het elke keer mee.')
}

/** One agreement for the child, and in one go the same for the mother. */
async function sameForBoth({ director, home }: Road): Promise<void> {
  const { janna } = home.members
  const agreements = question(director, `childRecovery.agreements:${janna.id}`)
  const text = 'Komt elke week langs om samen te oefenen.'
  await agree(agreements, { goal: FOR_JANNA, text, doer: home.nameOf('jeugdverpleegkundige') })
  await allKept(director)
  await agreements.getByText('Ook voor iemand anders').click()
  await agreements.getByRole('checkbox', { name: new RegExp(FOR_SANNE) }).check()
  await agreements.getByRole('button', { name: 'Maak dezelfde afspraak' }).click()
  await expect(agreements.getByText('Gemaakt voor Sanne.')).toBeVisible()
}
