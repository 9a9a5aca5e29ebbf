import type { Locator } from '@playwright/test'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makePlan } from '@/prisma/factories/plan'
import { makeHousehold } from './support/household'
import { expect, test } from './support/test'

test('a professional asks to stop; the case director hands over what is open, and then the direction itself', async ({
  loginAs,
  db,
  complaints,
}) => {
  complaints.expect(/status of 404/)
  const { code, family, accounts } = await makeHousehold(db)
  const plan = await makePlan(db, family, { state: 'definitive', version: 1 })
  const promise = 'Belt elke maandag met school.'
  const doers = [{ personId: accounts.professional.personId }]
  await makeAgreement(db, plan, { text: promise, inForceAt: new Date(), doers })
  const team = `/gezinnen/${code}/team`

  const professional = await loginAs(accounts.professional)
  await professional.goto(`${team}/${accounts.professional.personId}`)
  await professional.getByText('Ik wil stoppen in dit dossier').click()
  await professional.getByLabel('Waarom wilt u stoppen?').fill('Mijn zus woont naast dit gezin.')
  await professional.getByRole('button', { name: 'Vraag de casusregisseur' }).click()
  await expect(professional.getByRole('heading', { name: 'U vroeg om te stoppen' })).toBeVisible()

  const director = await loginAs(accounts.director)
  await director.goto(`/gezinnen/${code}`)
  const needed = director.getByRole('region', { name: 'Wat nu nodig is' })
  await needed.getByRole('link', { name: 'Baukje Hiemstra vraagt om te stoppen' }).click()
  await expect(director.getByText('Mijn zus woont naast dit gezin.').first()).toBeVisible()
  const end = director.getByRole('form', { name: 'Betrokkenheid beëindigen' })
  await end.getByRole('button', { name: 'Beëindig nu' }).click()
  await expect(end.getByRole('alert')).toContainText('Kies wie deze afspraak overneemt')
  await end.getByLabel(promise).selectOption({ label: accounts.teacher.name })
  await end.getByRole('button', { name: 'Beëindig nu' }).click()
  await expect(director.getByRole('heading', { name: 'GIPS-team' })).toBeVisible()
  expect((await professional.goto(`/gezinnen/${code}`))?.status()).toBe(404)
  await director.goto(`${team}/${accounts.teacher.personId}`)
  await expect(director.getByText(promise)).toBeVisible()

  await director.goto(`${team}/regie`)
  const handOver = director.getByRole('form', { name: 'Regie overdragen' })
  await handOver.getByRole('button', { name: 'Draag de regie over' }).click()
  await expect(handOver.getByRole('alert')).toContainText('Kies wie de regie overneemt')
  await handOver
    .getByLabel('Wie neemt de regie over?')
    .selectOption({ label: await optionOf(handOver, accounts.deputy.name) })
  await handOver.getByLabel('Waarom?').fill('Langdurig verlof')
  await handOver.getByRole('button', { name: 'Draag de regie over' }).click()
  await expect(director.getByRole('heading', { name: 'GIPS-team' })).toBeVisible()
  expect((await director.goto(`${team}/regie`))?.status()).toBe(404)
  const next = await loginAs(accounts.deputy, { app: 'second' })
  await next.goto(`${team}/regie`)
  await expect(next.getByText('Van Hidde Postma naar Sjoukje Bakema.')).toBeVisible()
})

test('what somebody agreed to who died is asked of the case director at once, and handed over to the neighbour', async ({
  loginAs,
  db,
}) => {
  const { code, family, accounts, members, neighbour } = await makeHousehold(db)
  const plan = await makePlan(db, family, { state: 'definitive', version: 1 })
  const promise = 'Brengt Jildou naar zwemles.'
  const { id } = await makeAgreement(db, plan, {
    text: promise,
    inForceAt: new Date(),
    doers: [{ memberId: members.father.id }],
  })
  const director = await loginAs(accounts.director)
  await director.goto(`/gezinnen/${code}/gezinsleden/${members.father.id}/wijzigen/naam`)
  await director.getByLabel('Overleden op').fill('2026-01-05')
  await director.getByRole('button', { name: 'Bewaar', exact: true }).click()
  const form = director.getByRole('form', { name: 'Afspraken overdragen' })
  await expect(form.getByLabel(promise)).toBeVisible()
  await director.goto(`/gezinnen/${code}`)
  await director
    .getByRole('region', { name: 'Wat nu nodig is' })
    .getByRole('link', { name: /^Doeke is overleden/ })
    .click()
  await form.getByRole('button', { name: 'Bewaar wie het overneemt' }).click()
  await expect(form.getByRole('alert')).toContainText('Kies wie deze afspraak overneemt')
  await form.getByLabel('Alles gaat naar').selectOption({ label: neighbour.name })
  await form.getByRole('button', { name: 'Bewaar wie het overneemt' }).click()
  await expect(form).toBeHidden()
  const doers = await db.agreementDoer.findMany({ where: { agreementId: id } })
  expect(doers.map(({ networkPersonId }) => networkPersonId)).toEqual([neighbour.id])
})

async function optionOf(form: Locator, name: string): Promise<string> {
  return (await form.getByRole('option').filter({ hasText: name }).first().textContent()) ?? name
}
