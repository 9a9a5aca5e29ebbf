import type { Page } from '@playwright/test'

/** Who has loaded a page of the app. */
const inside = new WeakSet<Page>()

/**
 * Goes to a page of the app as its own links do: after the first page no script is loaded and compiled again. For who goes
 * from page to page; what a load itself does is asked by `page.goto`.
 */
export async function go(page: Page, address: string): Promise<void> {
  if (
    inside.has(page) &&
    page.url() !== new URL(address, page.url()).href &&
    (await page.evaluate(() => 'next' in window))
  ) {
    await page.waitForFunction(() => window.next?.router)
    await page.evaluate((to) => window.next?.router?.push(to), address)
    await page.waitForURL(new URL(address, page.url()).href)
    // The title comes last.
    await page.waitForFunction(() => document.title !== '')
    return
  }
  await page.goto(address)
  inside.add(page)
}

/**
 * Loads a page that follows what others do, and waits until it has caught up: whoever connects fetches once what may have
 * been missed, and that would meet what a test changes behind its back.
 */
export async function openFollowing(page: Page, address: string): Promise<void> {
  const caughtUp = page.waitForResponse((response) => response.url().includes('_rsc='))
  await page.goto(address)
  await caughtUp
  inside.add(page)
}

/**
 * Keeps back what this page fetches anew, as a slow network does, until the returned function is called: a change of
 * rights is fetched within the second, and a busy machine may take longer than that for what a test looks at first.
 */
export async function holdFetches(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route(
    (url) => url.searchParams.has('_rsc'),
    async (route) => {
      await promise
      await route.continue()
    },
  )
  return resolve
}

declare global {
  interface Window {
    /** What Next tells of itself to who looks at a page. */
    next?: { router?: { push(address: string): void; refresh(): void } }
  }
}
