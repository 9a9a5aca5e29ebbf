import { makeParticipant } from '@/prisma/factories/plan'
import { go } from './support/going'
import { makeMeetingHousehold } from './support/household'
import { allKept, ready } from './support/screens'
import { expect, test } from './support/test'

const PHONE = { viewport: { width: 360, height: 740 } }

test('the chair opens a round, two give on their own phones, nobody sees, and the reveal is on the projector', async ({
  loginAs,
  db,
  complaints,
}) => {
  complaints.expect(/status of 422/)
  const { accounts, code, plan } = await makeMeetingHousehold(db)
  const meeting = await db.meeting.findFirstOrThrow({ where: { planId: plan.id } })
  const { personId } = accounts.teacher
  await makeParticipant(db, meeting, { role: 'professional', personId, attendance: 'present' })
  const base = `/gezinnen/${code}/plannen/gips-1`
  const [chair, nurse, teacher, beamer] = await Promise.all([
    loginAs(accounts.gipsMaster),
    loginAs(accounts.professional, { ...PHONE, app: 'second' }),
    loginAs(accounts.teacher, PHONE),
    loginAs(accounts.noteTaker, { app: 'second' }),
  ])
  await Promise.all([
    chair.goto(`${base}/voorzitten`),
    nurse.goto(`${base}/inbreng`),
    teacher.goto(`${base}/inbreng`),
    beamer.goto(`/beamer/${code}/gips-1`),
  ])
  await Promise.all([ready(chair), ready(nurse), ready(teacher)])

  const round = chair.getByRole('region', { name: 'Cijferronde' })
  await chair.getByLabel('Uw aantekening bij “Hoe veilig is het nu?”').fill('Begin bij Baukje.')
  await chair.getByRole('button', { name: 'Start de klok' }).click()
  await chair.getByRole('heading', { name: 'Voorzitten' }).click()
  await chair.keyboard.press('ArrowRight')
  await expect(chair.locator('#nu')).toContainText('Wat doen de ouders goed?')
  await round.getByRole('button', { name: 'Open een cijferronde' }).click()
  await expect(round).toContainText('De cijferronde is open. 0 van de 3 mensen gaven hun cijfers.')
  await expect(beamer.getByText('Geef uw cijfer op uw eigen scherm')).toBeVisible()
  await expect(chair.locator('#nu')).toContainText('Begin bij Baukje.')

  for (const [phone, score] of [
    [nurse, '3,5'],
    [teacher, '7'],
  ] as const) {
    await expect(phone.getByText('Niemand ziet uw cijfers nog')).toBeVisible()
    await phone.getByRole('group', { name: 'Jildou' }).getByLabel('Uw cijfer').fill(score)
    await allKept(phone)
  }
  await expect(round).toContainText('2 van de 3 mensen gaven hun cijfers.')
  await expect(round).toContainText('We wachten nog op: Hidde Postma.')
  await expect(beamer.getByText('2 van de 3 mensen gaven hun cijfers.')).toBeVisible()
  for (const screen of [chair, beamer, teacher]) {
    expect(await screen.content()).not.toContain('3,5')
  }

  await round.getByRole('button', { name: 'Onthul de cijfers' }).click()
  await round.getByRole('button', { name: 'Onthul toch' }).click()
  await expect(beamer.getByText('Spreiding').first()).toBeVisible()
  await expect(beamer.locator('main')).toContainText('3,5 tot 7')
  await expect(round).toContainText('De cijfers zijn onthuld.')
  expect(await beamer.content()).not.toContain('Begin bij Baukje.')
  await go(beamer, `${base}/overleg`)
  await expect(beamer.getByRole('textbox', { name: 'Cijfer van Baukje Hiemstra over Jildou' })).toHaveValue('3,5')

  // Late: told so, and nothing typed is lost.
  const own = nurse.getByRole('group', { name: 'Jildou' })
  await expect(nurse.getByText('De cijfers zijn onthuld')).toBeVisible()
  await own.getByLabel('Uw cijfer').fill('6')
  await expect(own.getByText(/De cijfers zijn intussen onthuld/)).toBeVisible()
  await expect(own.getByLabel('Uw cijfer')).toHaveValue('6')
})

test('a mother follows the round on her own telephone: opened, revealed and opened again, without a new visit', async ({
  loginAs,
  db,
}) => {
  const { accounts, code, members, plan } = await makeMeetingHousehold(db)
  const meeting = await db.meeting.findFirstOrThrow({ where: { planId: plan.id } })
  const seat = { memberId: members.mother.id, role: 'family', isAdmitted: true, attendance: 'present' } as const
  await makeParticipant(db, meeting, seat)
  const base = `/gezinnen/${code}/plannen/gips-1`
  const [chair, mother] = await Promise.all([
    loginAs(accounts.gipsMaster, { app: 'second' }),
    loginAs(accounts.mother, PHONE),
  ])
  await Promise.all([chair.goto(`${base}/voorzitten`), mother.goto(`${base}/inbreng`)])
  await Promise.all([ready(chair), ready(mother)])
  const round = chair.getByRole('region', { name: 'Cijferronde' })

  await round.getByRole('button', { name: 'Open een cijferronde' }).click()
  await expect(mother.getByText('Niemand ziet uw cijfers nog')).toBeVisible()
  await mother.getByRole('group', { name: 'Jildou' }).getByLabel('Uw cijfer').fill('4')
  await allKept(mother)
  await round.getByRole('button', { name: 'Onthul de cijfers' }).click()
  await round.getByRole('button', { name: 'Onthul toch' }).click()
  await expect(mother.getByText('De cijfers zijn onthuld')).toBeVisible()
  await round.getByRole('button', { name: /^Open .*ronde/ }).click()
  await expect(mother.getByText('Niemand ziet uw cijfers nog')).toBeVisible()
  await expect(mother.getByRole('group', { name: 'Jildou' }).getByLabel('Uw cijfer')).toHaveValue('4')
})
