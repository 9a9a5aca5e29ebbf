import { expect, type Locator, type Page } from '@playwright/test'
import { v7 } from 'uuid'
import { plainDateIn } from '@/lib/dates'
import { makeAssessment } from '@/prisma/factories/safety'
import type { Plan, PrismaClient } from '@/prisma/generated/client'
import type { JannaHome } from './janna'
import { allKept, fillEmptyTexts, giveScores, question, ready } from './screens'

/** The two who work at the table in every meeting, and where. */
export interface Road {
  db: PrismaClient
  home: JannaHome
  director: Page
  noteTaker: Page
}

/** Sends the invitations, notes who is there, and starts the meeting; both sit at its screen then. */
export async function openMeeting({ director, noteTaker }: Road, plan: string): Promise<void> {
  await director.goto(plan)
  await director.getByRole('button', { name: 'Agenda klaar: nodig uit' }).click()
  await expect(director.getByRole('main').getByText('uitnodiging verstuurd')).toBeVisible()
  await director.goto(`${plan}/overleg`)
  await director.getByRole('button', { name: 'Bewaar wie er is' }).click()
  await expect(director.getByText('bewaard.').first()).toBeVisible()
  await director.getByRole('button', { name: 'Start het overleg' }).click()
  await expect(director.getByRole('main').getByText('overleg bezig')).toBeVisible()
  await noteTaker.goto(`${plan}/overleg`)
  await ready(noteTaker)
}

/** The meeting is going on, and director and chair have gone down the checklist: other meetings walk through that. */
export async function sitDown({ db, director }: Road, { familyId, id: planId }: Plan, path: string): Promise<void> {
  await db.participant.updateMany({ where: { familyId, meeting: { planId } }, data: { attendance: 'present' } })
  const checklist = { answers: { integrity: true, language: true }, doneAt: new Date() }
  await db.integrityChecklist.create({ data: { familyId, id: v7(), planId, ...checklist } })
  for (const state of ['invited', 'meeting'] as const) {
    await db.plan.updateMany({ where: { familyId, id: planId }, data: { state } })
  }
  await director.goto(`${path}/overleg`)
  await ready(director)
}

/** Everyone gives Janna and her mother the same score, and the director records that it is safe enough. */
export async function scoreEveryone({ director, noteTaker, home }: Road, score: string): Promise<void> {
  const assessed = question(director, 'safety.round')
  await assessed.getByText('Voor wie geven we een cijfer?').click()
  await assessed.getByRole('checkbox', { name: 'Sanne', exact: true }).check()
  await allKept(director)
  const round = question(noteTaker, 'safety.round')
  for (const mailbox of ['regisseur', 'jeugdverpleegkundige'] as const) {
    for (const member of ['Janna', 'Sanne']) {
      await round.getByRole('textbox', { name: `Cijfer van ${home.nameOf(mailbox)} over ${member}` }).fill(score)
    }
  }
  await fillEmptyTexts(round, () => 'Er is niet meer geslagen, ook niet op de slechte dagen.')
  await allKept(noteTaker)
  const minimum = question(director, 'safety.minimum')
  await minimum.getByRole('radio', { name: 'De bodemeisen zijn gehaald' }).check()
  await minimum.getByRole('textbox', { name: 'Waarom?' }).fill('Iedereen geeft een zes of meer.')
  await allKept(director)
}

/** The same, already noted down: this meeting is about something else. */
export async function noteScores({ db, home }: Road, plan: Plan, score: number): Promise<void> {
  const assessed = [home.members.janna, home.members.sanne]
  const scorers = (['regisseur', 'jeugdverpleegkundige'] as const).map(home.idOf)
  await makeAssessment(db, home.family, {
    planId: plan.id,
    minimumMet: true,
    minimumReason: 'Iedereen geeft een zes of meer.',
    assessed,
    scores: assessed.flatMap(({ id }) => scorers.map((by) => ({ memberId: id, scorerPersonId: by, score }))),
  })
}

/** Says of every open safety goal that it was reached, and keeps the agreements of earlier plans at one press each list. */
export async function reviewSafetyGoals({ noteTaker }: Road): Promise<number> {
  const reviews = question(noteTaker, 'safety.review').getByRole('group', { name: /^Is dit gelukt\?/ })
  const count = await reviews.count()
  for (const review of await reviews.all()) {
    await review.getByRole('radio', { name: 'gelukt', exact: true }).check()
  }
  await allKept(noteTaker)
  const lists = noteTaker.getByRole('button', { name: /^Laat alle \d+ zo$/ })
  for (let left = await lists.count(); left > 0; left -= 1) {
    await lists.first().click()
    await expect(lists).toHaveCount(left - 1)
  }
  return count
}

/** Puts a goal in a list, with an agreement for it that the nurse carries out by the usual date. */
export async function addGoal(list: Locator, text: string, effect?: string): Promise<void> {
  await list.getByRole('button', { name: 'Doel erbij' }).click()
  await list
    .getByRole('textbox', { name: /^Doel \d+/ })
    .last()
    .fill(text)
  if (effect) await list.getByLabel('Welk cijfer wordt het met doel 1?').fill(effect)
}

