import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { meetingAsked, meetingPage, tellsWhatIsMissing } from '@/lib/data/meeting-page'
import { dateColumn } from '@/lib/dates'
import { passGate, passGateAsking } from '@/lib/gate'
import { plainConnections, type Statements } from '@/lib/statements'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeMeeting, makeParticipant, makePlan } from '@/prisma/factories/plan'
import { makeGoal } from '@/prisma/factories/safety'
import { type MeetingDossier, meetingTables } from './meeting-dossier'

const tables = meetingTables()
let plain: ReturnType<typeof plainConnections>

beforeAll(async () => {
  plain = plainConnections(tables.appUrl, 2)
  await fillTable(tables.elsewhere)
})
afterAll(() => plain.close())

/** Both families, the other one once for all, have something of everything at the table of GIPS 1, and sit at a GIPS 4 too. */
beforeEach(() => fillTable(tables.here))

async function fillTable({ family, plan, mother, child, nurse, director }: MeetingDossier) {
  const { owner } = tables
  const of = { familyId: family.id, planId: plan.id }
  const concern = await owner.concern.create({
    data: { ...of, id: v7(), text: 'Er is veel ruzie.', isReported: true, position: 1, createdAt: new Date() },
  })
  const topThree = { ...of, concernId: concern.id, rank: 1, reason: 'Dit eerst.' }
  await owner.topThreeChoice.create({ data: { ...topThree, id: v7(), personId: nurse.id } })
  await owner.topThreeDecision.create({ data: { ...topThree, id: v7() } })
  const goal = await makeGoal(owner, plan, {
    text: 'Fenna slaapt rustig.',
    aboutMemberId: child.id,
    expectedEffect: 1.5,
  })
  await makeAgreement(owner, plan, {
    doers: [{ personId: nurse.id }, { memberId: mother.id }],
    goals: [goal],
    dueOn: dateColumn('2026-03-29'),
  })
  const answer = { ...of, itemKey: 'start.aim', text: 'Rust in huis.', version: 1, authorPersonId: director.id }
  await owner.answer.create({ data: { ...answer, id: v7() } })
  const assessment = await owner.safetyAssessment.create({
    data: { ...of, id: v7(), kind: 'meeting', minimumMet: false, minimumReason: 'Nog niet.' },
  })
  const about = { familyId: family.id, assessmentId: assessment.id, memberId: child.id }
  await owner.assessedMember.create({ data: { ...about, id: v7() } })
  const scored = { ...about, id: v7(), aboutMemberId: child.id, version: 1, side: 'professional' as const }
  await owner.safetyScore.create({
    data: { ...scored, scorerPersonId: nurse.id, score: 6.5, reason: 'Het gaat beter.' },
  })
  const later = await makePlan(owner, family, { kind: 'gips4', state: 'meeting' })
  const meeting = await makeMeeting(owner, later, { heldOn: dateColumn('2026-03-30') })
  await makeParticipant(owner, meeting, { role: 'professional', personId: nurse.id })
}

const entryOf = ({ session }: { session: Uint8Array }) =>
  ({ sessionHash: session, code: tables.here.code, right: 'meeting.read', kind: 'read' }) as const

const open = (as: { session: Uint8Array }, slug: string) =>
  passGateAsking(plain.transact, entryOf(as), meetingAsked(slug))

const lines = () => tables.owner.auditLine.count({ where: { familyId: tables.here.familyId } })

describe('the page of a meeting that is asked without the client', () => {
  test.each(['director', 'chair', 'noteTaker', 'nurse'] as const)('is the same for the %s', async (name) => {
    for (const slug of ['gips-1', 'gips-4']) {
      const as = tables.here[name]
      const byClient = await passGate(tables.app, entryOf(as), (viewer) => meetingPage(viewer, slug))
      expect(await open(as, slug)).toEqual(byClient)
    }
  })

  test('holds everything that was said at the table', async () => {
    const passage = await open(tables.here.director, 'gips-1')
    expect(passage).toMatchObject({
      outcome: 'entered',
      result: {
        plan: { aim: 'Rust in huis.' },
        concerns: [{ text: 'Er is veel ruzie.', harmfulEffect: '', isReported: true }],
        choices: [{ personId: tables.here.nurse.id, rank: 1, isDraft: false }],
        decisions: [{ rank: 1, reason: 'Dit eerst.' }],
        goals: [{ text: 'Fenna slaapt rustig.', expectedEffect: '1,5' }],
        agreements: [{ dueOn: '2026-03-29', until: '' }],
        round: {
          minimum: { isMet: false, reason: 'Nog niet.' },
          scores: [{ score: '6,5', reason: 'Het gaat beter.' }],
        },
        checklist: { isIntegrityDone: false, isLanguageDone: false },
        missing: null,
      },
    })
  })

  test('lets in nobody who may not see it, and keeps one line of each refusal', async () => {
    for (const as of [tables.outsider, tables.here.motherAccount, tables.elsewhere.director]) {
      const before = await lines()
      expect(await open(as, 'gips-1')).toEqual({ outcome: 'refused' })
      expect(await lines()).toBe(before + 1)
    }
    const before = await lines()
    expect(await open(tables.here.director, 'gips-5')).toEqual({ outcome: 'refused' })
    expect(await lines()).toBe(before + 1)
  })

  test('finds nothing ahead of the gate for who is outside', async () => {
    for (const as of [tables.outsider, tables.elsewhere.director, tables.elsewhere.motherAccount]) {
      let found: unknown
      const ask = async (tx: Statements) => {
        found = await meetingAsked('gips-1').ask(tx)
      }
      const work = () => Promise.reject(new Error('the work began'))
      expect(await passGateAsking(plain.transact, entryOf(as), { ask, work })).toEqual({ outcome: 'refused' })
      expect(found).toEqual({ plan: null, frame: { members: [], plans: [], assessments: [] } })
    }
  })
})

test('what is missing is told with the page only where a person has a plan of their own, or who writes asks', async () => {
  expect(['gips-1', 'gips-3', 'gips-3-2', 'gips-4', 'no-plan'].filter(tellsWhatIsMissing)).toEqual([
    'gips-3',
    'gips-3-2',
  ])
  const missingFor = async (as: { session: Uint8Array }) => {
    const passage = await passGate(tables.app, entryOf(as), (viewer) => meetingPage(viewer, 'gips-1', true))
    return passage.outcome === 'entered' ? passage.result.missing : passage.outcome
  }
  expect(await missingFor(tables.here.director)).toContainEqual(expect.objectContaining({ anchor: expect.anything() }))
  expect(await missingFor(tables.here.nurse)).toBeNull()
})
