import type { Locator } from '@playwright/test'
import { invite } from './support/around-the-meeting'
import { addGoal, agree, endMeeting } from './support/at-the-table'
import { freshJanna, planOf, seatToday } from './support/janna'
import {
  begin,
  fillCareful,
  hearParents,
  makeDefinitive,
  noteScores,
  openMeeting,
  prepareWithFamily,
  type Road,
  reviewSafetyGoals,
  scoreEveryone,
  sitDown,
} from './support/on-the-road'
import { hearEveryone, markTheRest } from './support/rest-of-plan'
import { addConcerns, allKept, chooseByKey, question, ready } from './support/screens'
import { published, Tally } from './support/tally'
import { expect, test } from './support/test'

const TEMPER = 'Een ouder wordt snel boos of kan zich moeilijk inhouden'
const INSIGHT = /^Een ouder ziet/
const FACTS = 'Dennis vertelt nu zelf wat er die nacht gebeurde.'
const RISK_GOALS = ['Dennis loopt weg voordat hij ontploft.', 'Sanne en Dennis nemen op tijd een pauze.'] as const
const FOR_JANNA = 'Janna slaapt de nacht door.'
const FOR_SANNE = 'Sanne durft hulp te vragen.'
const WORK = 'Dennis belt zijn broer zodra het spant.'
const RULE = 'Wie een pauze neemt, komt na een half uur terug.'

test('the family of Janna walks through all its meetings, from GIPS 2 to the closing of the dossier', async ({
  loginAs,
  db,
}) => {
  test.setTimeout(480_000)
  const home = await freshJanna(db)
  const tally = new Tally()
  const road: Road = {
    db,
    home,
    director: await tally.watch(await loginAs(home.director)),
    noteTaker: await tally.watch(await loginAs(home.noteTaker, { app: 'second' })),
  }
  // From GIPS 3 on the case director types alone: two screens of one meeting are walked through at GIPS 1 and 2.
  const alone = { ...road, noteTaker: road.director }
  const planAt = (slug: string) => `/gezinnen/${home.code}/plannen/${slug}`
  const nurse = await loginAs(home.nurse)

  await test.step('GIPS 2: risks by keys, a private TOP-3, a 6 for everyone, risk goals', async () => {
    const path = planAt('gips-2')
    const plan = await planOf(db, home, 'gips2')
    await seatToday(db, home, plan)
    await road.director.goto(`${path}/voorbereiding`)
    await ready(road.director)
    const insight = road.director.getByRole('group', { name: INSIGHT })
    await insight.getByRole('radio', { name: 'Nee' }).focus()
    await road.director.keyboard.press('3')
    await expect(insight.getByRole('radio', { name: 'Ja, duidelijk' })).toBeChecked()
    await insight.getByRole('checkbox', { name: 'Maakt het echt onveilig' }).check()
    await insight.getByRole('textbox', { name: 'Wat zijn de feiten?' }).fill(FACTS)
    await allKept(road.director)
    await markTheRest(db, plan)
    await noteScores(road, plan, 6.5)
    await road.director.goto(path)
    await ready(road.director)
    await invite(road.director)
    await openMeeting(road, path)
    await nurse.goto(`${path}/inbreng`)
    await nurse.getByRole('link', { name: 'Lees eerst de risicotaxatie' }).click()
    await expect(nurse.getByText(FACTS)).toBeVisible()
    await expect(nurse.getByRole('radio', { name: 'Nee' })).toHaveCount(0)
    await nurse.goto(`${path}/inbreng`)
    await ready(nurse)
    await nurse.getByLabel('Wat is risico 1?').selectOption({ label: TEMPER })
    await nurse.getByLabel('Waarom risico 1?').fill('Daar schrikt Janna het meest van.')
    await nurse.getByRole('checkbox', { name: 'Mijn TOP-3 mag in het overleg gebruikt worden' }).check()
    await allKept(nurse)
    // A second screen of the same meeting takes part in every word: the director comes back to decide.
    await road.director.goto('/gezinnen')
    expect(await reviewSafetyGoals(road)).toBe(3)
    await gatherAndDecide(road)
    for (const [index, goal] of RISK_GOALS.entries()) {
      const list = question(road.noteTaker, 'goals.list').getByRole('region', { name: `Doelen bij zorg ${index + 1}` })
      await addGoal(list, goal, '7')
      await allKept(road.noteTaker)
      const agreements = question(road.noteTaker, 'agreements.list')
      await agree(agreements, { goal, text: `Oefent elke week: ${goal}`, doer: 'Dennis' })
      await allKept(road.noteTaker)
    }
    const made = await db.goal.findMany({ where: { planId: plan.id }, orderBy: { position: 'asc' } })
    expect(made.map(({ kind, riskFactor }) => [kind, riskFactor !== null])).toEqual([
      ['risk', true],
      ['risk', true],
    ])
    await hearEveryone(db, plan, [home.members.sanne, home.members.dennis])
    // The second screen goes home: left open it would follow every later change, and be counted.
    await road.noteTaker.close()
    await endMeeting(road.director)
    await makeDefinitive(road)
  })

  await test.step('GIPS 3: a recovery plan for Janna and one for her mother', async () => {
    await begin(alone, 'GIPS 3')
    await recover(alone, planAt('gips-3'))
  })

  await test.step('GIPS 4: all goals in one table, and a work goal where it is not enough', async () => {
    tally.reset()
    await begin(alone, 'GIPS 4')
    await evaluate(alone, planAt('gips-4'))
    expect(tally.cells).toBe(published('GIPS 4'))
  })

  await test.step('GIPS 5: the future plan, the case manager, and the end', async () => {
    await begin(alone, 'GIPS 5')
    await lookAhead(alone, planAt('gips-5'))
  })

  await test.step('the dashboard shows three lines', async () => {
    await road.director.goto(`/gezinnen/${home.code}`)
    await road.director.getByText('Bekijk de cijfers in een tabel').click()
    const table = road.director.getByRole('table', { name: 'De cijfers van de grafiek' })
    const lines = [
      ['GIPS 1', /2,5/],
      ['GIPS 2', /6,5/],
      ['GIPS 3', /7,0/],
      ['GIPS 4', /7,5.*60 %.*80 %/],
      ['GIPS 5', /8,0/],
    ] as const
    for (const [meeting, figures] of lines) {
      await expect(table.getByRole('row').filter({ hasText: meeting }).first()).toHaveText(figures)
    }
  })

  await test.step('the dossier is closed, with a word on what still runs', async () => {
    await road.director.goto(`/gezinnen/${home.code}/afsluiten`)
    const close = road.director.getByRole('form', { name: 'Dossier sluiten' })
    await close.getByRole('radio', { name: 'Het traject is klaar' }).check()
    await close.getByLabel('Vertel kort hoe het eindigt').fill('Het gezin kan zelf verder.')
    await close.getByLabel('Wat gebeurt er met alle afspraken?').selectOption('Het gezin gaat er zelf mee door')
    await close.getByRole('checkbox', { name: /zeker/ }).check()
    await close.getByRole('button', { name: 'Sluit het dossier' }).click()
    await expect(road.director.getByRole('heading', { name: 'Dit dossier is gesloten' })).toBeVisible()
  })
})

