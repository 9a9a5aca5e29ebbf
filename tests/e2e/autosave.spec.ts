import type { Page, Request } from '@playwright/test'
import { tokenHash } from '@/lib/crypto'
import { makeAnswer } from '@/prisma/factories/plan'
import { expectSaved, ITEM, keptText, openAnswer, stateOf, typeOn } from './support/answers'
import { logInByForm } from './support/forms'
import { makePreparedHousehold } from './support/household'
import { startOwnApp } from './support/own-app'
import { expect, test } from './support/test'

test('what one types is kept while one types, and the page says so', async ({ loginAs, db }) => {
  const home = await makePreparedHousehold(db)
  const page = await loginAs(home.accounts.director)
  const box = await openAnswer(page, home)
  await box.focus()
  await recordKeys(page)
  const sent = page.waitForRequest(isSave)
  await typeOn(box, 'Dat Jildou weer met een gerust hart naar school gaat, ', 40)
  await sent
  await typeOn(box, 'en dat het thuis rustig blijft.', 40)
  await expectSaved(box)
  expect(await keptText(db, home)).toBe(
    'Dat Jildou weer met een gerust hart naar school gaat, en dat het thuis rustig blijft.',
  )
  // Every key was followed by a save; how soon is measured by `npm run bench`, not on a busy machine.
  expect(await longestWait(page)).toBeLessThan(Number.POSITIVE_INFINITY)
  await page.reload()
  await expect(box).toHaveValue(/thuis rustig blijft\.$/)
})

test('without a network the text stays on the screen, and is kept as soon as the network is back', async ({
  loginAs,
  db,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED/)
  const home = await makePreparedHousehold(db)
  const page = await loginAs(home.accounts.director)
  const box = await openAnswer(page, home)
  await typeOn(box, 'Voor de storing. ')
  await page.context().setOffline(true)
  await typeOn(box, 'Tijdens de storing. ')
  await expect(await stateOf(box)).toContainText('Geen verbinding')
  await typeOn(box, 'Nog steeds. ')
  await page.context().setOffline(false)
  await typeOn(box, 'Na de storing.')
  await expectSaved(box)
  expect(await keptText(db, home)).toBe('Voor de storing. Tijdens de storing. Nog steeds. Na de storing.')
})

test('a tab that is closed right after the last key takes the text along', async ({ loginAs, db }) => {
  const home = await makePreparedHousehold(db)
  const page = await loginAs(home.accounts.director)
  const box = await openAnswer(page, home)
  await typeOn(box, 'Rust in huis. ')
  await expectSaved(box)
  await holdTimers(page)
  await typeOn(box, 'De laatste zin voor het eten.')
  await expect(await stateOf(box)).toContainText('Nog niet bewaard')
  const warned = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const warning = await warned
  expect(warning.type()).toBe('beforeunload')
  await warning.accept()
  await expect.poll(() => keptText(db, home)).toBe('Rust in huis. De laatste zin voor het eten.')
})

test('a server that is killed while someone types loses nothing', async ({ loginAs, db, complaints }) => {
  complaints.expect(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_SOCKET_NOT_CONNECTED/)
  const home = await makePreparedHousehold(db)
  const app = await startOwnApp()
  try {
    const page = await loginAs(home.accounts.director, { app: app.address })
    const box = await openAnswer(page, home)
    await typeOn(box, 'Eerst was er een server. ')
    app.kill()
    await typeOn(box, 'Toen was hij weg, ')
    await expect(await stateOf(box)).toContainText('Geen verbinding')
    await app.startAgain()
    await typeOn(box, 'en nu is hij terug.')
    await expectSaved(box)
    expect(await keptText(db, home)).toBe('Eerst was er een server. Toen was hij weg, en nu is hij terug.')
  } finally {
    await app.stop()
  }
})

test('of two people in the same answer the second sees both texts and chooses; neither is lost', async ({
  loginAs,
  db,
  complaints,
}) => {
  complaints.expect(/status of 409/)
  const home = await makePreparedHousehold(db)
  const first = await openAnswer(await loginAs(home.accounts.director), home)
  const second = await openAnswer(await loginAs(home.accounts.deputy, { app: 'second' }), home)
  await typeOn(first, 'Rust in huis.')
  await expectSaved(first)
  await typeOn(second, 'Veilig naar school.')
  const page = second.page()
  const choice = page.getByRole('region', { name: 'Hidde Postma schreef hier ook' })
  await expect(choice).toContainText('Rust in huis.')
  await expect(choice).toContainText('Veilig naar school.')
  expect(await keptText(db, home)).toBe('Rust in huis.')
  await choice.getByRole('button', { name: 'Samenvoegen' }).click()
  await expectSaved(second)
  expect(await keptText(db, home)).toContain('Rust in huis.')
  expect(await keptText(db, home)).toContain('Veilig naar school.')

  await typeOn(first, ' En regelmaat.')
  await first.page().getByRole('button', { name: 'Mijn tekst' }).click()
  await expectSaved(first)
  expect(await keptText(db, home)).toBe('Rust in huis. En regelmaat.')
  await first.page().getByText('Eerdere teksten').first().click()
  await expect(first.page().getByRole('listitem').filter({ hasText: 'Sjoukje Bakema' })).toContainText(
    'Veilig naar school.',
  )
})

