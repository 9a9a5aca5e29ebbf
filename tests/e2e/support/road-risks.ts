import { expect, type Page } from '@playwright/test'
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
import { RISK_GOALS } from './road-story'
import { allKept, question, ready } from './screens'

const TEMPER = 'Een ouder wordt snel boos of kan zich moeilijk inhouden'
const INSIGHT = /^Een ouder ziet/
const FACTS = 'Dennis vertelt nu zelf wat er die nacht gebeurde.'

/** GIPS 2: a risk by keys, a private TOP-3, a 6,5 for everyone, risk goals with their agreements. */
export async function assessRisks(road: Road, nurse: Page, path: string): Promise<void> {
  const { db, home, director } = road
  const plan = await planOf(db, home, 'gips2')
  await go(director, `${path}/voorbereiding`)
  await judgeInsight(director)
  await markTheRest(db, plan)
  await go(director, path)
  await ready(director)
  await inviteAsLastTime(director, home.nameOf('jeugdverpleegkundige'))
  await openMeeting(road, path)
  await prepareTopThree(nurse, path)
  await scoreEveryone(road, '6,5')
  expect(await reviewSafetyGoals(road)).toBe(3)
  await gatherAndDecide(road)
  for (const [index, goal] of RISK_GOALS.entries()) {
    const list = question(director, 'goals.list').getByRole('region', { name: `Doelen bij zorg ${index + 1}` })
    await addGoal(list, goal, '7')
    await allKept(director)
    const agreements = question(director, 'agreements.list')
    await agree(agreements, { goal, text: `Oefent elke week: ${goal}`, doer: 'Dennis' })
    await allKept(director)
  }
  const made = await db.goal.findMany({ where: { planId: plan.id }, orderBy: { position: 'asc' } })
  expect(made.map(({ kind, riskFactor }) => [kind, riskFactor !== null])).toEqual([
    ['risk', true],
    ['risk', true],
  ])
  await endMeeting(director)
  await leadsOnToPlan(nurse, path)
  await hearParents(road)
  await makeDefinitive(road)
}

async function judgeInsight(director: Page): Promise<void> {
  await ready(director)
  const insight = director.getByRole('group', { name: INSIGHT })
  await insight.getByRole('radio', { name: 'Nee' }).focus()
  await director.keyboard.press('3')
  await expect(insight.getByRole('radio', { name: 'Ja, duidelijk' })).toBeChecked()
  await insight.getByRole('checkbox', { name: 'Maakt het echt onveilig' }).check()
  await insight.getByRole('textbox', { name: 'Wat zijn de feiten?' }).fill(FACTS)
  await allKept(director)
}

async function prepareTopThree(nurse: Page, path: string): Promise<void> {
  await go(nurse, `${path}/inbreng`)
  await nurse.getByRole('link', { name: 'Lees eerst de risicotaxatie' }).click()
  await expect(nurse.getByText(FACTS)).toBeVisible()
  await expect(nurse.getByRole('radio', { name: 'Nee' })).toHaveCount(0)
  await go(nurse, `${path}/inbreng`)
  await ready(nurse)
  await nurse.getByLabel('Wat is risico 1?').selectOption({ label: TEMPER })
  await nurse.getByLabel('Waarom risico 1?').fill('Daar schrikt Janna het meest van.')
  await nurse.getByRole('checkbox', { name: 'Mijn TOP-3 mag in het overleg gebruikt worden' }).check()
  await allKept(nurse)
}

/** The nurse's own page ends with the meeting, and shows where to go on. */
async function leadsOnToPlan(nurse: Page, path: string): Promise<void> {
  await expect(nurse.getByText('Dit overleg is voorbij.')).toBeVisible()
  await nurse.getByRole('link', { name: 'Naar het plan' }).click()
  await expect(nurse).toHaveURL(path)
}

/** The nurse's TOP-3 is taken over, and the director decides on two. */
async function gatherAndDecide({ director, home }: Road): Promise<void> {
  await director.reload()
  await ready(director)
  const own = question(director, 'topThree.own')
  const ofNurse = own.getByRole('group', { name: new RegExp(`^${home.nameOf('jeugdverpleegkundige')}`) })
  await ofNurse.getByRole('button', { name: /^Neem over uit voorbereiding/ }).click()
  await expect(ofNurse.getByRole('textbox', { name: /^Waarom/ })).toHaveValue('Daar schrikt Janna het meest van.')
  await allKept(director)
  const decided = question(director, 'topThree.decided')
  for (const [index] of RISK_GOALS.entries()) {
    const place = decided.locator('ol > li').nth(index)
    await place.getByLabel(`Risico ${index + 1}`).selectOption({ index: index + 1 })
    await place.getByLabel('Waarom dit risico?').fill('Dit raakt Janna het meest.')
    await place.getByLabel('Wat doet dit met de veiligheid?').fill('Zij schrikt en huilt.')
  }
  await allKept(director)
}
