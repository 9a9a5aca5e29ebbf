import { dateColumn, plainDateIn } from '@/lib/dates'
import { addDays, addMonths } from '@/lib/domain/calendar'
import { makeOrganisation, makePlatformRole, makeRegion } from '@/prisma/factories/accounts'
import { testAccount } from '@/prisma/factories/canary-people'
import type { PrismaClient } from '@/prisma/generated/client'
import { go } from './support/going'
import { onlyMailTo } from './support/mailbox'
import { expect, test } from './support/test'

const today = plainDateIn(new Date())
const NAME = 'Gezin Spoorenberg'

async function makeRegionalTable(db: PrismaClient) {
  const now = new Date()
  const region = await makeRegion(db)
  const organisation = await makeOrganisation(db)
  const account = (name: string) => testAccount(db, { name, organisationId: organisation.id }, now)
  const people = {
    coordinator: await account('Tjitske Regio'),
    director: await account('Gerben Bouma'),
    next: await account('Hinke Visser'),
    chair: await account('Douwe Algra'),
  }
  await makePlatformRole(db, people.coordinator.personId, 'regionCoordinator', region.id)
  return people
}

test('a family from its registration by the region to the first preparation', async ({ loginAs, db, complaints }) => {
  complaints.expect(/status of 404/)
  test.setTimeout(240_000)
  const people = await makeRegionalTable(db)
  const region = await loginAs(people.coordinator)
  let code = ''

  await test.step('the coordinator looks first, then registers the family', async () => {
    await go(region, '/gezinnen')
    await region.getByRole('link', { name: 'Gezin aanmelden' }).click()
    await region.getByLabel('Code of achternaam').fill('Spoorenberg')
    await region.getByRole('button', { name: 'Zoek' }).click()
    await expect(region.getByText('In uw regio is geen gezin met deze code of naam.')).toBeVisible()
    const form = region.getByRole('form', { name: 'Gezin aanmelden' })
    await form.getByLabel('Naam van het gezin').fill(NAME)
    await form.getByLabel(/^Casusregisseur: e-mailadres/).fill('niemand@voorbeeld.test')
    await form.getByRole('button', { name: 'Meld het gezin aan' }).click()
    await expect(form.getByRole('alert')).toContainText('geen account van een professional')
    await expect(form.getByLabel('Naam van het gezin')).toHaveValue(NAME)
    await form.getByLabel(/^Casusregisseur: e-mailadres/).fill(people.director.email)
    await form.getByLabel('GIPSmeester: e-mailadres').fill(people.chair.email)
    await form.getByRole('button', { name: 'Meld het gezin aan' }).click()
    const heading = region.getByRole('heading', { name: /^Dossier G-\d{4,}$/ })
    await expect(heading).toBeVisible()
    code = (await heading.textContent())?.replace('Dossier ', '') ?? ''
    await expect(region.getByText('geen certificaat als GIPSmeester')).toBeVisible()
    await expect(region.locator('html')).not.toContainText('Spoorenberg')
  })

  await test.step('the dossier itself is not there for the region', async () => {
    for (const path of ['', '/intake', '/team', '/documenten', '/plannen']) {
      expect((await region.goto(`/gezinnen/${code}${path}`))?.status()).toBe(404)
    }
  })

  await test.step('records the report, more than a day before anyone acted, and a framework', async () => {
    await go(region, `/regio/${code}`)
    const report = region.getByRole('form', { name: 'De melding' })
    await report.getByLabel('ontvangen op').fill(addDays(today, -2))
    await report.getByLabel('volledig ingevuld').check()
    await report.getByLabel('Wanneer kwam de melding?').fill(`${addDays(today, -5)}T09:00`)
    await report.getByLabel('eerste actie voor veiligheid').fill(`${addDays(today, -3)}T10:00`)
    await report.getByRole('button', { name: 'Bewaar' }).click()
    await expect(report.getByText('De triage is bewaard.')).toBeVisible()
    await expect(region.getByText('meer dan 24 uur (49 uur)')).toBeVisible()
    const framework = region.getByRole('form', { name: 'Drang of dwang' })
    await framework.getByRole('radio', { name: 'Drang' }).check()
    await framework.getByLabel('Van', { exact: true }).fill(today)
    await framework.getByLabel('Tot en met').fill(addMonths(today, 12))
    await framework.getByRole('button', { name: 'Bewaar' }).click()
    await expect(framework.getByText('Het kader is bewaard.')).toBeVisible()
  })

  await test.step('the case director gets a message that names no one, and finds the dossier', async () => {
    const mail = await onlyMailTo(people.director.email)
    expect(mail.text).toContain(code)
    expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toContain('Spoorenberg')
  })

  const director = await loginAs(people.director, { app: 'second' })
  await test.step('completes the intake, led by what is missing', async () => {
    await go(director, `/gezinnen/${code}/plannen`)
    await expect(director.getByRole('button', { name: 'Begin met GIPS 1' })).toBeHidden()
    await director.getByRole('link', { name: 'Minstens twee concrete voorvallen' }).click()
    const missing = director.getByRole('region', { name: 'Kan GIPS 1 beginnen?' })
    await expect(missing).toContainText('er ontbreken nog 7 dingen')
    const unsafety = director.getByRole('form', { name: 'Vormen van onveiligheid' })
    await unsafety.getByLabel('Getuige zijn van geweld').check()
    await unsafety.getByLabel('Tussen (ex-)partners').check()
    await unsafety.getByRole('button', { name: 'Bewaar' }).click()
    await expect(missing).toContainText('er ontbreken nog 5 dingen')
    for (const [days, what] of [
      [70, 'Er werd met een stoel gegooid.'],
      [8, 'De kinderen zaten een uur op zolder.'],
    ] as const) {
      const incident = director.getByRole('form', { name: 'Voorval toevoegen' })
      await incident.getByLabel('Wat gebeurde er?').fill(what)
      await incident.getByLabel('Wanneer?').fill(addDays(today, -days))
      await incident.getByRole('button', { name: 'Voeg toe' }).click()
      await expect(director.getByRole('list', { name: 'Voorvallen' })).toContainText(what)
    }
    const danger = director.getByRole('form', { name: 'Direct gevaar' })
    await danger.getByRole('radio', { name: 'Nee' }).check()
    await danger.getByRole('button', { name: 'Bewaar' }).click()
    const plan = director.getByRole('form', { name: 'Een plan van het gezin zelf' })
    await plan.getByRole('radio', { name: 'het gezin maakt zelf' }).check()
    await plan.getByRole('button', { name: 'Bewaar' }).click()
    await expect(plan.getByText('GIPS is voor dit gezin niet bedoeld')).toBeVisible()
    await plan.getByRole('radio', { name: 'het gezin kiest voor GIPS' }).check()
    await plan.getByRole('button', { name: 'Bewaar' }).click()
    await expect(missing).toContainText('er ontbreken nog 2 dingen')
    const explained = director.getByRole('form', { name: 'Uitleg en toestemming' })
    await explained.getByLabel('GIPS uitgelegd').fill(today)
    await explained.getByLabel('Om toestemming gevraagd').fill(today)
    await explained.getByRole('button', { name: 'Bewaar' }).click()
    await expect(missing).toContainText('Alles wat nodig is, is er.')
  })

  await test.step('and starts GIPS 1', async () => {
    await director.getByRole('link', { name: 'begin met GIPS 1' }).click()
    await director.getByRole('button', { name: 'Begin met GIPS 1' }).click()
    await expect(director.getByRole('heading', { name: 'Voorbereiding van GIPS 1' })).toBeVisible()
    expect(await db.family.findFirst({ where: { code } })).toMatchObject({
      state: 'active',
      startedOn: dateColumn(today),
    })
  })

  await test.step('the region replaces a case director who left, who is out at once', async () => {
    await region.reload()
    const form = region.getByRole('form', { name: 'Iemand benoemen of vervangen' })
    await form.getByRole('radio', { name: 'Casusregisseur' }).check()
    await form.getByLabel('E-mailadres van het account').fill(people.next.email)
    await form.getByLabel('Waarom stopt de vorige?').fill('Andere baan')
    await form.getByRole('button', { name: 'Benoem' }).click()
    await expect(form.getByText('Benoemd.')).toBeVisible()
    expect((await director.goto(`/gezinnen/${code}`))?.status()).toBe(404)
    const next = await loginAs(people.next)
    await go(next, `/gezinnen/${code}/team/regie`)
    await expect(next.getByText('Van Gerben Bouma naar Hinke Visser.')).toBeVisible()
    await go(next, `/gezinnen/${code}/inzage`)
    await expect(next.getByText('Tjitske Regio (regiocoördinator)').first()).toBeVisible()
  })
})
