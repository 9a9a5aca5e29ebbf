import { beforeAll, describe, expect, test } from 'vitest'
import { extraAssessmentPage } from '@/lib/data/assessment-page'
import { betweenPage } from '@/lib/data/between-page'
import { measurementView } from '@/lib/data/measurements'
import { safetyPage } from '@/lib/data/safety-page'
import { lift, openSubject, shieldDesk } from '@/lib/data/shields'
import { OpeningForm, ShieldForm, type SubjectKind } from '@/lib/domain/shield-forms'
import { makeAssessment } from '@/prisma/factories/safety'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as, attempt, canaryIn, strangersTo } from './dossier-ground'
import { shieldsOn } from './shield-ground'

const ground = onTwoDossiers()
const { director, accountOf } = shieldsOn(ground)
let extraId: string

beforeAll(async () => {
  const { family, members, accounts } = ground.first
  const scorerPersonId = accounts.professional.personId
  const { id } = await makeAssessment(ground.owner, family, {
    closedAt: new Date(),
    question: 'Is het nog te doen?',
    conclusion: 'Het houdt.',
    assessed: [members.child, members.mother],
    scores: [
      { memberId: members.child.id, scorerPersonId, score: 6.5, reason: 'over het kind' },
      { memberId: members.mother.id, scorerPersonId, score: 5, reason: 'over de moeder' },
    ],
  })
  await ground.owner.assessmentInvitee.create({
    data: {
      familyId: family.id,
      id: crypto.randomUUID(),
      assessmentId: id,
      personId: scorerPersonId,
      directMeasures: 'elke dag bellen',
    },
  })
  extraId = id
})

const open = (subject: SubjectKind, subjectId: string, account: AccountName) =>
  director((viewer) =>
    openSubject(viewer, OpeningForm.parse({ subject, subjectId, personId: accountOf(account), wasAsked: 'on' })),
  )
const extraPage = (account: AccountName) =>
  attempt(ground, ground.first.accounts[account].tokenHash, 'assessment.read', (viewer) =>
    extraAssessmentPage(viewer, extraId),
  )
const safety = (account: AccountName) => as(ground, account, 'safety.read', safetyPage)
const between = (account: AccountName) => as(ground, account, 'progress.read', betweenPage)
const measurement = (account: AccountName) =>
  attempt(ground, ground.first.accounts[account].tokenHash, 'measurements.read', (viewer) =>
    measurementView(viewer, ground.first.between.measurementId),
  )

describe('an extra assessment', () => {
  test('is absent everywhere for the family, until it is opened to that one account', async () => {
    for (const account of ['mother', 'father', 'carer', 'teenager'] as const) {
      expect(await extraPage(account)).toEqual({ outcome: 'refused' })
      expect((await safety(account)).assessments.map(({ label }) => label)).toEqual(['GIPS 1'])
    }
    await open('assessment', extraId, 'mother')
    const passage = await extraPage('mother')
    const page = passage.outcome === 'entered' ? passage.result : null
    expect(page?.result?.members.map(({ memberId }) => memberId).sort()).toEqual(
      [ground.first.members.child.id, ground.first.members.mother.id].sort(),
    )
    expect(page).toMatchObject({ asked: null, own: null, mayLead: false, mayAddGoals: false, signals: [] })
    expect(JSON.stringify(page)).not.toContain('elke dag bellen')
    expect((await safety('mother')).assessments.map(({ label }) => label)).toEqual([
      'Extra veiligheidsinschatting',
      'GIPS 1',
    ])
    expect((await safety('mother')).frame.score).toMatchObject({ label: 'Extra veiligheidsinschatting' })
    expect(await extraPage('father')).toEqual({ outcome: 'refused' })
    expect((await safety('father')).assessments).toHaveLength(1)
  })

  test('opened to the father holds nothing about another adult, and not what speaks of all', async () => {
    await open('assessment', extraId, 'father')
    const passage = await extraPage('father')
    const page = passage.outcome === 'entered' ? passage.result : null
    expect(JSON.stringify(page?.result)).toContain('over het kind')
    expect(JSON.stringify(page?.result)).not.toMatch(/over de moeder|Het houdt/)
  })

  test('is closed again once the opening is lifted', async () => {
    await open('assessment', extraId, 'mother')
    const { lines } = await director((viewer) => shieldDesk(viewer, { kind: 'assessment', id: extraId }))
    expect(lines[0]?.subject.label).toBe('Extra inschatting: Is het nog te doen?')
    await director((viewer) => lift(viewer, { kind: 'opening', id: lines[0]?.id ?? '' }))
    expect(await extraPage('mother')).toEqual({ outcome: 'refused' })
  })

  test('that still runs, or is of another dossier, cannot be opened', async () => {
    await expect(open('assessment', ground.first.extra.id, 'mother')).rejects.toThrow('niet (meer) in dit dossier')
    await expect(open('assessment', ground.second.extra.id, 'mother')).rejects.toThrow('niet (meer) in dit dossier')
  })

  test('has nothing to shield', () => {
    const asked = { subject: 'assessment', subjectId: extraId, audience: 'allFamily', reason: 'Voor de veiligheid' }
    expect(ShieldForm.safeParse(asked).success).toBe(false)
    expect(ShieldForm.safeParse({ ...asked, subject: 'goal' }).success).toBe(true)
  })
})

describe('a measurement', () => {
  test('is absent for the family, until it is opened to that one account', async () => {
    expect(await measurement('mother')).toEqual({ outcome: 'refused' })
    expect((await between('mother')).measurements).toBeNull()
    await open('measurement', ground.first.between.measurementId, 'mother')
    expect((await measurement('mother')).outcome).toBe('entered')
    const page = await between('mother')
    expect(page.measurements?.map(({ explanation }) => explanation)).toEqual([canaryIn(ground, 'measurement')])
    expect(page).toMatchObject({ contact: null, questions: [], issues: null, nextMeeting: null })
    expect((await safety('mother')).marks.filter(({ kind }) => kind === 'measurement')).toHaveLength(1)
    expect(await measurement('father')).toEqual({ outcome: 'refused' })
    expect((await between('father')).measurements).toBeNull()
  })

  test('says nothing of the ones before it that stayed closed', async () => {
    const { family, members, accounts } = ground.first
    const later = await ground.owner.measurement.create({
      data: {
        familyId: family.id,
        id: crypto.randomUUID(),
        childId: members.child.id,
        measuredOn: new Date(),
        contact: 'visit',
        currentSafety: 3,
        lastingSafety: 3,
        explanation: 'later',
        authorPersonId: accounts.director.personId,
      },
    })
    await open('measurement', later.id, 'mother')
    const see = (viewer: Parameters<typeof measurementView>[0]) => measurementView(viewer, later.id)
    expect(await as(ground, 'mother', 'measurements.read', see)).toMatchObject({ before: null, asksQuestions: false })
    expect(await as(ground, 'director', 'measurements.read', see)).toMatchObject({ before: { current: 6 } })
  })

  test('of another dossier cannot be opened, and strangers find nothing', async () => {
    await expect(open('measurement', ground.second.between.measurementId, 'mother')).rejects.toThrow('niet (meer)')
    for (const session of strangersTo(ground)) {
      const seen = attempt(ground, session, 'measurements.read', async () => true)
      expect(await seen).toEqual({ outcome: 'refused' })
    }
  })
})
