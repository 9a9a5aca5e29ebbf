import { dateColumn, plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import { adopt } from '@/prisma/factories/adopt'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeMeeting, makeParticipant, makePlan } from '@/prisma/factories/plan'
import { makeGoal } from '@/prisma/factories/safety'
import { makeMembership } from '@/prisma/factories/team'
import type { ParticipantRole, PrismaClient } from '@/prisma/generated/client'
import { go } from './support/going'
import { type Household, makeHousehold } from './support/household'
import { allKept, question, ready } from './support/screens'
import { expect, test } from './support/test'

const SAFE = 'Jildou slaapt waar het rustig is.'
const RISK = 'Doeke loopt weg voordat hij boos wordt.'
const WHY = 'Doeke liep vorige week twee keer weg.'
const LATER = 'Niemand schreeuwt nog, doel'
const RECOVERY = 'Jildou durft weer naar school.'

/** A household at the table of its GIPS 4, with a goal of each earlier meeting and an agreement that still runs. */
async function householdAtEvaluation(db: PrismaClient) {
  const home = await makeHousehold(db)
  const { accounts, members } = home
  const safety = await makePlan(db, home.family, { state: 'provisional' })
  const goal = await makeGoal(db, safety, { text: SAFE, aboutMemberId: members.child.id })
  const dueOn = dateColumn(addDays(plainDateIn(new Date()), 9))
  await makeAgreement(db, safety, { goals: [goal], doers: [{ personId: accounts.teacher.personId }], dueOn })
  const risks = await makePlan(db, home.family, { kind: 'gips2', state: 'provisional' })
  await makeGoal(db, risks, { kind: 'risk', text: RISK })
  const recovery = await makePlan(db, home.family, { kind: 'gips3', state: 'provisional' })
  await makeGoal(db, recovery, { kind: 'recovery', text: RECOVERY, aboutMemberId: members.child.id })
  for (const plan of [safety, risks, recovery]) {
    await adopt(db, plan, { adoptedById: accounts.director.personId, adoptedAt: new Date() })
  }
  const plan = await makePlan(db, home.family, { kind: 'gips4', state: 'meeting' })
  await seatEveryone(db, home, await makeMeeting(db, plan, { heldOn: dateColumn(plainDateIn(new Date())) }))
  await makeMembership(db, home.family, accounts.noteTaker.personId, { role: 'noteTaker', planId: plan.id })
  return { ...home, plan, path: `/gezinnen/${home.code}/plannen/gips-4/overleg` }
}

async function seatEveryone(
  db: PrismaClient,
  { accounts, members }: Household,
  meeting: Awaited<ReturnType<typeof makeMeeting>>,
) {
  const { director, gipsMaster, noteTaker, professional } = accounts
  for (const [role, { personId }] of Object.entries({ caseDirector: director, gipsMaster, noteTaker, professional })) {
    await makeParticipant(db, meeting, { role: role as ParticipantRole, personId, attendance: 'present' })
  }
  const memberId = members.mother.id
  await makeParticipant(db, meeting, { role: 'family', memberId, isAdmitted: true, attendance: 'present' })
}

test('a GIPS 4 looks back at every goal: percentages by keys, a work goal where it is not enough, and what stays agreed', async ({
  loginAs,
  db,
}) => {
  const { accounts, path, plan } = await householdAtEvaluation(db)
  const page = await loginAs(accounts.noteTaker)
  await go(page, path)
  await ready(page)

  const review = question(page, 'safety.review')
  await review
    .getByRole('group', { name: `Is dit gelukt? ${SAFE}` })
    .getByRole('radio', { name: 'voor een deel' })
    .check()
  await review
    .getByRole('group', { name: /^Wat gebeurt er met/ })
    .getByRole('radio', { name: 'Laat zo' })
    .check()

  const table = question(page, 'evaluation.goals')
  const percentOf = (who: string, goal: string) =>
    table.getByRole('textbox', { name: `Percentage van ${who} voor: ${goal}` })
  await percentOf('Hidde Postma', RISK).fill('80')
  await percentOf('Baukje Hiemstra', RISK).fill('130')
  await expect(table.getByText(/tussen 0 en 100/)).toBeVisible()
  await percentOf('Baukje Hiemstra', RISK).fill('40')
  await percentOf('Wietske', RISK).fill('60%')
  await expect(table.getByLabel(`Gemiddeld voor: ${RISK}`)).toHaveText(/60\s?%.*40\s?%.*80\s?%/)
  await percentOf('Wietske', RISK).press('ArrowDown')
  await expect(percentOf('Wietske', RECOVERY)).toBeFocused()
  await page.keyboard.type('90')
  await table
    .getByRole('group', { name: `Is dit goed genoeg? ${RECOVERY}` })
    .getByRole('radio', { name: 'Ja' })
    .check()
  await table
    .getByRole('group', { name: `Is dit goed genoeg? ${RISK}` })
    .getByRole('radio', { name: 'Nee' })
    .check()
  const work = page.getByRole('region', { name: `Werkdoelen na: ${RISK}` })
  await work.getByRole('textbox', { name: /^Doel 1/ }).fill('Doeke belt zijn broer als het spant.')
  await allKept(page)

  const [given, made, carried] = await Promise.all([
    db.goalEvaluation.findMany({ where: { planId: plan.id }, select: { percent: true } }),
    db.goal.findFirstOrThrow({ where: { planId: plan.id } }),
    db.carriedAgreement.findFirstOrThrow({ where: { planId: plan.id } }),
  ])
  expect(given.map(({ percent }) => percent).sort()).toEqual([40, 60, 80, 90])
  expect(made).toMatchObject({ kind: 'followUp', text: 'Doeke belt zijn broer als het spant.' })
  expect(carried.decision).toBe('kept')

  await page.reload()
  await expect(percentOf('Wietske', RISK)).toHaveValue('60')
  await expect(page.getByRole('region', { name: `Werkdoelen na: ${RISK}` })).toContainText('broer')
})

