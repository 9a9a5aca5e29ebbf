import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  type ConsoleMessage,
  expect,
  type Page,
} from '@playwright/test'
import type { OpenSession } from '@/prisma/factories/accounts'
import type { PrismaClient } from '@/prisma/generated/client'
import { addresses, cookieFor, ownerDatabase, SESSION_COOKIE } from './ground'

export type VisitOptions = BrowserContextOptions & {
  /** Which of the two app processes answers, or the address of another. */
  app?: 'first' | 'second' | (string & {})
}

/** What the browser complains about, of every page of a test: anything that was not announced fails the test. */
export class Complaints {
  private readonly all: string[] = []
  private readonly expected: RegExp[] = []

  /** Announces a complaint that belongs to this test, such as the 409 of a conflict. */
  expect(pattern: RegExp): void {
    this.expected.push(pattern)
  }

  async watch(context: BrowserContext): Promise<void> {
    // What the policy stops within a try is silent otherwise.
    await context.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sourceFile }) =>
        console.error(`the content policy stopped ${effectiveDirective} in ${sourceFile}`),
      ),
    )
    context.on('console', (message) => {
      if (message.type() === 'error') {
        this.all.push(textOf(message))
      }
    })
    context.on('weberror', (failure) => {
      const { stack, message } = failure.error()
      this.all.push(`uncaught on ${failure.page()?.url()}: ${stack || message}`)
    })
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
  db: PrismaClient
}

/**
 * Playwright's test with the database's owner, with pages for as many people as a test needs, and with an eye on the
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
  visit: async ({ browser, complaints }, use) => {
    const contexts: BrowserContext[] = []
    await use(async ({ app = 'first', ...options } = {}) => {
      const context = await browser.newContext({ baseURL: addressOf(app), ...options })
      contexts.push(context)
      await complaints.watch(context)
      return context.newPage()
    })
    for (const context of contexts) {
      await context.close()
    }
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
