import type { Page } from '@playwright/test'
import axe from 'axe-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export interface Asked {
  /** These rules and no others. */
  only?: readonly string[]
  /** All rules but these. */
  without?: readonly string[]
  /** A selector: nothing but what stands in these places. */
  within?: string
}

/** Who visits with this has axe on every page from its beginning: half as long as bringing it in afterwards. */
export const WITH_AXE = { script: axe.source }

/** What the page as it stands now offends against: the rule, and where. */
export async function violations(page: Page, { only, without = [], within }: Asked = {}): Promise<string[]> {
  // No page has frames, and the script stays with its page: it is brought in once.
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(axe.source)
  }
  const options = {
    runOnly: only ? { type: 'rule' as const, values: [...only] } : { type: 'tag' as const, values: TAGS },
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    // Style sheets are read anew only for one rule, which is still on trial and not asked.
    preload: false,
    // Of what is in order nothing is told: describing where it stands takes as long as looking.
    resultTypes: ['violations' as const],
  }
  const { violations: found } = await page.evaluate(([place, asked]) => window.axe.run(place ?? document, asked), [
    within,
    options,
  ] as const)
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
