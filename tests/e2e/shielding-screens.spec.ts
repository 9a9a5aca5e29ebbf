import { ask } from './support/asking'
import { canaryDossier } from './support/ground'
import { expect, test } from './support/test'

// How the case director shields something, where it stands; what is then sent to whom is walked in `shielding.spec.ts`.

test('the case director hides an answer where it stands, sees that it is hidden, and lifts it there', async ({
  db,
  loginAs,
}) => {
  const dossier = await canaryDossier(db, 'klifzwaluw')
  const { director, mother } = dossier.accounts
  const plan = `/gezinnen/${dossier.code}/plannen/gips-1`
  const answer = dossier.canary.all.gips1CommonAnswer ?? ''
  const [page, hers] = [await loginAs(director), await loginAs(mother)]
  await page.goto(plan)
  const row = page.getByRole('listitem').filter({ hasText: answer })
  await row.getByRole('link', { name: 'Afschermen dit antwoord' }).click()
  await page.getByLabel(`Alleen ${mother.name}`).check()
  await page.getByLabel('Waarom?').fill('Zij heeft er nu last van.')
  await page.getByRole('button', { name: 'Scherm af' }).click()
  await expect(page.getByText(/^Afgeschermd: Antwoord/)).toBeVisible()

  await hers.goto(plan)
  await expect(hers.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(hers.getByText(answer)).toBeHidden()
  await expect(hers.getByText('afgeschermd')).toBeHidden()
  await expect(hers.getByRole('link', { name: /^Afschermen/ })).toBeHidden()

  await page.goto(plan)
  await expect(row.getByText(`afgeschermd voor ${mother.name}`)).toBeVisible()
  await row.getByRole('button', { name: /^Hef op/ }).click()
  await expect(row.getByText(`afgeschermd voor ${mother.name}`)).toBeHidden()
  await hers.reload()
  await expect(hers.getByText(answer).first()).toBeVisible()
})

test('the case director closes the dossier for one account and opens it again, on the page of the team', async ({
  db,
  loginAs,
}) => {
  const dossier = await canaryDossier(db, 'purperzwaluw')
  const { director, mother, father } = dossier.accounts
  const page = await loginAs(director)
  const team = `/gezinnen/${dossier.code}/team`
  await page.goto(team)
  await page.getByRole('link', { name: `Sluit het dossier tijdelijk voor ${mother.name}` }).click()
  await expect(page.getByLabel(`Alleen ${mother.name}`)).toBeChecked()
  await page.getByLabel('Waarom?').fill('Er is nu te veel spanning.')
  await page.getByRole('button', { name: 'Scherm af' }).click()
  await expect(page.getByText(/^Afgeschermd: Het hele dossier/)).toBeVisible()
  expect((await ask(mother.token, `/gezinnen/${dossier.code}`)).status).toBe(404)
  expect((await ask(father.token, `/gezinnen/${dossier.code}`)).status).toBe(200)
  await page.goto(team)
  await page.getByRole('button', { name: `Open het dossier weer voor ${mother.name}` }).click()
  await expect(page.getByText('dossier gesloten')).toBeHidden()
  expect((await ask(mother.token, `/gezinnen/${dossier.code}`)).status).toBe(200)
})

test('after a professional is hidden, the director reads where the name still stands, and goes there', async ({
  db,
  loginAs,
}) => {
  const dossier = await canaryDossier(db, 'boszwaluw')
  const { director, professional, father } = dossier.accounts
  const { agreement } = dossier.gips1.common
  await db.person.updateMany({ where: { id: professional.personId }, data: { name: 'Hanneke Zomerdijk' } })
  await db.agreement.updateMany({ where: { id: agreement.id }, data: { text: 'Vraag het aan Hanneke.' } })
  const page = await loginAs(director)
  await page.goto(`/gezinnen/${dossier.code}/team/${professional.personId}`)
  await page.getByRole('link', { name: 'Afschermen naam en gegevens' }).click()
  await page.getByLabel(`Alleen ${father.name}`).check()
  await page.getByLabel('Waarom?').fill('Zij wordt bedreigd.')
  await page.getByRole('button', { name: 'Scherm af' }).click()
  await expect(page.getByRole('heading', { name: `${father.name} leest het nog op 1 plek` })).toBeVisible()
  await expect(page.getByText('Vraag het aan Hanneke.')).toBeVisible()
  await page
    .locator('#nog-te-lezen')
    .getByRole('link', { name: /^GIPS 1/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /^GIPS 1/ })).toBeVisible()
})