test('an earlier text can be seen and brought back, and so can the one it replaced', async ({ loginAs, db }) => {
  const home = await makePreparedHousehold(db)
  const { deputy, director } = home.accounts
  const anHourAgo = new Date(Date.now() - 3_600_000)
  const earlier = { itemKey: ITEM, text: 'Dat we weer samen lachen.', authorPersonId: deputy.personId }
  await makeAnswer(db, home.plan, { ...earlier, updatedAt: anHourAgo })
  const page = await loginAs(director)
  const box = await openAnswer(page, home)
  await box.fill('Alles over, per ongeluk.')
  await expectSaved(box)
  await page.getByText('Eerdere teksten').first().click()
  await page.getByRole('button', { name: 'Zet deze tekst terug' }).click()
  await expect(box).toHaveValue('Dat we weer samen lachen.')
  await expect.poll(() => keptText(db, home)).toBe('Dat we weer samen lachen.')
  await page.getByRole('button', { name: 'Toch niet: zet terug wat er net stond' }).click()
  await expect(box).toHaveValue('Alles over, per ongeluk.')
  await expect.poll(() => keptText(db, home)).toBe('Alles over, per ongeluk.')
})

test('who is logged out while typing logs in in another tab, and finds the text kept', async ({
  loginAs,
  db,
  complaints,
}) => {
  complaints.expect(/status of 401/)
  const home = await makePreparedHousehold(db)
  const { director } = home.accounts
  const page = await loginAs(director)
  const box = await openAnswer(page, home)
  await typeOn(box, 'Voor het einde. ')
  await expectSaved(box)
  const tokenHashed = new Uint8Array(tokenHash(director.token))
  await db.session.update({ where: { tokenHash: tokenHashed }, data: { endedAt: new Date(), endReason: 'closed' } })
  await typeOn(box, 'Na het einde.')
  const dialog = page.getByRole('dialog', { name: 'U bent uitgelogd' })
  await expect(dialog).toBeVisible()
  const [other] = await Promise.all([
    page.waitForEvent('popup'),
    dialog.getByRole('link', { name: 'Opnieuw inloggen' }).click(),
  ])
  await logInByForm(other, director)
  await expect(other.getByRole('heading', { name: 'Mijn gezinnen' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Ik ben weer ingelogd' }).click()
  await expect(dialog).toBeHidden()
  await expect(box).toHaveValue('Voor het einde. Na het einde.')
  await expectSaved(box)
  expect(await keptText(db, home)).toBe('Voor het einde. Na het einde.')
})

test('the same save sent twice is one save', async ({ loginAs, db }) => {
  const home = await makePreparedHousehold(db)
  const page = await loginAs(home.accounts.director)
  const box = await openAnswer(page, home)
  const [request] = await Promise.all([page.waitForRequest(isSave), typeOn(box, 'Eén keer.', 0)])
  await expectSaved(box)
  const again = await page.evaluate(
    async ([url, body]) => {
      const options = { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body }
      const response = await fetch(url, options)
      return { status: response.status, answer: await response.json() }
    },
    [request.url(), request.postData() ?? ''] as const,
  )
  expect(again).toMatchObject({ status: 200, answer: { version: 1 } })
  expect(await keptText(db, home)).toBe('Eén keer.')
})

function isSave(request: Request): boolean {
  return request.method() === 'PUT' && request.url().includes('/antwoorden/')
}

/** Remembers in the page when keys were pressed, to compare with when saves left. */
async function recordKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const keys: number[] = []
    Object.assign(window, { keys })
    addEventListener('input', ({ timeStamp }) => keys.push(timeStamp), { capture: true })
  })
}

/** The longest that a key waited for the next save to leave the browser, in milliseconds. */
function longestWait(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { keys } = window as unknown as { keys: number[] }
    const saves = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/antwoorden/'))
    const waits = keys.map((key) => (saves.find(({ startTime }) => startTime >= key)?.startTime ?? Infinity) - key)
    return Math.max(...waits)
  })
}

/** Stops the page's timers, so that only the end of the page can send anything. */
async function holdTimers(page: Page): Promise<void> {
  await page.clock.install()
  await page.clock.pauseAt(new Date(Date.now() + 60_000))
}
