import { makePlatformRole, makeRegion } from '@/prisma/factories/accounts'
import { makeFamily } from '@/prisma/factories/family'
import { loginAccount } from './support/household'
import { expect, test } from './support/test'

test('an administrator composes a series, sees its agendas, and a region chooses it for its new dossiers', async ({
  loginAs,
  db,
}) => {
  const administrator = await loginAccount(db, { name: 'Ada Slot' })
  await makePlatformRole(db, administrator.personId, 'administrator')
  const region = await makeRegion(db)
  const page = await loginAs(administrator)
  await page.goto('/beheer/agendas/nieuw')
  await page.getByLabel('Wie krijgt er nog meer een exemplaar?').check()
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await expect(page.getByText('De naam is nog leeg.').first()).toBeVisible()
  await expect(page.getByLabel('Wie krijgt er nog meer een exemplaar?')).toBeChecked()
  const name = `Reeks van ${region.name}`
  await page.getByLabel('Naam').fill(name)
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await page.getByRole('link', { name }).click()
  await page.getByRole('navigation', { name: 'Voorbeeld' }).getByRole('link', { name: 'GIPS 5' }).click()
  const preview = page.getByRole('region', { name: 'Zo is versie 1 nu' })
  await expect(preview.getByText('Hoe houden we ons met elkaar aan die afspraken?')).toBeVisible()
  await expect(preview.getByText('Wie krijgt er nog meer een exemplaar?')).toHaveCount(0)
  await page.goto(`/beheer/regios/${region.id}`)
  await page.getByLabel('Reeks').selectOption({ label: name })
  await page.getByRole('button', { name: 'Bewaar de keuze' }).click()
  await expect(page.getByText('De keuze is bewaard.')).toBeVisible()
  const { seriesId } = await db.region.findUniqueOrThrow({ where: { id: region.id } })
  const { id } = await makeFamily(db, Buffer.alloc(32), { regionId: region.id })
  expect(seriesId).not.toBeNull()
  expect(await db.family.findUniqueOrThrow({ where: { id } })).toMatchObject({ seriesId })
})
