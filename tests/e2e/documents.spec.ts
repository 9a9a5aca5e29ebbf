import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { smallPdf } from '@/prisma/factories/small-pdf'
import { makeFamilyAccess } from '@/prisma/factories/team'
import { PLACE, photo } from '@/tests/files/pictures'
import { chooseFile } from './support/files'
import { cookieFor, SESSION_COOKIE } from './support/ground'
import { loginAccount, makeHousehold } from './support/household'
import { expect, test } from './support/test'

const PHONE = { viewport: { width: 360, height: 740 } }
const TITLE = 'Verslag van de huisarts'

async function fillIn(page: Page, about: string): Promise<void> {
  await page.getByLabel('Wat voor document is het?').selectOption({ label: 'Overig' })
  await page.getByLabel('Titel').fill(TITLE)
  await page.getByLabel('Datum van het document').fill('2026-01-12')
  await page.getByLabel('Over wie gaat het?').selectOption({ label: about })
}

const choose = (page: Page, name: string, content: Uint8Array) =>
  chooseFile(page.getByLabel(/bestand/i, { exact: false }).last(), name, content)

async function saved(page: Page, link: RegExp): Promise<{ name: string; bytes: Buffer }> {
  const arrives = page.waitForEvent('download')
  await page.getByRole('link', { name: link }).click()
  const download = await arrives
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

test('the director adds a photo on a phone; a professional saves it without its place; the father finds nothing', async ({
  loginAs,
  db,
  complaints,
}) => {
  complaints.expect(/status of 404/)
  const { code, members, accounts } = await makeHousehold(db)
  const father = await loginAccount(db, { name: 'Doeke Kloosterhuis' })
  await makeFamilyAccess(db, members.father, father.personId, {})
  const base = `/gezinnen/${code}/documenten`

  const director = await loginAs(accounts.director, PHONE)
  await director.goto(base)
  await director.getByRole('link', { name: 'Document toevoegen' }).click()
  await fillIn(director, 'Wietske')
  await choose(director, 'groot.jpg', new Uint8Array(11 * 1024 * 1024))
  await expect(director.getByText('Dit bestand is 11,0 MB. Het mag niet groter zijn dan 10 MB.')).toBeVisible()
  await choose(director, 'brief.pdf', Buffer.from('<script>alert(1)</script>'))
  await director.getByRole('button', { name: 'Voeg toe' }).click()
  await expect(director.getByRole('main').getByRole('alert')).toContainText('Dit soort bestand kan niet')
  await expect(director.getByLabel('Titel')).toHaveValue(TITLE)
  await choose(director, 'scan\u202E van de huisarts.jpeg', await photo())
  await director.getByRole('button', { name: 'Voeg toe' }).click()
  await expect(director.getByRole('link', { name: 'Download scan van de huisarts.jpg' })).toBeVisible()

  const professional = await loginAs(accounts.professional, { app: 'second' })
  await professional.goto(base)
  const { name, bytes } = await saved(professional, /Download scan/)
  expect(name).toBe('scan van de huisarts.jpg')
  expect(bytes.includes(PLACE)).toBe(false)
  const { exif, width, height } = await sharp(bytes).metadata()
  expect({ exif, width, height }).toEqual({ exif: undefined, width: 40, height: 60 })
  await expect(professional.getByRole('link', { name: 'Wijzig' })).toHaveCount(0)

  const { id } = await db.document.findFirstOrThrow({ where: { familyId: members.mother.familyId } })
  const page = await loginAs(father)
  await page.goto(base)
  await expect(page.getByText('Geen documenten')).toBeVisible()
  expect((await page.goto(`${base}/${id}/wijzigen`))?.status()).toBe(404)
  expect((await page.request.get(`/api/gezinnen/${code}/documenten/${id}`)).status()).toBe(404)
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'

  test(`a PDF comes back byte for byte, gives way to another, and goes with its document, ${how} scripts`, async ({
    loginAs,
    db,
  }) => {
    const { code, members, accounts } = await makeHousehold(db)
    const base = `/gezinnen/${code}/documenten`
    const director = await loginAs(accounts.director, { javaScriptEnabled })
    await director.goto(`${base}/nieuw`)
    await choose(director, 'verslag.pdf', smallPdf(['Een']))
    await director.getByRole('button', { name: 'Voeg toe' }).click()
    await expect(director.getByRole('main').getByRole('alert')).toContainText('De titel is nog leeg')
    await expect(director.getByRole('main').getByRole('alert')).toContainText('Kies het bestand opnieuw')
    await fillIn(director, 'Het hele gezin')
    await choose(director, 'verslag.pdf', smallPdf(['Een']))
    await director.getByRole('button', { name: 'Voeg toe' }).click()
    expect((await saved(director, /Download verslag.pdf/)).bytes.equals(smallPdf(['Een']))).toBe(true)

    await director.getByRole('link', { name: `Wijzig ${TITLE}` }).click()
    await choose(director, 'ander.pdf', smallPdf(['Twee']))
    await director.getByRole('button', { name: 'Bewaar' }).click()
    expect((await saved(director, /Download ander.pdf/)).bytes.equals(smallPdf(['Twee']))).toBe(true)

    await director.getByRole('link', { name: `Wijzig ${TITLE}` }).click()
    await director.getByLabel('Wat staat erin, in het kort?').fill('Alles is goed.')
    await director.getByRole('button', { name: 'Bewaar' }).click()
    await expect(director.getByText('Alles is goed.')).toBeVisible()
    expect((await saved(director, /Download ander.pdf/)).bytes.equals(smallPdf(['Twee']))).toBe(true)

    await director.getByRole('link', { name: `Wijzig ${TITLE}` }).click()
    await director.getByRole('button', { name: 'Haal weg' }).click()
    await expect(director.getByRole('main').getByRole('alert')).toContainText('Vink aan dat u het zeker weet.')
    await director.getByLabel('Ja, haal dit document weg').check()
    await director.getByRole('button', { name: 'Haal weg' }).click()
    await expect(director.getByText('Geen documenten')).toBeVisible()
    expect(await db.document.count({ where: { familyId: members.mother.familyId } })).toBe(0)
  })
}

test('a file of ten megabytes passes the whole way, and its answer may do nothing in a browser', async ({
  loginAs,
  db,
}) => {
  const { code, accounts } = await makeHousehold(db)
  const base = `/gezinnen/${code}/documenten`
  const director = await loginAs(accounts.director)
  await director.goto(`${base}/nieuw`)
  await fillIn(director, 'Het hele gezin')
  const large = Buffer.concat([
    smallPdf(['Groot']).subarray(0, -6),
    Buffer.alloc(10 * 1024 * 1024 - 800, '%'),
    Buffer.from('\n%%EOF\n'),
  ])
  await choose(director, 'groot.pdf', large)
  await director.getByRole('button', { name: 'Voeg toe' }).click()
  const link = director.getByRole('link', { name: /Download groot.pdf/ })
  const cookie = `${SESSION_COOKIE}=${await cookieFor(accounts.director.token)}`
  const answer = await fetch(new URL((await link.getAttribute('href')) ?? '', director.url()), {
    headers: { Cookie: cookie },
  })
  expect(Buffer.from(await answer.arrayBuffer()).equals(large)).toBe(true)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="groot.pdf"; filename*=UTF-8''groot.pdf`)
  expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox;/)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('cache-control')).toContain('no-store')
})
