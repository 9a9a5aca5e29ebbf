import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { betweenPage } from '@/lib/data/between-page'
import {
  considerMeasurement,
  correctMeasurement,
  measurementsInOrder,
  measurementView,
  mendMeasurement,
  recordKeyDecision,
  recordMeasurements,
} from '@/lib/data/measurements'
import type { DossierViewer } from '@/lib/gate'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as, attempt, canaryIn, FAMILY, linesOf, TEAM } from './dossier-ground'

const ground = onTwoDossiers()

const row = (current: number, lasting: number, childId = ground.first.members.child.id) => ({
  childId,
  current,
  lasting,
  explanation: 'Het was rustig',
})
const contact = { measuredOn: '2026-03-03', contact: 'visit' as const }

const measure = (rows: ReturnType<typeof row>[], given: Partial<typeof contact> = {}) =>
  as(ground, 'director', 'measurements.write', async (viewer) => {
    await recordMeasurements(viewer, { formId: v7(), ...contact, ...given, rows })
    return (await measurementsInOrder(viewer)).slice(-rows.length)
  })
const aDayAgo = () => new Date(Date.now() - 25 * 3_600_000)

describe('measurements', () => {
  test('are read by the team and, unless opened, by nobody of the family, whatever the code asks', async () => {
    for (const account of TEAM) {
      const read = await as(ground, account, 'measurements.read', measurementsInOrder)
      expect(read.map(({ explanation }) => explanation)).toContain(canaryIn(ground, 'measurement'))
    }
    const { tokenHash } = ground.first.accounts.noteTaker
    expect((await attempt(ground, tokenHash, 'measurements.read', measurementsInOrder)).outcome).toBe('refused')
    for (const account of [...FAMILY, 'noteTaker'] as const) {
      const seen = await as(ground, account, 'dossier.read', ({ tx }) =>
        Promise.all([tx.measurement.count(), tx.measurementCorrection.count()]),
      )
      expect(seen).toEqual([0, 0])
    }
  })

  test('of several children are kept in one go, each with what changed since the one before', async () => {
    const { child, teenager } = ground.first.members
    const made = await measure([row(5, 5), row(7.5, 6, teenager.id)])
    expect(made.map(({ child: { id }, asksQuestions, asksAssessment }) => [id, asksQuestions, asksAssessment])).toEqual(
      [
        [teenager.id, false, false],
        [child.id, true, true],
      ],
    )
    expect(made[1]).toMatchObject({ before: { current: 6, lasting: 5 }, current: 5, lasting: 5, mayMend: true })
  })

  test.each([
    ['a date still to come', { measuredOn: '2999-01-01' }, () => row(6, 6)],
    ['somebody who is no child', {}, () => row(6, 6, ground.first.members.mother.id)],
    ['a child of another family', {}, () => row(6, 6, ground.second.members.child.id)],
  ])('are not taken of %s', async (_what, given, made) => {
    const before = await ground.owner.measurement.count()
    await expect(measure([made()], given)).rejects.toMatchObject({ name: 'UserError' })
    expect(await ground.owner.measurement.count()).toBe(before)
  })

  test('are mended by who made them for a day; then they stand, also in the database', async () => {
    const [made] = await measure([row(4, 3)])
    const measurementId = made?.id ?? ''
    const mended = { measurementId, ...contact, current: 4.5, lasting: 3, explanation: 'Toch iets beter' }
    const mend = (account: AccountName) =>
      as(ground, account, 'measurements.write', (viewer) => mendMeasurement(viewer, mended))
    await expect(mend('deputy')).rejects.toMatchObject({ message: expect.stringContaining('aanvulling') })
    await mend('director')
    expect(await ground.owner.measurement.findFirst({ where: { id: measurementId } })).toMatchObject({
      explanation: 'Toch iets beter',
    })
    await ground.owner.measurement.updateMany({ where: { id: measurementId }, data: { createdAt: aDayAgo() } })
    await expect(mend('director')).rejects.toMatchObject({ message: expect.stringContaining('aanvulling') })
    const bySql = (viewer: DossierViewer) =>
      viewer.tx.measurement.updateMany({ where: { id: measurementId }, data: { currentSafety: 9 } })
    await expect(as(ground, 'director', 'measurements.write', bySql)).rejects.toThrow('stands')
    await as(ground, 'director', 'measurements.write', (viewer) =>
      correctMeasurement(viewer, { formId: v7(), measurementId, text: 'Het was de dag ervoor' }),
    )
    const view = await as(ground, 'professional', 'measurements.read', (viewer) =>
      measurementView(viewer, measurementId),
    )
    expect(view.corrections.map(({ text }) => text)).toEqual(['Het was de dag ervoor'])
    expect(view.mayMend).toBe(false)
  })

  test('keep the answers to the four questions and the key decision once, and then ask no more', async () => {
    const [made] = await measure([row(8, 7)], { measuredOn: '2026-03-10' })
    const measurementId = made?.id ?? ''
    const asked = async () =>
      (await as(ground, 'director', 'progress.read', betweenPage)).questions.filter(
        ({ measurement: { child } }) => child.id === ground.first.members.child.id,
      )
    expect(await asked()).toMatchObject([{ asksQuestions: true, asksAssessment: false, asksKeyDecision: true }])
    const answer = { measurementId, followUps: ['help' as const], followUpNote: null }
    const consider = () => as(ground, 'director', 'measurements.write', (viewer) => considerMeasurement(viewer, answer))
    await consider()
    expect(await asked()).toMatchObject([{ asksQuestions: false, asksKeyDecision: true }])
    await expect(consider()).rejects.toMatchObject({ name: 'UserError' })
    await as(ground, 'director', 'measurements.write', (viewer) =>
      recordKeyDecision(viewer, { measurementId, keyDecision: 'Door naar herstel' }),
    )
    expect(await asked()).toEqual([])
    expect(await linesOf(ground, `measurement ${measurementId}`)).toEqual([
      { right: 'measurements.write', detail: { what: 'considered' } },
      { right: 'measurements.write', detail: { what: 'decided' } },
    ])
  })

  test('are written under nobody else’s name, and not for a day to come', async () => {
    const { family, members, accounts } = ground.first
    const insert = (given: object) => (viewer: DossierViewer) =>
      viewer.tx.measurement.createMany({
        data: {
          familyId: family.id,
          id: v7(),
          childId: members.child.id,
          measuredOn: new Date('2026-03-03'),
          contact: 'visit',
          currentSafety: 6,
          lastingSafety: 6,
          explanation: 'x',
          authorPersonId: accounts.director.personId,
          createdAt: viewer.now,
          ...given,
        },
      })
    const wrong = [
      { authorPersonId: accounts.deputy.personId },
      { measuredOn: new Date('2999-01-01') },
      { createdAt: new Date('2999-01-01') },
    ]
    for (const given of wrong) {
      await expect(as(ground, 'director', 'measurements.write', insert(given))).rejects.toThrow('row-level security')
    }
  })
})
