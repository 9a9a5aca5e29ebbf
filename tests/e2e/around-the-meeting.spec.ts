import { dateColumn, plainDateIn } from '@/lib/dates'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeMeeting, makeParticipant, makePlan } from '@/prisma/factories/plan'
import { makeGoal } from '@/prisma/factories/safety'
import type { ParticipantRole, PlanState, PrismaClient } from '@/prisma/generated/client'
import { go } from './support/going'
import { makeHousehold } from './support/household'
import { onlyMailTo } from './support/mailbox'
import { allKept, ready } from './support/screens'
import { expect, test } from './support/test'

const today = () => dateColumn(plainDateIn(new Date()))

/** A household with GIPS 1 in this state, and everyone of the team but the deputy at its table or expected there. */
async function householdIn(db: PrismaClient, state: PlanState) {
  const home = await makeHousehold(db)
  const { family, accounts, neighbour } = home
  const plan = await makePlan(db, family, { state })
  const meeting = await makeMeeting(db, plan, { heldOn: today() })
  const attendance = state === 'invited' ? 'unknown' : 'present'
  const { director, gipsMaster, professional, teacher } = accounts
  const seats: [ParticipantRole, { personId: string }][] = [
    ['caseDirector', director],
    ['gipsMaster', gipsMaster],
    ['professional', professional],
    ['professional', teacher],
  ]
  for (const [role, { personId }] of seats) {
    await makeParticipant(db, meeting, { role, personId, attendance })
  }
  if (state !== 'invited') {
    await makeParticipant(db, meeting, { networkPersonId: neighbour.id, attendance })
  }
  return { ...home, plan, path: `/gezinnen/${home.code}/plannen/gips-1` }
}

test('a professional who cannot be there gives a text along, and the table reads it apart', async ({ loginAs, db }) => {
  const { accounts, path, plan } = await householdIn(db, 'invited')
  const text = 'Voor Jildou geef ik een 5: zij is weer op tijd op school.'
  const teacher = await loginAs(accounts.teacher)
  await go(teacher, path)
  await ready(teacher)
  await teacher.getByText('Kunt u er niet bij zijn? Geef dan iets mee').click()
  await teacher.getByLabel('Wat wilt u meegeven?').fill(text)
  await allKept(teacher)

  const director = await loginAs(accounts.director, { app: 'second' })
  await go(director, path)
  await expect(director.locator('summary').filter({ hasText: accounts.teacher.name })).toContainText('gaf iets mee')
  await go(director, `${path}/overleg`)
  await ready(director)
  const attendance = director.getByRole('group', { name: 'Vink aan wie er is' })
  await expect(attendance.getByRole('checkbox', { name: accounts.professional.name })).toBeChecked()
  await expect(attendance.getByRole('checkbox', { name: accounts.teacher.name })).not.toBeChecked()
  await director.getByRole('button', { name: 'Bewaar wie er is' }).click()
  await expect(director.getByText('De aanwezigheid is bewaard.')).toBeVisible()

  const professional = await loginAs(accounts.professional)
  await go(professional, `${path}/overleg`)
  const apart = professional.getByRole('region', { name: 'Van wie er niet bij kan zijn' })
  await expect(apart).toContainText(accounts.teacher.name)
  await expect(apart).toContainText(text)
  await go(professional, path)
  await expect(professional.getByRole('region', { name: 'Van wie er niet bij was' })).toContainText(text)
  await expect(professional.getByText('Kunt u er niet bij zijn?')).toBeHidden()
  expect(await db.safetyScore.count({ where: { familyId: plan.familyId } })).toBe(0)
})

