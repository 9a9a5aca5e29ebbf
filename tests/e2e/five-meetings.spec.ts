import { freshJanna } from './support/janna'
import { begin, type Road } from './support/on-the-road'
import { evaluate } from './support/road-evaluation'
import { closeDossier, lookAhead, readTheLines } from './support/road-future'
import { recover } from './support/road-recovery'
import { assessRisks } from './support/road-risks'
import { published, Tally } from './support/tally'
import { expect, test } from './support/test'

// GIPS 1 of this family is the demo's; `journey.spec.ts` walks through another one from the first page on. What is written in
// the database instead of on a screen: the questions that GIPS 2 and 3 do not come back to (`markTheRest`), which would take
// minutes and are filled in one by one in `risks.spec.ts` and `recovery.spec.ts`.
test('the family of Janna walks through all its meetings, from GIPS 2 to the closing of the dossier', async ({
  loginAs,
  db,
}) => {
  test.setTimeout(600_000)
  const home = await freshJanna(db)
  const tally = new Tally()
  const road: Road = {
    db,
    home,
    director: await tally.watch(await loginAs(home.director, { isNew: true })),
  }
  const planAt = (slug: string) => `/gezinnen/${home.code}/plannen/${slug}`
  const nurse = await loginAs(home.nurse, { app: 'second' })

  await test.step('GIPS 2: risks by keys, a private TOP-3, a 6,5 for everyone, risk goals', async () => {
    await assessRisks(road, nurse, planAt('gips-2'))
  })

  await test.step('GIPS 3: a recovery plan for Janna and one for her mother', async () => {
    await begin(road, 'GIPS 3')
    await recover(road, planAt('gips-3'))
  })

  await test.step('GIPS 4: all goals in one table, and a work goal where it is not enough', async () => {
    tally.reset()
    await begin(road, 'GIPS 4')
    await evaluate(road, planAt('gips-4'))
    expect(tally.cells).toBe(published('GIPS 4'))
  })

  await test.step('GIPS 5: the future plan, the case manager, and the end', async () => {
    await begin(road, 'GIPS 5')
    await lookAhead(road, planAt('gips-5'))
  })

  await test.step('the dashboard shows three lines', () => readTheLines(road))

  await test.step('the dossier is closed, with a word on what still runs', () => closeDossier(road))
})
