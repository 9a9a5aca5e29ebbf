import { expect, type Page } from '@playwright/test'
import { plainDateIn } from '@/lib/dates'
import type { Household } from './household'
import { addConcerns, allKept, fillEmptyTexts, giveScores, question, ready } from './screens'
import { GOALS, OF_THE_FATHER, WORRIES } from './story'

/** Fills in the whole preparation of GIPS 1 with the family: concerns of the report, scores and every text. */
export async function prepare(page: Page, { members }: Household): Promise<void> {
  await ready(page)
  const reported = question(page, 'adults.reportedConcerns')
  await addConcerns(reported, [WORRIES[0]])
  const scores = question(page, 'homeSafety.scores')
  await giveScores(scores, (label) => (label.startsWith('Cijfer van Wietske') ? '4' : '7,5'))
  await fillEmptyTexts(page.getByRole('main'), (id) => spoken(id, members.father.id))
  await allKept(page)
  await page.reload()
  await ready(page)
  const left = await fillEmptyTexts(page.getByRole('main'), (id) => spoken(id, members.father.id))
  expect(left).toBeLessThanOrEqual(3)
  await allKept(page)
}

function spoken(id: string, father: string): string {
  return id.includes(father) ? OF_THE_FATHER : 'Wietske vertelt dat Jildou graag bij Aukje is.'
}

/** Plans the meeting for today, with its chair, note-taker and two professionals. */
export async function planMeeting(page: Page, { accounts, code }: Household): Promise<void> {
  await ready(page)
  const when = page.getByRole('form', { name: 'Datum en plek' })
  await when.getByLabel('Datum').fill(plainDateIn(new Date()))
  await when.getByLabel('Dagdeel').selectOption('morning')
  await when.getByLabel('Plek', { exact: true }).fill('Het wijkcentrum')
  await when.getByLabel('De plek past').check()
  await when.getByRole('button', { name: 'Bewaar datum en plek' }).click()
  await expect(page.getByText('Datum en plek zijn bewaard.')).toBeVisible()
  const who = page.getByRole('form', { name: 'Deelnemers' })
  await who.getByLabel('GIPSmeester').selectOption({ label: accounts.gipsMaster.name })
  await who.getByLabel('Notulist').selectOption({ label: accounts.noteTaker.name })
  await who.getByRole('checkbox', { name: accounts.professional.name }).check()
  await who.getByRole('checkbox', { name: accounts.teacher.name }).check()
  await who.getByRole('button', { name: 'Bewaar de deelnemers' }).click()
  await expect(page.getByText('De deelnemers zijn bewaard.')).toBeVisible()
  expect(page.url()).toContain(code)
}

/** Writes down what the parents say, decides the proposal, and looks through the eyes of the mother. */
export async function hearFamily(page: Page, { members, accounts }: Household, plan: string): Promise<void> {
  const answers = [
    { who: members.mother.firstNames, response: 'Wil iets anders', words: 'Ik wil ook op zaterdag bellen.' },
    { who: members.father.firstNames, response: 'Niet bereikt', words: 'Hij nam de telefoon niet op.' },
  ]
  await ready(page)
  for (const { who, response, words } of answers) {
    const form = page.getByRole('form', { name: `Antwoord van ${who}` })
    await page.locator('summary').filter({ hasText: who }).click()
    await form.getByRole('radio', { name: response }).check()
    await form.getByLabel('In eigen woorden').fill(words)
    if (response === 'Wil iets anders') {
      await form.getByLabel('Voorstel om iets te veranderen').fill('Op zaterdag bellen.')
    }
    await form.getByRole('button', { name: 'Bewaar het antwoord' }).click()
    await expect(form.getByText('Het antwoord is bewaard.')).toBeVisible()
  }
  const decision = page.getByRole('form', { name: /^Besluit over het voorstel van/ })
  await decision.getByRole('radio', { name: 'Overnemen', exact: true }).check()
  await decision.getByLabel('Waarom?').fill('Dat geeft Jildou rust.')
  await decision.getByRole('button', { name: 'Bewaar het besluit' }).click()
  await expect(page.locator('summary').filter({ hasText: 'Voorstel van' })).toContainText('Overnemen')
  await page.getByRole('link', { name: /^Bekijk het plan zoals .* het ziet$/ }).click()
  await expect(page.getByText(`Zo ziet ${accounts.mother.name} dit plan`)).toBeVisible()
  await expect(page.getByText(GOALS[0]).first()).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(OF_THE_FATHER)
  await page.getByRole('link', { name: 'Terug naar het plan' }).click()
  await page.getByRole('button', { name: /^Dit is goed voor/ }).click()
  await expect(page.getByText('gezien en akkoord')).toBeVisible()
  expect(page.url()).toContain(plan)
}
