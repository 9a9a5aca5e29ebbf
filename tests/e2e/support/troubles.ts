import type { Page } from '@playwright/test'
import { type Asked, violations } from './axe'
import { go } from './going'
import { markOther, OTHER } from './widths'

/** The narrowest screen that has to do: a small phone, or a wide one at four times its size (WCAG 1.4.10). */
const NARROW = { width: 320, height: 900 }
const WIDE = { width: 1280, height: 900 }
/** What is asked of what stands on the wide screen alone, or has other colours there. */
const ASKED_OF_THE_WIDE = ['color-contrast', 'button-name', 'link-name', 'label']
const SMALLEST_TARGET = 24

/** What was asked of what wide screens show besides: the head of the site is on every page. */
const seen = new Set<string>()

/**
 * What is wrong with a page on a small phone, whether it fits there without scrolling sideways, and what is wrong with what a
 * wide screen shows besides.
 */
export async function troublesOf(page: Page, path: string, without: readonly string[] = []): Promise<string[]> {
  const wrong: string[] = []
  const look = async ({ width }: { width: number }, asked: Asked) => {
    const found = await violations(page, asked)
    wrong.push(...found.map((each) => `${path} at ${width} px: ${each}`))
  }
  await page.setViewportSize(NARROW)
  await go(page, path)
  await look(NARROW, { without })
  wrong.push(...(await tooWide(page)).map((each) => `${path} at ${NARROW.width} px: too wide ${each}`))
  wrong.push(...(await smallTargets(page)).map((each) => `${path}: small target ${each}`))
  const other = await markOther(page, WIDE)
  const only = ASKED_OF_THE_WIDE.filter((rule) => !without.includes(rule))
  const asked = [...only, other].join('\n')
  if (other && !seen.has(asked)) {
    await look(WIDE, { only, within: OTHER })
  }
  seen.add(asked)
  return wrong
}

/** What makes the page scroll sideways, once the chart has taken its size; empty where all fits. */
async function tooWide(page: Page): Promise<string[]> {
  const fits = () => document.documentElement.scrollWidth <= innerWidth
  await page.waitForFunction(fits, null, { timeout: 5_000 }).catch(() => null)
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return []
    const scrolls = (each: Element | null): boolean =>
      each !== null && (getComputedStyle(each).overflowX !== 'visible' || scrolls(each.parentElement))
    const sticksOut = (each: Element) => each.getBoundingClientRect().right > innerWidth && !scrolls(each)
    const all = [...document.querySelectorAll('body *')].filter(
      (each) => sticksOut(each) && ![...each.children].some(sticksOut),
    )
    return all.slice(0, 5).map((each) => `${each.outerHTML.slice(0, 120)} in ${each.parentElement?.className}`)
  })
}

/** Buttons and fields smaller than what a finger can hit; links inside a sentence are exempt (WCAG 2.5.8). */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((smallest) => {
    const targets = [
      ...document.querySelectorAll('button, summary, select, textarea, input:not([type=hidden]), .button'),
    ]
    return targets
      .map((target) => ({ target, box: (target.closest('label') ?? target).getBoundingClientRect() }))
      .filter(({ target, box }) => target.checkVisibility() && box.width > 1 && box.height > 1)
      .filter(({ box }) => box.width < smallest || box.height < smallest)
      .map(({ target, box }) => `${target.outerHTML.slice(0, 80)} ${Math.round(box.width)}×${Math.round(box.height)}`)
  }, SMALLEST_TARGET)
}
