import { beforeEach, describe, expect, test } from 'vitest'
import { contributionPage } from '@/lib/data/contribution-page'
import { assessMember } from '@/lib/data/meeting-assessment'
import { meetingPage } from '@/lib/data/meeting-page'
import { planPage } from '@/lib/data/plan-page'
import { saveScore } from '@/lib/data/scores'
import { SaveScore } from '@/lib/domain/meeting-forms'
import { makePerson, makeSession } from '@/prisma/factories/accounts'
import { makeChildAdult, makeMember } from '@/prisma/factories/family'
import { makeParticipant } from '@/prisma/factories/plan'
import { makeAssessment } from '@/prisma/factories/safety'
import { makeFamilyAccess, makeMembership } from '@/prisma/factories/team'
import { atTable, done, meetingTables } from './meeting-dossier'
import { scoring, typed } from './scoring'

const tables = meetingTables()
type As = { id: string; session: Uint8Array }

const { give, typeInGrid } = scoring(tables)
const seat = (as: As) => done(atTable(tables, as, (viewer) => contributionPage(viewer, 'gips-1'), 'contribution.read'))
const grid = async () =>
  (await done(atTable(tables, tables.here.noteTaker, (viewer) => meetingPage(viewer, 'gips-1'), 'meeting.read'))).round
const kept = () => tables.owner.safetyScore.findMany({ where: { familyId: tables.here.familyId } })