/** The nurse's TOP-3 is taken over, and the director decides on two. */
async function gatherAndDecide({ director, noteTaker, home }: Road): Promise<void> {
  await noteTaker.reload()
  await ready(noteTaker)
  const own = question(noteTaker, 'topThree.own')
  const ofNurse = own.getByRole('group', { name: new RegExp(`^${home.nameOf('jeugdverpleegkundige')}`) })
  await ofNurse.getByRole('button', { name: /^Neem over uit voorbereiding/ }).click()
  await expect(ofNurse.getByRole('textbox', { name: /^Waarom/ })).toHaveValue('Daar schrikt Janna het meest van.')
  await allKept(noteTaker)
  await director.goto(`/gezinnen/${home.code}/plannen/gips-2/overleg`)
  await ready(director)
  const decided = question(director, 'topThree.decided')
  for (const [index] of RISK_GOALS.entries()) {
    const place = decided.locator('ol > li').nth(index)
    await place.getByLabel(`Risico ${index + 1}`).selectOption({ index: index + 1 })
    await place.getByLabel('Waarom dit risico?').fill('Dit raakt Janna het meest.')
    await place.getByLabel('Wat doet dit met de veiligheid?').fill('Zij schrikt en huilt.')
  }
  await allKept(director)
}

/** The first of the list, with the reason. */
async function chooseFirst(own: Locator, name: string): Promise<void> {
  const card = own.getByRole('group', { name: new RegExp(`^${name}`) })
  await card.getByRole('button', { name: /^1 / }).press('1')
  await card.getByRole('textbox', { name: /^Waarom/ }).fill('Hier begint het elke keer mee.')
}

