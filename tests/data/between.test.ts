import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { betweenPage } from '@/lib/data/between-page'
import { escalateIssue, issuesInList, issueView, openIssue, resolveIssue } from '@/lib/data/issues'
import { measurementView, recordMeasurements } from '@/lib/data/measurements'
import { progressMeetings, progressMeetingToMend, recordProgressMeeting } from '@/lib/data/progress-meetings'
import type { DossierViewer } from '@/lib/gate'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as, attempt, canaryIn, FAMILY, linesOf, strangersTo, TEAM } from './dossier-ground'

const ground = onTwoDossiers()

const aDayAgo = () => new Date(Date.now() - 25 * 3_600_000)

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
    formId: v7(),
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
    expect((await linesOf(ground, `issue ${issueId}`)).map(({ detail }) => detail)).toEqual([
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
        recordMeasurements(viewer, {
          formId: v7(),
          measuredOn: '2026-03-03',
          contact: 'visit',
          rows: [{ childId: child.id, current: 9, lasting: 9, explanation: 'Het was rustig' }],
        }),
      ),
    ).rejects.toThrow()
    const raise = ({ tx }: DossierViewer) => tx.issue.updateMany({ data: { level: 'municipality' } })
    expect(await as(ground, account, 'dossier.read', raise)).toEqual({ count: 0 })
  }
})
