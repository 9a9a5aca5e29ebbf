import { makeAnswer, makeParticipant } from '@/prisma/factories/plan'
import { makeFamilyAccess } from '@/prisma/factories/team'
import { go } from './support/going'
import { addresses, canaryDossier, cookieFor, SESSION_COOKIE } from './support/ground'
import { loginAccount, makeMeetingHousehold } from './support/household'
import { allKept, question, ready } from './support/screens'
import { expect, test } from './support/test'

const PHONE = { viewport: { width: 360, height: 740 } }

test('a professional scores on the own phone while the note-taker types in the grid', async ({ loginAs, db }) => {
  const { accounts, code } = await makeMeetingHousehold(db)
  const phone = await loginAs(accounts.professional, { ...PHONE, app: 'second' })
  const noteTaker = await loginAs(accounts.noteTaker)
  await go(noteTaker, `/gezinnen/${code}/plannen/gips-1/overleg`)
  await ready(noteTaker)
  await go(phone, `/gezinnen/${code}`)
  await phone.getByRole('link', { name: 'GIPS 1 is bezig. Geef uw veiligheidscijfers.' }).click()
  const own = phone.getByRole('group', { name: 'Jildou' })
  await ready(phone)

  const figure = noteTaker.getByRole('textbox', { name: 'Cijfer van Baukje Hiemstra over Jildou' })
  await own.getByLabel('Uw cijfer').fill('4,5')
  await expect(figure).toHaveValue('4,5')
  const reason = noteTaker.getByRole('textbox', { name: 'Waarom dit cijfer? (Baukje Hiemstra over Jildou)' })
  await reason.fill('Ze slaapt slecht.')
  await expect(own.getByLabel('Waarom dit cijfer, en niet één punt hoger?')).toHaveValue('Ze slaapt slecht.')
  await own.getByLabel('Wat is er nodig voor één punt meer?').fill('Als Aukje elke avond belt.')
  await allKept(phone)
  await allKept(noteTaker)
  const kept = await db.safetyScore.findFirstOrThrow({ where: { scorerPersonId: accounts.professional.personId } })
  expect({ ...kept, score: Number(kept.score) }).toMatchObject({
    score: 4.5,
    reason: 'Ze slaapt slecht.',
    onePointHigher: 'Als Aukje elke avond belt.',
  })
  await go(phone, `/gezinnen/${code}`)
  await expect(phone.getByRole('heading', { name: 'Wat nu nodig is' })).toBeVisible()
  await expect(phone.getByRole('link', { name: /Geef uw veiligheidscijfers/ })).toBeHidden()
})

test('of two in one cell the second sees both texts and chooses; neither is lost', async ({
  loginAs,
  db,
  complaints,
}) => {
  complaints.expect(/status of 409|ERR_FAILED/)
  const { accounts, code } = await makeMeetingHousehold(db)
  const phone = await loginAs(accounts.professional, PHONE)
  // This phone hears nothing of what others type.
  await phone.route('**/live?**', (route) => route.abort())
  await go(phone, `/gezinnen/${code}/plannen/gips-1/inbreng`)
  await ready(phone)
  const noteTaker = await loginAs(accounts.noteTaker, { app: 'second' })
  await go(noteTaker, `/gezinnen/${code}/plannen/gips-1/overleg`)
  await ready(noteTaker)
  const box = noteTaker.getByRole('textbox', { name: 'Waarom dit cijfer? (Baukje Hiemstra over Jildou)' })
  await box.fill('Uit het rooster.')
  await allKept(noteTaker)

  const own = phone.getByRole('group', { name: 'Jildou' })
  await own.getByLabel('Waarom dit cijfer, en niet één punt hoger?').fill('Van de telefoon.')
  await expect(own.getByText('Maaike Wiersma schreef hier ook.')).toBeVisible()
  await expect(own.getByText('Uit het rooster.')).toBeVisible()
  const reasonKept = async () =>
    (await db.safetyScore.findFirst({ where: { scorerPersonId: accounts.professional.personId } }))?.reason
  expect(await reasonKept()).toBe('Uit het rooster.')
  await own.getByRole('button', { name: 'Mijn tekst' }).click()
  await expect.poll(reasonKept).toBe('Van de telefoon.')
  await expect(box).toHaveValue('Van de telefoon.')
})

