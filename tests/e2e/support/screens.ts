import { expect, type Locator, type Page } from '@playwright/test'

/** Waits until the scripts of the page have taken it over: before that, a form of rows cannot be typed in. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const control = document.querySelector('main input:not([type=hidden]), main textarea, main button, main select')
    return control !== null && Object.keys(control).some((key) => key.startsWith('__reactProps'))
  })
}

/** Waits until everything that was typed on this page has been kept, and says so. */
export async function allKept(page: Page): Promise<void> {
  await expect(page.locator('[data-save-status]:not([data-save-status="saved"])')).toHaveCount(0, { timeout: 30_000 })
}

/** Fills every empty field of several lines within; returns how many there were. */
export async function fillEmptyTexts(within: Locator, textFor: (label: string) => string): Promise<number> {
  const boxes = within.locator('textarea:not([readonly])')
  const empty = await boxes.evaluateAll((all) =>
    (all as HTMLTextAreaElement[]).flatMap((box, place) =>
      box.value === '' && box.checkVisibility() ? [{ place, id: box.id }] : [],
    ),
  )
  for (const { place, id } of empty) {
    await boxes.nth(place).fill(textFor(id))
  }
  return empty.length
}

/** The place of one question of an agenda on the screen. */
export function question(page: Page, key: string): Locator {
  return page.locator(`[id="${key}"]`)
}

/** Gives every figure within that is still empty. */
export async function giveScores(within: Locator, scoreFor: (label: string) => string): Promise<void> {
  for (const field of await within.getByRole('textbox', { name: /^Cijfer van/ }).all()) {
    await field.fill(scoreFor((await field.getAttribute('aria-label')) ?? ''))
  }
}

/** Adds concerns at the end of a list of concerns, each with what it does to the children. */
export async function addConcerns(within: Locator, concerns: readonly { text: string; harm: string }[]): Promise<void> {
  for (const [index, { text, harm }] of concerns.entries()) {
    await within.getByRole('button', { name: 'Zorg erbij' }).click()
    await within.getByRole('textbox', { name: `Zorg ${index + 1}`, exact: true }).fill(text)
    await within.getByRole('textbox', { name: `Schade voor de kinderen bij zorg ${index + 1}` }).fill(harm)
  }
}
