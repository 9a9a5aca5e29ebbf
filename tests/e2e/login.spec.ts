import { logInByForm, logOutByMenu } from './support/forms'
import { addresses, SESSION_COOKIE } from './support/ground'
import { codeOf, loginAccount, makeHousehold, PASSWORD } from './support/household'
import { invite } from './support/invited'
import { linkIn, onlyMailTo } from './support/mailbox'
import { expect, test } from './support/test'

const NEW_PASSWORD = 'Zeven stille zwanen'

test('a password and a code open the session, and lead back to the page that was asked for', async ({ visit, db }) => {
  const { accounts, code } = await makeHousehold(db)
  const page = await visit()
  await page.goto(`/gezinnen/${code}/plannen`)
  await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible()
  await logInByForm(page, accounts.director)
  await expect(page.getByRole('heading', { name: 'Plannen', level: 1 })).toBeVisible()
  expect(new URL(page.url()).pathname).toBe(`/gezinnen/${code}/plannen`)
  const [cookie] = await page.context().cookies()
  expect(cookie).toMatchObject({ name: SESSION_COOKIE, httpOnly: true, sameSite: 'Lax', path: '/' })
})

test('after logging in nobody is sent to another site', async ({ visit, db }) => {
  const page = await visit()
  await page.goto('/inloggen?naar=https://elders.example/')
  await logInByForm(page, await loginAccount(db))
  await expect(page.getByRole('heading', { name: 'Mijn gezinnen' })).toBeVisible()
  expect(new URL(page.url()).origin).toBe(addresses().first)
})

