import { execFileSync } from 'node:child_process'
import { openSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { freePort } from '@/scripts/database/free-port'
import { type CaughtMail, startMailCatcher } from '@/scripts/mail/catcher'
import { startProcess } from '@/scripts/processes/parent'
import { createTestDatabase } from '@/tests/support/database'
import { codeOf } from './support/household'
import { linkIn } from './support/mailbox'
import { appSettings, LOGS, workerSettings } from './support/start-stack'
import { expect, test } from './support/test'

const PASSWORD = 'Zeven stille zwanen'

interface Wanted {
  region: string
  organisation: string
  name: string
  email: string
}

const BAS: Wanted = {
  region: 'Rivierenland',
  organisation: 'Jeugdhulp De Brug',
  name: 'Bas Kok',
  email: 'bas@brug.example',
}
const MAUD: Wanted = {
  region: 'Zeeland',
  organisation: 'Jeugdhulp De Haven',
  name: 'Maud Dekker',
  email: 'maud@haven.example',
}

interface Installation {
  address: string
  ownerUrl: string
  /** What reached an address, the newest first. */
  mailsTo: (email: string) => Promise<CaughtMail[]>
  stop: () => Promise<void>
}

/** An app, a worker and a mail server of their own, on a database in which there is nobody and nothing. */
async function install(): Promise<Installation> {
  const { APP_DATABASE_URL, WORKER_DATABASE_URL } = process.env
  const database = await createTestDatabase()
  // Other tests of this process go on with the database that they share.
  Object.assign(process.env, { APP_DATABASE_URL, WORKER_DATABASE_URL })
  const mail = await startMailCatcher({ host: '127.0.0.1', smtpPort: 0, webPort: 0 })
  const address = `http://localhost:${await freePort()}`
  const output = openSync(`${LOGS}/new-installation.log`, 'a')
  const noDemo = { DEMO: '0' }
  const settings = { ...appSettings(address, database.appUrl), ...noDemo }
  const app = await startProcess({ name: 'server', settings, output })
  const worker = await startProcess({
    name: 'worker',
    settings: { ...workerSettings(address, database.workerUrl, mail.smtpUrl), ...noDemo },
    output,
  })
  return {
    address,
    ownerUrl: database.ownerUrl,
    mailsTo: async (email) => {
      const response = await fetch(`${mail.webUrl}/api/mails?to=${encodeURIComponent(email)}`)
      return (await response.json()) as CaughtMail[]
    },
    stop: async () => {
      for (const running of [worker, app, mail]) {
        await running.stop()
      }
    },
  }
}

/** The link that the command for the first administrator prints, as whoever installs would run it. */
function firstAdministrator({ address, ownerUrl }: Installation, email: string, name: string): string {
  const { PATH, HOME, APP_SECRET, MASTER_KEY } = process.env
  const env = {
    PATH,
    HOME,
    APP_SECRET,
    MASTER_KEY,
    APP_URL: address,
    DATABASE_URL: ownerUrl,
    NODE_ENV: 'production' as const,
  }
  const printed = execFileSync(process.execPath, ['.build/admin-create.js', email, ...name.split(' ')], {
    env,
    encoding: 'utf8',
  })
  return linkIn({ text: printed })
}

/** Opens an invitation, links an app, chooses a password, and logs in with the next code of that app. */
async function setUpAndLogIn(page: Page, link: string, email: string): Promise<void> {
  await page.goto(link)
  const secret = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('Code die de app nu toont').fill(codeOf({ secret }))
  await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Nog een keer').fill(PASSWORD)
  await page.getByRole('button', { name: 'Maak mijn account klaar' }).click()
  await expect(page.getByRole('heading', { name: 'Herstelcodes' })).toBeVisible()
  const [recovery = ''] = await page.getByRole('list').getByRole('listitem').allTextContents()
  await page.getByRole('link', { name: 'Ik heb ze bewaard' }).click()
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Code').fill(recovery)
  await page.getByRole('button', { name: 'Inloggen' }).click()
  await expect(page.getByRole('heading', { name: 'Mijn gezinnen' })).toBeVisible()
}

async function arrived({ mailsTo }: Installation, email: string, subject: string): Promise<CaughtMail> {
  const found = async () => (await mailsTo(email)).filter((mail) => mail.subject.includes(subject))
  await expect.poll(async () => (await found()).length, { timeout: 30_000 }).toBe(1)
  const [mail] = await found()
  if (!mail) {
    throw new Error(`The mail to ${email} disappeared.`)
  }
  return mail
}

/** What a first administrator sets up, by forms that work with and without scripts: a region, an organisation, a colleague. */
async function setUp(
  page: Page,
  installation: Installation,
  { region, organisation, name, email }: Wanted,
): Promise<CaughtMail> {
  await page.goto(`${installation.address}/beheer/regios/nieuw`)
  await page.getByLabel('Naam').fill(region)
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await expect(page.getByRole('row', { name: new RegExp(`${region}.*20 jaar`) })).toBeVisible()

  await page.getByRole('link', { name: 'Organisaties' }).click()
  await page.getByRole('link', { name: 'Organisatie toevoegen' }).click()
  await expect(page.getByRole('heading', { name: 'Organisatie toevoegen' })).toBeVisible()
  await page.getByLabel('Naam').fill(organisation)
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await expect(page.getByText('Kies een sector.').first()).toBeVisible()
  await expect(page.getByLabel('Naam')).toHaveValue(organisation)
  await page.getByLabel('Sector').selectOption({ label: 'Jeugdhulp' })
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await expect(page.getByRole('row', { name: new RegExp(organisation) })).toBeVisible()

  await page.getByRole('link', { name: 'Accounts' }).click()
  await page.getByRole('link', { name: 'Iemand uitnodigen' }).click()
  await expect(page.getByRole('heading', { name: 'Iemand uitnodigen' })).toBeVisible()
  await page.getByLabel('Naam').fill(name)
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Organisatie').fill(organisation.toLowerCase())
  await page.getByLabel('Regiocoördinator van').selectOption({ label: region })
  await page.getByRole('button', { name: 'Verstuur de uitnodiging' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await expect(page.getByText('uitgenodigd', { exact: true })).toBeVisible()
  return arrived(installation, email, 'Uw account voor GIPSonline')
}

test('from an empty database to colleagues who are in, with and without scripts', async ({ visit }) => {
  const installation = await install()
  try {
    const { address } = installation
    const administrator = await visit({ app: address })
    const link = firstAdministrator(installation, 'noor@organisatie.example', 'Noor van der Linde')
    await setUpAndLogIn(administrator, link, 'noor@organisatie.example')
    await administrator.getByRole('link', { name: 'Naar beheer' }).click()
    await expect(administrator.getByRole('heading', { name: 'Begin hier' })).toBeVisible()
    await administrator.getByRole('link', { name: 'Voeg een regio toe' }).click()
    await expect(administrator).toHaveURL('/beheer/regios/nieuw')
    const storageState = await administrator.context().storageState()

    for (const [wanted, javaScriptEnabled] of [
      [BAS, true],
      [MAUD, false],
    ] as const) {
      const page = await visit({ app: address, javaScriptEnabled, storageState })
      const mail = await setUp(page, installation, wanted)
      expect(mail.text).not.toMatch(/Bas|Maud|Noor|Brug|Haven/)
      const colleague = await visit({ app: address, javaScriptEnabled })
      await setUpAndLogIn(colleague, linkIn(mail), wanted.email)
      await expect(colleague.getByRole('link', { name: 'Beheer' })).toHaveCount(0)
      await page.reload()
      await expect(page.getByText('actief', { exact: true })).toBeVisible()
    }
  } finally {
    await installation.stop()
  }
})