test('a TOP-3 is prepared in private, and taken over in the meeting with one click once its author allows it', async ({
  loginAs,
  db,
}) => {
  const { accounts, code } = await makeMeetingHousehold(db)
  const phone = await loginAs(accounts.professional, PHONE)
  await go(phone, `/gezinnen/${code}/plannen/gips-1`)
  await phone.getByRole('link', { name: 'Mijn inbreng' }).click()
  await ready(phone)
  await phone.getByLabel('Wat is zorg 1?').fill('Jildou durft niet te slapen.')
  await phone.getByLabel('Waarom zorg 1?').fill('Ze viel twee keer om in de klas.')
  await allKept(phone)

  const noteTaker = await loginAs(accounts.noteTaker, { app: 'second' })
  await go(noteTaker, `/gezinnen/${code}/plannen/gips-1/overleg`)
  await ready(noteTaker)
  const card = question(noteTaker, 'topThree.own').getByRole('group', { name: /^Baukje Hiemstra/ })
  await expect(card).toBeVisible()
  await expect(noteTaker.getByText('Jildou durft niet te slapen.')).toHaveCount(0)

  await phone.getByLabel('Mijn TOP-3 mag in het overleg gebruikt worden').check()
  await expect(card.getByText('Jildou durft niet te slapen.')).toBeVisible()
  await card.getByRole('button', { name: 'Neem over uit voorbereiding' }).click()
  await expect(card.getByRole('textbox', { name: /^Waarom Jildou durft niet te slapen/ })).toHaveValue(
    'Ze viel twee keer om in de klas.',
  )
  await expect(card.getByRole('button', { name: 'Neem over uit voorbereiding' })).toBeHidden()
  await expect(question(noteTaker, 'concerns.inventory').getByLabel('Zorg 1', { exact: true })).toHaveValue(
    'Jildou durft niet te slapen.',
  )
  await phone.reload()
  await expect(phone.getByLabel('Wat is zorg 1?')).toHaveValue('Jildou durft niet te slapen.')
})

test('a mother reads back what she told; admitted to the meeting she follows the plan and scores on her phone', async ({
  loginAs,
  db,
}) => {
  const { accounts, code, plan, members } = await makeMeetingHousehold(db)
  const said = { respondentMemberId: members.mother.id, text: 'Dat Doeke weer drinkt.' }
  await makeAnswer(db, plan, { itemKey: 'adults.greatestWorry', ...said })
  await makeAnswer(db, plan, { itemKey: 'start.aim', text: 'Dat het thuis rustig wordt.' })
  const meeting = await db.meeting.findFirstOrThrow({ where: { planId: plan.id } })
  const seat = await makeParticipant(db, meeting, { memberId: members.mother.id })
  const mother = await loginAs(accounts.mother, PHONE)
  await go(mother, `/gezinnen/${code}/plannen`)
  await mother.getByRole('link', { name: 'Wat u heeft verteld' }).click()
  await expect(mother.getByText('Dat Doeke weer drinkt.')).toBeVisible()
  await expect(mother.getByText('Dat het thuis rustig wordt.')).toBeHidden()
  await expect(mother.getByRole('heading', { name: 'Uw cijfers' })).toBeHidden()

  await db.participant.updateMany({ where: { id: seat.id }, data: { isAdmitted: true, attendance: 'present' } })
  await mother.reload()
  await expect(mother.getByText('Dat het thuis rustig wordt.')).toBeVisible()
  await ready(mother)
  await mother.getByRole('group', { name: 'Jildou' }).getByLabel('Uw cijfer').fill('5')
  await expect(mother.getByRole('group', { name: 'Uzelf' })).toBeVisible()
  await allKept(mother)
  const given = await db.safetyScore.findFirstOrThrow({ where: { scorerMemberId: members.mother.id } })
  expect([given.side, Number(given.score)]).toEqual(['family', 5])
  await go(mother, `/gezinnen/${code}`)
  await mother.getByRole('link', { name: 'GIPS 1 · Nu veilig' }).click()
  await expect(mother.getByRole('heading', { name: 'GIPS 1 – veiligheidsplan' })).toBeVisible()
})

