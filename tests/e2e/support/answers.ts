import { expect, type Locator, type Page } from '@playwright/test'
import type { PrismaClient } from '@/prisma/generated/client'

interface PreparedPlan {
  code: string
  plan: { id: string }
}

/** A question of the preparation that the case director answers. */
export const ITEM = 'start.explained'

/** Opens the preparation of GIPS 1 and returns the field of that question. */
export async function openAnswer(page: Page, { code }: PreparedPlan): Promise<Locator> {
  await page.goto(`/gezinnen/${code}/plannen/gips-1/voorbereiding`)
  const box = page.getByRole('textbox', { name: 'Is uitgelegd wat GIPS is' })
  await expect.poll(() => box.evaluate(isAlive)).toBe(true)
  return box
}

/** Whether React has taken the field over: what a test selects before that may lose its selection. */
function isAlive(element: Element): boolean {
  return Object.keys(element).some((key) => key.startsWith('__react'))
}

/** The line under a field that says what became of the text. */
export async function stateOf(box: Locator): Promise<Locator> {
  return box.page().locator(`[id="${await box.getAttribute('id')}-state"]`)
}

/** Waits until the field says that its text is kept. */
export async function expectSaved(box: Locator): Promise<void> {
  await expect(await stateOf(box)).toContainText(/Bewaard om \d\d:\d\d/, { timeout: 30_000 })
}

/** Types as a person does, key by key, at the end of what is there. */
export async function typeOn(box: Locator, text: string, delay = 20): Promise<void> {
  await box.press('ControlOrMeta+End')
  await box.pressSequentially(text, { delay, timeout: 60_000 })
}

/** What the database keeps as the answer to an item, null where nothing was ever saved. */
export async function keptText(db: PrismaClient, { plan }: PreparedPlan, itemKey = ITEM): Promise<string | null> {
  const answer = await db.answer.findFirst({ where: { planId: plan.id, itemKey }, select: { text: true } })
  return answer?.text ?? null
}