/** An agreement under a goal; its date is the usual one. */
export async function agree(page: Page, list: Locator, { goal, text, doer }: Record<'goal' | 'text' | 'doer', string>) {
  const part = list.getByRole('region', { name: `Afspraken bij: ${goal}` })
  await part.getByRole('button', { name: 'Afspraak erbij' }).click()
  await part.getByRole('textbox', { name: 'Afspraak 1', exact: true }).fill(text)
  const who = part.getByRole('combobox', { name: 'Wie doet afspraak 1?' })
  await who.fill(doer)
  await who.press('Enter')
  await allKept(page)
}

/** Director and chair go down the checklist; then the plan is provisional. */
export async function endMeeting({ director }: Road, plan: string): Promise<void> {
  await director.goto(plan)
  await director.getByLabel('Het overleg ging zoals het bedoeld is').check()
  await director.getByLabel('Het gezin kan de taal van het plan begrijpen').check()
  await director.locator('[id="nalopen"]').getByRole('button', { name: 'Bewaar' }).click()
  await takeStep(director)
}

/** Nothing is missing any more: the plan is provisional. */
export async function makeProvisional({ director }: Pick<Road, 'director'>, plan: string): Promise<void> {
  await director.goto(plan)
  await takeStep(director)
}

async function takeStep(director: Page): Promise<void> {
  await expect(director.getByText(/U kunt verder/)).toBeVisible()
  await director.getByRole('button', { name: 'Maak het plan voorlopig' }).click()
  await expect(director.getByText('voorlopig', { exact: true }).first()).toBeVisible()
}

/** The plan, about which everyone was heard, becomes definitive. */
export async function makeDefinitive({ director }: Road, plan: string): Promise<void> {
  await director.goto(plan)
  await director.getByRole('button', { name: 'Maak het plan definitief' }).click()
  await expect(director.getByText('definitief', { exact: true }).first()).toBeVisible()
}

/** Begins the next plan from the page of plans. */
export async function begin({ director, home }: Road, title: string): Promise<void> {
  await director.goto(`/gezinnen/${home.code}/plannen`)
  await director.getByRole('button', { name: `Begin met ${title}` }).click()
  await expect(director.getByRole('heading', { name: `Voorbereiding van ${title}` })).toBeVisible()
}

/** A whole preparation by hand: scores at home, every question, and the meeting as it was last time, today. */
export async function prepareWithFamily({ director }: Road, plan: string): Promise<void> {
  await director.goto(`${plan}/voorbereiding`)
  await ready(director)
  await giveScores(question(director, 'homeSafety.scores'), () => '7')
  await fillEmptyTexts(director.getByRole('main'), () => 'Het gaat beter dan een jaar geleden.')
  await allKept(director)
  await director.goto(plan)
  await ready(director)
  const when = director.getByRole('form', { name: 'Datum en plek' })
  await expect(when.getByLabel('Plek', { exact: true })).not.toHaveValue('')
  await when.getByLabel('Datum').fill(plainDateIn(new Date()))
  await when.getByLabel('De plek past').check()
  await when.getByRole('button', { name: 'Bewaar datum en plek' }).click()
  await expect(director.getByText('Datum en plek zijn bewaard.')).toBeVisible()
  await director.getByRole('button', { name: 'Bewaar de deelnemers' }).click()
  await expect(director.getByText('De deelnemers zijn bewaard.')).toBeVisible()
}

/** Careful execution, in which nothing applies this time, and every text that is still empty. */
export async function fillCareful({ noteTaker }: Road): Promise<void> {
  for (const no of await noteTaker
    .locator('[id="careful"]')
    .getByRole('radio', { name: 'Niet van toepassing' })
    .all()) {
    await no.check()
  }
  await fillEmptyTexts(noteTaker.getByRole('main'), () => 'Daar zijn we het over eens.')
  await allKept(noteTaker)
}

/** Both parents agree in their own words, and the director looked at the plan as each of them will see it. */
export async function hearParents({ director }: Road, plan: string): Promise<void> {
  await director.goto(plan)
  await ready(director)
  for (const name of ['Sanne', 'Dennis']) {
    await director.locator('summary').filter({ hasText: name }).click()
    const form = director.getByRole('form', { name: `Antwoord van ${name}` })
    await form.getByRole('radio', { name: 'Eens met het plan', exact: true }).check()
    await form.getByLabel('In eigen woorden').fill('Hier kunnen wij mee verder.')
    await form.getByRole('button', { name: 'Bewaar het antwoord' }).click()
    await expect(form.getByText('Het antwoord is bewaard.')).toBeVisible()
  }
  for (const seen of [1, 2]) {
    await director
      .getByRole('button', { name: /^Dit is goed voor/ })
      .first()
      .click()
    await expect(director.getByText('gezien en akkoord')).toHaveCount(seen)
  }
}