test('a wrong code, a wrong password and an unknown address get the same answer', async ({ visit, db }) => {
  const account = await loginAccount(db)
  const page = await visit()
  await page.goto('/inloggen')
  const message = page.getByText('E-mailadres, wachtwoord of code klopt niet.')
  const attempts = [
    { account: { ...account, secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' }, password: PASSWORD },
    { account, password: 'Vijf rode fietsen' },
    { account: { ...account, email: 'niemand@voorbeeld.test' }, password: PASSWORD },
  ]
  for (const attempt of attempts) {
    await logInByForm(page, attempt.account, attempt)
    await expect(message).toBeVisible()
    await expect(page.getByLabel('E-mailadres')).toHaveValue(attempt.account.email)
    await expect(page.getByLabel('Wachtwoord', { exact: true })).toHaveValue('')
    await expect(page.getByLabel('Code')).toHaveValue('')
    await page.reload()
    await expect(message).toBeHidden()
  }
  expect(await page.context().cookies()).toEqual([])
})

test('a code opens one session and no second', async ({ visit, db }) => {
  const account = await loginAccount(db)
  const [first, second] = [await visit(), await visit()]
  const code = codeOf(account, 1)
  for (const page of [first, second]) {
    await page.goto('/inloggen')
    await page.getByLabel('E-mailadres').fill(account.email)
    await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
    await page.getByLabel('Code').fill(code)
    await page.getByRole('button', { name: 'Inloggen' }).click()
    await expect(page.getByRole('heading', { name: page === first ? 'Mijn gezinnen' : 'Inloggen' })).toBeVisible()
  }
  await expect(second.getByText('elke code werkt maar één keer')).toBeVisible()
})

test('logging in and out works without scripts', async ({ visit, db }) => {
  const { accounts, code } = await makeHousehold(db)
  const page = await visit({ javaScriptEnabled: false })
  await page.goto(`/gezinnen/${code}/plannen`)
  await logInByForm(page, accounts.director, { password: 'Vijf rode fietsen' })
  await expect(page.getByText('E-mailadres, wachtwoord of code klopt niet.')).toBeVisible()
  await expect(page.getByLabel('E-mailadres')).toHaveValue(accounts.director.email)
  await expect(page.getByLabel('Wachtwoord', { exact: true })).toHaveValue('')
  await logInByForm(page, accounts.director)
  await expect(page.getByRole('heading', { name: 'Plannen', level: 1 })).toBeVisible()
  await logOutByMenu(page)
  await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible()
  await page.goto(`/gezinnen/${code}/plannen`)
  await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible()
})

test('logging out ends the session everywhere and leaves nothing behind the back button', async ({ loginAs, db }) => {
  const { accounts, code, family } = await makeHousehold(db)
  const page = await loginAs(accounts.director)
  await page.goto(`/gezinnen/${code}/plannen`)
  await expect(page.getByText(family.name)).toBeVisible()
  const kept = await page.context().cookies()
  const [answer] = await Promise.all([
    page.waitForResponse((response) => new URL(response.url()).pathname === '/uitloggen'),
    logOutByMenu(page),
  ])
  expect((await answer.allHeaders())['clear-site-data']).toBe('"cache", "cookies", "storage"')
  await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible()
  expect(await page.context().cookies()).toEqual([])
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible()
  await expect(page.getByText(family.name)).toBeHidden()
  await page.context().addCookies(kept)
  await page.goto(`${addresses().second}/gezinnen/${code}`)
  await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible()
})

test('an invitation links the phone, sets the password and shows ten recovery codes, once', async ({ visit, db }) => {
  const { url, email } = await invite(db)
  const page = await visit()
  await page.goto(url)
  const secret = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '')
  await expect(page.getByRole('img', { name: secret })).toBeVisible()
  await page.getByLabel('Code die de app nu toont').fill(codeOf({ secret }))
  await page.getByLabel('Wachtwoord', { exact: true }).fill(NEW_PASSWORD)
  await page.getByLabel('Nog een keer').fill('Zeven stille zwaluwen')
  await page.getByRole('button', { name: 'Maak mijn account klaar' }).click()
  await expect(page.getByText('De twee wachtwoorden zijn niet gelijk.').first()).toBeVisible()
  await page.getByLabel('Code die de app nu toont').fill(codeOf({ secret }))
  await page.getByLabel('Wachtwoord', { exact: true }).fill(NEW_PASSWORD)
  await page.getByLabel('Nog een keer').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Maak mijn account klaar' }).click()
  await expect(page.getByRole('heading', { name: 'Herstelcodes' })).toBeVisible()
  const recoveryCodes = await page.getByRole('list').getByRole('listitem').allTextContents()
  expect(new Set(recoveryCodes.filter((code) => /^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/.test(code))).size).toBe(10)

  await page.goto(url)
  await expect(page.getByText('Deze link werkt niet meer')).toBeVisible()
  await page.goto('/inloggen')
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(NEW_PASSWORD)
  await page.getByLabel('Code').fill(recoveryCodes.at(-1) ?? '')
  await page.getByRole('button', { name: 'Inloggen' }).click()
  await expect(page.getByRole('heading', { name: 'Mijn gezinnen' })).toBeVisible()
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'
  test(`who forgot the password gets a link by mail that works once, ${how} scripts; the phone stays needed`, async ({
    visit,
    db,
  }) => {
    const account = await loginAccount(db)
    const page = await visit({ javaScriptEnabled })
    await page.goto('/inloggen')
    await page.getByRole('link', { name: 'Wachtwoord vergeten' }).click()
    await expect(page.getByRole('heading', { name: 'Wachtwoord vergeten' })).toBeVisible()
    await page.getByLabel('E-mailadres').fill(account.email)
    await page.getByRole('button', { name: 'Stuur mij een link' }).click()
    await expect(page.getByText('Kennen wij dit adres, dan krijgt u')).toBeVisible()
    const link = linkIn(await onlyMailTo(account.email))
    await page.goto(link)
    await page.getByLabel('Nieuw wachtwoord').fill(NEW_PASSWORD)
    await page.getByLabel('Nog een keer').fill(NEW_PASSWORD)
    await page.getByRole('button', { name: 'Bewaar mijn wachtwoord' }).click()
    await expect(page.getByText('Uw nieuwe wachtwoord is bewaard.')).toBeVisible()
    await page.goto(link)
    await expect(page.getByText('Deze link werkt niet meer')).toBeVisible()
    await page.goto('/inloggen')
    await logInByForm(page, account)
    await expect(page.getByText('E-mailadres, wachtwoord of code klopt niet.')).toBeVisible()
    await logInByForm(page, account, { password: NEW_PASSWORD })
    await expect(page.getByRole('heading', { name: 'Mijn gezinnen' })).toBeVisible()
  })
}
