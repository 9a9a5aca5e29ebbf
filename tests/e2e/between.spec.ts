import { makeHousehold } from './support/household'
import { expect, test } from './support/test'

test('without scripts the director measures twice, answers what a fall asks, and lays an issue one step higher', async ({
  loginAs,
  db,
  complaints,
}) => {
  complaints.expect(/status of 404/)
  const { code, accounts } = await makeHousehold(db)
  const base = `/gezinnen/${code}/tussentijds`
  const page = await loginAs(accounts.director, { javaScriptEnabled: false })

  async function measure(current: string, lasting: string, explanation: string): Promise<void> {
    await page.getByLabel('Hoe weet u het?').selectOption({ label: 'Bezoek' })
    await page.getByLabel('Veiligheid nu').fill(current)
    await page.getByLabel('Blijvende veiligheid').fill(lasting)
    await page.getByLabel('Toelichting').fill(explanation)
    await page.getByRole('button', { name: 'Bewaar' }).click()
  }

  await page.goto(`/gezinnen/${code}/veiligheid`)
  await page.getByRole('link', { name: 'Tussen de overleggen' }).click()
  await page.getByRole('link', { name: 'Meting vastleggen' }).click()
  await measure('11', '5', 'Het was rustig')
  await expect(page.getByText('Het cijfer moet tussen 0 en 10 liggen.').first()).toBeVisible()
  await expect(page.getByLabel('Toelichting')).toHaveValue('Het was rustig')
  await measure('7', '5', 'Het was rustig')
  await expect(page).toHaveURL(base)
  await expect(page.getByText('Volgende contact: uiterlijk')).toBeVisible()

  await page.getByRole('link', { name: 'Meting vastleggen' }).click()
  await measure('4,5', '5', 'Er was een ruzie')
  await expect(page.getByText('Dit is een grote daling.')).toBeVisible()
  await page.getByRole('link', { name: 'Beantwoord de vier vragen' }).click()
  await page.getByLabel('Strakkere veiligheidsafspraken').check()
  await page.getByRole('region', { name: 'Het cijfer veranderde' }).getByRole('button', { name: 'Bewaar' }).click()
  await expect(page.getByText('strakkere veiligheidsafspraken', { exact: true })).toBeVisible()

  await page.goto(`${base}/kwestie`)
  await page.getByLabel('Wat houdt de hulp tegen?').fill('Er is een wachtlijst')
  await page.getByLabel('Wat voor kwestie is het?').selectOption({ label: 'Er is een wachtlijst' })
  await page.getByLabel('Van wie is de kwestie?').selectOption({ label: accounts.professional.name })
  await page.getByLabel('Wat is er al geprobeerd?').fill('Gebeld')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByLabel('Waarom?').fill('Er kwam geen plek')
  await page.getByRole('button', { name: 'Leg hoger' }).click()
  await expect(page.getByRole('region', { name: 'Stappen' })).toContainText('Er kwam geen plek')

  const mother = await loginAs(accounts.mother, { javaScriptEnabled: false })
  await mother.goto(base)
  await expect(mother.getByText('Nog geen uitvoerdersoverleg')).toBeVisible()
  await expect(mother.getByText('Er was een ruzie')).toHaveCount(0)
  await expect(mother.getByText('Er is een wachtlijst')).toHaveCount(0)
})
