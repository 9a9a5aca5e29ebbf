import { makePlatformRole } from '@/prisma/factories/accounts'
import { loginAccount } from './support/household'
import { mailsTo } from './support/mailbox'
import { expect, test } from './support/test'

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'

  test(`a list is checked line by line and brought in all at once, ${how} scripts`, async ({ loginAs, db }) => {
    const administrator = await loginAccount(db)
    await makePlatformRole(db, administrator.personId, 'administrator')
    const mark = `${how}${Date.now()}`
    const page = await loginAs(administrator, { javaScriptEnabled })
    await page.goto('/beheer/invoeren')
    const list = page.getByLabel('Plak hier de lijst')

    const wrong = `naam;e-mail;organisatie\nNoor Vos;noor@${mark}.example;Zorg ${mark}\nBas Kok;geen adres;`
    await list.fill(wrong)
    await page.getByRole('button', { name: 'Controleer de lijst' }).click()
    await expect(page.getByText(`Regel 2: De organisatie Zorg ${mark} is er nog niet.`)).toBeVisible()
    await expect(page.getByText('Regel 3: Dit is geen e-mailadres.')).toBeVisible()
    await expect(list).toHaveValue(wrong)
    await expect(page.getByRole('button', { name: 'Voer alles in' })).toHaveCount(0)

    // As an older spreadsheet saves it: semicolons, and letters in the code page of Windows.
    const file = Buffer.from(`naam;sector;plaats\r\nZorg ${mark};zorg;België\r\n`, 'latin1')
    await page.locator('input[type=file]').setInputFiles({ name: 'lijst.csv', mimeType: 'text/csv', buffer: file })
    await page.getByRole('button', { name: 'Controleer de lijst' }).click()
    await expect(page.getByText('Er komt 1 organisatie bij.')).toBeVisible()
    expect(await db.organisation.count({ where: { name: `Zorg ${mark}` } })).toBe(0)
    await page.getByRole('button', { name: 'Voer alles in' }).click()
    await expect(page.getByText('Ingevoerd: 1 organisatie.')).toBeVisible()
    expect(await db.organisation.findFirst({ where: { name: `Zorg ${mark}` } })).toMatchObject({ place: 'België' })

    await list.fill(`naam;e-mail;organisatie\nNoor Vos;noor@${mark}.example;zorg ${mark}`)
    await page.getByRole('button', { name: 'Controleer de lijst' }).click()
    await expect(page.getByText('Er komt 1 account bij.')).toBeVisible()
    expect(await db.person.count({ where: { email: `noor@${mark}.example` } })).toBe(0)
    await page.getByRole('button', { name: 'Voer alles in' }).click()
    await expect(page.getByText('Uitgenodigd: 1 persoon.')).toBeVisible()
    await expect.poll(async () => (await mailsTo(`noor@${mark}.example`)).length).toBe(1)
  })
}
