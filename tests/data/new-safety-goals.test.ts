import { describe, expect, test } from 'vitest'
import { agreementsInDossier, myAgreements } from '@/lib/data/agreements'
import { closeAgreement } from '@/lib/data/agreements-in-force'
import { extraAssessmentPage } from '@/lib/data/assessment-page'
import { hashOf } from '@/lib/data/freeze'
import { revisePlan } from '@/lib/data/plan-life'
import { pdfSource } from '@/lib/data/plan-pdf'
import { safetyPage } from '@/lib/data/safety-page'
import { plainDateIn } from '@/lib/dates'
import { passPersonGate } from '@/lib/person-gate'
import { afterAssessment } from '@/tests/support/after-assessment'
import { readDashboard } from '@/tests/support/dashboard'
import { done } from './meeting-dossier'

const { tables, past, typed, at, add, plan, versions, stored, goalsIn, messages } = afterAssessment()
const today = plainDateIn(new Date())

describe('new safety goals after an extra assessment', () => {
  test('make a version of the safety plan that is in force at once, with all that was in it', async () => {
    const { here } = tables
    const path = await add(typed())
    expect(path).toBe(`/gezinnen/${here.code}/plannen/gips-1?versie=2`)
    expect(await stored()).toMatchObject({ state: 'definitive', version: 2 })
    expect(await goalsIn(here.officer)).toEqual(
      expect.arrayContaining(['Noor belt Riet als het te veel wordt.', 'Fenna slaapt elke nacht door.']),
    )
    expect(await goalsIn(here.officer, 1)).toEqual(['Noor belt Riet als het te veel wordt.'])
    const { document } = await plan(here.director)
    expect(document).toMatchObject({ version: 2, state: 'definitive', adoptedOn: today })
  })

  test('are frozen like any version: each row with its hash, in the order of the agenda, and the first stays as it was', async () => {
    const [before] = await versions()
    await add(typed())
    const [first, second] = await versions()
    expect(first).toEqual(before)
    const rows = second?.frozenRows ?? []
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index))
    for (const { content, hash } of rows) expect(hash).toBe(hashOf(content))
    expect(second?.manifest).toEqual(rows.map(({ id, hash }) => ({ id, hash })))
    expect(second?.rootHash).toBe(hashOf(rows.map(({ id, hash }) => ({ id, hash }))))
    const items = [...new Set(rows.map(({ itemKey }) => itemKey))]
    expect(items.filter((key) => key?.startsWith('safety.extra'))).toEqual([
      'safety.extraGoals',
      'safety.extraAgreements',
    ])
    expect(items.indexOf('safety.extraAgreements')).toBeLessThan(items.length - 1)
    expect(rows.filter(({ itemKey }, index) => rows[index - 1]?.itemKey !== itemKey)).toHaveLength(items.length)
    expect(second).toMatchObject({
      number: 2,
      reason: 'De nachten zijn niet veilig.',
      adoptedById: tables.here.director.id,
    })
  })

  test('stand on the dashboard and with who does them at once, and move no line of the chart and no station', async () => {
    const { here } = tables
    const dashboard = () => done(at(here.nurse, 'dossier.read', readDashboard))
    const mine = async () =>
      ((await passPersonGate(tables.app, { sessionHash: here.officer.session }, myAgreements))?.value ?? []).map(
        ({ text }) => text,
      )
    const before = await dashboard()
    expect(await mine()).toEqual([])
    await add(typed())
    const after = await dashboard()
    expect(await mine()).toEqual(['Koen rijdt ’s avonds langs.'])
    expect(after.dashboard.goals.map(({ text }) => text)).toContain('Fenna slaapt elke nacht door.')
    expect(
      after.dashboard.goals.filter(({ newSince }) => newSince).map(({ text, newSince }) => [text, newSince]),
    ).toEqual([['Fenna slaapt elke nacht door.', today]])
    expect(after.dashboard.series).toEqual(before.dashboard.series)
    expect(after.dashboard.stations).toEqual(before.dashboard.stations)
    expect(after.frame.score).toEqual(before.frame.score)
    expect(after.frame.score).toMatchObject({ kind: 'extra', mean: 4.5 })
    const safety = await done(at(here.nurse, 'safety.read', safetyPage))
    expect(safety.assessments.map(({ id }) => id)).toEqual([past.assessmentId])
  })

  test('are told to the whole team and the family, and at once to who does something', async () => {
    const { here } = tables
    await add(typed())
    const everyone = [here.director, here.chair, here.noteTaker, here.nurse, here.officer]
    expect((await messages('planDefinitive')).sort()).toEqual(expect.arrayContaining(everyone.map(({ id }) => id)))
    expect(await messages('agreementsInForce')).toEqual([here.officer.id])
  })

  test('leave lines in the trail: of the plan, and of the assessment', async () => {
    await add(typed())
    const lines = await tables.owner.auditLine.findMany({
      where: { familyId: tables.here.familyId, kind: 'change' },
      select: { right: true, subject: true, detail: true },
    })
    expect(lines).toContainEqual({
      right: 'plan.adopt',
      subject: 'plan gips1',
      detail: { plan: 'gips-1', version: 2, goals: 1, agreements: 1 },
    })
    expect(lines).toContainEqual({
      right: 'assessment.lead',
      subject: `extra assessment ${past.assessmentId}`,
      detail: { what: 'new goals' },
    })
  })

  test('are marked with the assessment for who may read it; to the family they are goals like any', async () => {
    const { here } = tables
    const input = typed()
    await add(input)
    const id = input.goals[0]?.id ?? ''
    expect((await plan(here.nurse)).origins[id]).toMatch(/^Erbij gekomen na de extra inschatting van /)
    expect((await plan(here.officer)).origins).toEqual({})
    const ofMother = await plan(here.motherAccount)
    expect(ofMother.origins).toEqual({})
    expect(await goalsIn(here.motherAccount)).toContain('Fenna slaapt elke nacht door.')
    expect(JSON.stringify(ofMother)).not.toContain('inschatting')
    const rows = await done(at(here.motherAccount, 'plan.read', ({ tx }) => tx.assessmentGoal.findMany()))
    expect(rows).toEqual([])
    const page = await done(
      at(here.chair, 'assessment.read', (viewer) => extraAssessmentPage(viewer, past.assessmentId)),
    )
    expect(page).toMatchObject({ goals: [{ id, version: 2 }], mayAddGoals: false })
  })

  test('that are hidden from the family are so in the plan, on the dashboard and in the list of agreements', async () => {
    const { here } = tables
    const input = typed()
    await add({ ...input, goals: input.goals.map((goal) => ({ ...goal, shield: true })) })
    expect(await goalsIn(here.motherAccount)).toEqual(['Noor belt Riet als het te veel wordt.'])
    const seen = JSON.stringify(await done(at(here.motherAccount, 'dossier.read', readDashboard)))
    expect(seen).not.toContain('Fenna slaapt')
    const agreements = await done(at(here.motherAccount, 'dossier.read', agreementsInDossier))
    expect(agreements.map(({ text }) => text)).toEqual(['Yara belt elke week.'])
    expect(await goalsIn(here.nurse)).toContain('Fenna slaapt elke nacht door.')
  })

  test('about one member are read by the family as its other goals are', async () => {
    const { here } = tables
    const input = typed()
    await add({ ...input, goals: input.goals.map((goal) => ({ ...goal, about: here.brother.id })) })
    expect(await goalsIn(here.motherAccount)).not.toContain('Fenna slaapt elke nacht door.')
  })

  test('come in the anonymous download of that version', async () => {
    await add(typed())
    const { document, fileName } = await done(
      at(tables.here.nurse, 'plan.download', (viewer) => pdfSource(viewer, 'gips-1', 2)),
    )
    expect(fileName).toContain('gips-1-versie-2')
    expect(JSON.stringify(document)).toContain('Fenna slaapt elke nacht door.')
  })

  test('leave the agreements out that were closed since', async () => {
    const { here, owner } = tables
    await done(at(here.director, 'plan.revise', (viewer) => revisePlan(viewer, here.plan.id)))
    await done(
      at(here.director, 'agreement.close', (viewer) =>
        closeAgreement(viewer, { planId: here.plan.id, agreementId: past.oldAgreement.id, reason: 'Niet meer nodig.' }),
      ),
    )
    await add(typed())
    const texts = (await versions())[1]?.frozenRows.map(({ content }) => (content as { text?: string }).text)
    expect(texts).not.toContain('Yara belt elke week.')
    expect(texts).toContain('Koen rijdt ’s avonds langs.')
    expect(await owner.goal.count({ where: { id: past.oldGoalId, closedAt: null } })).toBe(1)
  })
})
