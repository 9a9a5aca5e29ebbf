import { adopt } from '@/prisma/factories/adopt'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeAssessment, makeGoal } from '@/prisma/factories/safety'
import { logInByForm } from './support/forms'
import { go } from './support/going'
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
  await go(director, `/gezinnen/${code}/veiligheid`)
  await director.getByRole('link', { name: 'Vraag een extra inschatting' }).click()
  await director.getByLabel('Wat wilt u weten?').fill('Jildou vertelde op school over vannacht. Wat zag u?')
  await director.getByLabel('Baukje Hiemstra').check()
  await director.getByRole('button', { name: 'Verstuur de vraag' }).click()
  await expect(director.getByText('nog geen antwoord')).toBeVisible()

  const mail = await onlyMailTo(accounts.professional.email)
  expect(mail.text).not.toMatch(/Jildou|Kloosterhuis|school/)
  const phone = await visit({ viewport: { width: 360, height: 740 } })
  await go(phone, linkIn(mail))
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

test('a closed extra assessment leads to new safety goals, which are in force with one confirmation', async ({
  loginAs,
  db,
}) => {
  const { accounts, code, plan, family, members } = await makeMeetingHousehold(db)
  const old = await makeGoal(db, plan, { text: 'Wietske belt Aukje als het te veel wordt.', concernId: null })
  await makeAgreement(db, plan, {
    text: 'Aukje komt elke avond langs.',
    doers: [{ personId: accounts.teacher.personId }],
    goals: [old],
  })
  await adopt(
    db,
    await db.plan.update({
      where: { familyId_id: { familyId: family.id, id: plan.id } },
      data: { state: 'provisional' },
    }),
    { adoptedById: accounts.director.personId, adoptedAt: new Date() },
  )
  const { id } = await makeAssessment(db, family, {
    conclusion: 'De nachten zijn niet veilig.',
    closedAt: new Date(),
    assessed: [members.child],
    scores: [{ memberId: members.child.id, scorerPersonId: accounts.professional.personId, score: 4.5 }],
  })

  const director = await loginAs(accounts.director)
  await go(director, `/gezinnen/${code}/inschatting/${id}`)
  await director.getByRole('link', { name: 'Schrijf nieuwe veiligheidsdoelen' }).click()
  await expect(director.getByText('De nachten zijn niet veilig.')).toBeVisible()
  await ready(director)
  const goal = director.getByLabel('Wat zien we straks gebeuren?')
  await goal.focus()
  await goal.evaluate((field) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', '- Jildou slaapt elke nacht door.\n- Iemand hoort het als er ’s nachts iets is.')
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(director.getByRole('heading', { name: 'Doel 2' })).toBeVisible()
  const first = director.getByRole('region', { name: 'Doel 1' })
  const second = director.getByRole('region', { name: 'Doel 2' })
  await first.getByLabel('Over wie gaat het?').selectOption('Jildou')
  await first.getByLabel('Wat: afspraak 1 van doel 1').fill('Wij bellen elke ochtend.')
  await director.getByLabel('Waarom komen deze doelen erbij?').fill('De nachten zijn niet veilig.')
  await expect(director.getByText('Alles is bewaard')).toBeVisible()
  await director.reload()
  await ready(director)
  await expect(second.getByLabel('Wat zien we straks gebeuren?')).toHaveValue(/^Iemand hoort het/)
  await expect(first.getByLabel('Wat: afspraak 1 van doel 1')).toHaveValue('Wij bellen elke ochtend.')
  await expect(director.getByLabel('Waarom komen deze doelen erbij?')).toHaveValue('De nachten zijn niet veilig.')
  await director.getByRole('button', { name: 'Maak versie 2 definitief' }).click()

  const wrong = director.getByRole('alert').filter({ hasText: 'Dit klopt nog niet' })
  await expect(wrong).toContainText('Kies wie deze afspraak doet.')
  await expect(wrong).toContainText('Schrijf een afspraak op bij dit doel')
  await expect(goal.first()).toHaveValue('Jildou slaapt elke nacht door.')
  await expect(first.getByLabel('Over wie gaat het?')).toHaveValue(members.child.id)
  await wrong.getByRole('link', { name: 'Kies wie deze afspraak doet.' }).click()
  await director.keyboard.type('Baukje')
  await director.keyboard.press('Enter')
  await second.getByLabel('Wat: afspraak 1 van doel 2').fill('Baukje Hiemstra vraagt een babyfoon aan.')
  await second.getByRole('combobox', { name: 'Wie doet afspraak 1 van doel 2?' }).fill('Baukje')
  await director.keyboard.press('Enter')
  await director.getByRole('button', { name: 'Maak versie 2 definitief' }).click()

  await expect(director).toHaveURL(/plannen\/gips-1\?versie=2$/)
  await expect(director.getByText('Versie 2, definitief sinds', { exact: false })).toBeVisible()
  await expect(director.getByText('Jildou slaapt elke nacht door.').first()).toBeVisible()
  await expect(director.getByText('Wietske belt Aukje als het te veel wordt.').first()).toBeVisible()
  await expect(director.getByText('Erbij gekomen na de extra inschatting van', { exact: false }).first()).toBeVisible()

  const professional = await loginAs(accounts.professional)
  await go(professional, '/mijn-afspraken')
  await expect(professional.getByText('Wij bellen elke ochtend.')).toBeVisible()
  const mother = await loginAs(accounts.mother)
  await go(mother, `/gezinnen/${code}/plannen/gips-1`)
  await expect(mother.getByText('Iemand hoort het als er ’s nachts iets is.').first()).toBeVisible()
  await expect(mother.locator('html')).not.toContainText('inschatting')
  await go(mother, `/gezinnen/${code}`)
  const next = mother.getByRole('region', { name: 'Wat nu nodig is' })
  await expect(next.getByRole('heading', { name: 'Er zijn nieuwe veiligheidsdoelen' })).toBeVisible()
  await expect(next.getByText('Jildou slaapt elke nacht door.')).toBeVisible()
  await expect(mother.locator('html')).not.toContainText('inschatting')
})
