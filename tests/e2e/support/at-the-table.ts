import { expect, type Locator, type Page } from '@playwright/test'
import type { Household } from './household'
import { addConcerns, allKept, chooseByKey, fillEmptyTexts, goDown, question, ready } from './screens'
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
  await question(director, 'goodCare.examples').getByRole('textbox').first().focus()
  await director.keyboard.press('Control+Enter')
  await expect(projector.getByRole('heading', { name: asked })).toBeVisible()
  const seen = await collectTexts(projector, 'Ze las')
  const box = noteTaker.getByRole('textbox', { name: /^Baukje Hiemstra.*Wanneer zag u/ })
  await box.pressSequentially('Ze las Jildou elke avond voor, ook na een zware dag.', { delay: 30, timeout: 60_000 })
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
  await chooseByKey(minimum, 'n', 'Niemand geeft al een zes.')
  await expect(minimum.getByRole('radio', { name: 'De bodemeisen zijn niet gehaald' })).toBeChecked()
  await allKept(director)
}

/** Concerns, everyone's TOP-3, the director's decision, goals and agreements. */
export async function planWork({ director, noteTaker, home }: Table & { home: Household }): Promise<void> {
  await addConcerns(question(noteTaker, 'concerns.inventory'), WORRIES)
  await allKept(noteTaker)
  const own = question(noteTaker, 'topThree.own')
  for (const name of ['Hidde Postma', 'Baukje Hiemstra', 'Folkert Sikkema']) {
    const card = own.getByRole('group', { name: new RegExp(`^${name}`) })
    await card.getByRole('button', { name: /^1 / }).focus()
    await noteTaker.keyboard.press('1')
    await card.getByRole('textbox', { name: /^Waarom/ }).fill('Hier loopt Jildou nu gevaar.')
  }
  await allKept(noteTaker)
  await decideTopThree(director)
  for (const [index, goal] of GOALS.entries()) {
    const goals = question(noteTaker, 'goals.list').getByRole('region', { name: `Doelen bij zorg ${index + 1}` })
    await addGoal(goals, goal, '6')
  }
  await allKept(noteTaker)
  const agreements = question(noteTaker, 'agreements.list')
  const doers = [home.accounts.professional.name.slice(0, 5), 'Wiets']
  for (const [index, goal] of GOALS.entries()) {
    await agree(agreements, { goal, text: AGREEMENTS[index] ?? '', doer: doers[index] ?? '' })
  }
  await allKept(noteTaker)
}

async function decideTopThree(director: Page): Promise<void> {
  const decided = question(director, 'topThree.decided')
  for (const [index, { text }] of WORRIES.entries()) {
    const place = decided.locator('ol > li').nth(index)
    await expect(place.getByLabel(`Zorg ${index + 1}`)).toContainText(text)
    await place.getByLabel(`Zorg ${index + 1}`).focus()
    await director.keyboard.press(String(index + 1))
    await place.getByLabel('Waarom deze zorg?').fill('Dit raakt Jildou het meest.')
    await expect(place.getByLabel('Wat is de schade voor de kinderen?')).not.toHaveValue('')
  }
  await allKept(director)
}

/** Careful execution and the last texts, until nothing is missing. */
export async function finishMeeting({ noteTaker }: Pick<Table, 'noteTaker'>): Promise<void> {
  await noteTaker.getByRole('link', { name: 'Kijk wat er nog ontbreekt' }).click()
  const missing = noteTaker.locator('[id="ontbreekt"]').getByRole('listitem').filter({ hasText: 'nodig' })
  await expect(missing.filter({ hasText: 'Geef aan of dit van toepassing is' })).toHaveCount(13)
  const planB = 'Dan gaat Jildou een nacht naar Aukje.'
  await goDown(noteTaker.locator('[id="careful"]'), { 'careful.planB': planB }, OVER_IT)
  await fillEmptyTexts(noteTaker.getByRole('main'), () => OVER_IT)
  await allKept(noteTaker)
  await expect(missing).toHaveCount(0)
}

const OVER_IT = 'Daar zijn we het met elkaar over eens.'

/** Director and chair go down the checklist at the end of the meeting, and the plan is provisional. */
export async function endMeeting(director: Page): Promise<void> {
  const end = director.locator('[id="ontbreekt"]')
  await end.getByLabel('Het overleg ging zoals het bedoeld is').check()
  await end.getByLabel('Het gezin kan de taal van het plan begrijpen').check()
  await end.getByRole('button', { name: 'Maak het plan voorlopig' }).click()
  await expect(director.getByRole('heading', { name: 'Wat vinden gezin en netwerk?' })).toBeVisible()
  await expect(director.getByText('voorlopig', { exact: true }).first()).toBeVisible()
}

/** Puts a goal on the line that is ready for it, with the score that it makes. */
export async function addGoal(list: Locator, text: string, effect?: string): Promise<void> {
  const { keyboard } = list.page()
  await list
    .getByRole('textbox', { name: /^Doel \d+/ })
    .last()
    .focus()
  await keyboard.insertText(text)
  if (effect === undefined) return
  await keyboard.press('Tab')
  await keyboard.insertText(effect)
}

/** Puts an agreement on the line that is ready under its goal, and who does it; its date is the usual one. */
export async function agree(list: Locator, { goal, text, doer }: Record<'goal' | 'text' | 'doer', string>) {
  const { keyboard } = list.page()
  const part = list.getByRole('region', { name: `Afspraken bij: ${goal}` })
  await part.getByRole('textbox', { name: 'Afspraak 1', exact: true }).focus()
  await keyboard.insertText(text)
  await keyboard.press('Tab')
  await keyboard.insertText(doer)
  await keyboard.press('Enter')
}
