import { chromium } from '@playwright/test'
import { BROWSER_FLAGS, installedBrowser } from '@/scripts/test/browser'

const CELLS = 40
const OPENED = 5
/** The figures of the evaluation; those of the round of scores are no part of it. */
const TABLE = '[id="evaluation.goals"] input[data-cell]'

interface Within {
  of: string
  count: number
}

interface Asked {
  origin: string
  path: string
  cookie: string
  /** Of how many cells the whole table is. */
  cells: number
}

export interface TypingTime {
  /** Milliseconds from opening the page until a browser holds every cell of its table. */
  toTable: number[]
  /** Milliseconds from a figure that is typed until the page has drawn it, in cells all over the whole table. */
  toDrawn: number[]
}

/** In a real browser; empty where this machine has none. */
export async function measureTyping({ origin, path, cookie, cells }: Asked): Promise<TypingTime> {
  const executablePath = installedBrowser()
  if (!executablePath) {
    return { toTable: [], toDrawn: [] }
  }
  const browser = await chromium.launch({ args: BROWSER_FLAGS, executablePath })
  try {
    const page = await browser.newPage()
    const [name = '', ...value] = cookie.split('=')
    await page.context().addCookies([{ name, value: value.join('='), url: origin }])
    const toTable: number[] = []
    for (let turn = 0; turn < OPENED; turn += 1) {
      const begun = performance.now()
      await page.goto(`${origin}${path}`)
      await page.waitForFunction(holdsAll, { of: TABLE, count: cells })
      toTable.push(performance.now() - begun)
    }
    return { toTable, toDrawn: await page.evaluate(typeInCells, { of: TABLE, count: CELLS }) }
  } finally {
    await browser.close()
  }
}

/** Runs in the page: whether so many cells stand there, and listen. */
function holdsAll({ of, count }: Within): boolean {
  const cells = [...document.querySelectorAll(of)]
  return (
    cells.length === count && cells.every((cell) => Object.keys(cell).some((key) => key.startsWith('__reactProps')))
  )
}

/** Runs in the page: replaces the figure in so many cells, spread over the table, and waits for the picture after it. */
async function typeInCells({ of, count }: Within): Promise<number[]> {
  const cells = [...document.querySelectorAll<HTMLInputElement>(of)]
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