test('safety agreements go in force at once, their doers hear of it, and what must change is closed', async ({
  loginAs,
  db,
}) => {
  const { accounts, family, neighbour, path, plan } = await householdIn(db, 'provisional')
  const goal = await makeGoal(db, plan, { kind: 'safety', text: 'Jildou slaapt elke nacht rustig.' })
  const make = (text: string, doers: Parameters<typeof makeAgreement>[2] = {}) =>
    makeAgreement(db, plan, { text, goals: [goal], dueOn: today(), ...doers })
  await make('Baukje belt elke avond om acht uur.', { doers: [{ personId: accounts.professional.personId }] })
  await make('Aukje houdt een bed vrij.', { doers: [{ networkPersonId: neighbour.id }] })

  const director = await loginAs(accounts.director)
  await go(director, path)
  const card = director.getByRole('region', { name: 'Welke afspraken gelden al?' })
  await expect(card).toContainText(`Een bericht krijgen: ${accounts.professional.name}.`)
  await expect(card).toContainText(`Vertel het zelf aan: ${neighbour.name}.`)
  await card.getByRole('button', { name: 'Laat deze afspraken nu ingaan' }).click()
  await expect(card).toContainText('De afspraken gelden vanaf nu.')
  const underGoal = director.getByRole('list', { name: 'Afspraken bij doel 1' })
  await expect(underGoal.getByText('Al van kracht', { exact: true })).toHaveCount(2)

  const mail = await onlyMailTo(accounts.professional.email)
  expect(mail.text).toContain('/mijn-afspraken')
  expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(/Jildou|Baukje|Kloosterhuis|acht uur/)

  const professional = await loginAs(accounts.professional, { app: 'second' })
  await go(professional, '/mijn-afspraken')
  const item = professional.getByRole('listitem').filter({ hasText: 'Baukje belt elke avond' })
  await ready(professional)
  await item.getByRole('button', { name: /^Gedaan/ }).click()
  await expect(item.getByRole('button', { name: 'Ongedaan maken' })).toBeVisible()

  const mother = await loginAs(accounts.mother)
  await go(mother, `/gezinnen/${family.code}`)
  await expect(mother.locator('html')).not.toContainText('Jildou slaapt elke nacht')
  await go(mother, '/mijn-afspraken')
  await expect(mother.getByRole('main')).not.toContainText('Baukje belt')

  await go(director, `${path}/overleg`)
  await expect(director.getByText('al van kracht', { exact: true })).toHaveCount(2)
  await expect(director.getByRole('textbox', { name: 'Afspraak 1' })).not.toBeEditable()

  await go(director, path)
  await director.getByText('2 afspraken zijn al van kracht').click()
  await director.locator('summary').filter({ hasText: 'Aukje houdt een bed vrij.' }).click()
  const closing = director.getByRole('form', { name: 'Sluit af: Aukje houdt een bed vrij.' })
  await closing.getByRole('button', { name: 'Sluit deze afspraak af' }).click()
  await closing.getByRole('link', { name: 'De reden is nog leeg.' }).click()
  await expect(closing.getByLabel('Waarom geldt deze afspraak niet meer?')).toBeFocused()
  await closing.getByLabel('Waarom geldt deze afspraak niet meer?').fill('Aukje is verhuisd.')
  await closing.getByRole('button', { name: 'Sluit deze afspraak af' }).click()
  await expect(director.getByText('Eén afspraak is al van kracht')).toBeVisible()
  await expect(director.getByRole('article')).not.toContainText('Aukje houdt een bed vrij.')
})

test('who was at the table says how the meeting was; the director reads it all, and writes down what the neighbour says', async ({
  loginAs,
  db,
  complaints,
}) => {
  complaints.expect(/404/)
  const { accounts, neighbour, path } = await householdIn(db, 'provisional')
  const professional = await loginAs(accounts.professional)
  await go(professional, path)
  await professional.getByRole('link', { name: 'Hoe was het overleg? Geef uw mening (1 minuut)' }).click()
  const own = professional.getByRole('form', { name: 'Uw mening over het overleg' })
  await ready(professional)
  await own.getByLabel('Welk cijfer krijgt het overleg?').fill('11')
  await own.getByLabel('Wat ging goed?').fill('Iedereen kwam aan het woord.')
  await own.getByRole('button', { name: 'Bewaar de mening' }).click()
  await expect(own.getByText('Het cijfer moet tussen 0 en 10 liggen.').first()).toBeVisible()
  await expect(own.getByLabel('Wat ging goed?')).toHaveValue('Iedereen kwam aan het woord.')
  await own.getByLabel('Welk cijfer krijgt het overleg?').fill('7,5')
  await own.getByRole('button', { name: 'Bewaar de mening' }).click()
  await expect(own.getByText('De mening is bewaard.')).toBeVisible()
  await expect(professional.getByRole('table')).toHaveCount(0)

  const director = await loginAs(accounts.director, { app: 'second' })
  await go(director, `${path}/terugblik`)
  await ready(director)
  await director.getByText(`Schrijf op wat ${neighbour.name} vond (geen account)`).click()
  const hers = director.getByRole('form', { name: `Mening van ${neighbour.name}` })
  await hers.getByLabel('Welk cijfer krijgt het overleg?').fill('9')
  await hers.getByRole('button', { name: 'Bewaar de mening' }).click()
  await expect(director.getByText('Gemiddeld een 8,3, van 2 van de 5 mensen die er waren.')).toBeVisible()
  await expect(director.getByRole('row').filter({ hasText: accounts.professional.name })).toContainText('7,5')

  const mother = await loginAs(accounts.mother)
  expect((await mother.goto(`${path}/terugblik`))?.status()).toBe(404)
})
