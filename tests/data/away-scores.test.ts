import { beforeEach, describe, expect, test } from 'vitest'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { familiesPage } from '@/lib/data/families-page'
import { missingAfterMeeting } from '@/lib/data/meeting-page'
import { liveDocument } from '@/lib/data/plan-document'
import { planRow } from '@/lib/data/plan-life'
import { moveProjector, readSlide } from '@/lib/data/projector'
import { safetyPage } from '@/lib/data/safety-page'
import { dashboardSeries } from '@/lib/domain/chart'
import { SlideMemory } from '@/lib/live/slide-memory'
import { makeParticipant } from '@/prisma/factories/plan'
import { makeAssessment } from '@/prisma/factories/safety'
import { listed } from '@/tests/support/entering'
import { atTable, done, meetingTables } from './meeting-dossier'

const tables = meetingTables()
const REASON = 'Van de verpleegkundige die er niet was.'

/** The nurse gave a 2 beforehand, the officer an 8, the mother a 5; neither nurse nor mother is there in the end. */
beforeEach(async () => {
  const { owner, here } = tables
  const { child, brother, mother, nurse, officer } = here
  await makeParticipant(owner, here.meeting, { memberId: mother.id, attendance: 'absent' })
  await makeAssessment(owner, here.family, {
    planId: here.plan.id,
    minimumMet: true,
    assessed: [child, brother],
    scores: [child, brother].flatMap(({ id: memberId }) => [
      { memberId, score: 2, scorerPersonId: nurse.id, reason: REASON },
      { memberId, score: 8, scorerPersonId: officer.id },
      { memberId, score: 5, scorerMemberId: mother.id },
    ]),
  })
  await nurseIs('absent')
})

const nurseIs = (attendance: 'absent' | 'present') =>
  tables.owner.participant.updateMany({ where: { personId: tables.here.nurse.id }, data: { attendance } })

async function close() {
  const { owner, here } = tables
  await owner.safetyAssessment.updateMany({ where: { familyId: here.familyId }, data: { closedAt: new Date() } })
  await owner.plan.updateMany({ where: { familyId: here.familyId }, data: { version: 1 } })
}

describe('the score of a professional who is marked absent afterwards', () => {
  test('counts for nobody in the current score, its lowest member and the chart, also where attendance is not to be read', async () => {
    const { here } = tables
    await close()
    for (const who of [here.director, here.officer, here.motherAccount]) {
      const frame = await done(atTable(tables, who, dossierFrame, 'dossier.read'))
      expect(frame.score).toMatchObject({ mean: 8, lowest: { score: 8 } })
      expect(dashboardSeries(frame.assessments, []).safety.map(({ value }) => value)).toEqual([8])
    }
  })

  test('counts in no card of the list of families', async () => {
    await close()
    const { families } = await listed(tables.app, { tokenHash: tables.here.director.session }, familiesPage)
    expect(families[0]).toMatchObject({ score: { mean: 8, lowest: 8 } })
  })

  test('stands apart on the safety page, with what was said; the family’s stands where it was', async () => {
    await close()
    const page = await done(atTable(tables, tables.here.officer, safetyPage, 'safety.read'))
    const [child] = page.assessments[0]?.members ?? []
    expect(page.assessments[0]).toMatchObject({ mean: 8, lowest: { score: 8 } })
    expect(child).toMatchObject({ mean: 8, professionals: [{ score: 8 }], away: [{ score: 2, reason: REASON }] })
    expect(child?.beside.map(({ score }) => score)).toEqual([5])
    expect(page.courses.flatMap(({ points }) => points.map(({ score }) => score))).toEqual([8, 8])
  })

  test('asks for no answer before the minimum requirements can be met', async () => {
    const { here } = tables
    const missing = async () =>
      (await done(atTable(tables, here.director, (viewer) => missingAfterMeeting(viewer, here.plan.id))))
        .map(({ sentence }) => sentence)
        .join('\n')
    expect(await missing()).not.toContain('een 2 gegeven')
    expect(await missing()).not.toContain('gemiddeld een 5,0')
    await nurseIs('present')
    expect(await missing()).toContain('een 2 gegeven')
    expect(await missing()).toContain('gemiddeld een 5,0')
  })

  test('stands not in the plan, and not in the round on the projector', async () => {
    const { here } = tables
    const plan = () =>
      done(atTable(tables, here.director, async (viewer) => liveDocument(viewer, await planRow(viewer, here.plan.id))))
    const slide = () =>
      done(
        atTable(
          tables,
          here.chair,
          async (viewer) => {
            await moveProjector(viewer, 'gips-1', { to: 'safety.round' })
            return readSlide(viewer, 'gips-1', new SlideMemory(() => null))
          },
          'projector.move',
        ),
      )
    const means = async () => (await slide()).blocks.map((block) => (block.kind === 'scores' ? block.mean : null))
    expect(JSON.stringify(await plan())).not.toContain(REASON)
    expect(await means()).toContain(8)
    await nurseIs('present')
    expect(JSON.stringify(await plan())).toContain(REASON)
    expect(await means()).toContain(5)
  })
})
