import { logInByForm } from './support/forms'
import { makeMeetingHousehold } from './support/household'
import { linkIn, onlyMailTo } from './support/mailbox'
import { allKept, ready } from './support/screens'
import { expect, test } from './support/test'

test('a professional is asked by mail, answers on a phone, and the director makes it the safety score of now', async ({
  loginAs,
  visit,
  db,
}) => {
  const { accounts, code } = await makeMeetingHousehold(db)
  const director = await loginAs(accounts.director)
  await director.goto(`/gezinnen/${code}/veiligheid`)
  await director.getByRole('link', { name: 'Vraag een extra inschatting' }).click()
  await director.getByLabel('Wat wilt u weten?').fill('Jildou vertelde op school over vannacht. Wat zag u?')
  await director.getByLabel('Baukje Hiemstra').check()
  await director.getByRole('button', { name: 'Verstuur de vraag' }).click()
  await expect(director.getByText('nog geen antwoord')).toBeVisible()

  const mail = await onlyMailTo(accounts.professional.email)
  expect(mail.text).not.toMatch(/Jildou|Kloosterhuis|school/)
  const phone = await visit({ viewport: { width: 360, height: 740 } })
  await phone.goto(linkIn(mail))
  await logInByForm(phone, accounts.professional)
  await expect(phone.getByRole('heading', { name: 'Extra inschatting', level: 1 })).toBeVisible()
  await ready(phone)
  const own = phone.getByRole('group', { name: 'Jildou' })
  await own.getByLabel('Uw cijfer').fill('4,5')
  await expect(own.getByText('Het is onveilig.', { exact: false })).toBeVisible()
  await own.getByLabel('Waarom dit cijfer, en niet één punt hoger?').fill('Ze slaapt slecht.')
  await allKept(phone)
  await phone.getByRole('button', { name: 'Klaar' }).click()
  await expect(phone.getByText('Schrijf bij Jildou op wat er nodig is voor één punt meer.')).toBeVisible()
  await expect(own.getByLabel('Waarom dit cijfer, en niet één punt hoger?')).toHaveValue('Ze slaapt slecht.')
  await own.getByLabel('Wat is er nodig voor één punt meer?').fill('Als Aukje elke avond belt.')
  await phone.getByLabel('Wat kan er direct gebeuren').fill('Vanavond gaat Aukje langs.')
  await allKept(phone)
  await phone.getByRole('button', { name: 'Klaar' }).click()
  await expect(phone.getByText('U bent klaar')).toBeVisible()

  await director.reload()
  await expect(director.getByText('Vanavond gaat Aukje langs.')).toBeVisible()
  await director.getByLabel('Wat concludeert u?').fill('Aukje gaat langs, morgen bellen we.')
  await director.getByRole('button', { name: 'Sluit de inschatting af' }).click()
  await director.getByRole('link', { name: 'Bekijk alle veiligheidscijfers' }).click()
  await expect(director.getByText('Veiligheid nu: 4,5')).toBeVisible()
  await expect(director.getByText('Aukje gaat langs, morgen bellen we.')).toBeVisible()
})
