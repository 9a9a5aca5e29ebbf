import { expect, type Page } from '@playwright/test'
import type { Household } from './household'
import { addConcerns, allKept, fillEmptyTexts, question, ready } from './screens'
import { AGREEMENTS, GOALS, WORRIES } from './story'

interface Table {
  director: Page
  noteTaker: Page
}

/** The director shows a question, the note-taker types below it, and the projector shows both at once. */
export async function followOnProjector({
  director,
  noteTaker,
  projector,
}: Table & { projector: Page }): Promise<void> {
  const asked = 'Wanneer zag u dat een ouder goed voor de kinderen zorgde?'
  await ready(director)
  await question(director, 'goodCare.examples').getByRole('button', { name: 'Toon op beamer' }).click()
  await expect(projector.getByRole('heading', { name: asked })).toBeVisible()
  const seen = await collectTexts(projector, 'Ze las')
  const box = noteTaker.getByRole('textbox', { name: /^Baukje Hiemstra.*Wanneer zag u/ })
  await box.pressSequentially('Ze las Jildou elke avond voor, ook na een zware dag.', { delay: 60, timeout: 60_000 })
  await expect(projector.getByText('Ze las Jildou elke avond voor, ook na een zware dag.')).toBeVisible()
  expect(await seen()).toBeGreaterThanOrEqual(3)
  await director.getByRole('button', { name: 'Volgende', exact: true }).click()
  await expect(projector.getByRole('heading', { name: asked })).toBeHidden()
  await expect(projector.getByRole('heading', { name: 'Welk cijfer geeft u aan de veiligheid' })).toBeVisible()
}