async function recover(road: Road, path: string): Promise<void> {
  const { db, home, director, noteTaker } = road
  const { janna, sanne, dennis } = home.members
  const plan = await planOf(db, home, 'gips3')
  await seatToday(db, home, plan)
  await director.goto(path)
  await ready(director)
  const whom = director.getByRole('form', { name: 'Over wie gaat dit overleg?' })
  await whom.getByRole('checkbox', { name: 'Janna' }).check()
  await whom.getByRole('checkbox', { name: 'Sanne' }).check()
  await whom.getByRole('button', { name: 'Bewaar over wie het gaat' }).click()
  await expect(director.getByText('Nog geen herstelplan: Dennis.')).toBeVisible()
  await markTheRest(db, plan)
  await noteScores(road, plan, 7)
  await sitDown(road, plan, path)
  await reviewSafetyGoals(road)
  const worries = question(noteTaker, `childRecovery.concerns:${janna.id}`)
  await addConcerns(worries, [{ text: 'Janna schrikt van geluiden.', harm: 'Zij slaapt licht.' }])
  await question(noteTaker, `parentRecovery.concerns:${sanne.id}`)
    .getByRole('radio', { name: /^Geen grote zorgen/ })
    .check()
  await allKept(noteTaker)
  await chooseFirst(question(noteTaker, `childRecovery.topThreeOwn:${janna.id}`), home.nameOf('jeugdverpleegkundige'))
  await allKept(noteTaker)
  const decided = question(director, `childRecovery.topThree:${janna.id}`)
  await decided.getByLabel('Zorg 1').selectOption({ index: 1 })
  await decided.getByLabel('Waarom deze zorg?').first().fill('Slaap gaat voor.')
  await allKept(director)
  const goals = question(noteTaker, `childRecovery.goals:${janna.id}`)
  await addGoal(goals.getByRole('region', { name: /bij zorg 1/ }), FOR_JANNA)
  await addGoal(question(noteTaker, `parentRecovery.goals:${sanne.id}`), FOR_SANNE)
  await allKept(noteTaker)
  await sameForBoth(road)
  await hearEveryone(db, plan, [sanne, dennis])
  await endMeeting(director)
  await makeDefinitive(road)
}

/** One agreement for the child, and in one go the same for the mother. */
async function sameForBoth({ noteTaker, home }: Road): Promise<void> {
  const { janna } = home.members
  const agreements = question(noteTaker, `childRecovery.agreements:${janna.id}`)
  const text = 'Komt elke week langs om samen te oefenen.'
  await agree(agreements, { goal: FOR_JANNA, text, doer: home.nameOf('jeugdverpleegkundige') })
  await allKept(noteTaker)
  await agreements.getByText('Ook voor iemand anders').click()
  await agreements.getByRole('checkbox', { name: new RegExp(FOR_SANNE) }).check()
  await agreements.getByRole('button', { name: 'Maak dezelfde afspraak' }).click()
  await expect(agreements.getByText('Gemaakt voor Sanne.')).toBeVisible()
}

async function evaluate(road: Road, path: string): Promise<void> {
  const { db, home, noteTaker } = road
  await prepareWithFamily(road, path)
  await openMeeting(road, path)
  await scoreEveryone(road, '7,5')
  await reviewSafetyGoals(road)
  const table = question(noteTaker, 'evaluation.goals')
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
    await noteTaker.keyboard.type('60')
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
  await allKept(noteTaker)
  await addGoal(noteTaker.getByRole('region', { name: `Werkdoelen na: ${RISK_GOALS[0]}` }), WORK)
  await allKept(noteTaker)
  const agreements = question(noteTaker, 'agreements.list')
  await agree(agreements, { goal: WORK, text: 'Zet het nummer in zijn telefoon.', doer: 'Dennis' })
  await allKept(noteTaker)
  await fillCareful(road)
  const plan = await planOf(db, home, 'gips4')
  const [made, percents] = await Promise.all([
    db.goal.findFirstOrThrow({ where: { planId: plan.id } }),
    db.goalEvaluation.count({ where: { planId: plan.id, personId: { not: null } } }),
  ])
  expect(made).toMatchObject({ kind: 'followUp', text: WORK })
  expect(percents).toBe(8)
  expect(await db.carriedAgreement.count({ where: { planId: plan.id, decision: 'kept' } })).toBeGreaterThan(0)
  await noteTaker.reload()
  await expect(percentOf(first, RISK_GOALS[0])).toHaveValue('40')
  await expect(noteTaker.getByRole('region', { name: `Werkdoelen na: ${RISK_GOALS[0]}` })).toContainText(WORK)
  await endMeeting(road.director)
  await hearParents(road)
  await makeDefinitive(road)
}

async function lookAhead(road: Road, path: string): Promise<void> {
  const { db, home, director } = road
  const plan = await planOf(db, home, 'gips5')
  await seatToday(db, home, plan)
  await director.goto(`${path}/voorbereiding`)
  await ready(director)
  await question(director, 'future.rules').getByRole('textbox').fill(RULE)
  await allKept(director)
  await markTheRest(db, plan)
  await noteScores(road, plan, 8)
  await sitDown(road, plan, path)
  await reviewSafetyGoals(road)
  await director.goto(path)
  const asked = director.getByRole('link', { name: 'Wie is de casemanager in het jaar na dit plan?' })
  await expect(asked).toBeVisible()
  const year = director.getByRole('form', { name: 'Het jaar na dit plan' })
  await year.getByLabel('Wie is de casemanager?').selectOption({ label: home.nameOf('jeugdverpleegkundige') })
  await year.getByRole('checkbox', { name: 'Onze regels thuis' }).check()
  await year.getByRole('button', { name: 'Bewaar het jaar na dit plan' }).click()
  await expect(asked).toBeHidden()
  await hearEveryone(db, plan, [home.members.sanne, home.members.dennis])
  await director.reload()
  await makeDefinitive(road)
  await expect(director.getByText(`Casemanager: ${home.nameOf('jeugdverpleegkundige')}`)).toBeVisible()
}
