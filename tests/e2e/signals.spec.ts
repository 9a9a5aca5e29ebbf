import { makeSignal } from '@/prisma/factories/signals'
import { violations } from './support/axe'
import { go } from './support/going'
import { makeHousehold, makeMeetingHousehold } from './support/household'
import { linkIn, mailsTo, onlyMailTo } from './support/mailbox'
import { expect, test } from './support/test'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const HAPPENED = 'Jildou huilde in de gang en wilde niet naar huis.'

test('a teacher reports from a phone without connection; it arrives once, the director sees it, and the teacher sees that', async ({
  loginAs,
  db,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED/)
  const { code, family, accounts } = await makeHousehold(db)
  const phone = await loginAs(accounts.teacher, PHONE)
  await go(phone, `/gezinnen/${code}`)
  await phone.getByRole('link', { name: 'Signaal melden' }).click()
  const lines = phone.getByRole('region', { name: 'Bij gevaar: bel eerst' })
  await expect(lines.getByRole('link', { name: 'Bel 112' })).toHaveAttribute('href', 'tel:112')
  await expect(lines).toContainText('0800-2000')
  await expect(lines).toContainText(accounts.deputy.name)
  await phone.getByRole('button', { name: 'Verder' }).click()
  await expect(phone.getByRole('form').getByRole('alert')).toContainText('Wat er gebeurde is nog leeg.')
  await phone.getByLabel('Wat zag of hoorde u?').fill(HAPPENED)
  await phone.getByRole('button', { name: 'Verder' }).click()
  await phone.getByLabel('Jildou').check()
  await phone.getByLabel(/^Vandaag/).check()
  expect(await violations(phone)).toEqual([])
  await phone.context().setOffline(true)
  await phone.getByRole('button', { name: 'Meld dit signaal' }).click()
  await expect(phone.getByText('Nog niet verstuurd: er is geen verbinding')).toBeVisible()
  expect(await db.safetySignal.count({ where: { familyId: family.id } })).toBe(0)
  await phone.context().setOffline(false)
  await expect(phone.getByText('Uw signaal is verstuurd')).toBeVisible()
  expect(await db.safetySignal.count({ where: { familyId: family.id } })).toBe(1)

  const mail = await onlyMailTo(accounts.director.email)
  expect(`${mail.subject} ${mail.text}`).toContain(code)
  expect(`${mail.subject} ${mail.text}`).not.toMatch(/Jildou|Kloosterhuis|huilde/)
  const director = await loginAs(accounts.director, { app: 'second' })
  await go(director, '/gezinnen')
  await director.getByRole('link', { name: 'Nog niemand heeft een nieuw signaal gezien.' }).click()
  await director.getByRole('link', { name: 'Signaal 1' }).click()
  expect(linkIn(mail)).toContain(new URL(director.url()).pathname)
  await expect(director.getByText(HAPPENED)).toBeVisible()
  await expect(director).toHaveTitle(/^Signaal /)
  expect(await violations(director)).toEqual([])
  await director.getByRole('button', { name: 'Ik heb dit gezien' }).click()
  await expect(director.getByRole('heading', { name: 'Wat er wordt gedaan' })).toBeVisible()

  await phone.getByRole('link', { name: 'Naar uw signaal' }).click()
  await expect(phone.getByText(`door ${accounts.director.name}`)).toBeVisible()
  await expect(phone.getByRole('button', { name: 'Ik heb dit gezien' })).toHaveCount(0)
  expect(await mailsTo(accounts.gipsMaster.email)).toEqual([])
})

test('without scripts a signal is reported on one page, and what was typed comes back with what is missing', async ({
  loginAs,
  db,
}) => {
  const { code, accounts } = await makeHousehold(db)
  const page = await loginAs(accounts.professional, { javaScriptEnabled: false })
  await go(page, `/gezinnen/${code}/signaal`)
  await page.getByLabel('Wat zag of hoorde u?').fill(HAPPENED)
  await page.getByRole('button', { name: 'Meld dit signaal' }).click()
  await expect(page.getByRole('form').getByRole('alert')).toContainText('Kies hoe snel iemand iets moet doen.')
  await expect(page.getByLabel('Wat zag of hoorde u?')).toHaveValue(HAPPENED)
  await page.getByLabel(/^Nu/).check()
  await page.getByRole('button', { name: 'Meld dit signaal' }).click()
  await expect(page.getByRole('heading', { name: 'Signaal 1' })).toBeVisible()
  await expect(page.getByText('nog niet gezien')).toBeVisible()
  const mother = await loginAs(accounts.mother)
  const gone = page.url().replace(/.*\/gezinnen/, '/gezinnen')
  expect((await mother.request.get(gone)).status()).toBe(404)
})

