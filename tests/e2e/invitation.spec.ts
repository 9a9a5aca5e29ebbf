import { dateColumn, plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import { makeMeeting, makeParticipant } from '@/prisma/factories/plan'
import { makeMembership } from '@/prisma/factories/team'
import { logInByForm } from './support/forms'
import { makePreparedHousehold } from './support/household'
import { linkIn, mailAbout } from './support/mailbox'
import { expect, test } from './support/test'

/** GIPS 1 of which the agenda is ready: its meeting is planned, with everyone that it takes. */
async function makePlannedHousehold(db: Parameters<typeof makePreparedHousehold>[0]) {
  const household = await makePreparedHousehold(db)
  const { accounts, family, plan } = household
  const meeting = await makeMeeting(db, plan, { heldOn: dateColumn(addDays(plainDateIn(new Date()), 21)) })
  const { director, gipsMaster, noteTaker, professional } = accounts
  await makeParticipant(db, meeting, { role: 'caseDirector', personId: director.personId })
  await makeParticipant(db, meeting, { role: 'gipsMaster', personId: gipsMaster.personId })
  await makeParticipant(db, meeting, { role: 'noteTaker', personId: noteTaker.personId })
  await makeParticipant(db, meeting, { role: 'professional', personId: professional.personId })
  await makeMembership(db, family, noteTaker.personId, { role: 'noteTaker', planId: plan.id })
  return household
}

test('the agenda is ready: one click invites, a professional declines by mail without scripts, the meeting is called off', async ({
  loginAs,
  visit,
  db,
}) => {
  const { accounts, code } = await makePlannedHousehold(db)
  const director = await loginAs(accounts.director)
  await director.goto(`/gezinnen/${code}/plannen/gips-1`)
  await expect(director.getByText('Deze mensen krijgen meteen een uitnodiging')).toContainText('Baukje Hiemstra')
  await director.getByRole('button', { name: 'Bewaar en verstuur de uitnodigingen' }).click()
  const answers = director.getByRole('region', { name: 'Wie komt er?' })
  await expect(answers).toContainText('1 komt, 0 komen niet, 3 hebben nog niet geantwoord.')

  const phone = await visit({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await phone.goto(linkIn(await mailAbout(accounts.professional.email, 'Uitnodiging voor een overleg')))
  await logInByForm(phone, accounts.professional)
  await expect(phone.getByRole('heading', { name: 'Uitnodiging voor GIPS 1', level: 1 })).toBeVisible()
  await phone.getByLabel('Kunt u niet? Zeg hier waarom').fill('Ik ben die dag op school.')
  await phone.getByRole('button', { name: 'Ik kom niet' }).click()
  await expect(phone.getByText('Uw antwoord is bewaard.')).toBeVisible()

  await director.reload()
  await expect(answers.getByRole('listitem').filter({ hasText: 'Baukje Hiemstra' })).toContainText(
    /komt niet.*Ik ben die dag op school\./s,
  )
  await director.locator('summary').filter({ hasText: 'Zeg het overleg af' }).click()
  await director.getByRole('button', { name: 'Zeg af en verstuur bericht' }).click()
  await expect(director.getByText('Het overleg is afgezegd.')).toBeVisible()
  const off = await mailAbout(accounts.professional.email, 'gaat voor u niet door')
  expect(off.text).not.toMatch(/Kloosterhuis|Jildou|school/)
})
