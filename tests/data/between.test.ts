import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { betweenPage } from '@/lib/data/between-page'
import { escalateIssue, issuesInList, issueView, openIssue, resolveIssue } from '@/lib/data/issues'
import {
  considerMeasurement,
  correctMeasurement,
  measurementsInOrder,
  measurementView,
  mendMeasurement,
  recordKeyDecision,
  recordMeasurements,
} from '@/lib/data/measurements'
import { progressMeetings, progressMeetingToMend, recordProgressMeeting } from '@/lib/data/progress-meetings'
import type { DossierViewer } from '@/lib/gate'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as, attempt, canaryIn, strangersTo } from './dossier-ground'

const ground = onTwoDossiers()
const TEAM: AccountName[] = ['director', 'deputy', 'gipsMaster', 'professional', 'caseManager']
const FAMILY: AccountName[] = ['mother', 'father', 'carer', 'teenager']

const row = (current: number, lasting: number, childId = ground.first.members.child.id) => ({
  childId,
  current,
  lasting,
  explanation: 'Het was rustig',
})
const contact = { measuredOn: '2026-03-03', contact: 'visit' as const }

const measure = (rows: ReturnType<typeof row>[], given: Partial<typeof contact> = {}) =>
  as(ground, 'director', 'measurements.write', async (viewer) => {
    await recordMeasurements(viewer, { ...contact, ...given, rows })
    return (await measurementsInOrder(viewer)).slice(-rows.length)
  })
const aDayAgo = () => new Date(Date.now() - 25 * 3_600_000)

async function linesOf(subject: string) {
  const lines = await ground.owner.auditLine.findMany({ where: { subject }, orderBy: { id: 'asc' } })
  return lines.map(({ right, detail }) => ({ right, detail }))
}

