import { makePlatformRole } from '@/prisma/factories/accounts'
import { makeMember } from '@/prisma/factories/family'
import type { PrismaClient } from '@/prisma/generated/client'
import { logInByForm } from './support/forms'
import { codeOf, loginAccount, makeHousehold, PASSWORD } from './support/household'
import { linkIn, mailsTo, onlyMailTo } from './support/mailbox'
import { expect, test } from './support/test'

const NEW_PASSWORD = 'Acht luide ganzen'

/** An administrator since yesterday: one who may confirm what another asks. */
async function administrator(db: PrismaClient, name: string) {
  const account = await loginAccount(db, { name })
  const role = await makePlatformRole(db, account.personId, 'administrator')
  await db.platformRole.update({ where: { id: role.id }, data: { since: new Date(Date.now() - 86_400_000) } })
  return account
}

test('a lost phone: one administrator asks, another confirms, and the person links another app', async ({
  loginAs,
  visit,
  db,
}) => {
  const [first, second] = [await administrator(db, 'Ada Slot'), await administrator(db, 'Bo Grendel')]
  const person = await loginAccount(db, { name: 'Carlijn Kwijt' })
  const asking = await loginAs(first)
  await asking.goto('/beheer/accounts')
  await asking.getByLabel('Naam, e-mail of organisatie').fill('Carlijn Kwijt')
  await asking.getByRole('button', { name: 'Zoek' }).click()
  await asking.getByRole('link', { name: 'Carlijn Kwijt' }).click()
  await asking.getByRole('button', { name: 'Vraag om de app los te koppelen' }).click()
  await expect(asking.getByText('Hoe u de persoon herkende is nog leeg.').first()).toBeVisible()
  await asking.getByLabel('Hoe weet u dat het deze persoon is?').fill('Gebeld op het nummer van de organisatie.')
  await asking.getByRole('button', { name: 'Vraag om de app los te koppelen' }).click()
  await expect(asking.getByText('Een andere beheerder moet dit binnen drie dagen bevestigen.')).toBeVisible()
  await expect(asking.getByRole('button', { name: /Bevestig/ })).toHaveCount(0)
  const warning = await onlyMailTo(person.email)
  expect(warning.text).not.toContain('Carlijn')

  const confirming = await loginAs(second, { javaScriptEnabled: false })
  await confirming.goto('/beheer')
  await confirming.getByRole('link', { name: 'Carlijn Kwijt: app loskoppelen' }).click()
  await expect(confirming.getByText('Gebeld op het nummer van de organisatie.')).toBeVisible()
  await confirming.getByRole('button', { name: 'Bevestig: koppel de app los' }).click()
  await expect(confirming.getByText('moet de app opnieuw koppelen')).toBeVisible()

  await expect.poll(async () => (await mailsTo(person.email)).length).toBe(2)
  const [mail] = await mailsTo(person.email)
  const page = await visit()
  await page.goto(linkIn(mail ?? warning))
  const secret = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('Uw wachtwoord').fill('Niet het goede')
  await page.getByLabel('Code die de app nu toont').fill(codeOf({ secret }))
  await page.getByRole('button', { name: 'Koppel deze app' }).click()
  await expect(page.getByText('Dit wachtwoord klopt niet.').first()).toBeVisible()
  await page.getByLabel('Uw wachtwoord').fill(PASSWORD)
  await page.getByLabel('Code die de app nu toont').fill(codeOf({ secret }))
  await page.getByRole('button', { name: 'Koppel deze app' }).click()
  await expect(page.getByRole('heading', { name: 'Herstelcodes' })).toBeVisible()
  const codes = await page.getByRole('list').getByRole('listitem').allTextContents()
  await page.goto('/inloggen')
  await page.getByLabel('E-mailadres').fill(person.email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Code').fill(codes.at(-1) ?? '')
  await page.getByRole('button', { name: 'Inloggen' }).click()
  await expect(page.getByRole('heading', { name: 'Mijn gezinnen' })).toBeVisible()
})

test('closing an account takes an open page from who is in it', async ({ loginAs, db }) => {
  const admin = await administrator(db, 'Ada Slot')
  const person = await loginAccount(db, { name: 'Dirk Dicht' })
  const theirs = await loginAs(person)
  await theirs.goto('/gezinnen')
  await expect(theirs.getByRole('heading', { name: 'Mijn gezinnen' })).toBeVisible()
  const page = await loginAs(admin)
  await page.goto(`/beheer/accounts/${person.personId}`)
  await page.getByRole('button', { name: 'Sluit dit account' }).click()
  await expect(page.getByText('Dit account is gesloten.')).toBeVisible()
  await theirs.goto('/gezinnen')
  await expect(theirs.getByRole('heading', { name: 'Inloggen' })).toBeVisible()
  await page.getByRole('button', { name: 'Open dit account weer' }).click()
  await expect(page.getByText('actief', { exact: true })).toBeVisible()
})

test('one’s own password, recovery codes, sessions and profile are changed without scripts too', async ({
  loginAs,
  visit,
  db,
}) => {
  const person = await loginAccount(db, { name: 'Eva Eigen', guidelineAcceptedAt: null })
  const elsewhere = await visit()
  await elsewhere.goto('/inloggen')
  await logInByForm(elsewhere, person)
  await expect(elsewhere.getByRole('heading', { name: 'Mijn gezinnen' })).toBeVisible()

  const page = await loginAs(person, { javaScriptEnabled: false })
  await page.goto('/gezinnen')
  await page.locator('summary').filter({ hasText: 'menu van uw account' }).click()
  await page.getByRole('link', { name: 'Mijn account' }).click()
  const own = page.getByRole('form', { name: 'Uw gegevens' })
  await own.getByLabel('Telefoon').fill('06 11112222')
  await own.getByRole('button', { name: 'Bewaar' }).click()
  await expect(page.getByText('Uw gegevens zijn bewaard.')).toBeVisible()
  const mail = page.getByRole('form', { name: 'E-mail die u krijgt' })
  await mail.getByLabel('Hoe vaak?').selectOption('3')
  await mail.getByLabel('In welke taal?').selectOption('English')
  await mail.getByRole('button', { name: 'Bewaar' }).click()
  await expect(page.getByText('Uw keuze is bewaard.')).toBeVisible()
  await expect(mail.getByLabel('Hoe vaak?')).toHaveValue('3')
  await expect(mail.getByLabel('In welke taal?')).toHaveValue('en')
  await mail.getByLabel('In welke taal?').selectOption('Nederlands')
  await mail.getByRole('button', { name: 'Bewaar' }).click()
  await expect(mail.getByLabel('In welke taal?')).toHaveValue('nl')
  await page.getByRole('button', { name: 'Ga akkoord' }).click()
  await expect(page.getByText('Vink aan dat u de richtlijn hebt gelezen.').first()).toBeVisible()
  await page.getByLabel('Ik heb dit gelezen').check()
  await page.getByRole('button', { name: 'Ga akkoord' }).click()
  await expect(page.getByText(/U ging hiermee akkoord op/)).toBeVisible()

  await page.getByRole('link', { name: 'Wijzig het wachtwoord' }).click()
  await page.getByLabel('Uw wachtwoord van nu').fill(PASSWORD)
  await page.getByLabel('Code').fill(codeOf(person, 1))
  await page.getByLabel('Nieuw wachtwoord', { exact: true }).fill(NEW_PASSWORD)
  await page.getByLabel('Nog een keer').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Wijzig mijn wachtwoord' }).click()
  await expect(page.getByText('Uw wachtwoord is gewijzigd.')).toBeVisible()
  await elsewhere.goto('/gezinnen')
  await expect(elsewhere.getByRole('heading', { name: 'Inloggen' })).toBeVisible()
  expect((await onlyMailTo(person.email)).text).toContain('waarmee u inlogt')

  await page.goto('/account/herstelcodes')
  await page.getByLabel('Uw wachtwoord van nu').fill(PASSWORD)
  await page.getByRole('textbox', { name: 'Code' }).fill('ABCD-EFGH-JKLM-NPQR')
  await page.getByRole('button', { name: 'Maak nieuwe herstelcodes' }).click()
  await expect(page.getByText('Wachtwoord of code klopt niet.')).toBeVisible()
  await expect(page.getByLabel('Uw wachtwoord van nu')).toHaveValue('')
})

test('the case director invites a professional who has no account, and a family member at the safe address', async ({
  loginAs,
  db,
}) => {
  const { accounts, code, members, family } = await makeHousehold(db)
  const page = await loginAs(accounts.director)
  await page.goto(`/gezinnen/${code}/team/nieuw`)
  await page.getByLabel('E-mailadres').fill('femke@praktijk.example')
  await page.getByRole('button', { name: 'Voeg toe' }).click()
  await expect(page.getByText('Er is nog geen account met dit adres.').first()).toBeVisible()
  await page.getByLabel('Naam').fill('Femke Nieuw')
  await page.getByLabel('Organisatie').fill('Huisartsen Zuid')
  await page.getByRole('button', { name: 'Voeg toe' }).click()
  await expect(page.getByText('Deze organisatie kennen we nog niet.').first()).toBeVisible()
  await page.getByLabel('Sector van deze nieuwe organisatie').selectOption({ label: 'Zorg' })
  await page.getByRole('button', { name: 'Voeg toe' }).click()
  await expect(page.getByRole('heading', { name: 'Femke Nieuw' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Uitnodiging' })).toBeVisible()
  expect((await onlyMailTo('femke@praktijk.example')).text).not.toContain(code)

  await page.goto(`/gezinnen/${code}/gezinsleden/${members.child.id}/toegang`)
  const address = (await page.locator('main strong').textContent()) ?? ''
  await page.getByRole('button', { name: 'Geef Jildou toegang' }).click()
  await expect(page.getByText('Kies of de ouders het goed vinden.').first()).toBeVisible()
  await page.getByLabel('Nee, maar ik beslis dat het toch kan').check()
  await page.getByLabel('Waarom kan het toch?').fill('Vader reageert niet op onze vragen.')
  await page.getByRole('button', { name: 'Geef Jildou toegang' }).click()
  await expect(page.getByRole('heading', { name: 'Heeft toegang' })).toBeVisible()
  const mail = await onlyMailTo(address)
  for (const word of ['Jildou', 'Kloosterhuis', code]) {
    expect(mail.text + mail.html).not.toContain(word)
  }
  await page.getByLabel('Waarom stopt de toegang?').fill('Toch te vroeg.')
  await page.getByRole('button', { name: 'Beëindig nu' }).click()
  await expect(page.getByRole('heading', { name: 'Toegang geven' })).toBeVisible()

  const stepmother = await makeMember(db, family, { firstNames: 'Hiske', surname: 'Kloosterhuis', kind: 'stepParent' })
  await page.goto(`/gezinnen/${code}/gezinsleden/${stepmother.id}/toegang`)
  await expect(page.getByRole('link', { name: /Vraag Hiske of e-mail veilig is/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /toegang/ })).toHaveCount(0)
})
