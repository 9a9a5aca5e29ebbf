import { dateColumn, plainDateIn } from '@/lib/dates'
import { makeMeeting, makeParticipant, makePlan } from '@/prisma/factories/plan'
import { makeAssessment, makeGoal } from '@/prisma/factories/safety'
import { makeMembership } from '@/prisma/factories/team'
import type { ParticipantRole, PlanState, PrismaClient } from '@/prisma/generated/client'
import { makeHousehold } from './support/household'
import { allKept, question, ready } from './support/screens'
import { expect, test } from './support/test'

/** A household with GIPS 2 in this state, and its team at the table or expected there. */
async function householdIn(db: PrismaClient, state: PlanState) {
  const home = await makeHousehold(db)
  const { family, accounts } = home
  const plan = await makePlan(db, family, { kind: 'gips2', state })
  const meeting = await makeMeeting(db, plan, { heldOn: dateColumn(plainDateIn(new Date())) })
  const { director, gipsMaster, noteTaker, professional } = accounts
  for (const [role, { personId }] of Object.entries({ caseDirector: director, gipsMaster, noteTaker, professional })) {
    await makeParticipant(db, meeting, { role: role as ParticipantRole, personId, attendance: 'present' })
  }
  await makeMembership(db, family, noteTaker.personId, { role: 'noteTaker', planId: plan.id })
  return { ...home, plan, path: `/gezinnen/${home.code}/plannen/gips-2` }
}

test('the risk assessment is filled in by keys, read by a professional beforehand, and chosen from', async ({
  loginAs,
  db,
}) => {
  const { accounts, path, plan } = await householdIn(db, 'invited')
  const director = await loginAs(accounts.director)
  await director.goto(`${path}/voorbereiding`)
  await ready(director)
  const temper = director.getByRole('group', { name: 'Een ouder wordt snel boos' })
  await expect(temper.getByRole('textbox')).toHaveCount(0)
  await temper.getByRole('radio', { name: 'Nee' }).focus()
  await director.keyboard.press('3')
  await expect(temper.getByRole('radio', { name: 'Ja, duidelijk' })).toBeChecked()
  await temper.getByRole('checkbox', { name: 'Maakt het echt onveilig' }).check()
  await temper.getByRole('checkbox', { name: 'Kunnen we veranderen' }).check()
  await temper.getByLabel('Over wie gaat het?').selectOption('Doeke')
  await temper.getByRole('textbox', { name: 'Wat zijn de feiten?' }).fill('Doeke gooit met borden, elke week.')
  await director.getByRole('group', { name: 'Drank, drugs' }).getByRole('radio', { name: 'Nee' }).check()
  await allKept(director)
  await expect(director.getByRole('navigation', { name: 'Onderdelen' })).toContainText('nog 17 leeg')

  const professional = await loginAs(accounts.professional)
  await professional.goto(`${path}/inbreng`)
  await ready(professional)
  await professional.getByRole('link', { name: 'Lees eerst de risicotaxatie' }).click()
  await expect(professional.getByText('Doeke gooit met borden, elke week.')).toBeVisible()
  await expect(professional.getByRole('radio', { name: 'Nee' })).toHaveCount(0)
  await professional.goto(`${path}/inbreng`)
  await ready(professional)
  await professional
    .getByLabel('Wat is risico 1?')
    .selectOption({ label: 'Een ouder wordt snel boos of kan zich moeilijk inhouden' })
  await professional.getByLabel('Waarom risico 1?').fill('Daar schrikken zij het meest van.')
  await professional.getByRole('checkbox', { name: 'Mijn TOP-3 mag in het overleg gebruikt worden' }).check()
  await allKept(professional)

  await db.plan.updateMany({ where: { id: plan.id }, data: { state: 'meeting' } })
  const noteTaker = await loginAs(accounts.noteTaker)
  await noteTaker.goto(`${path}/overleg`)
  await ready(noteTaker)
  const own = question(noteTaker, 'topThree.own').getByRole('group', { name: /^Baukje Hiemstra/ })
  await own.getByRole('button', { name: /^Neem over uit voorbereiding/ }).click()
  await expect(own.getByRole('textbox', { name: /^Waarom/ })).toHaveValue('Daar schrikken zij het meest van.')

  await director.goto(`${path}/overleg`)
  await ready(director)
  await question(director, 'topThree.decided').getByLabel('Risico 1').selectOption({ index: 1 })
  await allKept(director)
  const goals = question(noteTaker, 'goals.list').getByRole('region', { name: 'Doelen bij zorg 1' })
  await goals.getByRole('button', { name: 'Doel erbij' }).click()
  await goals.getByRole('textbox', { name: /^Doel 1/ }).fill('Doeke loopt weg voordat hij ontploft.')
  await allKept(noteTaker)
  const goal = await db.goal.findFirstOrThrow({ where: { planId: plan.id } })
  expect(goal).toMatchObject({
    kind: 'risk',
    riskFactor: 'parent.temper',
    text: 'Doeke loopt weg voordat hij ontploft.',
  })
})

test('while the minimum requirements are not met, only the safety part is open and the page says why', async ({
  loginAs,
  db,
}) => {
  const { accounts, path, plan, family, members } = await householdIn(db, 'meeting')
  await makeAssessment(db, family, { planId: plan.id, assessed: [members.child] })
  await makeGoal(db, plan, { kind: 'safety', text: 'Jildou slaapt bij de buurvrouw.', concernId: null })
  const director = await loginAs(accounts.director)
  await director.goto(`${path}/overleg`)
  await ready(director)
  await expect(question(director, 'risks.crucial')).toBeVisible()
  await question(director, 'safety.minimum').getByRole('radio', { name: 'De bodemeisen zijn niet gehaald' }).check()
  const closed = question(director, 'risks')
  await expect(closed.getByText('Eerst de veiligheid', { exact: true })).toBeVisible()
  await expect(question(director, 'risks.crucial')).toHaveCount(0)
  await expect(question(director, 'goals')).toContainText('Dit deel is nog dicht.')

  await closed.getByText('Toch door naar de risico’s?').click()
  await expect(closed).toContainText(
    'Maak eerst een afspraak bij het veiligheidsdoel “Jildou slaapt bij de buurvrouw.”',
  )
  await expect(closed.getByRole('button')).toHaveCount(0)
})