/** Counts the different texts with this beginning that pass on the page. */
async function collectTexts(page: Page, beginning: string): Promise<() => Promise<number>> {
  await page.evaluate((start) => {
    const texts = new Set<string>()
    Object.assign(window, { texts })
    new MutationObserver(() => {
      const found = [...document.querySelectorAll('main dd')]
        .map((line) => line.textContent)
        .find((line) => line.includes(start))
      if (found) texts.add(found)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  }, beginning)
  return () => page.evaluate(() => (window as unknown as { texts: Set<string> }).texts.size)
}

/** Everyone gives a score; the director records that the minimum is not met. */
export async function safetyRound({ director, noteTaker }: Table): Promise<void> {
  await question(director, 'safety.round').getByText('Voor wie geven we een cijfer?').click()
  await expect(director.getByRole('checkbox', { name: 'Jildou', exact: true })).toBeChecked()
  await director.getByRole('checkbox', { name: 'Wietske', exact: true }).check()
  await allKept(director)
  const round = question(noteTaker, 'safety.round')
  await expect(round.getByRole('textbox', { name: 'Cijfer van Hidde Postma over Jildou' })).toBeVisible()
  await expect(round.getByRole('textbox', { name: 'Cijfer van Hidde Postma over Wietske' })).toBeVisible()
  for (const name of ['Hidde Postma', 'Baukje Hiemstra', 'Folkert Sikkema']) {
    await round.getByRole('textbox', { name: `Cijfer van ${name} over Jildou` }).fill('3')
    await round.getByRole('textbox', { name: `Cijfer van ${name} over Wietske` }).fill('4')
  }
  await fillEmptyTexts(round, () => 'Er was vorige week weer ruzie; Wietske belde zelf om hulp.')
  await allKept(noteTaker)
  const minimum = question(director, 'safety.minimum')
  await minimum.getByRole('radio', { name: 'De bodemeisen zijn niet gehaald' }).check()
  await minimum.getByRole('textbox', { name: 'Waarom?' }).fill('Niemand geeft al een zes.')
  await allKept(director)
}

/** Concerns, everyone's TOP-3, the director's decision, goals and agreements. */
export async function planWork({ director, noteTaker, home }: Table & { home: Household }): Promise<void> {
  await addConcerns(question(noteTaker, 'concerns.inventory'), WORRIES)
  await allKept(noteTaker)
  const own = question(noteTaker, 'topThree.own')
  for (const name of ['Hidde Postma', 'Baukje Hiemstra', 'Folkert Sikkema']) {
    const card = own.getByRole('group', { name: new RegExp(`^${name}`) })
    await card.getByRole('button', { name: /^1 / }).click()
    await card.getByRole('textbox', { name: /^Waarom/ }).fill('Hier loopt Jildou nu gevaar.')
  }
  await allKept(noteTaker)
  await decideTopThree(director)
  for (const [index, goal] of GOALS.entries()) {
    const goals = question(noteTaker, 'goals.list').getByRole('region', { name: `Doelen bij zorg ${index + 1}` })
    await goals.getByRole('button', { name: 'Doel erbij' }).click()
    await goals.getByRole('textbox', { name: 'Doel 1', exact: true }).fill(goal)
    await goals.getByLabel('Welk cijfer wordt het met doel 1?').fill('6')
  }
  await allKept(noteTaker)
  await agree(noteTaker, 0, home.accounts.professional.name)
  await agree(noteTaker, 1, 'Wietske')
}

async function decideTopThree(director: Page): Promise<void> {
  const decided = question(director, 'topThree.decided')
  for (const [index, { text }] of WORRIES.entries()) {
    const place = decided.locator('ol > li').nth(index)
    await expect(place.getByLabel(`Zorg ${index + 1}`)).toContainText(text)
    const option = await place.getByRole('option', { name: text }).getAttribute('value')
    await place.getByLabel(`Zorg ${index + 1}`).selectOption(option)
    await place.getByLabel('Waarom deze zorg?').fill('Dit raakt Jildou het meest.')
    await expect(place.getByLabel('Wat is de schade voor de kinderen?')).not.toHaveValue('')
  }
  await allKept(director)
}

async function agree(page: Page, index: 0 | 1, doer: string): Promise<void> {
  const part = question(page, 'agreements.list').getByRole('region', { name: `Afspraken bij: ${GOALS[index]}` })
  await part.getByRole('button', { name: 'Afspraak erbij' }).click()
  await part.getByRole('textbox', { name: 'Afspraak 1', exact: true }).fill(AGREEMENTS[index])
  const who = part.getByRole('combobox', { name: 'Wie doet afspraak 1?' })
  await who.fill(doer.slice(0, 5))
  await who.press('Enter')
  await allKept(page)
}

/** Careful execution and the last texts, then the checklist, until nothing is missing. */
export async function finishMeeting({ director, noteTaker, plan }: Table & { plan: string }): Promise<void> {
  await noteTaker.getByRole('link', { name: 'Kijk wat er nog ontbreekt' }).click()
  const missing = noteTaker.locator('[id="ontbreekt"]').getByRole('listitem').filter({ hasText: 'nodig' })
  await expect(missing.filter({ hasText: 'Geef aan of dit van toepassing is' })).toHaveCount(13)
  for (const no of await noteTaker
    .locator('[id="careful"]')
    .getByRole('radio', { name: 'Niet van toepassing' })
    .all()) {
    await no.check()
  }
  const planB = question(noteTaker, 'careful.planB')
  await planB.getByRole('radio', { name: 'Van toepassing', exact: true }).check()
  await planB.getByLabel('Hoe doen we dat?').fill('Dan gaat Jildou een nacht naar Aukje.')
  await fillEmptyTexts(noteTaker.getByRole('main'), () => 'Daar zijn we het met elkaar over eens.')
  await allKept(noteTaker)
  await noteTaker.getByRole('button', { name: 'Kijk opnieuw' }).click()
  await expect(missing).toHaveCount(0)
  await director.goto(plan)
  await expect(director.getByText('Er ontbreken nog 2 dingen.')).toBeVisible()
  await director.getByLabel('Het overleg ging zoals het bedoeld is').check()
  await director.getByLabel('Het gezin kan de taal van het plan begrijpen').check()
  await director.locator('[id="nalopen"]').getByRole('button', { name: 'Bewaar' }).click()
  await expect(director.getByText('Alles is er. U kunt verder.')).toBeVisible()
}
