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

/** Types in every empty field of several lines within, one after the other; returns how many there were. */
export async function fillEmptyTexts(within: Locator, textFor: (label: string) => string): Promise<number> {
  const boxes = within.locator('textarea:not([readonly])')
  const empty = await boxes.evaluateAll((all) =>
    (all as HTMLTextAreaElement[]).flatMap((box, place) =>
      box.value === '' && box.checkVisibility() ? [{ place, id: box.id }] : [],
    ),
  )
  const texts = empty.map(({ place, id }) => ({ place, text: textFor(id) }))
  await boxes.evaluateAll((all, given) => {
    for (const { place, text } of given) {
      ;(all[place] as HTMLTextAreaElement).focus()
      document.execCommand('insertText', false, text)
    }
  }, texts)
  return texts.length
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

/** Adds concerns to an empty list, each with what it does to the children, without leaving the keyboard. */
export async function addConcerns(within: Locator, concerns: readonly { text: string; harm: string }[]): Promise<void> {
  const { keyboard } = within.page()
  const line = (number: number) => within.getByRole('textbox', { name: `Zorg ${number}`, exact: true })
  await line(1).focus()
  for (const [index, { text, harm }] of concerns.entries()) {
    if (index > 0) await keyboard.press('Enter')
    await expect(line(index + 1)).toBeFocused()
    await keyboard.insertText(text)
    await keyboard.press('Tab')
    await keyboard.insertText(harm)
  }
}

/** Chooses in a group of radios by its key; the cursor goes on by itself, and types what is given there. */
export async function chooseByKey(group: Locator, key: string, text?: string): Promise<void> {
  const { keyboard } = group.page()
  await group.getByRole('radio').first().focus()
  await keyboard.press(key)
  if (text === undefined) return
  await expect(group.page().locator('textarea:focus')).toHaveCount(1)
  await keyboard.insertText(text)
}

/**
 * Goes down a part of the agenda as with both hands on the keyboard: n for what does not apply, j and a text for the
 * questions in `workedOut`, by their key; any other empty text gets `otherwise`; Tab goes past the rest.
 */
export async function goDown(part: Locator, workedOut: Record<string, string>, otherwise: string): Promise<void> {
  const { keyboard } = part.page()
  const textFor = (id: string) => Object.entries(workedOut).find(([key]) => id.includes(key))?.[1]
  let last: string | null = null
  await part.getByRole('radio').first().focus()
  for (let field = await part.evaluate(fieldWithFocus); field; field = await part.evaluate(fieldWithFocus)) {
    const { kind, id, isEmpty } = field
    if (kind === 'radio' && id !== last) {
      await keyboard.press(textFor(id) ? 'j' : 'n')
      await part.evaluate(twoFrames)
    } else {
      if (kind === 'textarea' && isEmpty) await keyboard.insertText(textFor(id) ?? otherwise)
      await keyboard.press('Tab')
    }
    last = id
  }
}

function fieldWithFocus(part: Element): { kind: string; id: string; isEmpty: boolean } | null {
  const focused = document.activeElement
  if (!focused || !part.contains(focused)) return null
  const isRadio = focused.matches('[type=radio]')
  const id = focused.closest(isRadio ? 'fieldset' : '[id]')?.id ?? ''
  return { kind: isRadio ? 'radio' : focused.localName, id, isEmpty: 'value' in focused && focused.value === '' }
}

/** The page moves the cursor in the frame after a choice. */
function twoFrames(): Promise<unknown> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
}
