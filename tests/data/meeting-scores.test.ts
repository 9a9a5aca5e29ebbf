import { describe, expect, test } from 'vitest'
import { assessMember, recordMinimum } from '@/lib/data/meeting-assessment'
import { meetingPage } from '@/lib/data/meeting-page'
import { saveScore } from '@/lib/data/scores'
import { SaveScore, type Someone } from '@/lib/domain/meeting-forms'
import { makeAssessment } from '@/prisma/factories/safety'
import { atTable, done, meetingTables } from './meeting-dossier'

const tables = meetingTables()

function score(memberId: string, scorer: Someone, typed: Record<string, unknown> = {}): SaveScore {
  return SaveScore.parse({
    memberId,
    scorer,
    score: '4,5',
    cannotJudge: false,
    reason: 'Er was deze week ruzie.',
    onePointHigher: 'Als oma elke dag komt.',
    underSixAnswer: '',
    base: 0,
    ...typed,
  })
}

const nurse = (): Someone => ({ kind: 'person', id: tables.here.nurse.id })
const give = (as: { session: Uint8Array }, input: SaveScore) =>
  atTable(tables, as, (viewer, plan) => saveScore(viewer, plan, input))
const scores = () => tables.owner.safetyScore.findMany({ where: { familyId: tables.here.familyId } })

describe('the safety round', () => {
  test('keeps what a professional gives, and makes the assessment with every child at the first need', async () => {
    const { here, owner } = tables
    expect(await done(give(here.noteTaker, score(here.child.id, nurse())))).toEqual({ outcome: 'saved', version: 1 })
    const [kept] = await scores()
    expect(kept).toMatchObject({
      side: 'professional',
      reason: 'Er was deze week ruzie.',
      aboutMemberId: here.child.id,
    })
    expect(Number(kept?.score)).toBe(4.5)
    const assessed = await owner.assessedMember.findMany({ where: { familyId: here.familyId, droppedReason: null } })
    expect(assessed.map(({ memberId }) => memberId).sort()).toEqual([here.child.id, here.brother.id].sort())
  })

  test('makes one assessment and one score when two screens start at the same moment', async () => {
    const { here, owner } = tables
    const both = [here.director, here.noteTaker].map((as) => give(as, score(here.child.id, nurse())))
    await Promise.all(both.map(done))
    expect(await scores()).toHaveLength(1)
    expect(await owner.safetyAssessment.count({ where: { familyId: here.familyId } })).toBe(1)
  })

  test('sent twice it makes nothing twice, and writes no second line in the trail', async () => {
    const { here, owner } = tables
    const input = score(here.child.id, nurse())
    await done(give(here.noteTaker, input))
    const lines = () =>
      owner.auditLine.count({ where: { familyId: here.familyId, kind: 'change', subject: { startsWith: 'score ' } } })
    expect(await lines()).toBe(1)
    expect(await done(give(here.noteTaker, input))).toEqual({ outcome: 'saved', version: 1 })
    expect(await lines()).toBe(1)
  })

  test('tells of both when two people write the same score, and keeps the first', async () => {
    const { here } = tables
    await done(give(here.noteTaker, score(here.child.id, nurse(), { score: 3 })))
    const second = await done(give(here.director, score(here.child.id, nurse(), { score: 7 })))
    expect(second).toMatchObject({
      outcome: 'conflict',
      version: 1,
      by: 'Lotte Prins',
      mine: { score: 7 },
      theirs: { score: 3 },
    })
    expect(Number((await scores())[0]?.score)).toBe(3)
  })

  test('keeps no figure of who cannot judge', async () => {
    const { here } = tables
    await done(
      give(
        here.noteTaker,
        score(here.child.id, nurse(), { score: '8', cannotJudge: true, reason: 'Ken het kind niet.' }),
      ),
    )
    expect((await scores())[0]).toMatchObject({ score: null, cannotJudge: true, reason: 'Ken het kind niet.' })
  })

  test.each([
    ['the neutral chair', () => ({ kind: 'person' as const, id: tables.here.chair.id }), 'neutraal'],
    ['someone of another family', () => ({ kind: 'person' as const, id: tables.elsewhere.nurse.id }), 'doet niet mee'],
    [
      'a member of another family',
      () => ({ kind: 'member' as const, id: tables.elsewhere.mother.id }),
      'doet niet mee',
    ],
  ])('takes no score from %s', async (_, scorer, sentence) => {
    const { here } = tables
    await expect(give(here.director, score(here.child.id, scorer()))).rejects.toThrow(sentence)
    expect(await scores()).toHaveLength(0)
  })

  test('takes no score for a child of another family, nor for who is not on the list', async () => {
    const { here, elsewhere } = tables
    await expect(give(here.noteTaker, score(elsewhere.child.id, nurse()))).rejects.toMatchObject({ field: 'memberId' })
    await expect(give(here.noteTaker, score(here.mother.id, nurse()))).rejects.toMatchObject({ field: 'memberId' })
    expect(await scores()).toHaveLength(0)
  })

  test('what the mother finds of her own safety is the director’s to write down', async () => {
    const { here } = tables
    const mother: Someone = { kind: 'member', id: here.mother.id }
    expect(await give(here.noteTaker, score(here.mother.id, mother))).toEqual({ outcome: 'refused' })
    await done(give(here.director, score(here.mother.id, mother)))
    expect((await scores())[0]).toMatchObject({ side: 'family', aboutMemberId: here.mother.id })
  })

  test('is closed once the plan is provisional', async () => {
    const { here, owner } = tables
    await makeAssessment(owner, here.family, { planId: here.plan.id, closedAt: new Date(), assessed: [here.child] })
    await expect(give(here.noteTaker, score(here.child.id, nurse()))).rejects.toThrow('afgesloten')
  })

  test('lets nobody else in: not the professional, the mother, the outsider, nor the director of another family', async () => {
    const { here, elsewhere, outsider } = tables
    for (const who of [here.nurse, here.chair, here.motherAccount, outsider, elsewhere.director, elsewhere.noteTaker]) {
      expect(await give(who, score(here.child.id, nurse()))).toEqual({ outcome: 'refused' })
    }
    expect(await scores()).toHaveLength(0)
  })
})

