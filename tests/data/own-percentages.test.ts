import { beforeAll, beforeEach, expect, test } from 'vitest'
import { contributionPage } from '@/lib/data/contribution-page'
import { saveOwnPercentage, savePercentage } from '@/lib/data/goal-evaluations'
import { meetingPage } from '@/lib/data/meeting-page'
import { type PlanInView, planFor } from '@/lib/data/plans'
import { dateColumn, plainDateIn } from '@/lib/dates'
import { type DossierViewer, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { adopt } from '@/prisma/factories/adopt'
import { makeMeeting, makeParticipant, makePlan } from '@/prisma/factories/plan'
import { makeGoal } from '@/prisma/factories/safety'
import { makeMembership } from '@/prisma/factories/team'
import type { Goal, Plan } from '@/prisma/generated/client'
import { type MeetingDossier, meetingTables } from './meeting-dossier'

const tables = meetingTables()
type As = { id: string; session: Uint8Array }
interface Fourth {
  plan: Plan
  goal: Goal
  seat: { id: string }
}
let here: Fourth
let elsewhere: Fourth

beforeAll(async () => {
  elsewhere = await reachGips4(tables.elsewhere)
})
beforeEach(async () => {
  here = await reachGips4(tables.here)
})

/** A GIPS 4 in its meeting, with a risk goal behind it; the mother was admitted. */
async function reachGips4({
  family,
  director,
  chair,
  noteTaker,
  nurse,
  officer,
  mother,
}: MeetingDossier): Promise<Fourth> {
  const { owner } = tables
  const second = await makePlan(owner, family, { kind: 'gips2', state: 'provisional' })
  const goal = await makeGoal(owner, second, { kind: 'risk', text: 'Noor neemt op tijd een pauze.' })
  await adopt(owner, second, { adoptedById: director.id, adoptedAt: new Date() })
  const plan = await makePlan(owner, family, { kind: 'gips4', state: 'meeting' })
  const meeting = await makeMeeting(owner, plan, {
    heldOn: dateColumn(plainDateIn(new Date())),
    currentItem: 'evaluation.goals',
  })
  await makeMembership(owner, family, noteTaker.id, { role: 'noteTaker', planId: plan.id })
  const present = { attendance: 'present' } as const
  await makeParticipant(owner, meeting, { ...present, personId: director.id, role: 'caseDirector' })
  await makeParticipant(owner, meeting, { ...present, personId: chair.id, role: 'gipsMaster' })
  const seat = await makeParticipant(owner, meeting, { ...present, personId: nurse.id, role: 'professional' })
  await makeParticipant(owner, meeting, { personId: officer.id, role: 'professional', attendance: 'absent' })
  await makeParticipant(owner, meeting, { ...present, memberId: mother.id, role: 'family', isAdmitted: true })
  return { plan, goal, seat }
}

function at<T>(as: As, work: (viewer: DossierViewer, plan: PlanInView) => Promise<T>, right: DossierRight) {
  const entry = { sessionHash: as.session, code: tables.here.code, right, kind: 'change' } as const
  return passGate(tables.app, entry, async (viewer) => work(viewer, await planFor(viewer, 'gips-4', right)))
}

async function done<T>(passage: ReturnType<typeof at<T>>): Promise<T> {
  const settled = await passage
  if (settled.outcome !== 'entered') throw new Error(settled.outcome)
  return settled.result
}

const value = (percent: number, typed: object = {}) => ({
  goalId: here.goal.id,
  percent,
  remark: '',
  base: 0,
  after: null,
  ...typed,
})
const give = (as: As, percent: number, typed: object = {}) =>
  at(as, (viewer, plan) => saveOwnPercentage(viewer, plan, value(percent, typed)), 'scores.own')
const seen = async (as: As) =>
  (await done(at(as, (viewer) => contributionPage(viewer, 'gips-4'), 'contribution.read'))).evaluation
const kept = () => tables.owner.goalEvaluation.findMany({ where: { planId: here.plan.id } })

test('a professional and an admitted mother give percentages from their own seats, and the table sees both', async () => {
  const { nurse, mother, motherAccount, noteTaker } = tables.here
  expect(await seen(nurse)).toMatchObject({
    who: { kind: 'person', id: nurse.id },
    goals: [{ text: 'Noor neemt op tijd een pauze.', meeting: 'GIPS 2', given: undefined }],
  })
  await done(give(nurse, 70, { remark: 'Twee keer lukte het.' }))
  await done(give(motherAccount, 50))
  expect(await seen(nurse)).toMatchObject({ goals: [{ given: { percent: '70', remark: 'Twee keer lukte het.' } }] })
  expect(await seen(motherAccount)).toMatchObject({ goals: [{ given: { percent: '50' } }] })
  const page = await done(at(noteTaker, (viewer) => meetingPage(viewer, 'gips-4'), 'meeting.read'))
  expect(page.carried.evaluation?.goals[0]?.given).toMatchObject({
    [nurse.id]: { percent: '70' },
    [mother.id]: { percent: '50' },
  })
  expect((await kept()).map(({ authorPersonId }) => authorPersonId).sort()).toEqual([nurse.id, motherAccount.id].sort())
})

test('the phone and the table meet in one row: the second hears of both', async () => {
  const { nurse, noteTaker } = tables.here
  await done(give(nurse, 70))
  const who = { kind: 'person', id: nurse.id } as const
  const atTable = (viewer: DossierViewer, plan: PlanInView) => savePercentage(viewer, plan, { ...value(40), who })
  expect(await done(at(noteTaker, atTable, 'meeting.write'))).toMatchObject({ outcome: 'conflict', by: 'Yara Bos' })
  expect(await kept()).toHaveLength(1)
})

test('nobody else gives one: not the chair, not who is away, not who is not admitted, not a stranger', async () => {
  const { chair, officer, motherAccount } = tables.here
  await expect(give(officer, 70)).rejects.toThrow(/lijst van wie er nu is/)
  expect((await give(chair, 70)).outcome).toBe('refused')
  for (const stranger of [tables.outsider, tables.elsewhere.nurse, tables.elsewhere.director]) {
    expect((await give(stranger, 70)).outcome).toBe('refused')
  }
  await tables.owner.participant.updateMany({ where: { memberId: tables.here.mother.id }, data: { isAdmitted: false } })
  expect((await give(motherAccount, 70)).outcome).toBe('refused')
  expect(await seen(officer)).toBeNull()
  expect(await kept()).toEqual([])
})

test('a goal that this meeting does not evaluate takes none, and neither does a plan that was adopted', async () => {
  const { nurse, director } = tables.here
  await expect(give(nurse, 70, { goalId: elsewhere.goal.id })).rejects.toThrow(/niet \(meer\) in de evaluatie/)
  await tables.owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'provisional' } })
  await adopt(tables.owner, here.plan, { adoptedById: director.id, adoptedAt: new Date() })
  expect((await give(nurse, 70)).outcome).toBe('refused')
  expect(await kept()).toEqual([])
})

