import type { Page } from '@playwright/test'
import { makeOrganisation, makePlatformRole, makeRegion } from '@/prisma/factories/accounts'
import { testAccount } from '@/prisma/factories/canary-people'
import { violations, WITH_AXE } from './support/axe'
import { type Door, doorsOf, isHiddenFrom, mayOpen, platformDoors } from './support/doors'
import { logInByForm } from './support/forms'
import { canaryDossier } from './support/ground'
import { loginAccount, makeMeetingHousehold } from './support/household'
import { invite } from './support/invited'
import { expect, test } from './support/test'
import { troublesOf } from './support/troubles'

test.describe.configure({ mode: 'parallel' })

const READERS = {
  director: ['caseDirector'],
  mother: ['family'],
} as const
type Reader = keyof typeof READERS

/** The two rules that take most of the time are looked at by one of the two, on a page that both may open. */
const LEFT_TO_THE_OTHER: Record<Reader, string> = { director: 'target-size', mother: 'color-contrast' }

for (const name of Object.keys(READERS) as Reader[]) {
  test(`every page that the ${name} may open can be read and used by everyone`, async ({ loginAs, db }) => {
    test.setTimeout(600_000)
    const dossier = await canaryDossier(db, 'kievit')
    const page = await loginAs(dossier.accounts[name], WITH_AXE)
    const doors = doorsOf(dossier)
    const mother = new Set(pathsOpenTo('mother', doors))
    const director = new Set(pathsOpenTo('director', doors))
    const wrong: string[] = []
    for (const path of name === 'mother' ? mother : director) {
      const isShared = mother.has(path) && director.has(path)
      wrong.push(...(await troublesOf(page, path, isShared ? [LEFT_TO_THE_OTHER[name]] : [])))
    }
    expect(wrong).toEqual([])
  })
}

function pathsOpenTo(reader: Reader, doors: readonly Door[]): string[] {
  const stateOf = ({ plan }: Door) =>
    plan === 'gips1'
      ? ({ state: 'definitive', version: 1, hasAttended: true } as const)
      : ({ state: 'meeting' } as const)
  const open = doors.filter((door) => mayOpen(door, READERS[reader], stateOf(door)) && !isHiddenFrom(reader, door))
  return ['/gezinnen', '/mijn-afspraken', '/berichten', ...open.map(({ path }) => path)]
}

test('the pages of a region can be read and used by everyone', async ({ loginAs, db }) => {
  const { family, code } = await canaryDossier(db, 'roodborst')
  const coordinator = await testAccount(db, { name: 'Tjitske Regio' }, new Date())
  await makePlatformRole(db, coordinator.personId, 'regionCoordinator', family.regionId)
  const page = await loginAs(coordinator, WITH_AXE)
  const wrong: string[] = []
  for (const path of ['/gezinnen', '/regio/nieuw', `/regio/${code}`]) {
    wrong.push(...(await troublesOf(page, path)))
  }
  expect(wrong).toEqual([])
})

test('every page outside the login can be read and used by everyone', async ({ visit, db }) => {
  const page = await visit(WITH_AXE)
  const { url } = await invite(db)
  const wrong: string[] = []
  for (const path of [
    '/',
    '/inloggen',
    '/wachtwoord',
    '/wachtwoord/onbekend',
    '/uitnodiging/onbekend',
    '/nieuwe-app/onbekend',
    url,
  ]) {
    wrong.push(...(await troublesOf(page, path)))
  }
  expect(wrong).toEqual([])
})

test('every page of the administration and of one’s own account can be read and used by everyone', async ({
  loginAs,
  db,
}) => {
  test.setTimeout(240_000)
  const [administrator, colleague] = [await loginAccount(db), await loginAccount(db)]
  await makePlatformRole(db, administrator.personId, 'administrator')
  await makePlatformRole(db, colleague.personId, 'institute')
  const organisation = await makeOrganisation(db)
  const region = await makeRegion(db)
  const doors = platformDoors({ accounts: colleague.personId, organisaties: organisation.id, regios: region.id })
  const page = await loginAs(administrator, WITH_AXE)
  const wrong: string[] = []
  for (const path of [
    ...doors.map((door) => door.path),
    '/account',
    '/account/foto',
    '/account/wachtwoord',
    '/account/herstelcodes',
  ]) {
    wrong.push(...(await troublesOf(page, path)))
  }
  expect(wrong).toEqual([])
})

test('the projector can be read and used by everyone', async ({ loginAs, db }) => {
  const { accounts, code } = await makeMeetingHousehold(db)
  const page = await loginAs(accounts.gipsMaster)
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto(`/beamer/${code}/gips-1`)
  expect(await violations(page)).toEqual([])
})

test('one logs in, skips to the content and goes on with the keyboard alone', async ({ visit, db }) => {
  const account = await loginAccount(db)
  const page = await visit()
  await page.goto('/inloggen')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('E-mailadres')).toBeFocused()
  await logInByForm(page, account)
  await expect(page.getByRole('heading', { name: 'Mijn gezinnen' })).toBeVisible()
})

test('Tab reaches every field and action of the meeting, in order, and each shows where it is', async ({
  loginAs,
  db,
}) => {
  const { accounts, code } = await makeMeetingHousehold(db)
  const page = await loginAs(accounts.noteTaker)
  await page.goto(`/gezinnen/${code}/plannen/gips-1/overleg`)
  const names = await tabThrough(page, 'Kijk wat er nog ontbreekt')
  for (const name of ['Volgende', 'Op de beamer', 'Toon op beamer', 'Zorg erbij', 'Van toepassing']) {
    expect(names.join('\n')).toContain(name)
  }
})

/** Presses Tab until this control has the focus; the names of all on the way. Fails where the focus cannot be seen. */
async function tabThrough(page: Page, last: string): Promise<string[]> {
  const names: string[] = []
  while (!names.at(-1)?.includes(last) && names.length < 300) {
    await page.keyboard.press('Tab')
    const { name, isSeen } = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement
      const { outlineStyle, boxShadow } = getComputedStyle(element)
      const labels = (element as HTMLInputElement).labels
      const words = [element.getAttribute('aria-label'), labels?.[0]?.textContent, element.textContent]
      return { name: words.filter(Boolean).join(' '), isSeen: outlineStyle !== 'none' || boxShadow !== 'none' }
    })
    expect(`${name}: ${isSeen}`).toBe(`${name}: true`)
    names.push(name)
  }
  expect(names.at(-1)).toContain(last)
  return names
}
