import type { Page, Request } from '@playwright/test'
import { openFollowing } from './support/going'
import { makeMeetingHousehold } from './support/household'
import { expect, test } from './support/test'
import { typeTooLate } from './support/too-late'

/** The promise is one second, which tests/live holds; here three browsers share the machine. */
const AT_ONCE_MS = 10_000

test('whose involvement ends sees nothing any more: at the very next request, and on a page that stands open', async ({
  loginAs,
  db,
  complaints,
}) => {
  complaints.expect(/status of 404/)
  const { accounts, code, family } = await makeMeetingHousehold(db)
  const meeting = `/gezinnen/${code}/plannen/gips-1/overleg`
  const reader = await loginAs(accounts.professional, { app: 'second', isNew: true })
  const connected = reader.waitForResponse((response) => response.url().includes(`/api/gezinnen/${code}/live`))
  await reader.goto(meeting)
  expect((await connected).status()).toBe(200)
  await expect(reader.getByText(family.name)).toBeVisible()

  const director = await loginAs(accounts.director)
  await director.goto(`/gezinnen/${code}/team/${accounts.professional.personId}/wijzigen#beeindigen`)
  await director.getByLabel('Waarom stopt deze persoon?').fill('De hulp is klaar.')
  const closed = streamEnd(reader, code)
  await director.getByRole('button', { name: 'Beëindig nu' }).click()
  await expect(director.getByText('niet meer betrokken').first()).toBeAttached()
  const ended = await db.teamMembership.findFirstOrThrow({
    where: { personId: accounts.professional.personId },
    select: { until: true },
  })
  expect((await closed) - (ended.until?.getTime() ?? 0)).toBeLessThan(AT_ONCE_MS)
  await expect(reader.getByRole('heading', { name: 'Deze pagina is er niet' })).toBeVisible()
  await expect(reader.getByText(family.name)).toBeHidden()

  for (const path of [meeting, `/gezinnen/${code}`, `/gezinnen/${code}/team`]) {
    const answer = await reader.goto(path)
    expect(answer?.status()).toBe(404)
    await expect(reader.getByText(family.name)).toBeHidden()
  }
  await reader.goto('/gezinnen')
  await expect(reader.getByRole('heading', { name: 'Mijn gezinnen' })).toBeVisible()
  await expect(reader.getByText(family.name)).toBeHidden()
})

test('what the note-taker had not yet sent when the involvement ended is refused, and stays on the screen', async ({
  loginAs,
  db,
  complaints,
}) => {
  complaints.expect(/status of 404/)
  const { accounts, code } = await makeMeetingHousehold(db)
  const page = await loginAs(accounts.noteTaker)
  await openFollowing(page, `/gezinnen/${code}/plannen/gips-1/overleg`)
  const box = page.getByRole('textbox', { name: /^Baukje Hiemstra.*Wanneer zag u/ })
  await expect(box).toBeEditable()
  await db.teamMembership.updateMany({
    where: { personId: accounts.noteTaker.personId },
    data: { until: new Date(), endReason: 'Naar een andere baan.' },
  })
  await box.fill('Wietske troostte Jildou.')
  await expect(page.getByText('Dit antwoord kunt u niet (meer) wijzigen.')).toBeVisible()
  await expect(box).toHaveValue('Wietske troostte Jildou.')
  expect(await db.answer.count({ where: { text: 'Wietske troostte Jildou.' } })).toBe(0)

  // A fetch that was on its way finds no page any more.
  await page.evaluate(() => window.next?.router?.refresh())
  await expect(page.getByRole('heading', { name: 'Deze pagina is er niet' })).toBeVisible()
  const left = page.getByRole('alert').filter({ hasText: 'Eén tekst is niet bewaard' })
  await expect(left).toContainText('Wietske troostte Jildou.')
})

test('what somebody types while the plan becomes definitive is shown to be copied, until it is let go', async ({
  loginAs,
  db,
  complaints,
}) => {
  complaints.expect(/status of 404/)
  const { accounts, code, plan } = await makeMeetingHousehold(db)
  await db.plan.updateMany({ where: { id: plan.id }, data: { state: 'provisional' } })
  const page = await loginAs(accounts.noteTaker)
  await openFollowing(page, `/gezinnen/${code}/plannen/gips-1/overleg`)
  const box = page.getByRole('textbox', { name: /^Baukje Hiemstra.*Wanneer zag u/ })
  await typeTooLate(db, plan, accounts.director.personId, { box, text: 'Wietske troostte Jildou.' })
  await expect(box).toBeHidden()
  const kept = page.getByRole('alert').filter({ hasText: 'Eén tekst is niet bewaard' })
  await expect(kept).toContainText('Wietske troostte Jildou.')
  await kept.getByRole('button', { name: 'Ik heb deze tekst niet meer nodig' }).click()
  await expect(kept).toBeHidden()
})

/** When the reader's stream ended, by the clock of this machine: closed by the server, or by the page when told to. */
function streamEnd(page: Page, code: string): Promise<number> {
  return new Promise((resolve) => {
    const note = (request: Request) => {
      if (request.url().includes(`/api/gezinnen/${code}/live`)) resolve(Date.now())
    }
    page.on('requestfinished', note)
    page.on('requestfailed', note)
  })
}