test('the database itself keeps it to one’s own row: in another’s name nothing is written', async () => {
  const { nurse, officer } = tables.here
  const forAnother = (viewer: DossierViewer) =>
    viewer.tx.goalEvaluation.create({
      data: {
        familyId: viewer.familyId,
        id: crypto.randomUUID(),
        goalId: here.goal.id,
        planId: here.plan.id,
        personId: officer.id,
        percent: 0,
      },
    })
  await expect(at(nurse, forAnother, 'scores.own')).rejects.toThrow(/row-level security/)
  await tables.owner.goalEvaluation.create({
    data: {
      familyId: here.plan.familyId,
      id: crypto.randomUUID(),
      goalId: here.goal.id,
      planId: here.plan.id,
      personId: officer.id,
      percent: 90,
    },
  })
  const change = (viewer: DossierViewer) =>
    viewer.tx.goalEvaluation.updateMany({ where: { personId: officer.id }, data: { percent: 0 } })
  expect(await done(at(nurse, change, 'scores.own'))).toEqual({ count: 0 })
})

test('nobody adds their own percentage as if somebody else wrote it down', async () => {
  const { nurse, director } = tables.here
  const own = (authorPersonId: string | null) => (viewer: DossierViewer) =>
    viewer.tx.goalEvaluation.create({
      data: {
        familyId: viewer.familyId,
        id: crypto.randomUUID(),
        goalId: here.goal.id,
        planId: here.plan.id,
        personId: nurse.id,
        percent: 0,
        authorPersonId,
      },
    })
  await expect(at(nurse, own(director.id), 'scores.own')).rejects.toThrow(/row-level security/)
  expect(await done(at(nurse, own(nurse.id), 'scores.own'))).toMatchObject({ personId: nurse.id })
})

test.each(['invited', 'provisional'] as const)(
  'the database takes none from a seat while a plan is %s, not even past the app',
  async (state) => {
    const { nurse, mother, motherAccount, family } = tables.here
    const plan = await makePlan(tables.owner, family, { kind: 'gips4', ordinal: 2, state })
    const meeting = await makeMeeting(tables.owner, plan)
    await makeParticipant(tables.owner, meeting, { personId: nurse.id, attendance: 'present' })
    await makeParticipant(tables.owner, meeting, { memberId: mother.id, isAdmitted: true, attendance: 'present' })
    const own = (as: As, planId: string, who: { personId: string } | { memberId: string }) => {
      const entry = { sessionHash: as.session, code: tables.here.code, right: 'dossier.read', kind: 'change' } as const
      const row = { goalId: here.goal.id, planId, ...who, percent: 70 }
      return passGate(tables.app, entry, ({ tx, familyId, personId: authorPersonId }) =>
        tx.goalEvaluation.create({ data: { familyId, id: crypto.randomUUID(), ...row, authorPersonId } }),
      )
    }
    await expect(own(nurse, plan.id, { personId: nurse.id })).rejects.toThrow(/row-level security/)
    await expect(own(motherAccount, plan.id, { memberId: mother.id })).rejects.toThrow(/row-level security/)
    expect(await tables.owner.goalEvaluation.count({ where: { planId: plan.id } })).toBe(0)
    expect((await own(nurse, here.plan.id, { personId: nurse.id })).outcome).toBe('entered')
  },
)
