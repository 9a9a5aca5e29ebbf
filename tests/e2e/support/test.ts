import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  type ConsoleMessage,
  expect,
  type Page,
  type WebError,
} from '@playwright/test'
import type { OpenSession } from '@/prisma/factories/accounts'
import type { PrismaClient } from '@/prisma/generated/client'
import { addresses, cookieFor, ownerDatabase, SESSION_COOKIE } from './ground'
import { KeptBrowsers } from './kept-browsers'

export type VisitOptions = BrowserContextOptions & {
  /** Which of the two app processes answers, or the address of another. */
  app?: 'first' | 'second' | (string & {})
  /** For what leaves traces in a browser: no test had this one before, and none gets it. */
  isNew?: boolean
  /** Runs in every page before the page's own scripts. */
  script?: string
}

/** What the browser complains about, of every page of a test: anything that was not announced fails the test. */
export class Complaints {
  private readonly all: string[] = []
  private readonly expected: RegExp[] = []

  /** Announces a complaint that belongs to this test, such as the 409 of a conflict. */
  expect(pattern: RegExp): void {
    this.expected.push(pattern)
  }

  /** Listens to all pages of this browser until what is returned is called. */
  watch(context: BrowserContext): () => void {
    const onConsole = (message: ConsoleMessage) => {
      if (message.type() === 'error') {
        this.all.push(textOf(message))
      }
    }
    const onError = (failure: WebError) => {
      const { stack, message } = failure.error()
      this.all.push(`uncaught on ${failure.page()?.url()}: ${stack || message}`)
    }
    context.on('console', onConsole).on('weberror', onError)
    return () => context.off('console', onConsole).off('weberror', onError)
  }

  get unexpected(): string[] {
    return this.all.filter((text) => !this.expected.some((pattern) => pattern.test(text)))
  }
}

interface TestFixtures {
  complaints: Complaints
  /** A page of a browser of its own, not logged in. */
  visit: (options?: VisitOptions) => Promise<Page>
  /** The same with the session of this account, as if it had just logged in. */
  loginAs: (account: OpenSession, options?: VisitOptions) => Promise<Page>
}

interface WorkerFixtures {
  keptBrowsers: KeptBrowsers
  db: PrismaClient
}

/**
 * Playwright's test with the database's owner, with browsers for as many people as a test needs, and with an eye on the
 * console: an error, an uncaught exception or a refusal by the content security policy fails the test.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  // A browser that crashes while it starts says nothing about the app; one that crashes later fails its test.
  browser: [
    async ({ playwright, browserName }, use) => {
      const launch = () => playwright[browserName].launch()
      const browser = await launch().catch(launch)
      await use(browser)
      await browser.close()
    },
    { scope: 'worker', timeout: 0 },
  ],
  keptBrowsers: [
    async ({ browser }, use) => {
      const { first, second } = addresses()
      await use(new KeptBrowsers(browser, [first, second]))
    },
    { scope: 'worker' },
  ],
  db: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the first parameter what a fixture needs
    async ({}, use) => {
      const db = ownerDatabase()
      await use(db)
      await db.$disconnect()
    },
    { scope: 'worker' },
  ],
  complaints: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const complaints = new Complaints()
      await use(complaints)
      expect(complaints.unexpected).toEqual([])
    },
    { auto: true },
  ],
  visit: async ({ keptBrowsers, complaints }, use) => {
    const endings: (() => Promise<void>)[] = []
    await use(async ({ app = 'first', isNew = false, script, ...asked } = {}) => {
      const options = { baseURL: addressOf(app), ...asked }
      const page = await (isNew ? keptBrowsers.open(options) : keptBrowsers.take(options))
      const stopWatching = complaints.watch(page.context())
      const added = script ? await page.addInitScript(script) : null
      endings.push(async () => {
        stopWatching()
        await added?.dispose()
        await (isNew ? page.context().close() : keptBrowsers.giveBack(page, options))
      })
      return page
    })
    await Promise.all(endings.map((end) => end()))
  },
  loginAs: async ({ visit }, use) => {
    await use(async ({ token }, options = {}) => {
      const page = await visit(options)
      const url = addressOf(options.app ?? 'first')
      await page.context().addCookies([{ name: SESSION_COOKIE, value: await cookieFor(token), url, httpOnly: true }])
      return page
    })
  },
})

export { expect }

function addressOf(app: string): string {
  const { first, second } = addresses()
  return { first, second }[app] ?? app
}

function textOf(message: ConsoleMessage): string {
  const { url } = message.location()
  return url ? `${message.text()} (${new URL(url, 'http://x').pathname})` : message.text()
}
