import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

/** What one meeting takes of who does it: different screens, presses and choices, and fields that are typed in. */
export class Tally {
  private readonly screens = new Set<string>()
  private clicks = 0
  private fields = 0

  /** Counts on this page from now on; it has to be called before the page opens its first address. */
  async watch(page: Page): Promise<Page> {
    await page.exposeFunction('gipsTally', (what: 'click' | 'field') => {
      if (what === 'click') this.clicks += 1
      else this.fields += 1
    })
    await page.addInitScript(countInPage)
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.screens.add(new URL(frame.url()).pathname)
    })
    return page
  }

  /** Begins anew: what was counted so far belonged to another meeting. */
  reset(): void {
    this.screens.clear()
    this.clicks = 0
    this.fields = 0
  }

  /** As it stands in the table of docs/light.md. */
  get cells(): string {
    return [this.screens.size, this.clicks, this.fields].join(' | ')
  }
}

/** What docs/light.md says of a meeting as it is now: the cells of its row. */
export function published(meeting: string): string {
  const row = new RegExp(`^\\| ${meeting} nu \\| (.+) \\|$`, 'm').exec(readFileSync('docs/light.md', 'utf8'))
  return row?.[1] ?? `no row of ${meeting}`
}

/** Runs in the page: a press of the mouse, a choice from a list, and the first key in each field. */
function countInPage(): void {
  const { gipsTally } = window as unknown as { gipsTally: (what: 'click' | 'field') => void }
  const typedIn = new WeakSet<EventTarget>()
  addEventListener('pointerdown', () => gipsTally('click'), true)
  addEventListener(
    'input',
    ({ target }) => {
      if (target instanceof HTMLSelectElement) {
        gipsTally('click')
      } else if (target && !typedIn.has(target) && !(target as HTMLElement).matches('[type=checkbox], [type=radio]')) {
        typedIn.add(target)
        gipsTally('field')
      }
    },
    true,
  )
}
