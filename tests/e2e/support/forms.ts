import type { Page } from '@playwright/test'
import { codeOf, type LoginAccount, PASSWORD } from './household'

/** Fills in the login form and sends it, as a person would. */
export async function logInByForm(page: Page, account: LoginAccount, { password = PASSWORD } = {}) {
  await page.getByLabel('E-mailadres').fill(account.email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password)
  await page.getByLabel('Code').fill(codeOf(account))
  await page.getByRole('button', { name: 'Inloggen' }).click()
}

/** Opens the menu with one's name and chooses to log out. */
export async function logOutByMenu(page: Page) {
  await page.locator('summary').filter({ hasText: 'menu van uw account' }).click()
  await page.getByRole('button', { name: 'Uitloggen' }).click()
}
