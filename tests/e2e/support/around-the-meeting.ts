import { expect, type Page } from '@playwright/test'
import { plainDateIn } from '@/lib/dates'
import type { Household } from './household'
import { addConcerns, allKept, chooseByKey, fillEmptyTexts, giveScores, question, ready } from './screens'
import { GOALS, OF_THE_FATHER, WORRIES } from './story'

/** Fills in the whole preparation of GIPS 1 with the family: concerns of the report, scores and every text. */
export async function prepare(page: Page, { members }: Household): Promise<void> {
  await ready(page)
  await addConcerns(question(page, 'adults.reportedConcerns'), [WORRIES[0]])
  await allKept(page)
  // What each adult says of the concern comes with it.
  await page.reload()
  await ready(page)
  const scores = question(page, 'homeSafety.scores')
  await giveScores(scores, (label) => (label.startsWith('Cijfer van Wietske') ? '4' : '7,5'))
  await fillEmptyTexts(page.getByRole('main'), (id) => spoken(id, members.father.id))
  await allKept(page)
}

function spoken(id: string, father: string): string {
  return id.includes(father) ? OF_THE_FATHER : 'Wietske vertelt dat Jildou graag bij Aukje is.'
}

/** Plans the meeting for today with the whole team and its one chair, appoints the note-taker, and invites them. */
export async function planMeeting(page: Page, { accounts }: Household): Promise<void> {
  await ready(page)
  const form = page.getByRole('form', { name: 'Wanneer, waar en met wie' })
  await form.getByLabel('Datum').fill(plainDateIn(new Date()))
  await form.getByLabel('Dagdeel').selectOption('morning')
  await form.getByLabel('Plek', { exact: true }).fill('Het wijkcentrum')
  await form.getByLabel('De plek past').check()
  await expect(form.getByLabel('GIPSmeester')).toHaveValue(accounts.gipsMaster.personId)
  for (const { name } of [accounts.professional, accounts.teacher]) {
    await expect(form.getByRole('checkbox', { name })).toBeChecked()
  }
  await expect(form.getByRole('checkbox', { name: accounts.deputy.name })).not.toBeChecked()
  await form.getByLabel('Notulist').selectOption({ label: accounts.noteTaker.name })
  await invite(page)
}

/** Saves the meeting as it stands in the form, and sends the invitations. */
export async function invite(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bewaar en verstuur de uitnodigingen' }).click()
  await expect(page.getByRole('main').getByText('uitnodiging verstuurd')).toBeVisible()
}

/** Writes down what the parents say, decides the proposal, and looks through the eyes of the mother. */
export async function hearFamily(page: Page, { members, accounts }: Household): Promise<void> {
  await answer(page, members.mother.firstNames, '2', 'Ik wil ook op zaterdag bellen.')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('Op zaterdag bellen.')
  await answer(page, members.father.firstNames, '4', 'Hij nam de telefoon niet op.')
  await page.getByRole('button', { name: 'Bewaar de antwoorden' }).click()
  const decision = page.getByRole('form', { name: /^Besluit over het voorstel van/ })
  await expect(page.getByText('De antwoorden zijn bewaard.')).toBeVisible()
  await chooseByKey(decision, '1', 'Dat geeft Jildou rust.')
  await decision.getByRole('button', { name: 'Bewaar het besluit' }).click()
  await expect(page.locator('summary').filter({ hasText: 'Voorstel van' })).toContainText('Overnemen')
  await page.getByRole('link', { name: /^Bekijk het plan zoals .* het ziet$/ }).click()
  await expect(page.getByText(`Zo ziet ${accounts.mother.name} dit plan`)).toBeVisible()
  await expect(page.getByText(GOALS[0]).first()).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(OF_THE_FATHER)
  await page.getByRole('button', { name: /^Dit is goed voor/ }).click()
  await expect(page.getByText('gezien en akkoord')).toBeVisible()
}

/** What one of the family says of the plan: the answer by its number, and the words. */
export async function answer(page: Page, name: string, key: string, words: string): Promise<void> {
  await ready(page)
  await chooseByKey(page.getByRole('group', { name: `Wat vindt ${name}?` }), key, words)
}
