import type { Page } from '@playwright/test'

/** What `markOther` marked. */
export const OTHER = '[data-other-at-this-width]'

/**
 * Gives the screen another size and marks what it shows now and did not show before, or shows in other colours. Returns all
 * of it as HTML; the mark stands at the outermost elements.
 */
export async function markOther(page: Page, size: { width: number; height: number }): Promise<string> {
  const before = await page.evaluateHandle(() => {
    const looks = new Map<Element, string>()
    for (const element of document.querySelectorAll('body *')) {
      const { color, backgroundColor, backgroundImage } = getComputedStyle(element)
      if (element.checkVisibility()) looks.set(element, `${color} ${backgroundColor} ${backgroundImage}`)
    }
    return looks
  })
  await page.setViewportSize(size)
  return before.evaluate(
    (looks, mark) => {
      const isOther = (element: Element) => {
        const { color, backgroundColor, backgroundImage } = getComputedStyle(element)
        return element.checkVisibility() && looks.get(element) !== `${color} ${backgroundColor} ${backgroundImage}`
      }
      const other = new Set<Element | null>([...document.querySelectorAll('body *')].filter(isOther))
      const outermost = [...other].filter((element) => !other.has(element?.parentElement ?? null))
      for (const element of outermost) {
        element?.setAttribute(mark, '')
      }
      return outermost.map((element) => element?.outerHTML).join('\n')
    },
    OTHER.slice(1, -1),
  )
}