test('a father who was not admitted gets 404 for every page of the plan in the making, but for his own words', async ({
  db,
}) => {
  const { code, plan, members, family } = await makeMeetingHousehold(db)
  const account = await loginAccount(db, { name: 'Doeke Kloosterhuis' })
  await makeFamilyAccess(db, members.father, account.personId)
  const meeting = await db.meeting.findFirstOrThrow({ where: { planId: plan.id } })
  await makeParticipant(db, meeting, { memberId: members.father.id })
  expect(family.code).toBe(code)
  const cookie = `${SESSION_COOKIE}=${await cookieFor(account.token)}`
  const statusOf = async (path: string) =>
    (await fetch(`${addresses().first}${path}`, { headers: { Cookie: cookie }, redirect: 'manual' })).status
  const base = `/gezinnen/${code}/plannen/gips-1`
  for (const path of ['', '/overleg', '/voorbereiding', '/pdf', `/zoals/${account.personId}`]) {
    expect(`${path} ${await statusOf(base + path)}`).toBe(`${path} 404`)
  }
  expect(await statusOf(`/beamer/${code}/gips-1`)).toBe(404)
  expect(await statusOf(`/api/gezinnen/${code}/live?plan=gips-1`)).toBe(404)
  expect(await statusOf(`/api/gezinnen/${code}/plannen/gips-1/cijferronde/live`)).toBe(404)
  expect(await statusOf(`${base}/inbreng`)).toBe(200)
})

const OPEN_TO = {
  // The deputy is told that they have no seat at this table.
  'inbreng/cijfers': ['director', 'deputy', 'noteTaker', 'professional'],
  // This meeting evaluates no goals: whoever has a seat is told so.
  'inbreng/percentages': ['director', 'deputy', 'noteTaker', 'professional'],
  'aantekeningen/safety': ['director', 'deputy', 'gipsMaster'],
  // There is no round to stop: whoever leads them is told so.
  cijferronde: ['director', 'deputy', 'gipsMaster', 'noteTaker'],
  'inbreng/top-3': ['director', 'deputy', 'professional'],
  'inbreng/top-3/zorg-1': ['director', 'deputy', 'professional'],
  'top-3/voorbereiding': ['director', 'deputy', 'noteTaker'],
} as const

test('each way of saving from a seat is open to exactly those who have one', async ({ db }) => {
  const dossier = await canaryDossier(db, 'fuut')
  const stranger = await canaryDossier(db, 'meerkoet')
  const { accounts, members } = dossier
  const score = { memberId: members.child.id, score: '7', cannotJudge: false, base: 9 }
  const bodies: Record<keyof typeof OPEN_TO, object> = {
    'inbreng/cijfers': { ...score, reason: '', onePointHigher: '', underSixAnswer: '' },
    'inbreng/percentages': { goalId: members.child.id, percent: '70', remark: '', base: 0 },
    'aantekeningen/safety': { text: 'x', base: 9, saveId: crypto.randomUUID() },
    cijferronde: { move: 'stop' },
    'inbreng/top-3': { mayBeUsed: false },
    'inbreng/top-3/zorg-1': { text: 'x', base: 9, saveId: crypto.randomUUID() },
    'top-3/voorbereiding': { personId: accounts.professional.personId },
  }
  const wrong: string[] = []
  for (const [noun, allowed] of Object.entries(OPEN_TO) as [keyof typeof OPEN_TO, readonly string[]][]) {
    const ask = async (token: string | null, body: unknown, origin = addresses().first) => {
      const response = await fetch(`${addresses().first}/api/gezinnen/${dossier.code}/plannen/gips-2/${noun}`, {
        method: ['top-3/voorbereiding', 'cijferronde'].includes(noun) ? 'POST' : 'PUT',
        headers: {
          'Content-Type': 'application/json',
          Origin: origin,
          ...(token && { Cookie: `${SESSION_COOKIE}=${await cookieFor(token)}` }),
        },
        body: JSON.stringify(body),
      })
      return response.status
    }
    for (const [name, { token }] of Object.entries({ ...accounts, stranger: stranger.accounts.director })) {
      const status = await ask(token, bodies[noun])
      // Let in: kept, or told that someone was first or that something is wrong; else as if it were not there.
      const expected = allowed.includes(name) ? [200, 409, 422] : [404]
      if (!expected.includes(status)) wrong.push(`${noun} ${name}: ${status}`)
    }
    expect([
      await ask(null, bodies[noun]),
      await ask(accounts.director.token, bodies[noun], 'https://elders.example'),
    ]).toEqual([401, 400])
    expect(await ask(accounts.professional.token, 'x')).toBe(allowed.includes('professional') ? 422 : 404)
  }
  expect(wrong).toEqual([])
})
