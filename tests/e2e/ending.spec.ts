import { v7 } from 'uuid'
import { dateColumn, plainDateIn } from '@/lib/dates'
import { usualEvaluations } from '@/lib/domain/future-plan'
import { adopt } from '@/prisma/factories/adopt'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeFutureMeeting } from '@/prisma/factories/future'
import { makePlan } from '@/prisma/factories/plan'
import { makeMembership } from '@/prisma/factories/team'
import type { Plan, PrismaClient } from '@/prisma/generated/client'
import { pageTexts } from '@/tests/pdf/pdf-text'
import { ask } from './support/asking'
import { go } from './support/going'
import { loginAccount, makeHousehold } from './support/household'
import { expect, test } from './support/test'

/** The future plan as it was adopted at the table: who stays near, when they look back, and what hangs on the wall. */
async function adoptFuture(
  db: PrismaClient,
  plan: Plan,
  { director, caseManager, heldOn }: Record<'director' | 'caseManager' | 'heldOn', string>,
): Promise<void> {
  const { familyId, id: planId } = plan
  const { firstOn, secondOn } = usualEvaluations(heldOn)
  const dates = { firstOn: dateColumn(firstOn), secondOn: dateColumn(secondOn) }
  const year = { familyId, id: v7(), planId, caseManagerId: caseManager, authorPersonId: director }
  await db.futurePlan.create({ data: { ...year, ...dates, wall: ['future.rules'] } })
  await adopt(db, plan, { adoptedById: director, adoptedAt: new Date() })
  await makeMembership(db, { id: familyId }, caseManager, { role: 'caseManager' })
}

test('a future plan hangs on the wall, for who may make the sheet, and the dossier is closed', async ({
  loginAs,
  db,
  complaints,
}) => {
  complaints.expect(/status of 404/)
  const { code, family, members, accounts } = await makeHousehold(db)
  const { director, gipsMaster, professional, mother } = accounts
  await db.family.update({ where: { id: family.id }, data: { state: 'active', startedOn: dateColumn('2025-01-06') } })
  const first = await makePlan(db, family, { state: 'definitive', version: 1 })
  await makeAgreement(db, first, {
    text: 'Belt elke maandag met school.',
    inForceAt: new Date(),
    doers: [professional].map(({ personId }) => ({ personId })),
  })
  const heldOn = plainDateIn(new Date())
  const future = await makeFutureMeeting(db, {
    family,
    director: { personId: director.personId },
    gipsMaster: { personId: gipsMaster.personId },
    professional: { personId: professional.personId },
    parents: [members.mother, members.father],
    child: members.child,
    heldOn,
  })
  await adoptFuture(db, future, { director: director.personId, caseManager: professional.personId, heldOn })
  const plan = `/gezinnen/${code}/plannen/gips-5`

  const page = await loginAs(director)

  const family1 = await loginAs(mother, { app: 'second' })
  await go(family1, plan)
  await family1.getByRole('link', { name: 'Op de koelkast' }).click()
  const poster = family1.getByRole('article', { name: 'Ons plan' })
  await expect(poster).toContainText('Niemand gaat boos naar bed.')
  await expect(poster).not.toContainText('Deuren slaan.')
  const arrives = family1.waitForEvent('download')
  await family1.getByRole('button', { name: 'Maak er een blad van' }).click()
  const file = await arrives
  expect(file.suggestedFilename()).toBe('ons-plan.pdf')
  const chunks = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk)
  const printed = pageTexts(Buffer.concat(chunks))
  expect(printed).toHaveLength(1)
  // Where a line ends depends on how long the dates are.
  const text = printed[0]?.replace(/[\s·]+/g, ' ')
  expect(text).toContain('Niemand gaat boos naar bed.')
  expect(text).toContain(professional.name)

  const outsider = await loginAccount(db)
  const sheet = `/api/gezinnen/${code}/toekomstplan`
  for (const { token } of [accounts.teacher, gipsMaster, outsider]) {
    const { status, body } = await ask(token, sheet)
    expect(status).toBe(404)
    expect(body).not.toContain('Niemand gaat boos naar bed.')
  }
  expect((await ask(null, sheet)).status).toBe(401)
  const lines = await db.auditLine.findMany({
    where: { familyId: family.id, right: 'poster.make' },
    orderBy: { id: 'asc' },
  })
  expect(lines.map(({ personId, kind }) => [personId, kind])).toEqual([
    [mother.personId, 'read'],
    [accounts.teacher.personId, 'refusal'],
    [gipsMaster.personId, 'refusal'],
    [outsider.personId, 'refusal'],
  ])

  const chair = await loginAs(gipsMaster)
  await go(chair, `/gezinnen/${code}`)
  await expect(chair.getByText(family.name)).toBeVisible()
  await go(page, `/gezinnen/${code}/plannen`)
  await page.getByRole('link', { name: 'Dossier sluiten' }).click()
  const close = page.getByRole('form', { name: 'Dossier sluiten' })
  await close.getByRole('radio', { name: 'Het traject is klaar' }).check()
  await close.getByLabel('Vertel kort hoe het eindigt').fill('Het gezin kan zelf verder.')
  await close.getByRole('checkbox', { name: /zeker/ }).check()
  await close.getByRole('button', { name: 'Sluit het dossier' }).click()
  await expect(close.getByRole('alert')).toContainText('Kies wat er met deze afspraak gebeurt.')
  await close.getByLabel('Belt elke maandag met school.').selectOption('Het gezin gaat er zelf mee door')
  await close.getByRole('button', { name: 'Sluit het dossier' }).click()
  await expect(page.getByRole('heading', { name: 'Dit dossier is gesloten' })).toBeVisible()

  expect((await chair.goto(`/gezinnen/${code}`))?.status()).toBe(404)
  expect((await family1.goto(plan))?.status()).toBe(200)
  await expect(family1.getByText('gesloten, alleen lezen')).toBeVisible()
  expect((await page.goto(`/gezinnen/${code}/gezinsleden/nieuw`))?.status()).toBe(404)
  await go(page, `/gezinnen/${code}/gezinsleden`)
  await expect(page.getByRole('link', { name: 'Gezinslid toevoegen' })).toBeHidden()
})
