import { expect, type Page } from '@playwright/test'
import { plainDateIn } from '@/lib/dates'
import type { PrismaClient } from '@/prisma/generated/client'
import { answer, invite } from './around-the-meeting'
import { go } from './going'
import type { JannaHome } from './janna'
import { allKept, chooseByKey, fillEmptyTexts, giveScores, goDown, question, ready } from './screens'

/** Who types in every meeting, and where: with two screens of one meeting `journey.spec.ts` goes through GIPS 1. */
export interface Road {
  db: PrismaClient
  home: JannaHome
  director: Page
}

/** Starts the meeting with who was invited, on its screen. */
export async function openMeeting({ director }: Road, plan: string): Promise<void> {
  await go(director, `${plan}/overleg`)
  await director.getByRole('button', { name: 'Start het overleg met wie er is' }).click()
  await expect(director.getByRole('main').getByText('overleg bezig')).toBeVisible()
  await ready(director)
}

/** Everyone gives Janna and her mother the same score, and the director records that it is safe enough. */
export async function scoreEveryone({ director, home }: Road, score: string): Promise<void> {
  const assessed = question(director, 'safety.round')
  await assessed.getByRole('checkbox', { name: 'Sanne', exact: true }).check()
  await allKept(director)
  const round = question(director, 'safety.round')
  for (const mailbox of ['regisseur', 'jeugdverpleegkundige'] as const) {
    for (const member of ['Janna', 'Sanne']) {
      await round.getByRole('textbox', { name: `Cijfer van ${home.nameOf(mailbox)} over ${member}` }).fill(score)
    }
  }
  await fillEmptyTexts(round, () => 'Er is niet meer geslagen, ook niet op de slechte dagen.')
  await allKept(director)
  const minimum = question(director, 'safety.minimum')
  await chooseByKey(minimum, 'j', 'Iedereen geeft een zes of meer.')
  await expect(minimum.getByRole('radio', { name: 'De bodemeisen zijn gehaald' })).toBeChecked()
  await allKept(director)
}

/** Says of every open safety goal that it was reached, and keeps the agreements of earlier plans at one press each list. */
export async function reviewSafetyGoals({ director }: Road): Promise<number> {
  const reviews = question(director, 'safety.review').getByRole('group', { name: /^Is dit gelukt\?/ })
  const count = await reviews.count()
  for (const review of await reviews.all()) {
    await chooseByKey(review, '1')
    await expect(review.getByRole('radio', { name: 'gelukt', exact: true })).toBeChecked()
  }
  await allKept(director)
  const lists = director.getByRole('button', { name: /^Laat alle \d+ zo$/ })
  for (let left = await lists.count(); left > 0; left -= 1) {
    await lists.first().click()
    await expect(lists).toHaveCount(left - 1)
  }
  return count
}

/** The plan, about which everyone was heard, becomes definitive. */
export async function makeDefinitive({ director }: Road): Promise<void> {
  await director.getByRole('button', { name: 'Maak het plan definitief' }).click()
  await expect(director.getByText('definitief', { exact: true }).first()).toBeVisible()
}

/** Begins the next plan from the page of plans. */
export async function begin({ director }: Road, title: string): Promise<void> {
  await director.getByRole('navigation').getByRole('link', { name: 'Plannen', exact: true }).first().click()
  await director.getByRole('button', { name: `Begin met ${title}` }).click()
  await expect(director.getByRole('heading', { name: `Voorbereiding van ${title}` })).toBeVisible()
}

/** A whole preparation by hand: scores at home, every question, and the meeting as it was last time, today. */
export async function prepareWithFamily({ director }: Road, plan: string): Promise<void> {
  await ready(director)
  await giveScores(question(director, 'homeSafety.scores'), () => '7')
  await fillEmptyTexts(director.getByRole('main'), () => 'Het gaat beter dan een jaar geleden.')
  await allKept(director)
  await go(director, plan)
  await ready(director)
  await inviteAsLastTime(director)
}

/** The meeting as it was last time, but today; where one professional is named, with nobody else beside the director. */
export async function inviteAsLastTime(director: Page, professional?: string): Promise<void> {
  const form = director.getByRole('form', { name: 'Wanneer, waar en met wie' })
  await expect(form.getByLabel('Plek', { exact: true })).not.toHaveValue('')
  await form.getByLabel('Datum').fill(plainDateIn(new Date()))
  await form.getByLabel('De plek past').check()
  const talking = form.getByRole('group', { name: 'Wie praten mee?' })
  if (professional !== undefined) {
    for (const box of await talking.getByRole('checkbox').all()) await box.uncheck()
    await talking.getByRole('checkbox', { name: professional }).check()
  }
  await invite(director)
}

/** Careful execution, in which nothing applies this time, and every text that is still empty. */
export async function fillCareful({ director }: Road): Promise<void> {
  await goDown(director.locator('[id="careful"]'), {}, 'Daar zijn we het over eens.')
  await fillEmptyTexts(director.getByRole('main'), () => 'Daar zijn we het over eens.')
  await allKept(director)
}

/** Both parents agree in their own words, and the director looks at the plan as each of them will see it. */
export async function hearParents({ director }: Road): Promise<void> {
  const parents = ['Sanne', 'Dennis']
  for (const name of parents) {
    await answer(director, name, '1', 'Hier kunnen wij mee verder.')
  }
  await director.getByRole('button', { name: 'Bewaar de antwoorden' }).click()
  await expect(director.getByText('De antwoorden zijn bewaard.')).toBeVisible()
  await director
    .getByRole('link', { name: /^Bekijk het plan zoals .* het ziet$/ })
    .first()
    .click()
  // The one leads to the other, in the order of the list.
  const first = await seenAs(director)
  await director.getByRole('button', { name: `Dit is goed voor ${first}` }).click()
  await expect(director.getByText(`Zo ziet ${first} dit plan`)).toBeHidden()
  await director.getByRole('button', { name: `Dit is goed voor ${await seenAs(director)}` }).click()
  await expect(director.getByText('gezien en akkoord')).toHaveCount(parents.length)
}

/** Through whose eyes one looks now. */
async function seenAs(page: Page): Promise<string> {
  const title = await page.getByText(/^Zo ziet .* dit plan$/).textContent()
  return title?.replace(/^Zo ziet | dit plan$/g, '') ?? ''
}
