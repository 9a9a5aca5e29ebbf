import { expect, type Page } from '@playwright/test'
import { go } from './going'
import {
  fillCareful,
  hearParents,
  makeDefinitive,
  openMeeting,
  prepareWithFamily,
  type Road,
  reviewSafetyGoals,
  scoreEveryone,
} from './on-the-road'
import { question, ready } from './screens'

const RULE = 'Wie een pauze neemt, komt na een half uur terug.'

/** GIPS 5: the future plan, with who keeps an eye on it in the year after. */
export async function lookAhead(road: Road, path: string): Promise<void> {
  const { home, director } = road
  await ready(director)
  await question(director, 'future.rules').getByRole('textbox').fill(RULE)
  await prepareWithFamily(road, path)
  await openMeeting(road, path)
  await scoreEveryone(road, '8')
  await reviewSafetyGoals(road)
  await fillCareful(road)
  await go(director, path)
  const asked = director.getByRole('link', { name: 'Wie is de casemanager in het jaar na dit plan?' })
  await expect(asked).toBeVisible()
  const year = director.getByRole('form', { name: 'Het jaar na dit plan' })
  await year.getByLabel('Wie is de casemanager?').selectOption({ label: home.nameOf('jeugdverpleegkundige') })
  await year.getByRole('checkbox', { name: 'Onze regels thuis' }).check()
  await year.getByRole('button', { name: 'Bewaar het jaar na dit plan' }).click()
  await expect(asked).toBeHidden()
  await hearParents(road)
  await goDownChecklist(director)
  await makeDefinitive(road)
  await expect(director.getByText(`Casemanager: ${home.nameOf('jeugdverpleegkundige')}`)).toBeVisible()
}

/** The dashboard after it all: the three lines, in the table that says the same. */
export async function readTheLines({ director, home }: Road): Promise<void> {
  await go(director, `/gezinnen/${home.code}`)
  await director.getByText('Bekijk de cijfers in een tabel').click()
  const table = director.getByRole('table', { name: 'De cijfers van de grafiek' })
  const lines = [
    ['GIPS 1', /2,5/],
    ['GIPS 2', /6,5/],
    ['GIPS 3', /7,0/],
    ['GIPS 4', /7,5.*60 %.*80 %/],
    ['GIPS 5', /8,0/],
  ] as const
  for (const [meeting, figures] of lines) {
    await expect(table.getByRole('row').filter({ hasText: meeting }).first()).toHaveText(figures)
  }
}

/** The dossier is closed, with a word on what still runs. */
export async function closeDossier({ director, home }: Road): Promise<void> {
  await go(director, `/gezinnen/${home.code}/afsluiten`)
  const close = director.getByRole('form', { name: 'Dossier sluiten' })
  await close.getByRole('radio', { name: 'Het traject is klaar' }).check()
  await close.getByLabel('Vertel kort hoe het eindigt').fill('Het gezin kan zelf verder.')
  await close.getByLabel('Wat gebeurt er met alle afspraken?').selectOption('Het gezin gaat er zelf mee door')
  await close.getByRole('checkbox', { name: /zeker/ }).check()
  await close.getByRole('button', { name: 'Sluit het dossier' }).click()
  await expect(director.getByRole('heading', { name: 'Dit dossier is gesloten' })).toBeVisible()
}

/** This meeting ends on the plan's own page: with the chair the director goes through how it went. */
async function goDownChecklist(director: Page): Promise<void> {
  const checklist = director.getByRole('region', { name: 'Samen met de GIPSmeester nagelopen' })
  await checklist.getByLabel('Het overleg ging zoals het bedoeld is').check()
  await checklist.getByLabel('Het gezin kan de taal van het plan begrijpen').check()
  await checklist.getByRole('button', { name: 'Bewaar' }).click()
  await expect(director.getByRole('link', { name: /^Loop met de GIPSmeester na/ })).toBeHidden()
}
