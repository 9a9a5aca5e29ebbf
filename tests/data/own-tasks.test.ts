import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { assessMember } from '@/lib/data/meeting-assessment'
import { saveOwnScore } from '@/lib/data/scores'
import { saveDraftText } from '@/lib/data/top-three-drafts'
import { SaveOwnScore } from '@/lib/domain/meeting-forms'
import { SaveDraftText } from '@/lib/domain/top-three-draft'
import { makeParticipant } from '@/prisma/factories/plan'
import { readDashboard } from '@/tests/support/dashboard'
import { atTable, done, meetingTables } from './meeting-dossier'

const tables = meetingTables()
type As = { session: Uint8Array }

const dashboardOf = async (as: As) =>
  (await done(atTable(tables, as, (viewer) => readDashboard(viewer), 'dossier.read'))).dashboard
const asks = async (as: As) =>
  (await dashboardOf(as)).attention.filter(({ path }) => path.endsWith('/inbreng')).map(({ kind }) => kind)
const give = (as: As, memberId: string, given: object) =>
  done(
    atTable(
      tables,
      as,
      (viewer, plan) => {
        const texts = { reason: '', onePointHigher: '', underSixAnswer: '' }
        return saveOwnScore(viewer, plan, SaveOwnScore.parse({ memberId, ...texts, base: 0, ...given }))
      },
      'scores.own',
    ),
  )

async function sendInvitations(): Promise<void> {
  const { owner, here } = tables
  await owner.$executeRaw`alter table plan disable trigger plan_steps`
  await owner.plan.updateMany({ where: { familyId: here.familyId }, data: { state: 'invited' } })
  await owner.$executeRaw`alter table plan enable trigger plan_steps`
}

test('who is invited is asked for a TOP-3 until the first word of it; the chair and the note-taker are not', async () => {
  const { here } = tables
  await sendInvitations()
  expect(await asks(here.nurse)).toEqual(['ownTopThree'])
  expect(await asks(here.director)).toEqual(['ownTopThree'])
  for (const who of [here.chair, here.noteTaker, here.motherAccount]) {
    expect(await asks(who)).toEqual([])
  }
  const save = SaveDraftText.parse({ base: 0, saveId: v7(), text: 'Er wordt geslagen.' })
  await done(
    atTable(
      tables,
      here.nurse,
      (viewer, plan) => saveDraftText(viewer, plan, { rank: 1, part: 'concern' }, save),
      'topThree.draft',
    ),
  )
  expect(await asks(here.nurse)).toEqual([])
  expect(await asks(here.officer)).toEqual(['ownTopThree'])
})

test('in the meeting everyone at the table is asked for scores until there is one for each on the list', async () => {
  const { here, owner } = tables
  expect(await asks(here.nurse)).toEqual(['ownScores'])
  await give(here.nurse, here.child.id, { score: '6', cannotJudge: false })
  expect(await asks(here.nurse)).toEqual(['ownScores'])
  await give(here.nurse, here.brother.id, { score: '', cannotJudge: true })
  expect(await asks(here.nurse)).toEqual([])
  await done(
    atTable(tables, here.director, (viewer, plan) =>
      assessMember(viewer, plan, { memberId: here.mother.id, isAssessed: true, reason: '' }),
    ),
  )
  expect(await asks(here.nurse)).toEqual(['ownScores'])
  await owner.participant.updateMany({ where: { personId: here.officer.id }, data: { attendance: 'absent' } })
  for (const who of [here.officer, here.chair, here.noteTaker]) {
    expect(await asks(who)).toEqual([])
  }
})

test('a family account is asked when it was admitted, and then finds the plan; else the agenda', async () => {
  const { here, owner } = tables
  const seat = await makeParticipant(owner, here.meeting, { memberId: here.mother.id })
  const stationOf = async () => (await dashboardOf(here.motherAccount)).stations[0]?.path
  expect([await asks(here.motherAccount), await stationOf()]).toEqual([[], '/plannen/gips-1/agenda'])
  await owner.participant.updateMany({ where: { id: seat.id }, data: { isAdmitted: true } })
  expect([await asks(here.motherAccount), await stationOf()]).toEqual([['ownScores'], '/plannen/gips-1'])
  await give(here.motherAccount, here.child.id, { score: '6', cannotJudge: false })
  await give(here.motherAccount, here.brother.id, { score: '7', cannotJudge: false })
  expect(await asks(here.motherAccount)).toEqual([])
})
