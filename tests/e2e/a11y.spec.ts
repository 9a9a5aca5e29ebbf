import type { Page } from '@playwright/test'
import { makeOrganisation, makePlatformRole, makeRegion } from '@/prisma/factories/accounts'
import { testAccount } from '@/prisma/factories/canary-people'
import { type Asked, violations, withAxe } from './support/axe'
import { type Door, doorsOf, isHiddenFrom, mayOpen, platformDoors } from './support/doors'
import { logInByForm } from './support/forms'
import { canaryDossier } from './support/ground'
import { loginAccount, makeMeetingHousehold } from './support/household'
import { invite } from './support/invited'
import { expect, test } from './support/test'
import { markOther, OTHER } from './support/widths'

test.describe.configure({ mode: 'parallel' })

const NARROW = { width: 360, height: 900 }
const WIDE = { width: 1280, height: 900 }
/** What is asked of what stands on the wide screen alone, or has other colours there. */
const ASKED_OF_THE_WIDE = ['color-contrast', 'button-name', 'link-name', 'label']
const NARROWEST = 320
/** In how many tests the pages of one reader are divided. */
const PARTS = 3
const SMALLEST_TARGET = 24

const READERS = {
  director: ['caseDirector'],
  mother: ['family'],
} as const
type Reader = keyof typeof READERS

/** The two rules that take most of the time are looked at by one of the two, on a page that both may open. */
const LEFT_TO_THE_OTHER: Record<Reader, string> = { director: 'target-size', mother: 'color-contrast' }

for (const name of Object.keys(READERS) as Reader[]) {
  for (let part = 0; part < PARTS; part++) {
    test(`every page that the ${name} may open can be read and used by everyone, part ${part + 1}`, async ({
      loginAs,
      db,
    }) => {
      test.setTimeout(240_000)
      const dossier = await canaryDossier(db, 'kievit')
      const page = await withAxe(await loginAs(dossier.accounts[name]))
      const doors = doorsOf(dossier)
      const mother = new Set(pathsOpenTo('mother', doors))
      const director = new Set(pathsOpenTo('director', doors))
      const paths = [...(name === 'mother' ? mother : director)]
      const wrong: string[] = []
      for (const path of paths.filter((_path, index) => index % PARTS === part)) {
        const isShared = mother.has(path) && director.has(path)
        wrong.push(...(await troublesOf(page, path, isShared ? [LEFT_TO_THE_OTHER[name]] : [])))
      }
      expect(wrong).toEqual([])
    })
  }
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
  const page = await withAxe(await loginAs(coordinator))
  const wrong: string[] = []
  for (const path of ['/gezinnen', '/regio/nieuw', `/regio/${code}`]) {
    wrong.push(...(await troublesOf(page, path)))
  }
  expect(wrong).toEqual([])
})

test('every page outside the login can be read and used by everyone', async ({ visit, db }) => {
  const page = await withAxe(await visit())
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
  const page = await withAxe(await loginAs(administrator))
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

/** What was asked of what wide screens show besides: the head of the site is on every page. */
const seen = new Set<string>()

/**
 * What is wrong with a page on a phone, with what a wide screen shows besides, and whether it fits on the narrowest screen
 * without scrolling sideways.
 */
async function troublesOf(page: Page, path: string, without: readonly string[] = []): Promise<string[]> {
  const wrong: string[] = []
  const look = async ({ width }: { width: number }, asked: Asked) => {
    const found = await violations(page, asked)
    wrong.push(...found.map((each) => `${path} at ${width} px: ${each}`))
  }
  await page.setViewportSize(NARROW)
  await page.goto(path)
  await look(NARROW, { without })
  const other = await markOther(page, WIDE)
  const only = ASKED_OF_THE_WIDE.filter((rule) => !without.includes(rule))
  const asked = [...only, other].join('\n')
  if (other && !seen.has(asked)) {
    await look(WIDE, { only, within: OTHER })
  }
  seen.add(asked)
  await page.setViewportSize({ ...NARROW, width: NARROWEST })
  wrong.push(...(await tooWide(page)).map((each) => `${path} at ${NARROWEST} px: too wide ${each}`))
  wrong.push(...(await smallTargets(page)).map((each) => `${path}: small target ${each}`))
  return wrong
}

/** What makes the page scroll sideways, once the chart has taken its new size; empty where all fits. */
async function tooWide(page: Page): Promise<string[]> {
  const fits = () => document.documentElement.scrollWidth <= innerWidth
  await page.waitForFunction(fits, null, { timeout: 5_000 }).catch(() => null)
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return []
    const scrolls = (each: Element | null): boolean =>
      each !== null && (getComputedStyle(each).overflowX !== 'visible' || scrolls(each.parentElement))
    const sticksOut = (each: Element) => each.getBoundingClientRect().right > innerWidth && !scrolls(each)
    const all = [...document.querySelectorAll('body *')].filter(
      (each) => sticksOut(each) && ![...each.children].some(sticksOut),
    )
    return all.slice(0, 5).map((each) => `${each.outerHTML.slice(0, 120)} in ${each.parentElement?.className}`)
  })
}

/** Buttons and fields smaller than what a finger can hit; links inside a sentence are exempt (WCAG 2.5.8). */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((smallest) => {
    const targets = [
      ...document.querySelectorAll('button, summary, select, textarea, input:not([type=hidden]), .button'),
    ]
    return targets
      .map((target) => ({ target, box: (target.closest('label') ?? target).getBoundingClientRect() }))
      .filter(({ target, box }) => target.checkVisibility() && box.width > 1 && box.height > 1)
      .filter(({ box }) => box.width < smallest || box.height < smallest)
      .map(({ target, box }) => `${target.outerHTML.slice(0, 80)} ${Math.round(box.width)}×${Math.round(box.height)}`)
  }, SMALLEST_TARGET)
}

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
