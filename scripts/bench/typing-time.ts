import { chromium } from '@playwright/test'
import { BROWSER_FLAGS, installedBrowser } from '@/scripts/test/browser'

const CELLS = 40

interface Asked {
  origin: string
  path: string
  cookie: string
}

/**
 * Milliseconds from a figure that is typed until the page has drawn it, in cells all over a table, in a real browser; empty
 * where this machine has none.
 */
export async function measureTyping({ origin, path, cookie }: Asked): Promise<number[]> {
  const executablePath = installedBrowser()
  if (!executablePath) {
    return []
  }
  const browser = await chromium.launch({ args: BROWSER_FLAGS, executablePath })
  try {
    const page = await browser.newPage()
    const [name = '', ...value] = cookie.split('=')
    await page.context().addCookies([{ name, value: value.join('='), url: origin }])
    await page.goto(`${origin}${path}`)
    await page.waitForFunction(() => {
      const cell = document.querySelector('[data-cell]')
      return cell !== null && Object.keys(cell).some((key) => key.startsWith('__reactProps'))
    })
    return await page.evaluate(typeInCells, CELLS)
  } finally {
    await browser.close()
  }
}

/** Runs in the page: replaces the figure in so many cells, spread over the table, and waits for the picture after it. */
async function typeInCells(count: number): Promise<number[]> {
  const cells = [...document.querySelectorAll<HTMLInputElement>('input[data-cell]')]
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  const took: number[] = []
  for (let turn = 0; turn < count; turn += 1) {
    const cell = cells[Math.floor((turn * cells.length) / count)]
    cell?.focus()
    cell?.select()
    await drawn()
    const begun = performance.now()
    document.execCommand('insertText', false, String(turn))
    await drawn()
    took.push(performance.now() - begun)
  }
  return took
}