describe('measurements', () => {
  test('are read by the team and by nobody of the family, whatever the code asks', async () => {
    for (const account of TEAM) {
      const read = await as(ground, account, 'measurements.read', measurementsInOrder)
      expect(read.map(({ explanation }) => explanation)).toContain(canaryIn(ground, 'measurement'))
    }
    for (const account of [...FAMILY, 'noteTaker'] as const) {
      const { tokenHash } = ground.first.accounts[account]
      expect((await attempt(ground, tokenHash, 'measurements.read', measurementsInOrder)).outcome).toBe('refused')
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
        [child.id, true, true],
        [teenager.id, false, false],
      ],
    )
    expect(made[0]).toMatchObject({ before: { current: 6, lasting: 5 }, current: 5, lasting: 5, mayMend: true })
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
      correctMeasurement(viewer, { measurementId, text: 'Het was de dag ervoor' }),
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
    expect(await linesOf(`measurement ${measurementId}`)).toEqual([
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

describe('progress meetings', () => {
  const meeting = () => ({
    progressMeetingId: null,
    heldOn: '2026-03-03',
    note: 'Het gaat beter',
    participants: [
      {
        kind: 'person' as const,
        id: ground.first.accounts.professional.personId,
        there: 'yes' as const,
        remark: null,
      },
      { id: ground.first.members.mother.id, there: 'no' as const, remark: 'Te snel' },
      { id: ground.first.members.father.id, there: 'open' as const, remark: null },
      { id: ground.first.friend.id, there: 'yes' as const, remark: null },
    ],
    goals: [
      {
        goalId: ground.first.gips1.common.goal.id,
        progress: 'ahead' as const,
        helpWorks: 'partly' as const,
        goalRemark: null,
      },
    ],
    scores: [{ childId: ground.first.members.child.id, current: 7, lasting: 6 }],
  })
  const record = (given: object = {}) =>
    as(ground, 'director', 'progress.write', (viewer) => recordProgressMeeting(viewer, { ...meeting(), ...given }))
  const readBy = (account: AccountName) => as(ground, account, 'progress.read', progressMeetings)

  test('are read whole by director, chair and case manager, and by who took part as far as its rows are open', async () => {
    await record()
    for (const account of ['director', 'deputy', 'gipsMaster', 'caseManager', 'professional'] as const) {
      const [latest] = await readBy(account)
      expect(latest).toMatchObject({
        note: 'Het gaat beter',
        heldOn: '2026-03-03',
        scores: [{ current: 7, lasting: 6 }],
      })
      expect(latest?.participants).toHaveLength(4)
    }
    const [ofMother] = await readBy('mother')
    expect(ofMother).toMatchObject({ note: 'Het gaat beter' })
    expect(ofMother?.participants.map(({ id }) => id)).not.toContain(ground.first.members.father.id)
    const [ofFather] = await readBy('father')
    expect(JSON.stringify(ofFather)).not.toContain('Te snel')
    expect(await readBy('carer')).toEqual([])
    expect(await readBy('teenager')).toEqual([])
  })

  test('stay closed to a professional who was not there', async () => {
    await record({ note: 'Zonder de professional', participants: meeting().participants.slice(1) })
    expect((await readBy('professional')).map(({ note }) => note)).not.toContain('Zonder de professional')
    expect((await readBy('director')).map(({ note }) => note)).toContain('Zonder de professional')
  })

  test('are mended by who recorded them for a day, part by part; then they stand', async () => {
    await record({ note: 'Met een fout' })
    const { id = '' } = (await readBy('director')).find(({ note }) => note === 'Met een fout') ?? {}
    await record({
      progressMeetingId: id,
      note: 'Zonder fout',
      goals: [],
      participants: meeting().participants.slice(0, 1),
    })
    const mended = (await readBy('director')).find((each) => each.id === id)
    expect(mended).toMatchObject({ note: 'Zonder fout', goals: [], participants: [{ agrees: true }] })
    const open = (account: AccountName) =>
      attempt(ground, ground.first.accounts[account].tokenHash, 'progress.write', (viewer) =>
        progressMeetingToMend(viewer, id),
      )
    expect((await open('deputy')).outcome).toBe('refused')
    await ground.owner.progressMeeting.updateMany({ where: { id }, data: { createdAt: aDayAgo() } })
    expect((await open('director')).outcome).toBe('refused')
    const take = (viewer: DossierViewer) =>
      viewer.tx.progressParticipant.deleteMany({ where: { progressMeetingId: id } })
    expect(await as(ground, 'director', 'progress.write', take)).toEqual({ count: 0 })
  })

  test.each([
    ['a day still to come', () => ({ heldOn: '2999-01-01' })],
    [
      'somebody of another family',
      () => ({ participants: [{ id: ground.second.members.mother.id, there: 'open', remark: null }] }),
    ],
    [
      'somebody who stands outside',
      () => ({ participants: [{ id: ground.outsider.personId, there: 'open', remark: null }] }),
    ],
  ])('are not kept with %s', async (_what, given) => {
    const before = await ground.owner.progressMeeting.count()
    await expect(record(given())).rejects.toMatchObject({ name: 'UserError' })
    expect(await ground.owner.progressMeeting.count()).toBe(before)
  })
})

describe('issues', () => {
  const issue = () => ({
    text: 'De behandeling heeft een wachtlijst',
    kind: 'waitingList' as const,
    goalId: ground.first.gips1.common.goal.id,
    ownerPersonId: ground.first.accounts.professional.personId,
    tried: 'Drie keer gebeld',
  })
  const open = (given: object = {}) =>
    as(ground, 'director', 'issues.write', (viewer) => openIssue(viewer, { ...issue(), ...given }))
  const viewOf = (id: string) => as(ground, 'caseManager', 'issues.read', (viewer) => issueView(viewer, id))

  test('are read by the team and by nobody of the family', async () => {
    for (const account of TEAM) {
      const read = await as(ground, account, 'issues.read', issuesInList)
      expect(read.map(({ text }) => text)).toContain(canaryIn(ground, 'issue'))
    }
    for (const account of [...FAMILY, 'noteTaker'] as const) {
      const { tokenHash } = ground.first.accounts[account]
      expect((await attempt(ground, tokenHash, 'issues.read', issuesInList)).outcome).toBe('refused')
      const seen = await as(ground, account, 'dossier.read', ({ tx }) =>
        Promise.all([tx.issue.count(), tx.issueStep.count()]),
      )
      expect(seen).toEqual([0, 0])
    }
  })

  test('go up one step at a time with a reason, once for each page, until they are resolved', async () => {
    const issueId = await open()
    const up = (from: 'leadProvider' | 'ownTeam' | 'municipality', reason: string) =>
      as(ground, 'director', 'issues.write', (viewer) => escalateIssue(viewer, { issueId, from, reason }))
    await up('leadProvider', 'Er kwam geen plek')
    await expect(up('leadProvider', 'Nog eens')).rejects.toMatchObject({ name: 'UserError' })
    await up('ownTeam', 'Ons team kan dit niet')
    await expect(up('municipality', 'Hoger')).rejects.toMatchObject({ message: expect.stringContaining('gemeente') })
    const resolve = () =>
      as(ground, 'director', 'issues.write', (viewer) => resolveIssue(viewer, { issueId, note: 'Er is een plek' }))
    await resolve()
    await expect(resolve()).rejects.toMatchObject({ name: 'UserError' })
    const view = await viewOf(issueId)
    expect(view.steps.map(({ level, text }) => `${level}: ${text}`)).toEqual([
      'ownTeam: Er kwam geen plek',
      'management: Ons team kan dit niet',
      'resolved: Er is een plek',
    ])
    expect(view.resolvedOn).not.toBeNull()
    expect((await linesOf(`issue ${issueId}`)).map(({ detail }) => detail)).toEqual([
      { what: 'opened' },
      { what: 'ownTeam' },
      { what: 'management' },
      { what: 'resolved' },
    ])
  })

  test.each([
    ['an owner who left', () => ({ ownerPersonId: ground.first.accounts.endedProfessional.personId }), 'ownerPersonId'],
    ['an owner of the family', () => ({ ownerPersonId: ground.first.accounts.mother.personId }), 'ownerPersonId'],
    ['a goal of another family', () => ({ goalId: ground.second.gips1.common.goal.id }), 'goalId'],
  ])('are not opened with %s', async (_what, given, field) => {
    await expect(open(given())).rejects.toMatchObject({ field })
  })
})

test('nobody from outside, and nobody who left, finds anything; an id of another dossier is nobody’s', async () => {
  const { between } = ground.second
  for (const session of strangersTo(ground)) {
    for (const right of ['progress.read', 'measurements.read', 'issues.read'] as const) {
      expect((await attempt(ground, session, right, betweenPage)).outcome).toBe('refused')
    }
  }
  const { tokenHash } = ground.first.accounts.director
  for (const id of [between.issueId, 'nobody']) {
    expect((await attempt(ground, tokenHash, 'issues.read', (viewer) => issueView(viewer, id))).outcome).toBe('refused')
  }
  for (const id of [between.measurementId, 'nobody']) {
    const view = attempt(ground, tokenHash, 'measurements.read', (viewer) => measurementView(viewer, id))
    expect((await view).outcome).toBe('refused')
  }
})

test('nobody but the director and the deputy writes any of it, whatever the code asks', async () => {
  const { child } = ground.first.members
  for (const account of ['gipsMaster', 'professional', 'caseManager', 'mother'] as const) {
    const { tokenHash } = ground.first.accounts[account]
    for (const right of ['measurements.write', 'progress.write', 'issues.write'] as const) {
      expect((await attempt(ground, tokenHash, right, async () => true)).outcome).toBe('refused')
    }
    await expect(
      as(ground, account, 'dossier.read', (viewer) =>
        recordMeasurements(viewer, { ...contact, rows: [row(9, 9, child.id)] }),
      ),
    ).rejects.toThrow()
    const raise = ({ tx }: DossierViewer) => tx.issue.updateMany({ data: { level: 'municipality' } })
    expect(await as(ground, account, 'dossier.read', raise)).toEqual({ count: 0 })
  }
})