test('a professional gives a percentage from their own seat, and the table of who takes the notes has it', async ({
  loginAs,
  db,
}) => {
  const { accounts, code, path } = await householdAtEvaluation(db)
  const [table, phone] = await Promise.all([
    loginAs(accounts.noteTaker, { app: 'second' }),
    loginAs(accounts.professional, { viewport: { width: 360, height: 740 } }),
  ])
  await Promise.all([table.goto(path), phone.goto(`/gezinnen/${code}/plannen/gips-4/inbreng`)])
  await Promise.all([ready(table), ready(phone)])
  const own = phone.getByRole('group', { name: RISK })
  await own.getByLabel(/^Hoeveel procent\?/).fill('130')
  await expect(own.getByText(/tussen 0 en 100/)).toBeVisible()
  await own.getByLabel(/^Hoeveel procent\?/).fill('70')
  await own.getByLabel(/^Waarom\?/).fill(WHY)
  await allKept(phone)

  const evaluation = question(table, 'evaluation.goals')
  const cell = evaluation.getByRole('textbox', { name: `Percentage van Baukje Hiemstra voor: ${RISK}` })
  await expect(cell).toHaveValue('70')
  await expect(evaluation.getByLabel(`Gemiddeld voor: ${RISK}`)).toHaveText(/70\s?%/)
  await evaluation.getByRole('button', { name: new RegExp(`^Toelichtingen \\(1\\) ?: ${RISK}`) }).click()
  await expect(evaluation.getByLabel('Waarom volgens Baukje Hiemstra?')).toHaveValue(WHY)
  await cell.fill('75')
  await allKept(table)
  await expect(own.getByLabel(/^Hoeveel procent\?/)).toHaveValue('75')
  await expect(own.getByLabel(/^Waarom\?/)).toHaveValue(WHY)
})

test('the goals after the first come by themselves, and what somebody typed stays where the network fails', async ({
  loginAs,
  db,
  complaints,
}) => {
  complaints.expect(/Failed to load resource.*percentages/)
  const { accounts, code, path, family } = await householdAtEvaluation(db)
  const risks = await db.plan.findFirstOrThrow({ where: { familyId: family.id, kind: 'gips2' } })
  for (const position of [1, 2, 3]) {
    await makeGoal(db, risks, { kind: 'risk', text: `${LATER} ${position}`, position, adoptedAt: new Date() })
  }
  await db.meeting.updateMany({ where: { familyId: family.id }, data: { currentItem: 'evaluation.goals' } })
  const page = await loginAs(accounts.noteTaker)
  const rest = `**/api/gezinnen/${code}/plannen/gips-4/percentages`
  await page.route(rest, (route) => (route.request().method() === 'GET' ? route.abort() : route.continue()))
  await go(page, path)
  await ready(page)
  const table = question(page, 'evaluation.goals')
  const first = table.getByRole('textbox', { name: `Percentage van Wietske voor: ${RISK}` })
  const last = table.getByRole('textbox', { name: `Percentage van Wietske voor: ${RECOVERY}` })
  await expect(table.getByText('Nog 2 doelen konden we niet ophalen.')).toBeVisible()
  await expect(last).toHaveCount(0)
  await first.fill('65')
  await page.unroute(rest)
  await table.getByRole('button', { name: 'Probeer het opnieuw' }).click()
  await expect(last).toBeVisible()
  await expect(table.getByRole('status').filter({ hasText: 'ophalen' })).toHaveCount(0)
  await expect(first).toHaveValue('65')
  await last.fill('30')
  await table
    .getByRole('group', { name: `Is dit goed genoeg? ${RECOVERY}` })
    .getByRole('radio', { name: 'Nee' })
    .check()
  await expect(page.getByRole('region', { name: `Werkdoelen na: ${RECOVERY}` })).toBeVisible()
  await allKept(page)
  await page.reload()
  await expect(last).toHaveValue('30')
  await expect(page.getByRole('region', { name: `Werkdoelen na: ${RECOVERY}` })).toBeVisible()
})
