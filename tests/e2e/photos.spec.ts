import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { makeShield } from '@/prisma/factories/team'
import { blackPng, PLACE, photo } from '@/tests/files/pictures'
import { chooseFile } from './support/files'
import { makeHousehold } from './support/household'
import { expect, test } from './support/test'

const PHONE = { viewport: { width: 360, height: 740 } }

const choose = (page: Page, name: string, content: Uint8Array, field = 'Foto') =>
  chooseFile(page.getByLabel(field, { exact: true }), name, content)
const keep = (page: Page) => page.getByRole('button', { name: 'Bewaar de foto' }).click()
const isDrawn = (page: Page, name: string) =>
  expect
    .poll(() => page.getByRole('img', { name }).evaluate((each) => (each as HTMLImageElement).naturalWidth))
    .toBe(256)

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'

  test(`the director gives a child a photo on a phone, another one, and none, ${how} scripts`, async ({
    loginAs,
    db,
  }) => {
    const { code, members, accounts } = await makeHousehold(db)
    const here = `/gezinnen/${code}/gezinsleden/${members.child.id}`
    const director = await loginAs(accounts.director, { ...PHONE, javaScriptEnabled })
    await director.goto(here)
    await director.getByRole('link', { name: 'Foto toevoegen' }).click()
    await keep(director)
    await expect(director.getByRole('main').getByRole('alert')).toContainText('Kies eerst een foto.')
    for (const [name, content, sentence] of [
      [
        'foto.jpg',
        Buffer.from('<!doctype html><script>alert(1)</script>'),
        'Dit is geen foto die we kunnen gebruiken.',
      ],
      ['bom.png', blackPng(50_000, 50_000), 'Deze foto is beschadigd of heeft te veel beeldpunten.'],
    ] as const) {
      await choose(director, name, content)
      await keep(director)
      await expect(director.getByLabel('Foto', { exact: true })).toHaveAccessibleDescription(new RegExp(sentence))
    }
    await choose(director, 'IMG_0001.jpeg', await photo())
    await keep(director)
    await expect(director).toHaveURL(new RegExp(`${here}$`))
    await isDrawn(director, 'Foto van Jildou Kloosterhuis')

    const path = (await director.getByRole('img', { name: 'Foto van Jildou' }).getAttribute('src')) ?? ''
    const bytes = await (await director.request.get(path)).body()
    expect([bytes.includes(PLACE), (await sharp(bytes).metadata()).exif]).toEqual([false, undefined])

    await director.getByRole('link', { name: 'Foto wijzigen' }).click()
    await choose(director, 'ander.png', blackPng(300, 200), 'Andere foto')
    await keep(director)
    await isDrawn(director, 'Foto van Jildou Kloosterhuis')
    expect(await db.memberPhoto.count({ where: { memberId: members.child.id } })).toBe(1)
    await director.goto(`/gezinnen/${code}/gezinsleden`)
    await director.getByRole('img', { name: 'Foto van Jildou Kloosterhuis' }).scrollIntoViewIfNeeded()
    await isDrawn(director, 'Foto van Jildou Kloosterhuis')

    await director.goto(`${here}/wijzigen/foto`)
    await director.getByRole('button', { name: 'Haal de foto weg' }).click()
    await expect(director.getByRole('button', { name: 'Haal de foto weg' })).toHaveCount(0)
    await expect.poll(() => db.memberPhoto.count({ where: { memberId: members.child.id } })).toBe(0)
  })
}

test('a photo of twenty megabytes is put back at once', async ({ loginAs, db }) => {
  const { code, members, accounts } = await makeHousehold(db)
  const director = await loginAs(accounts.director, PHONE)
  await director.goto(`/gezinnen/${code}/gezinsleden/${members.child.id}/wijzigen/foto`)
  await choose(director, 'groot.jpg', new Uint8Array(20 * 1024 * 1024))
  await expect(director.getByText('Dit bestand is 20,0 MB. Het mag niet groter zijn dan 10 MB.')).toBeVisible()
})

test('a professional shows who they are to the family, until the name is hidden from it', async ({ loginAs, db }) => {
  const { code, family, accounts } = await makeHousehold(db)
  const professional = await loginAs(accounts.professional, PHONE)
  await professional.goto('/account')
  await professional.getByRole('link', { name: 'Foto toevoegen' }).click()
  await choose(professional, 'IMG_0001.jpg', await photo())
  await keep(professional)
  await expect(professional.getByRole('link', { name: 'Foto wijzigen' })).toBeVisible()
  await isDrawn(professional, `Foto van ${accounts.professional.name}`)

  const mother = await loginAs(accounts.mother, { app: 'second' })
  await mother.goto(`/gezinnen/${code}/team/${accounts.professional.personId}`)
  await isDrawn(mother, `Foto van ${accounts.professional.name}`)
  const { id } = await db.teamMembership.findFirstOrThrow({
    where: { familyId: family.id, personId: accounts.professional.personId },
  })
  await makeShield(db, family, { subject: 'teamMember', subjectId: id, personId: accounts.mother.personId })
  await mother.reload()
  await expect(mother.getByRole('heading', { name: 'Een professional' })).toBeVisible()
  await expect(mother.getByRole('img', { name: /Foto van/ })).toHaveCount(0)
  await mother.goto(`/gezinnen/${code}/team`)
  await expect(mother.getByRole('img', { name: /Foto van/ })).toHaveCount(0)
})

test('who is of the family has no photo on the own account', async ({ loginAs, db, complaints }) => {
  complaints.expect(/status of 404/)
  const { accounts } = await makeHousehold(db)
  const mother = await loginAs(accounts.mother, PHONE)
  await mother.goto('/account')
  await expect(mother.getByRole('link', { name: /Foto/ })).toHaveCount(0)
  expect((await mother.goto('/account/foto'))?.status()).toBe(404)
})
