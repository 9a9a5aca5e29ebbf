import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

type Counted = 'click' | 'key' | 'field'

/** What one meeting takes of who does it: different screens, presses and choices, keys that choose, and fields typed in. */
export class Tally {
  private readonly screens = new Set<string>()
  private readonly counts = { click: 0, key: 0, field: 0 }

  /** Counts on this page from now on; it has to be called before the page opens its first address. */
  async watch(page: Page): Promise<Page> {
    await page.exposeFunction('gipsTally', (what: Counted) => {
      this.counts[what] += 1
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
    Object.assign(this.counts, { click: 0, key: 0, field: 0 })
  }

  /** As it stands in the table of docs/light.md. */
  get cells(): string {
    return [this.screens.size, this.counts.click, this.counts.key, this.counts.field].join(' | ')
  }
}

/** What docs/light.md says of a meeting as it is now: the cells of its row. */
export function published(meeting: string): string {
  const row = new RegExp(`^\\| ${meeting} nu \\| (.+) \\|$`, 'm').exec(readFileSync('docs/light.md', 'utf8'))
  return row?.[1] ?? `no row of ${meeting}`
}

/**
 * Runs in the page: a press of the mouse or a choice from a list; a key that chooses, presses or adds something; and the
 * first letter in each field. Keys that only move (Tab, arrows, pages) are not counted, except where an arrow chooses.
 */
function countInPage(): void {
  const { gipsTally } = window as unknown as { gipsTally: (what: 'click' | 'key' | 'field') => void }
  const typedIn = new WeakSet<EventTarget>()
  const moves = /^(Tab|Shift|Control|Alt|Meta|Escape|Home|End|Page(Up|Down)|Arrow.*)$/
  const choices = 'select, [type=radio], [type=checkbox]'
  let chosenByKey: EventTarget | null = null
  addEventListener(
    'pointerdown',
    () => {
      chosenByKey = null
      gipsTally('click')
    },
    true,
  )
  addEventListener(
    'keydown',
    (event) => {
      const { key, ctrlKey } = event
      const field = event.target as HTMLElement
      const isChoice = field.matches(choices) && (key.startsWith('Arrow') || !moves.test(key))
      const isText = field.matches('input, textarea') && !field.matches(choices)
      if (isChoice || (!isText && !moves.test(key))) gipsTally('key')
      // In a text a key is a press only when the page took it for one, which shows after the event.
      if (isText && key === 'Enter') setTimeout(() => (event.defaultPrevented || ctrlKey) && gipsTally('key'))
      chosenByKey = isChoice ? field : null
    },
    true,
  )
  addEventListener(
    'input',
    ({ target }) => {
      if (target instanceof HTMLSelectElement) {
        if (target !== chosenByKey) gipsTally('click')
      } else if (target && !typedIn.has(target) && !(target as HTMLElement).matches('[type=checkbox], [type=radio]')) {
        typedIn.add(target)
        gipsTally('field')
      }
    },
    true,
  )
}
