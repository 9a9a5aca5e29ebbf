import type { Page } from '@playwright/test'
import { dateColumn, plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import { canaryDossier } from './support/ground'
import { expect, test } from './support/test'

test('the chart is a drawing until somebody points at it, and then tells what was found where they point', async ({
  loginAs,
  db,
}) => {
  const { accounts, code } = await canaryDossier(db, 'grutto')
  const page = await loginAs(accounts.professional)
  await page.goto(`/gezinnen/${code}`)
  const chart = page.locator('[data-chart=drawn]')
  await expect(chart).toBeVisible()
  await expect(page.locator('[data-chart] .recharts-wrapper')).toHaveCount(0)
  await untilItAnswers(page, (turn) => chart.hover({ position: { x: 60 + turn, y: 60 } }))
  await page.locator('[data-chart=interactive]').hover({ position: { x: 120, y: 80 } })
  await expect(page.locator('[data-chart]').getByRole('status')).toContainText(/GIPS|meting|signaal/i)
})

test('the chart tells what was found at a meeting to who walks along it by keys, and two plans stand side by side', async ({
  loginAs,
  db,
}) => {
  const { accounts, code, canary, family, members } = await canaryDossier(db, 'wulp')
  await db.measurement.updateMany({
    where: { familyId: family.id, childId: members.child.id },
    data: { measuredOn: dateColumn(addDays(plainDateIn(new Date()), -9)) },
  })
  const page = await loginAs(accounts.professional)
  await page.goto(`/gezinnen/${code}`)
  const chart = page.locator('[data-chart]')
  const told = chart.getByRole('status')
  await untilItAnswers(page, () => page.keyboard.press('Tab'))
  await chart.locator('[tabindex="0"]').focus()
  await expect(told).toContainText(`Meting bij ${canary.all.child}, nu 6,0`, { ignoreCase: true })
  await page.keyboard.press('ArrowRight')
  await expect(told).toContainText('GIPS 1')
  await expect(told).toContainText('laagste 3,0, hoogste 3,0')

  await page.getByRole('link', { name: 'Plannen', exact: true }).click()
  await page.getByRole('link', { name: 'Vergelijk twee plannen' }).click()
  const goals = page.getByRole('region', { name: 'Doelen' })
  const goal = goals.getByRole('row').filter({ hasText: canary.all.gips2CommonGoal ?? '' })
  await expect(goal).toContainText('nog niet gesteld')
  await expect(goal).toContainText('nieuw')
  await page.getByLabel('Het andere plan').selectOption('gips-1')
  await page.getByRole('button', { name: 'Zet naast elkaar' }).click()
  await expect(page.getByText('Kies twee verschillende plannen.')).toBeVisible()
})

/** Does so again until the chart has come: a page that has just been drawn does not listen yet. */
async function untilItAnswers(page: Page, act: (turn: number) => Promise<void>): Promise<void> {
  let turn = 0
  await expect(async () => {
    if (await page.locator('[data-chart=drawn]').isVisible()) await act(turn++)
    await expect(page.locator('[data-chart=interactive]')).toBeVisible({ timeout: 1_000 })
  }).toPass()
}
