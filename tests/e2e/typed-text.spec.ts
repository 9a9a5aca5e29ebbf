import type { PrismaClient } from '@/prisma/generated/client'
import { expectSaved, keptText, openAnswer, stateOf } from './support/answers'
import { makePreparedHousehold } from './support/household'
import { expect, test } from './support/test'

const HOSTILE = {
  script: '</textarea><script>window.broken = true</script><img src=x onerror="window.broken = true">',
  markup: "<b>vet</b> &amp; &lt;niet&gt; {{7*7}} %00 \\u0000 '; drop table answer; --",
  emoji: '👩‍👩‍👧‍👦 🇳🇱 👍🏽 e\u0301 ﷽',
  'right to left': 'بيت آمن للأطفال — שלום',
  spaces: '  twee\n\n\tregels\u00a0en een tab  ',
}

test(`texts with ${Object.keys(HOSTILE).join(', ')} are kept as they were typed, and are only ever text`, async ({
  loginAs,
  db,
}) => {
  const home = await makePreparedHousehold(db)
  const page = await loginAs(home.accounts.director)
  await openAnswer(page, home)
  const boxes = page.getByRole('main').locator('textarea')
  const texts = Object.values(HOSTILE)
  for (const [place, text] of texts.entries()) {
    await boxes.nth(place).fill(text)
    await expectSaved(boxes.nth(place))
  }
  const kept = await db.answer.findMany({ where: { planId: home.plan.id } })
  expect(kept.map(({ text }) => text).sort()).toEqual([...texts].sort())
  await page.reload()
  for (const [place, text] of texts.entries()) {
    await expect(boxes.nth(place)).toHaveValue(text)
  }
  await beginMeeting(db, home.plan.id)
  await page.goto(`/gezinnen/${home.code}/plannen/gips-1`)
  for (const text of texts) {
    await expect(page.getByRole('main')).toContainText(text.trim().replace(/\s+/g, ' '))
  }
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
})

test('a text that is too long or cannot be kept stays in the field, with what is wrong', async ({
  loginAs,
  db,
  complaints,
}) => {
  complaints.expect(/status of 422/)
  const home = await makePreparedHousehold(db)
  const page = await loginAs(home.accounts.director)
  const box = await openAnswer(page, home)
  await box.fill('a'.repeat(20_001))
  await expect(await stateOf(box)).toContainText('te lang: 20.001 tekens. Er passen er 20.000 in.')
  await expect(box).toHaveAttribute('aria-invalid', 'true')
  expect(await keptText(db, home)).toBeNull()
  await box.fill('een nul\u0000teken')
  await expect(await stateOf(box)).toContainText('bevat een onzichtbaar teken')
  await expect(box).toHaveValue('een nul\u0000teken')
  await box.fill('a'.repeat(20_000))
  await expectSaved(box)
  expect(await keptText(db, home)).toHaveLength(20_000)
})

/** The plan becomes readable as a document once its meeting begins. */
async function beginMeeting(db: PrismaClient, id: string): Promise<void> {
  for (const state of ['invited', 'meeting'] as const) {
    await db.plan.updateMany({ where: { id }, data: { state } })
  }
}