describe('a professional’s own scores', () => {
  test('land in the rows of the note-taker’s grid, and make the assessment with every child at the first need', async () => {
    const { here } = tables
    expect((await seat(here.nurse)).scores?.members.map(({ name }) => name)).toEqual(['Fenna', 'Siem'])
    expect(await done(give(here.nurse, here.child.id))).toEqual({ outcome: 'saved', version: 1 })
    const { members, scores } = await grid()
    expect(members.filter(({ isAssessed }) => isAssessed).map(({ name }) => name)).toEqual(['Fenna', 'Siem'])
    expect(scores).toMatchObject([
      { memberId: here.child.id, scorer: { kind: 'person', id: here.nurse.id }, score: '5,5', version: 1 },
    ])
    expect((await kept())[0]).toMatchObject({ side: 'professional', authorPersonId: here.nurse.id })
  })

  test('make one assessment and one row when the phone and the grid start at the same moment', async () => {
    const { here, owner } = tables
    await Promise.all([
      done(give(here.nurse, here.child.id)),
      done(typeInGrid(here.noteTaker, here.nurse, here.child.id)),
      done(give(here.officer, here.child.id)),
    ])
    expect(await kept()).toHaveLength(2)
    expect(await owner.safetyAssessment.count({ where: { familyId: here.familyId } })).toBe(1)
    expect(await owner.assessedMember.count({ where: { familyId: here.familyId } })).toBe(2)
  })

  test('meet the note-taker’s in the same cell: the second hears of both, and nothing is lost', async () => {
    const { here } = tables
    await done(give(here.nurse, here.child.id, { reason: 'Van de telefoon' }))
    expect(
      await done(typeInGrid(here.noteTaker, here.nurse, here.child.id, { reason: 'Uit het rooster' })),
    ).toMatchObject({
      outcome: 'conflict',
      version: 1,
      by: 'Yara Bos',
      mine: { reason: 'Uit het rooster' },
      theirs: { reason: 'Van de telefoon' },
    })
    await done(typeInGrid(here.noteTaker, here.nurse, here.child.id, { reason: 'Samen', base: 1 }))
    expect(await done(give(here.nurse, here.child.id, { reason: 'Toch anders', base: 1 }))).toMatchObject({
      outcome: 'conflict',
      version: 2,
      by: 'Lotte Prins',
      theirs: { reason: 'Samen' },
    })
    expect((await kept())[0]).toMatchObject({ reason: 'Samen', version: 2 })
  })

  test('of a phone that is put away while it saves are kept whole, whichever request arrives first', async () => {
    const { here } = tables
    const contents = (reason: string) => ({ ...typed(here.child.id, { reason }), memberId: undefined, base: undefined })
    const under = give(here.nurse, here.child.id, { reason: 'Er is' })
    const last = give(here.nurse, here.child.id, { reason: 'Er is rust.', after: contents('Er is') })
    await Promise.all([done(under), done(last)])
    expect((await kept()).map(({ reason }) => reason)).toEqual(['Er is rust.'])
    await done(give(here.nurse, here.brother.id, { reason: 'Er is' }))
    expect(await done(give(here.nurse, here.brother.id, { reason: 'Er is rust.', after: contents('Er is') }))).toEqual({
      outcome: 'saved',
      version: 2,
    })
    const ofBrother = (await kept()).find(({ memberId }) => memberId === here.brother.id)
    expect(ofBrother).toMatchObject({ reason: 'Er is rust.', version: 2 })
    await done(typeInGrid(here.noteTaker, here.nurse, here.brother.id, { reason: 'Anders', base: 2 }))
    const late = { reason: 'Er is rust, zegt zij.', base: 2, after: contents('Er is rust.') }
    expect(await done(give(here.nurse, here.brother.id, late))).toMatchObject({ outcome: 'conflict' })
  })

  test('are all that the own page shows: not those of colleagues', async () => {
    const { here } = tables
    await done(give(here.nurse, here.child.id))
    await done(give(here.officer, here.child.id, { score: '3' }))
    const { scores } = await seat(here.nurse)
    expect(scores?.given).toMatchObject([{ scorer: { id: here.nurse.id }, score: '5,5' }])
    expect(scores?.given).toHaveLength(1)
  })

  test('go to whoever is logged in, whatever scorer the request names', async () => {
    const { here } = tables
    await done(give(here.nurse, here.child.id, { scorer: { kind: 'person', id: here.officer.id } }))
    expect((await kept()).map(({ scorerPersonId }) => scorerPersonId)).toEqual([here.nurse.id])
  })

  test('say "cannot judge" with a reason and without a figure', async () => {
    const { here } = tables
    await done(give(here.nurse, here.child.id, { score: '8', cannotJudge: true, reason: 'Ik ken haar niet.' }))
    expect((await kept())[0]).toMatchObject({ score: null, cannotJudge: true, reason: 'Ik ken haar niet.' })
  })

  test('are for who is on the director’s list alone', async () => {
    const { here, elsewhere } = tables
    await expect(give(here.nurse, here.mother.id)).rejects.toMatchObject({ field: 'memberId' })
    await expect(give(here.nurse, elsewhere.child.id)).rejects.toMatchObject({ field: 'memberId' })
    const onList = (viewer: Parameters<typeof assessMember>[0], plan: Parameters<typeof assessMember>[1]) =>
      assessMember(viewer, plan, { memberId: here.mother.id, isAssessed: true, reason: '' })
    await done(atTable(tables, here.director, onList))
    expect((await seat(here.nurse)).scores?.members.map(({ name }) => name)).toEqual(['Noor', 'Fenna', 'Siem'])
    await done(give(here.nurse, here.mother.id))
  })

  test('are never the neutral chair’s, who has no page for it either, not even as a professional of the team', async () => {
    const { here, owner } = tables
    expect(await give(here.chair, here.child.id)).toEqual({ outcome: 'refused' })
    const page = () => atTable(tables, here.chair, (viewer) => contributionPage(viewer, 'gips-1'), 'contribution.read')
    expect(await page()).toEqual({ outcome: 'refused' })
    await makeMembership(owner, here.family, here.chair.id)
    await expect(give(here.chair, here.child.id)).rejects.toThrow('neutraal')
    expect((await done(page())).scores).toBeNull()
    expect(await kept()).toEqual([])
  })

  test('wait for a seat: who was not invited, or is marked absent, is told so', async () => {
    const { here, owner } = tables
    const { id } = await makePerson(owner, { name: 'Ilse Mol' })
    await makeMembership(owner, here.family, id)
    const ilse = { id, session: (await makeSession(owner, id)).tokenHash }
    await expect(give(ilse, here.child.id)).rejects.toThrow('niet op de lijst')
    await owner.participant.updateMany({ where: { personId: here.nurse.id }, data: { attendance: 'absent' } })
    await expect(give(here.nurse, here.child.id)).rejects.toThrow('niet op de lijst')
    expect((await seat(here.nurse)).scores?.state).toBe('away')
    expect(await kept()).toEqual([])
  })

  test('are given in the meeting, not before and not after it', async () => {
    const { here, owner } = tables
    for (const state of ['invited', 'provisional'] as const) {
      await owner.$executeRaw`alter table plan disable trigger plan_steps`
      await owner.plan.updateMany({ where: { familyId: here.familyId }, data: { state } })
      await owner.$executeRaw`alter table plan enable trigger plan_steps`
      expect(await give(here.nurse, here.child.id)).toEqual({ outcome: 'refused' })
    }
  })

  test('stand once the round is closed', async () => {
    const { here, owner } = tables
    await makeAssessment(owner, here.family, { planId: here.plan.id, closedAt: new Date(), assessed: [here.child] })
    await expect(give(here.nurse, here.child.id)).rejects.toThrow('afgesloten')
    expect((await seat(here.nurse)).scores?.state).toBe('closed')
  })

  test('may also be the note-taker’s and the director’s, as participants', async () => {
    const { here } = tables
    await done(give(here.noteTaker, here.child.id))
    await done(give(here.director, here.child.id))
    expect((await kept()).map(({ scorerPersonId }) => scorerPersonId).sort()).toEqual(
      [here.noteTaker.id, here.director.id].sort(),
    )
  })

  test('let nobody else in: no outsider, nobody of another family, nobody who left', async () => {
    const { here, elsewhere, outsider, owner } = tables
    await owner.teamMembership.updateMany({ where: { personId: here.officer.id }, data: { until: new Date() } })
    for (const who of [outsider, elsewhere.nurse, elsewhere.director, elsewhere.motherAccount, here.officer]) {
      expect(await give(who, here.child.id)).toEqual({ outcome: 'refused' })
    }
    expect(await kept()).toEqual([])
  })
})

