import { addresses, canaryDossier } from './support/ground'
import { KeptBrowsers } from './support/kept-browsers'
import { expect, test } from './support/test'

test('who takes over a browser of another test finds nobody logged in, and nothing that was left', async ({
  browser,
  loginAs,
  db,
}) => {
  const baseURL = addresses().first
  const { accounts } = await canaryDossier(db, 'boomkruiper')
  const cookies = await (await loginAs(accounts.mother)).context().cookies()
  const kept = new KeptBrowsers(browser, [baseURL])
  const options = { baseURL, locale: 'nl-NL' }
  const before = await kept.take({ ...options, viewport: { width: 360, height: 740 } })
  await before.context().addCookies(cookies)
  await before.context().grantPermissions(['notifications'])
  await before.route('**/gezinnen', (route) => route.abort())
  await before.goto('/mijn-afspraken')
  await before.evaluate(() => {
    localStorage.setItem('left', 'behind')
    sessionStorage.setItem('left', 'behind')
  })
  await before.context().setOffline(true)
  await kept.giveBack(before, options)

  const after = await kept.take(options)
  expect(after).toBe(before)
  expect(after.viewportSize()).toEqual({ width: 1280, height: 720 })
  await after.goto('/gezinnen')
  await expect(after.getByRole('heading', { name: 'Inloggen' })).toBeVisible()
  const left = () => [localStorage.length, sessionStorage.length, Notification.permission]
  expect(await after.evaluate(left)).toEqual([0, 0, 'denied'])
  await after.context().close()
})

test('a browser with other settings is another one, and so is one of an app that does not stay', async ({
  browser,
}) => {
  const baseURL = addresses().first
  const kept = new KeptBrowsers(browser, [baseURL])
  const [one, other] = [await kept.take({ baseURL }), await kept.take({ baseURL: 'http://127.0.0.1:9' })]
  await kept.giveBack(one, { baseURL })
  await kept.giveBack(other, { baseURL: 'http://127.0.0.1:9' })
  expect(other.isClosed()).toBe(true)
  const without = await kept.take({ baseURL, javaScriptEnabled: false })
  expect(without).not.toBe(one)
  expect(await kept.take({ baseURL })).toBe(one)
  await Promise.all([one, without].map((page) => page.context().close()))
})
