import type { Page } from '@playwright/test'
import { canaryDossier } from './support/ground'
import { ready } from './support/screens'
import { expect, test } from './support/test'

/** A line in which three doers stand already. */
async function agreementWithDoers(page: Page, text: string) {
  const line = page
    .getByRole('listitem')
    .filter({ has: page.locator('textarea', { hasText: text }) })
    .last()
  await expect(line.getByRole('button', { name: /^Haal .+ weg$/ })).toHaveCount(4)
  return line
}

test('from the text of an agreement Tab goes to who does it and then to the date, and the keys take a doer or the line away', async ({
  loginAs,
  db,
}) => {
  const { accounts, canary, code } = await canaryDossier(db, 'ekster')
  const page = await loginAs(accounts.noteTaker)
  await page.goto(`/gezinnen/${code}/plannen/gips-2/overleg`)
  await ready(page)
  const line = await agreementWithDoers(page, canary.all.gips2CommonAgreement ?? '')
  const { keyboard } = page
  const who = line.getByRole('combobox', { name: /^Wie doet afspraak \d+\?$/ })
  const doers = line.getByRole('button', { name: /^Haal (?!afspraak).+ weg$/ })

  await line.getByRole('textbox', { name: /^Afspraak \d+$/ }).focus()
  await keyboard.press('Tab')
  await expect(who).toBeFocused()
  await keyboard.press('Tab')
  await expect(line.getByLabel('Hoe vaak')).toBeFocused()
  await keyboard.press('Tab')
  await expect(line.getByLabel('Uiterlijk')).toBeFocused()

  await who.focus()
  await keyboard.press('ArrowLeft')
  await expect(doers.last()).toBeFocused()
  await keyboard.press('ArrowLeft')
  await expect(doers.nth(1)).toBeFocused()
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  await expect(who).toBeFocused()
  await keyboard.press('ArrowLeft')
  await keyboard.press('Enter')
  await expect(doers).toHaveCount(2)
  await expect(who).toBeFocused()

  const away = line.getByRole('button', { name: /^Haal afspraak \d+ weg$/ })
  await line.locator('summary').focus()
  await keyboard.press('Tab')
  await expect(away).toBeFocused()
})
