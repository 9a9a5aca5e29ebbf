import { formatDay } from '@/lib/dates'
import { pageTexts } from '../pdf/pdf-text'
import { hearFamily, planMeeting, prepare } from './support/around-the-meeting'
import { endMeeting, finishMeeting, followOnProjector, planWork, safetyRound } from './support/at-the-table'
import { logInByForm } from './support/forms'
import { go } from './support/going'
import { makeHousehold } from './support/household'
import { mailAbout } from './support/mailbox'
import { ready } from './support/screens'
import { AGREEMENTS, FAMILY_WORDS, GOALS, OF_THE_FATHER } from './support/story'
import { published, Tally } from './support/tally'
import { expect, test } from './support/test'

test('one family through GIPS 1, from the login to a definitive plan that is carried out', async ({
  visit,
  loginAs,
  db,
}) => {
  test.setTimeout(480_000)
  const home = await makeHousehold(db)
  const { code, accounts } = home
  const plan = `/gezinnen/${code}/plannen/gips-1`
  const tally = new Tally()
  const director = await tally.watch(await visit({ isNew: true }))

  await test.step('the case director logs in and starts GIPS 1', async () => {
    await go(director, `/gezinnen/${code}`)
    await logInByForm(director, accounts.director)
    await expect(director.getByText(home.family.name)).toBeVisible()
    tally.reset()
    await director.getByRole('link', { name: 'Plannen' }).click()
    await director.getByRole('button', { name: 'Begin met GIPS 1' }).click()
    await expect(director.getByRole('heading', { name: 'Voorbereiding van GIPS 1' })).toBeVisible()
  })

  await test.step('prepares it at the kitchen table', () => prepare(director, home))

  await test.step('plans the meeting and sends the invitations', async () => {
    await go(director, plan)
    await planMeeting(director, home)
  })

  await test.step('notes who is there and starts the meeting', async () => {
    await go(director, `${plan}/overleg`)
    await director.getByRole('button', { name: 'Start het overleg met wie er is' }).click()
    await expect(director.getByRole('main').getByText('overleg bezig')).toBeVisible()
  })

  const noteTaker = await tally.watch(await loginAs(accounts.noteTaker, { app: 'second', isNew: true }))
  const projector = await loginAs(accounts.gipsMaster, { app: 'second' })
  const professional = await loginAs(accounts.professional)
  await go(noteTaker, `${plan}/overleg`)
  await ready(noteTaker)
  await go(projector, `/beamer/${code}/gips-1`)

  await test.step('the projector follows the director and every key of the note-taker', async () => {
    await followOnProjector({ director, noteTaker, projector })
  })
  await test.step('the safety round, and what the director decides about it', async () => {
    await safetyRound({ director, noteTaker })
  })
  await test.step('concerns, the TOP-3, goals and agreements', async () => {
    await planWork({ director, noteTaker, home })
  })
  await test.step('careful execution, until nothing is missing', async () => {
    await finishMeeting({ noteTaker })
  })
  await test.step('a professional reads along', async () => {
    await go(professional, plan)
    await expect(professional.getByText(GOALS[0]).first()).toBeVisible()
    await expect(professional.getByText(OF_THE_FATHER).first()).toBeVisible()
    await expect(professional.getByRole('heading', { name: 'Volgende stap' })).toBeHidden()
  })

  await test.step('director and chair go down the checklist, and the plan becomes provisional', async () => {
    await endMeeting(director)
  })
  await test.step('parents answer, a proposal is decided, the plan is seen through the eyes of the mother', async () => {
    await hearFamily(director, home)
  })
  await test.step('the plan becomes definitive', async () => {
    await director.getByRole('button', { name: 'Maak het plan definitief' }).click()
    await expect(director.getByText('Het plan is definitief. Iedereen krijgt bericht.')).toBeInViewport()
    await expect(director.getByText('definitief', { exact: true }).first()).toBeVisible()
    expect(tally.cells).toBe(published('GIPS 1'))
  })

  await test.step('everyone is told once, without a word of the family', async () => {
    for (const { email } of Object.values(accounts)) {
      const mail = await mailAbout(email, 'Er is een definitief plan')
      expect(mail.text).toContain(code)
      const everything = `${mail.subject}\n${mail.text}\n${mail.html}`
      expect([...FAMILY_WORDS, ...GOALS].filter((word) => everything.includes(word))).toEqual([])
    }
  })

  await test.step('the professional ticks off an agreement', async () => {
    await go(professional, '/mijn-afspraken')
    const card = professional.getByRole('listitem').filter({ hasText: AGREEMENTS[0] })
    await ready(professional)
    await card.getByRole('button', { name: /^Gedaan/ }).click()
    await expect(card.getByRole('button', { name: 'Ongedaan maken' })).toBeVisible()
    await expect.poll(() => db.agreementTick.count({ where: { familyId: home.family.id, state: 'done' } })).toBe(1)
  })

  const mother = await loginAs(accounts.mother, { app: 'second' })
  await test.step('the mother reads the plan, and not what the father said', async () => {
    await go(mother, '/gezinnen')
    await mother.getByRole('link', { name: home.family.name }).first().click()
    await mother.getByRole('link', { name: 'Plannen' }).click()
    await mother
      .getByRole('link', { name: /GIPS 1/ })
      .first()
      .click()
    await expect(mother.getByRole('heading', { name: 'GIPS 1 – veiligheidsplan' })).toBeVisible()
    await expect(mother.getByText(GOALS[0]).first()).toBeVisible()
    await expect(mother.getByText(AGREEMENTS[1]).first()).toBeVisible()
    await expect(mother.locator('html')).not.toContainText(OF_THE_FATHER)
  })

  await test.step('everyone sees the score and the chart', async () => {
    for (const page of [director, professional, noteTaker, projector, mother]) {
      await go(page, `/gezinnen/${code}`)
      await expect(page.getByText('Veiligheid nu: ').locator('..')).toContainText('3,5')
      await expect(page.getByRole('img', { name: /^Lijngrafiek van/ }).first()).toBeVisible()
      await page.getByText('Bekijk de cijfers in een tabel').click()
      const row = page.getByRole('table', { name: 'De cijfers van de grafiek' }).getByRole('row').nth(1)
      await expect(row).toContainText('GIPS 1')
      await expect(row).toContainText('3,5')
    }
  })

  await test.step('the download holds no name', async () => {
    await go(director, `${plan}/pdf`)
    const [download] = await Promise.all([
      director.waitForEvent('download'),
      director.getByRole('button', { name: 'Download als pdf' }).first().click(),
    ])
    const text = pageTexts(await bytesOf(await download.createReadStream())).join('\n')
    expect(download.suggestedFilename()).toMatch(/\.pdf$/)
    expect(text.replace(/\s+/g, ' ')).toContain('Bij ruzie gaat ieder naar een andere kamer.')
    const staff = Object.values(accounts).flatMap(({ name }) => name.split(' '))
    expect([...FAMILY_WORDS, ...staff].filter((name) => text.toLowerCase().includes(name.toLowerCase()))).toEqual([])
  })

  await test.step('nor does the download of all assessments', async () => {
    await go(director, `/gezinnen/${code}/veiligheid`)
    await director.getByRole('link', { name: 'Downloaden' }).click()
    await expect(director.getByRole('heading', { name: 'Zonder namen downloaden' })).toBeVisible()
    const [download] = await Promise.all([
      director.waitForEvent('download'),
      director.getByRole('button', { name: 'Download als pdf' }).first().click(),
    ])
    const text = pageTexts(await bytesOf(await download.createReadStream())).join('\n')
    expect(download.suggestedFilename()).toMatch(/-veiligheid-[\d-]+\.pdf$/)
    expect(text.replace(/\s+/g, ' ')).toMatch(/GIPS 1, .* Gemiddeld: 3,5/)
    const staff = Object.values(accounts).flatMap(({ name }) => name.split(' '))
    expect([...FAMILY_WORDS, ...staff].filter((name) => text.toLowerCase().includes(name.toLowerCase()))).toEqual([])
  })

  await test.step('the trail tells who did what', async () => {
    await go(director, `/gezinnen/${code}/inzage`)
    await expect(director.getByRole('heading', { name: formatDay(new Date()) })).toBeVisible()
    for (const [who, what] of [
      [accounts.director.name, 'maakte GIPS 1 definitief'],
      [accounts.noteTaker.name, 'schreef in het verslag van GIPS 1'],
      [accounts.professional.name, 'zei hoe het met een afspraak staat'],
      [accounts.mother.name, 'las GIPS 1'],
      [accounts.director.name, 'downloadde GIPS 1, zonder namen'],
    ] as const) {
      await expect(director.getByRole('listitem').filter({ hasText: who }).filter({ hasText: what })).toHaveCount(1)
    }
  })
})

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) {
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
