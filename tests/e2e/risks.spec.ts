import type { Page } from '@playwright/test'
import { dateColumn, plainDateIn } from '@/lib/dates'
import { makeMeeting, makeParticipant, makePlan } from '@/prisma/factories/plan'
import { makeRisk } from '@/prisma/factories/risks'
import { makeAssessment, makeGoal } from '@/prisma/factories/safety'
import { makeMembership } from '@/prisma/factories/team'
import type { ParticipantRole, PlanState, PrismaClient } from '@/prisma/generated/client'
import { makeHousehold } from './support/household'
import { question, ready } from './support/screens'
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

test('while the minimum requirements are not met, only the safety part is open and the page says why', async ({
  loginAs,
  db,
}) => {
  const { accounts, path, plan, family, members } = await householdIn(db, 'meeting')
  await makeAssessment(db, family, { planId: plan.id, assessed: [members.child] })
  await makeGoal(db, plan, { kind: 'safety', text: 'Jildou slaapt bij de buurvrouw.', concernId: null })
  const facts = 'Kees sloeg met de deur.'
  await makeRisk(db, plan, {
    factor: 'parent.violence',
    aboutMemberId: members.mother.id,
    facts,
    authorPersonId: accounts.director.personId,
  })
  const director = await loginAs(accounts.director)
  await director.goto(`${path}/overleg`)
  await ready(director)
  await expect(question(director, 'risks.crucial')).toBeVisible()
  expect(await sourceOf(director)).toContain(facts)
  await question(director, 'safety.minimum').getByRole('radio', { name: 'De bodemeisen zijn niet gehaald' }).check()
  const closed = question(director, 'risks')
  await expect(closed.getByText('Eerst de veiligheid', { exact: true })).toBeVisible()
  await expect(question(director, 'risks.crucial')).toHaveCount(0)
  await expect(question(director, 'goals')).toContainText('Dit deel is nog dicht.')
  expect(await sourceOf(director)).not.toContain(facts)

  await closed.getByText('Toch door naar de risico’s?').click()
  await expect(closed).toContainText(
    'Maak eerst een afspraak bij het veiligheidsdoel “Jildou slaapt bij de buurvrouw.”',
  )
  await expect(closed.getByRole('button')).toHaveCount(0)
})

/** All that this page sends when it is opened, also what it does not draw. */
async function sourceOf(page: Page): Promise<string> {
  return (await page.request.get(page.url())).text()
}
