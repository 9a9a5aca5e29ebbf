import { expect, type Locator } from '@playwright/test'
import { adopt } from '@/prisma/factories/adopt'
import type { Plan, PrismaClient } from '@/prisma/generated/client'
import { holdFetches } from './going'

/**
 * The plan becomes definitive, adopted by this person, and then somebody types in a field of its meeting, whose page heard nothing
 * yet: the save is refused at the field. Then the page fetches what it became.
 */
export async function typeTooLate(
  db: PrismaClient,
  plan: Plan,
  adoptedById: string,
  { box, text }: { box: Locator; text: string },
): Promise<void> {
  const page = box.page()
  await expect(box).toBeEditable()
  const letFetch = await holdFetches(page)
  await adopt(db, plan, { adoptedById, adoptedAt: new Date() })
  await box.fill(text)
  await expect(page.getByText('Dit antwoord kunt u niet (meer) wijzigen.')).toBeVisible()
  letFetch()
}