test('the director links a signal to the meeting and asks an extra assessment for it, and finds it again at both ends', async ({
  loginAs,
  db,
}) => {
  const { code, family, plan, accounts } = await makeMeetingHousehold(db)
  const meeting = await db.meeting.findFirstOrThrow({ where: { planId: plan.id } })
  const { id } = await makeSignal(db, family, {
    state: 'acknowledged',
    happened: HAPPENED,
    reporterPersonId: accounts.teacher.personId,
    acknowledgedById: accounts.director.personId,
    acknowledgedAt: new Date(),
  })
  const director = await loginAs(accounts.director)
  await go(director, `/gezinnen/${code}/signalen/${id}`)
  await director.getByRole('button', { name: 'Koppel', exact: true }).click()
  await expect(director.getByText('Kies waar dit signaal toe leidde.').first()).toBeVisible()
  const choice = director.getByLabel('Waar leidde dit signaal toe?')
  await choice.selectOption(`meeting:${meeting.id}`)
  await director.getByRole('button', { name: 'Koppel', exact: true }).click()
  const links = director.getByRole('region', { name: 'Waar dit toe leidde' })
  await expect(links.getByRole('link', { name: /^GIPS 1 van/ })).toBeVisible()

  await links.getByRole('link', { name: 'Vraag een extra inschatting' }).click()
  await expect(director.getByRole('link', { name: 'signaal 1', exact: true })).toBeVisible()
  await director.getByRole('button', { name: 'Verstuur de vraag' }).click()
  await expect(director.getByRole('alert').filter({ hasText: 'Dit klopt nog niet' })).toBeVisible()
  await director.getByLabel('Wat wilt u weten?').fill('Hoe veilig is het vannacht?')
  await director.getByLabel('Baukje Hiemstra').check()
  await director.getByRole('button', { name: 'Verstuur de vraag' }).click()
  await expect(director.getByRole('heading', { name: 'Extra inschatting', level: 1, exact: true })).toBeVisible()
  await director.getByRole('link', { name: 'Signaal 1' }).click()
  await expect(links.getByRole('link', { name: /^Extra inschatting van/ })).toBeVisible()
  expect(await violations(director)).toEqual([])

  await go(director, `/gezinnen/${code}/plannen/gips-1`)
  await expect(director.getByRole('link', { name: 'Signaal 1' })).toBeVisible()
  const mother = await loginAs(accounts.mother)
  await go(mother, `/gezinnen/${code}`)
  await expect(mother.locator('html')).not.toContainText('ignaal')
})

test('a chair who saw a signal asks an extra assessment about it and closes the dossier to an account, and nobody else of the team may', async ({
  loginAs,
  db,
}) => {
  const { code, family, accounts } = await makeMeetingHousehold(db)
  const { id } = await makeSignal(db, family, { happened: HAPPENED, reporterPersonId: accounts.teacher.personId })
  const here = `/gezinnen/${code}/signalen/${id}`
  const mother = await loginAs(accounts.mother)
  await go(mother, `/gezinnen/${code}`)
  await expect(mother.getByRole('heading', { name: 'Overzicht' })).toBeVisible()

  const chair = await loginAs(accounts.gipsMaster)
  await go(chair, here)
  await expect(chair.getByRole('heading', { name: 'Toegang stilzetten' })).toHaveCount(0)
  expect((await chair.request.get(`${here}/inschatting`)).status()).toBe(404)
  await chair.getByRole('button', { name: 'Ik heb dit gezien' }).click()
  await chair
    .getByText(/^Toegang van .* stilzetten$/)
    .first()
    .click()
  await chair.getByRole('button', { name: 'Zet stil' }).first().click()
  await expect(chair.getByText('De reden is nog leeg.').first()).toBeVisible()
  await chair.getByLabel('Waarom?').first().fill('Zij zoekt uit wie het meldde.')
  await chair.getByRole('button', { name: 'Zet stil' }).first().click()
  await expect(chair.getByText('toegang staat stil')).toBeVisible()
  await expect(chair.getByText(/^Toegang van .* stilgezet\. Zij zoekt uit wie het meldde\.$/)).toBeVisible()
  expect(await violations(chair)).toEqual([])
  expect((await mother.request.get(`/gezinnen/${code}`)).status()).toBe(404)

  await chair.getByRole('link', { name: 'Vraag een extra inschatting' }).click()
  await chair.getByLabel('Wat wilt u weten?').fill('Hoe veilig is het vannacht?')
  await chair.getByLabel('Baukje Hiemstra').check()
  await chair.getByRole('button', { name: 'Verstuur de vraag' }).click()
  await expect(chair.getByRole('heading', { name: 'Extra inschatting', level: 1, exact: true })).toBeVisible()
  await expect(chair.getByRole('link', { name: 'Signaal 1' })).toBeVisible()
  await expect(chair.getByRole('button', { name: /Sluit|Trek/ })).toHaveCount(0)

  const teacher = await loginAs(accounts.teacher)
  expect((await teacher.request.get(`${here}/inschatting`)).status()).toBe(404)
  const director = await loginAs(accounts.director)
  await go(director, here)
  await expect(director.getByText('Zij zoekt uit wie het meldde.', { exact: false })).toBeVisible()
})
