import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'

/** Small, and of the app itself: on the way to another origin Chromium leaves the process, with all that it has compiled. */
const RESTING_PLACE = '/icon.svg'
const SIZE = { width: 1280, height: 720 }
const PATIENCE_MS = 10_000

/**
 * The browsers that tests have left, for those that come after them: a first page in a new one takes a whole second of a
 * processor, one after another in the same half of that. Nothing stays but the files that never change.
 */
export class KeptBrowsers {
  private readonly resting = new Map<string, Page[]>()

  constructor(
    private readonly browser: Browser,
    /** The apps that outlive a test. */
    private readonly apps: readonly string[],
  ) {}

  /** A page of a browser with these settings in which nobody is logged in, whether another test had it or not. */
  async take({ viewport, ...options }: BrowserContextOptions): Promise<Page> {
    const rested = this.resting.get(keyOf(options))?.pop()
    const page = rested ?? (await this.open(options))
    await page.setViewportSize(viewport ?? SIZE)
    return page
  }

  /** One that no test had and none will get. */
  open(options: BrowserContextOptions): Promise<Page> {
    return newPage(this.browser, options)
  }

  /** Takes back what `take` gave for these settings: empties it, or closes it where that cannot be done. */
  async giveBack(page: Page, { viewport: _, ...options }: BrowserContextOptions): Promise<void> {
    const { baseURL = '' } = options
    const context = page.context()
    if (!this.apps.includes(baseURL) || context.pages().length !== 1 || page.isClosed()) {
      return context.close()
    }
    try {
      await empty(page, context, baseURL)
    } catch {
      return context.close()
    }
    const key = keyOf(options)
    this.resting.set(key, [...(this.resting.get(key) ?? []), page])
  }
}

async function newPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options)
  // What the policy stops within a try is silent otherwise.
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sourceFile }) =>
      console.error(`the content policy stopped ${effectiveDirective} in ${sourceFile}`),
    ),
  )
  return context.newPage()
}

async function empty(page: Page, context: BrowserContext, baseURL: string): Promise<void> {
  await Promise.all([context.setOffline(false), context.unrouteAll(), page.unrouteAll(), context.clearPermissions()])
  await page.goto(new URL(RESTING_PLACE, baseURL).href, { timeout: PATIENCE_MS })
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  await context.clearCookies()
}

function keyOf(options: BrowserContextOptions): string {
  return JSON.stringify(Object.entries(options).sort(([one], [other]) => one.localeCompare(other)))
}
