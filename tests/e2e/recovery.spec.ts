import { dateColumn, plainDateIn } from '@/lib/dates'
import { makeMember } from '@/prisma/factories/family'
import { makeMeeting, makePlan } from '@/prisma/factories/plan'
import { makeMembership } from '@/prisma/factories/team'
import type { PrismaClient } from '@/prisma/generated/client'
import { addGoal } from './support/at-the-table'
import { go } from './support/going'
import { makeHousehold } from './support/household'
import { allKept, question, ready } from './support/screens'
import { expect, test } from './support/test'

/** A household that begins its GIPS 3. */
async function householdAtRecovery(db: PrismaClient) {
  const home = await makeHousehold(db)
  const plan = await makePlan(db, home.family, { kind: 'gips3' })
  await makeMeeting(db, plan, { heldOn: dateColumn(plainDateIn(new Date())) })
  await makeMembership(db, home.family, home.accounts.noteTaker.personId, { role: 'noteTaker', planId: plan.id })
  return { ...home, plan, path: `/gezinnen/${home.code}/plannen/gips-3` }
}

test('a GIPS 3 is prepared for a child and a parent: who, on which conditions, and with what the professionals bring', async ({
  loginAs,
  db,
}) => {
  const { accounts, path, plan, members, family } = await householdAtRecovery(db)
  const [child, mother] = [members.child.id, members.mother.id]
  await makeMember(db, family, { firstNames: 'Marijke', surname: 'Pleegsma', kind: 'carer', position: 4 })
  const director = await loginAs(accounts.director)
  await go(director, path)
  await ready(director)
  const whom = director.getByRole('form', { name: 'Over wie gaat dit overleg?' })
  await whom.getByRole('checkbox', { name: 'Jildou' }).check()
  await whom.getByRole('checkbox', { name: 'Wietske' }).check()
  await whom.getByRole('checkbox', { name: /^Marijke/ }).check()
  await whom.getByRole('button', { name: 'Bewaar over wie het gaat' }).click()
  await expect(director.getByText('Nog geen herstelplan: Doeke.')).toBeVisible()

  const parent = director.getByRole('form', { name: 'Voorwaarden voor Wietske' })
  for (const condition of ['De bodemeisen', 'De samenwerking']) {
    await parent.getByRole('group', { name: condition }).getByRole('radio', { name: 'Ja' }).check()
  }
  await parent.getByRole('group', { name: 'De ouders luisteren' }).getByRole('radio', { name: 'Nee' }).check()
  await parent.getByLabel('Waarom vindt u dat?').fill('Zij praten nog door elkaar heen.')
  await parent.getByRole('checkbox', { name: 'Wietske doet mee aan het overleg' }).check()
  await parent.getByRole('button', { name: 'Bewaar voor Wietske' }).click()
  await expect(parent).toContainText('Wietske doet nog niet mee aan het overleg: de ouders kunnen nog niet')
  await parent.getByRole('checkbox', { name: 'Wietske doet mee aan het overleg' }).uncheck()
  await parent.getByRole('button', { name: 'Bewaar voor Wietske' }).click()
  await expect(parent).toContainText('De voorwaarden zijn bewaard.')

  await go(director, `${path}/voorbereiding`)
  await ready(director)
  const school = question(director, `childAtHome.development.school:${child}`)
  await school.getByRole('radio', { name: 'Vraagt aandacht' }).check()
  await school.getByRole('textbox').fill('Jildou mist elke maandag.')
  await expect(director.getByRole('heading', { name: 'Marijke: hoe gaat het met u als verzorger?' })).toBeVisible()
  await question(director, `parentAtHome.well:${mother}`).getByRole('textbox').fill('Ik ga weer naar buiten.')
  await allKept(director)

  await db.plan.updateMany({ where: { id: plan.id }, data: { state: 'invited' } })
  const professional = await loginAs(accounts.professional)
  await go(professional, `${path}/voorbereiding`)
  await expect(question(professional, `childAtHome.development.school:${child}`)).toContainText('Vraagt aandacht')
  await expect(professional.getByText('Jildou mist elke maandag.')).toBeVisible()
  await go(professional, `${path}/inbreng`)
  await ready(professional)
  const own = professional.locator(`[id="top-3-${child}"]`)
  await own.getByLabel('Wat is zorg 1?').fill('Jildou slaapt slecht.')
  await own.getByLabel('Waarom zorg 1?').fill('Zij is op school te moe.')
  await own.getByRole('checkbox', { name: 'Mijn TOP-3 voor Jildou mag in het overleg gebruikt worden' }).check()
  await allKept(professional)

  const meeting = await db.meeting.findFirstOrThrow({ where: { planId: plan.id } })
  await db.participant.createMany({
    data: (['director', 'professional', 'noteTaker'] as const).map((who) => ({
      familyId: plan.familyId,
      id: crypto.randomUUID(),
      meetingId: meeting.id,
      role: who === 'director' ? 'caseDirector' : who,
      personId: accounts[who].personId,
      attendance: 'present' as const,
    })),
  })
  await db.plan.updateMany({ where: { id: plan.id }, data: { state: 'meeting' } })
  const noteTaker = await loginAs(accounts.noteTaker)
  await go(noteTaker, `${path}/overleg`)
  await ready(noteTaker)
  const taken = question(noteTaker, `childRecovery.topThreeOwn:${child}`).getByRole('group', { name: /^Baukje/ })
  await taken.getByRole('button', { name: /^Neem over uit voorbereiding/ }).click()
  await expect(taken.getByRole('textbox', { name: /^Waarom/ })).toHaveValue('Zij is op school te moe.')

  await addGoal(question(noteTaker, `parentRecovery.goals:${mother}`), 'Wietske slaapt weer door.')
  await allKept(noteTaker)
  const ofMother = question(noteTaker, `parentRecovery.agreements:${mother}`)
  await ofMother.getByRole('textbox', { name: 'Afspraak 1', exact: true }).fill('Belt de huisarts.')
  await ofMother.getByRole('button', { name: 'Haal Wietske weg' }).click()
  await ofMother.getByRole('combobox', { name: 'Wie doet afspraak 1?' }).press('Enter')
  await expect(ofMother.getByRole('button', { name: `Haal ${accounts.noteTaker.name} weg` })).toBeVisible()
  await allKept(noteTaker)

  await go(director, `${path}/overleg`)
  const people = director.locator('[id="over-wie"]')
  await people.getByText('Wat ontbreekt nog voor Wietske?').click()
  await people.getByRole('link', { name: 'Kies de TOP-3 van zorgen over Wietske. Minder dan drie mag ook.' }).click()
  await expect(director).toHaveURL(new RegExp(`#parentRecovery\\.topThree:${mother}$`))
})