describe('who is assessed', () => {
  const assess = (as: { session: Uint8Array }, memberId: string, isAssessed: boolean, reason = '') =>
    atTable(tables, as, (viewer, plan) => assessMember(viewer, plan, { memberId, isAssessed, reason }))

  test('is the director’s list, and who is left out keeps the reason', async () => {
    const { here } = tables
    await done(assess(here.director, here.mother.id, true))
    await done(assess(here.director, here.brother.id, false, 'Hij woont al een jaar bij zijn vader.'))
    const { round } = await done(atTable(tables, here.director, (viewer) => meetingPage(viewer, 'gips-1')))
    expect(round.members.map(({ name, isAssessed, droppedReason }) => [name, isAssessed, droppedReason])).toEqual([
      ['Noor', true, null],
      ['Fenna', true, null],
      ['Siem', false, 'Hij woont al een jaar bij zijn vader.'],
    ])
  })

  test('is not the note-taker’s to change, nor for a member of another family', async () => {
    const { here, elsewhere } = tables
    expect(await assess(here.noteTaker, here.mother.id, true)).toEqual({ outcome: 'refused' })
    await expect(assess(here.director, elsewhere.mother.id, true)).rejects.toMatchObject({ field: 'memberId' })
  })
})

test('only the director records whether the minimum requirements are met', async () => {
  const { here, owner } = tables
  const record = (as: { session: Uint8Array }) =>
    atTable(tables, as, (viewer, plan) =>
      recordMinimum(viewer, plan, { isMet: false, reason: 'Nog niemand geeft een 6.' }),
    )
  expect(await record(here.noteTaker)).toEqual({ outcome: 'refused' })
  await done(record(here.director))
  const assessment = await owner.safetyAssessment.findFirst({ where: { familyId: here.familyId } })
  expect(assessment).toMatchObject({ minimumMet: false, minimumReason: 'Nog niemand geeft een 6.' })
})
