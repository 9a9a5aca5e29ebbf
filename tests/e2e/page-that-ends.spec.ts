import { planStateName } from '@/lib/domain/plan-state'
import { announce } from '@/lib/live/channel'
import { adopt } from '@/prisma/factories/adopt'
import type { PlanState } from '@/prisma/generated/client'
import { openFollowing } from './support/going'
import { makeMeetingHousehold } from './support/household'
import { allKept, ready } from './support/screens'
import { expect, test } from './support/test'
import { typeTooLate } from './support/too-late'

const OVER = 'Dit overleg is voorbij. Hier verandert niets meer.'
const REASON = 'Jildou slaapt weer door.'

test('a note of the chair that came too late is shown to be copied, on the screen that is left', async ({
  loginAs,
  db,
  complaints,
}) => {
  complaints.expect(/status of 404/)
  const { accounts, code, plan } = await makeMeetingHousehold(db)
  await db.plan.updateMany({ where: { id: plan.id }, data: { state: 'provisional' } })
  const chair = await loginAs(accounts.gipsMaster)
  await openFollowing(chair, `/gezinnen/${code}/plannen/gips-1/voorzitten`)
  const box = chair.getByRole('textbox', { name: /^Uw aantekening bij/ }).first()
  await typeTooLate(db, plan, accounts.director.personId, { box, text: 'Oma heeft de sleutel.' })
  await expect(chair.getByText('Het plan is definitief. Uw aantekeningen zijn gewist.')).toBeVisible()
  await expect(chair.getByRole('alert').filter({ hasText: 'Eén tekst is niet bewaard' })).toContainText(
    'Oma heeft de sleutel.',
  )
  const refused = { personId: accounts.gipsMaster.personId, kind: 'refusal', right: 'chairNotes.write' } as const
  expect(await db.auditLine.count({ where: refused })).toBeGreaterThan(0)
})

test('a professional’s own part stays as it is when the meeting ends, and leads on to the plan; so does the chair’s screen', async ({
  loginAs,
  db,
}) => {
  const { accounts, code, plan } = await makeMeetingHousehold(db)
  const path = `/gezinnen/${code}/plannen/gips-1`
  const open = async (account: keyof typeof accounts, place: string) => {
    const page = await loginAs(accounts[account], { app: 'second' })
    await openFollowing(page, `${path}/${place}`)
    await ready(page)
    return page
  }
  // In one transaction, as the product does: that rights changed is told together with what became of the plan.
  const goesTo = (state: PlanState) =>
    db.$transaction(async (tx) => {
      if (state === 'definitive') {
        await adopt(tx, plan, { adoptedById: accounts.director.personId, adoptedAt: new Date() })
      } else {
        await tx.plan.updateMany({ where: { id: plan.id }, data: { state } })
      }
      await announce(tx, { familyId: plan.familyId, planId: plan.id, kind: 'plan', key: state })
    })
  const professional = await open('professional', 'inbreng')
  const reason = professional
    .getByRole('group', { name: 'Jildou' })
    .getByLabel('Waarom dit cijfer, en niet één punt hoger?')
  await reason.fill(REASON)
  await allKept(professional)
  const chair = await open('gipsMaster', 'voorzitten')

  await goesTo('provisional')
  await expect(professional.getByText(OVER)).toBeVisible()
  await expect(reason).toHaveValue(REASON)
  // The chair's screen goes on, and has fetched what it became.
  await expect(chair.getByRole('main').getByText(planStateName('provisional'), { exact: true })).toBeVisible()
  await expect(chair.getByText(OVER)).toBeHidden()

  await goesTo('definitive')
  await expect(chair.getByText(OVER)).toBeVisible()
  await expect(chair.getByRole('heading', { name: 'De hele agenda' })).toBeVisible()
  // The same for a fetch that was under way at that moment, or a visit afterwards.
  await chair.reload()
  await expect(chair.getByText('Het plan is definitief. Uw aantekeningen zijn gewist.')).toBeVisible()
  for (const page of [professional, chair]) {
    await page.getByRole('link', { name: 'Naar het plan' }).click()
    await expect(page).toHaveURL(path)
  }
  const people = [accounts.professional.personId, accounts.gipsMaster.personId]
  expect(await db.auditLine.count({ where: { personId: { in: people }, kind: 'refusal' } })).toBe(0)
})
