import { logOutByMenu } from './support/forms'
import { canaryDossier } from './support/ground'
import { expect, test } from './support/test'

/** A push service is out of reach here: what a browser would get from it. All else is real. */
function subscribeWithoutService(): void {
  const keys = { p256dh: `B${'x'.repeat(86)}`, auth: 'x'.repeat(22) }
  const endpoint = 'https://push.example/from-the-browser-test'
  PushManager.prototype.subscribe = async () => ({ toJSON: () => ({ endpoint, keys }) }) as unknown as PushSubscription
  const ask = Notification.requestPermission.bind(Notification)
  Notification.requestPermission = () => {
    document.documentElement.dataset.asked = 'yes'
    return ask()
  }
}

test('an iPhone is told to put GIPSonline on its home screen first', async ({ loginAs, db }) => {
  const { accounts } = await canaryDossier(db, 'zilvermeeuw')
  const page = await loginAs(accounts.gipsMaster, { isNew: true })
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'PushManager')
    Object.defineProperty(navigator, 'userAgent', { get: () => 'Mozilla/5.0 (iPhone) Mobile/15E148 Safari/604.1' })
  })
  await page.goto('/account')
  const card = page.getByRole('region', { name: 'Meldingen op uw telefoon of computer' })
  await expect(card.getByText('Kies “Zet op beginscherm”.')).toBeVisible()
  await expect(card.getByRole('button', { name: 'Zet meldingen aan op dit apparaat' })).toHaveCount(0)
})

test('alerts are asked for by a press of the button alone, and end on this device with logging out', async ({
  loginAs,
  db,
}) => {
  const { accounts } = await canaryDossier(db, 'grutto')
  const page = await loginAs(accounts.gipsMaster, { isNew: true })
  await page.context().grantPermissions(['notifications'])
  await page.addInitScript(subscribeWithoutService)
  await page.goto('/account')
  const card = page.getByRole('region', { name: 'Meldingen op uw telefoon of computer' })
  await expect(card.getByRole('button', { name: 'Zet meldingen aan op dit apparaat' })).toBeVisible()
  await expect(page.locator('html[data-asked]')).toHaveCount(0)
  await card.getByRole('button', { name: 'Zet meldingen aan op dit apparaat' }).click()
  await expect(card.getByText('hier', { exact: true })).toBeVisible()
  await expect(page.locator('html[data-asked]')).toHaveCount(1)
  await expect(card.getByRole('button', { name: 'Zet meldingen aan op dit apparaat' })).toHaveCount(0)
  const { personId } = accounts.gipsMaster
  expect(await db.pushDevice.findMany({ where: { personId }, select: { endpoint: true } })).toEqual([
    { endpoint: 'https://push.example/from-the-browser-test' },
  ])
  const scripts = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ active }) => active?.scriptURL))
  expect(await scripts()).toEqual([expect.stringMatching(/\/push-worker\.js$/)])
  await logOutByMenu(page)
  await expect(page).toHaveURL(/inloggen/)
  expect(await db.pushDevice.count({ where: { personId } })).toBe(0)
})