describe('a family account', () => {
  let fatherAccount: As

  beforeEach(async () => {
    const { here, owner } = tables
    const father = await makeMember(owner, here.family, { firstNames: 'Joris', position: 4 })
    await makeChildAdult(owner, here.child, father)
    const { id } = await makePerson(owner, { name: 'Joris Account' })
    await makeFamilyAccess(owner, father, id)
    fatherAccount = { id, session: (await makeSession(owner, id)).tokenHash }
    await makeParticipant(owner, here.meeting, { memberId: father.id })
    await makeParticipant(owner, here.meeting, { memberId: here.mother.id, isAdmitted: true, attendance: 'present' })
  })

  test('that was admitted scores the children and itself, and reads the plan while it is made', async () => {
    const { here } = tables
    const { scores } = await seat(here.motherAccount)
    expect(scores?.members.map(({ name }) => name)).toEqual(['Noor', 'Fenna', 'Siem'])
    await done(give(here.motherAccount, here.child.id))
    await done(give(here.motherAccount, here.mother.id, { score: '7' }))
    const given = { side: 'family', scorerMemberId: here.mother.id, aboutMemberId: here.mother.id }
    expect(await kept()).toMatchObject([given, given])
    const page = await done(
      atTable(tables, here.motherAccount, (viewer) => planPage(viewer, 'gips-1', null), 'plan.read'),
    )
    expect(page.plan.state).toBe('meeting')
  })

  test('scores no other adult, and writes over nothing of a professional', async () => {
    const { here, owner } = tables
    const father = await owner.familyMember.findFirstOrThrow({
      where: { familyId: here.familyId, firstNames: 'Joris' },
    })
    await expect(give(here.motherAccount, father.id)).rejects.toMatchObject({ field: 'memberId' })
    await done(give(here.nurse, here.child.id, { score: '3' }))
    await done(give(here.motherAccount, here.child.id, { score: '9', base: 0 }))
    const figures = (await grid()).scores.map(({ scorer, score }) => `${scorer.kind} ${score}`)
    expect(figures.sort()).toEqual(['member 9', 'person 3'])
  })

  test('meets what the director wrote down for it at home: one row, both texts', async () => {
    const { here } = tables
    const atHome = { ...typed(here.child.id, { score: 6 }), scorer: { kind: 'member', id: here.mother.id } }
    await done(atTable(tables, here.director, (viewer, plan) => saveScore(viewer, plan, SaveScore.parse(atHome))))
    expect((await seat(here.motherAccount)).scores?.given).toMatchObject([{ score: '6', version: 1 }])
    expect(await done(give(here.motherAccount, here.child.id, { score: '4' }))).toMatchObject({ outcome: 'conflict' })
    expect(await done(give(here.motherAccount, here.child.id, { score: '4', base: 1 }))).toMatchObject({ version: 2 })
    expect(await kept()).toHaveLength(1)
  })

  test('that was not admitted gives no score, has no TOP-3 and finds no plan in the making', async () => {
    const { here } = tables
    expect(await give(fatherAccount, here.child.id)).toEqual({ outcome: 'refused' })
    for (const right of ['plan.read', 'meeting.read', 'preparation.read', 'scores.own', 'topThree.draft'] as const) {
      expect(await atTable(tables, fatherAccount, async () => null, right)).toEqual({ outcome: 'refused' })
    }
    const page = await seat(fatherAccount)
    expect([page.scores, page.drafts, page.told]).toEqual([null, [], { own: [], others: [] }])
  })

  test('loses the right with the admission', async () => {
    const { here, owner } = tables
    await done(give(here.motherAccount, here.child.id))
    await owner.participant.updateMany({ where: { memberId: here.mother.id }, data: { isAdmitted: false } })
    expect(await give(here.motherAccount, here.child.id, { base: 1, score: '9' })).toEqual({ outcome: 'refused' })
    expect(Number((await kept())[0]?.score)).toBe(5.5)
  })
})
