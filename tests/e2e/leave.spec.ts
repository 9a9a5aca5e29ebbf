import type { Page } from '@playwright/test'
import { tokenHash } from '@/lib/crypto'
import type { PrismaClient } from '@/prisma/generated/client'
import { makePreparedHousehold } from './support/household'
import { expect, test } from './support/test'

const NEUTRAL = 'https://www.buienradar.nl/'

/** The tests reach nobody: the neutral page is one of our own. */
async function standInForNeutralPage(page: Page): Promise<void> {
  await page
    .context()
    .route('https://www.buienradar.nl/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Weer</title><h1>Het weer</h1>' }),
    )
}

/** Listens before the page's own scripts do: they empty the screen while this key or click is told to them. */
const countFrom = (event: 'click' | 'keyup') => ({
  script: `addEventListener('${event}', () => { window.framesSince = 0 }, { capture: true })`,
})

/**
 * Counts inside the page how many frames are painted between the deciding key or click and the moment from which nothing
 * is to be seen any more: six of them take 100 ms, however busy the machine is.
 */
async function watchScreen(page: Page): Promise<() => Promise<number>> {
  let told: (frames: number) => void
  const emptied = new Promise<number>((resolve) => {
    told = resolve
  })
  await page.exposeFunction('screenIsEmpty', (frames: number) => told(frames))
  await page.evaluate(() => {
    const watched = window as unknown as { framesSince: number; screenIsEmpty: (frames: number) => void }
    const count = () => {
      watched.framesSince += 1
      requestAnimationFrame(count)
    }
    watched.framesSince = 0
    requestAnimationFrame(count)
    new MutationObserver(() => {
      if (getComputedStyle(document.documentElement).display === 'none') {
        void watched.screenIsEmpty(watched.framesSince)
      }
    }).observe(document.documentElement, { attributes: true })
  })
  return () => emptied
}

function sessionOf(db: PrismaClient, token: string) {
  return db.session.findUniqueOrThrow({ where: { tokenHash: new Uint8Array(tokenHash(token)) } })
}

/** Presses Shift once, as soon as the page listens: it then tells how many presses are left. */
async function pressUntilHeard(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Shift')
    await expect(page.getByText(/Druk nog (één|twee) keer op Shift/)).toBeAttached({ timeout: 1000 })
  }).toPass()
}

const WAYS = {
  'the button': {
    event: 'click',
    leave: (page: Page) =>
      page.getByRole('button', { name: 'Verlaat deze pagina direct' }).click({ noWaitAfter: true }),
  },
  'three times Shift': {
    event: 'keyup',
    leave: async (page: Page) => {
      await pressUntilHeard(page)
      await page.keyboard.press('Shift')
      await page.keyboard.press('Shift')
    },
  },
} as const

for (const [name, { event, leave }] of Object.entries(WAYS)) {
  test(`by ${name} the mother leaves at once: nothing to be seen, logged out, nothing behind the back button`, async ({
    loginAs,
    db,
  }) => {
    const { accounts, code, family } = await makePreparedHousehold(db)
    const page = await loginAs(accounts.mother, { isNew: true, ...countFrom(event) })
    await standInForNeutralPage(page)
    await page.goto(`/gezinnen/${code}`)
    await expect(page.getByText(family.name)).toBeVisible()
    const emptied = await watchScreen(page)
    await leave(page)
    expect(await emptied()).toBeLessThan(6)
    await expect(page).toHaveURL(NEUTRAL)
    await expect.poll(async () => (await sessionOf(db, accounts.mother.token)).endReason).toBe('left')
    await page.goBack().catch(() => null)
    await expect(page.getByText(family.name)).toBeHidden()
    expect(page.url()).not.toContain(code)
    await page.goto(`/gezinnen/${code}`)
    await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible()
  })
}

test('a capital letter, or Shift with a key between, leaves nothing', async ({ loginAs, db }) => {
  const { accounts, code, family } = await makePreparedHousehold(db)
  const page = await loginAs(accounts.mother, { isNew: true })
  await standInForNeutralPage(page)
  await page.goto(`/gezinnen/${code}`)
  await pressUntilHeard(page)
  await page.keyboard.press('b')
  await page.getByRole('button', { name: 'Verlaat deze pagina direct' }).focus()
  for (const key of [
    'Shift',
    'Shift',
    'a',
    'Shift',
    'Shift+A',
    'Shift',
    'Shift',
    'Tab',
    'Shift+Tab',
    'Shift',
    'Shift',
  ]) {
    await page.keyboard.press(key)
  }
  await expect(page.getByText('Druk nog één keer op Shift')).toBeAttached()
  await expect(page.getByText(family.name)).toBeVisible()
  expect((await sessionOf(db, accounts.mother.token)).endedAt).toBeNull()
})

test('leaving works without scripts', async ({ loginAs, db }) => {
  const { accounts, code } = await makePreparedHousehold(db)
  const page = await loginAs(accounts.mother, { javaScriptEnabled: false })
  await page.goto(`/gezinnen/${code}`)
  // The way there is a redirect, for which nothing can stand in: it is enough that the browser goes.
  const goes = page.waitForRequest(NEUTRAL)
  await page.getByRole('button', { name: 'Verlaat deze pagina direct' }).click()
  await goes
  expect((await sessionOf(db, accounts.mother.token)).endReason).toBe('left')
})

test('two minutes before the idle end a warning comes; who stays, stays, and what was typed is there', async ({
  loginAs,
  db,
}) => {
  const { accounts, code } = await makePreparedHousehold(db)
  const page = await loginAs(accounts.director, { isNew: true })
  await page.clock.install()
  await page.goto(`/gezinnen/${code}/plannen/gips-1/voorbereiding`)
  const box = page.getByRole('textbox').first()
  await box.fill('Dit staat er straks nog.')
  await expect(page.getByText(/^Bewaard om/).first()).toBeVisible()
  await box.focus()
  await page.clock.fastForward('28:01')
  const warning = page.getByRole('dialog', { name: 'Bent u er nog?' })
  await expect(warning).toBeVisible()
  await warning.getByRole('button', { name: 'Ik ben er nog' }).click()
  await expect(warning).toBeHidden()
  await expect(box).toHaveValue('Dit staat er straks nog.')
  await expect(box).toBeFocused()
  await page.clock.fastForward('30:01')
  await expect(page.getByRole('dialog', { name: 'U bent uitgelogd' })).toBeVisible()
  await expect(box).toHaveValue('Dit staat er straks nog.')
})
