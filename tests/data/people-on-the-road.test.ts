import { describe, expect, test } from 'vitest'
import { assessMember } from '@/lib/data/meeting-assessment'
import { meetingPage, missingAfterMeeting } from '@/lib/data/meeting-page'
import { addMember, changeDetails, renameMember } from '@/lib/data/member-edits'
import { memberView } from '@/lib/data/members'
import { planPage } from '@/lib/data/plan-page'
import { type PlanInView, planFor } from '@/lib/data/plans'
import { preparationRows } from '@/lib/data/preparation-page'
import { chooseSubjects } from '@/lib/data/recovery-plans'
import { safetyPage } from '@/lib/data/safety-page'
import { saveScore } from '@/lib/data/scores'
import { plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import { type DossierViewer, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { adopt } from '@/prisma/factories/adopt'
import { makeMember } from '@/prisma/factories/family'
import { makePlan } from '@/prisma/factories/plan'
import { makeAssessment, makeGoal } from '@/prisma/factories/safety'
import type { FamilyMember, MemberKind } from '@/prisma/generated/client'
import { atTable, done, meetingTables } from './meeting-dossier'

const tables = meetingTables()
const today = plainDateIn(new Date())

async function asDirector<T>(right: DossierRight, work: (viewer: DossierViewer) => Promise<T>): Promise<T> {
  const entry = { sessionHash: tables.here.director.session, code: tables.here.code, right, kind: 'change' } as const
  const passage = await passGate(tables.app, entry, work)
  if (passage.outcome !== 'entered') throw new Error(passage.outcome)
  return passage.result
}

interface NewName {
  firstNames?: string
  kind?: MemberKind
  movedOutOn?: string | null
  deceasedOn?: string | null
}

/** As the form of the name sends it: everything that stands there, with what changes. */
function rename({ id: memberId, firstNames, prefix, surname, initials, kind }: FamilyMember, change: NewName) {
  const standing = { memberId, firstNames, prefix, surname, initials, kind, movedOutOn: null, deceasedOn: null }
  return asDirector('members.edit', (viewer) => renameMember(viewer, { ...standing, ...change }))
}

const born = (memberId: string, birthDate: string | null) =>
  asDirector('members.edit', (viewer) =>
    changeDetails(viewer, {
      memberId,
      birthDate,
      dueDate: birthDate === null ? addDays(today, 30) : null,
      interpreter: null,
      safeChannel: null,
      justiceInvolvement: null,
    }),
  )

const score = (memberId: string) =>
  done(
    atTable(tables, tables.here.director, (viewer, plan) =>
      saveScore(viewer, plan, {
        memberId,
        scorer: { kind: 'person', id: tables.here.nurse.id },
        score: 4,
        cannotJudge: false,
        reason: 'Zij slaapt slecht.',
        onePointHigher: 'Een nacht zonder ruzie.',
        underSixAnswer: '',
        base: 0,
        after: null,
      }),
    ),
  )

/** What the meeting still lacks, as sentences. */
const lacks = async () =>
  (await asDirector('meeting.write', (viewer) => missingAfterMeeting(viewer, tables.here.plan.id))).map(
    ({ sentence }) => sentence,
  )
const adoptFirst = () =>
  adopt(tables.owner, tables.here.plan, { adoptedById: tables.here.director.id, adoptedAt: new Date() })
const meeting = () => asDirector('meeting.read', (viewer) => meetingPage(viewer, 'gips-1'))
const atHome = () =>
  asDirector('preparation.write', async (viewer) => {
    const plan: PlanInView = await planFor(viewer, 'gips-1', 'preparation.write')
    return preparationRows(viewer, plan)
  })

describe('a member who moved out', () => {
  test('is not asked about and asks for no reason, until the case director says otherwise', async () => {
    const { brother, mother } = tables.here
    await rename(brother, { movedOutOn: today })
    const before = (await meeting()).round.members.find(({ id }) => id === brother.id)
    expect(before).toMatchObject({ isAssessed: false, hasMovedOut: true })
    await done(
      atTable(tables, tables.here.director, (viewer, plan) =>
        assessMember(viewer, plan, { memberId: mother.id, isAssessed: true, reason: '' }),
      ),
    )
    const assessed = (await meeting()).round.members.filter(({ isAssessed }) => isAssessed)
    expect(assessed.map(({ name }) => name)).toEqual(['Noor', 'Fenna'])
    expect((await lacks()).filter((sentence) => sentence.includes('Siem'))).toEqual([])
    await done(
      atTable(tables, tables.here.director, (viewer, plan) =>
        assessMember(viewer, plan, { memberId: brother.id, isAssessed: true, reason: '' }),
      ),
    )
    expect((await lacks()).filter((sentence) => sentence.includes('cijfer gegeven voor Siem'))).not.toEqual([])
  })

  test('gives no score at home any more; as a parent it is still heard', async () => {
    const { mother } = tables.here
    const asked = async () => (await lacks()).filter((sentence) => sentence.includes('Noor'))
    expect(await asked()).toContain('Noor heeft nog geen cijfer gegeven voor de veiligheid thuis.')
    await rename(mother, { movedOutOn: today })
    const now = await asked()
    expect(now).not.toContain('Noor heeft nog geen cijfer gegeven voor de veiligheid thuis.')
    expect(now.some((sentence) => sentence.startsWith('Nog geen antwoord van Noor'))).toBe(true)
    expect((await atHome()).members.find(({ id }) => id === mother.id)).toMatchObject({ hasMovedOut: true })
  })
})

describe('a member who dies during the meeting', () => {
  test('is asked for no more; what was scored and agreed on stays, under the same name', async () => {
    const { brother, family, plan } = tables.here
    await makeGoal(tables.owner, plan, { text: 'Siem slaapt rustig.', aboutMemberId: brother.id })
    await score(brother.id)
    expect((await lacks()).some((sentence) => sentence.includes('cijfer gegeven voor Siem'))).toBe(true)
    await rename(brother, { deceasedOn: today })
    expect((await lacks()).filter((sentence) => /cijfer.* Siem/.test(sentence))).toEqual([])
    expect((await meeting()).members.map(({ name }) => name)).not.toContain('Siem')
    await tables.owner.safetyAssessment.updateMany({ where: { familyId: family.id }, data: { closedAt: new Date() } })
    await tables.owner.plan.updateMany({ where: { id: plan.id }, data: { state: 'provisional' } })
    await adoptFirst()
    const { document } = await asDirector('plan.read', (viewer) => planPage(viewer, 'gips-1', null))
    expect(JSON.stringify(document)).toContain('Siem slaapt rustig.')
    const { courses } = await asDirector('safety.read', safetyPage)
    expect(courses.map(({ name }) => name)).toContain('Siem')
  })

  test('is not on the list of the next meeting, which asks nothing of its goals', async () => {
    const { brother, child, family, plan } = tables.here
    for (const { id, firstNames } of [brother, child]) {
      await makeGoal(tables.owner, plan, { text: `${firstNames} slaapt rustig.`, aboutMemberId: id })
    }
    await rename(brother, { deceasedOn: today })
    await tables.owner.plan.updateMany({ where: { familyId: family.id }, data: { state: 'provisional' } })
    await adoptFirst()
    const next = await makePlan(tables.owner, family, { kind: 'gips2', state: 'meeting' })
    const page = await asDirector('meeting.read', (viewer) => meetingPage(viewer, 'gips-2'))
    expect(page.round.members.map(({ name }) => name)).toEqual(['Noor', 'Fenna'])
    expect(page.carried.reviews.map(({ text }) => text)).toContain('Siem slaapt rustig.')
    const asked = await asDirector('meeting.write', (viewer) => missingAfterMeeting(viewer, next.id))
    const ofGoals = asked.map(({ sentence }) => sentence).filter((sentence) => sentence.includes('slaapt rustig'))
    expect(ofGoals).toEqual([expect.stringContaining('Fenna slaapt rustig.')])
  })
})

test('another name leaves adopted plans as they were, and stands everywhere else', async () => {
  const { child, plan } = tables.here
  await score(child.id)
  await tables.owner.safetyAssessment.updateMany({ where: { planId: plan.id }, data: { closedAt: new Date() } })
  await tables.owner.plan.updateMany({ where: { id: plan.id }, data: { state: 'provisional' } })
  await adoptFirst()
  await rename(child, { firstNames: 'Femke' })
  const { document } = await asDirector('plan.read', (viewer) => planPage(viewer, 'gips-1', null))
  const text = JSON.stringify(document)
  expect(text).toContain('Fenna')
  expect(text).not.toContain('Femke')
  const { courses } = await asDirector('safety.read', safetyPage)
  expect(courses.map(({ name }) => name)).toEqual(['Femke'])
})

test('a child that comes into the family during a meeting gets a score there, or the reason why not', async () => {
  await score(tables.here.child.id)
  const id = await asDirector('members.edit', (viewer) =>
    addMember(viewer, {
      kind: 'child',
      firstNames: 'Puck',
      prefix: null,
      surname: 'Bos',
      initials: null,
      isSomeoneElse: false,
    }),
  )
  expect((await meeting()).members.map(({ name }) => name)).toContain('Puck')
  expect(await lacks()).toContain('Schrijf op waarom er voor Puck geen veiligheidscijfer is.')
  await done(
    atTable(tables, tables.here.director, (viewer, plan) =>
      assessMember(viewer, plan, { memberId: id, isAssessed: true, reason: '' }),
    ),
  )
  await score(id)
  expect(await lacks()).not.toContain('Schrijf op waarom er voor Puck geen veiligheidscijfer is.')
})

describe('a birth', () => {
  test('makes the unborn child a child: the same one, with its goals, scores and recovery plan', async () => {
    const { family, plan } = tables.here
    const baby = await makeMember(tables.owner, family, { kind: 'unborn', firstNames: 'Kindje', position: 5 })
    const goal = await makeGoal(tables.owner, plan, { text: 'Er staat een wieg klaar.', aboutMemberId: baby.id })
    await makeAssessment(tables.owner, family, {
      closedAt: new Date(),
      assessed: [baby],
      scores: [{ memberId: baby.id, scorerPersonId: tables.here.nurse.id, score: 6 }],
    })
    await born(baby.id, addDays(today, -2))
    await rename({ ...baby, kind: 'child' }, { firstNames: 'Mees' })
    const view = await asDirector('members.read', (viewer) => memberView(viewer, baby.id))
    expect(view).toMatchObject({ kind: 'child', firstNames: 'Mees', details: { dueDate: null } })
    expect(await tables.owner.goal.findFirstOrThrow({ where: { id: goal.id } })).toMatchObject({
      aboutMemberId: baby.id,
    })
    const { courses } = await asDirector('safety.read', safetyPage)
    expect(courses).toMatchObject([{ memberId: baby.id, name: 'Mees', points: [{ score: 6 }] }])
  })

  test('is not undone by calling the child unborn again, and only by the case director of this family', async () => {
    const { family } = tables.here
    const baby = await makeMember(tables.owner, family, { kind: 'unborn', firstNames: 'Kindje', position: 5 })
    await born(baby.id, today)
    await expect(rename(baby, { kind: 'unborn' })).rejects.toMatchObject({ field: 'kind' })
    const theirs = await makeMember(tables.owner, tables.elsewhere.family, { kind: 'unborn', firstNames: 'Kindje' })
    await expect(born(theirs.id, today)).rejects.toThrow()
    for (const { session } of [tables.outsider, tables.elsewhere.director, tables.here.nurse]) {
      const entry = { sessionHash: session, code: tables.here.code, right: 'members.edit', kind: 'change' } as const
      expect((await passGate(tables.app, entry, async () => true)).outcome).toBe('refused')
    }
    expect(await tables.owner.familyMember.findFirstOrThrow({ where: { id: theirs.id } })).toMatchObject({
      kind: 'unborn',
    })
  })
})

test('a GIPS 3 takes eight children, each with a plan, and also a parent alone', async () => {
  const { family, mother, child, brother } = tables.here
  const plan = await makePlan(tables.owner, family, { kind: 'gips3' })
  const more: FamilyMember[] = []
  for (let index = 0; index < 6; index += 1) {
    more.push(
      await makeMember(tables.owner, family, { kind: 'child', firstNames: `Kind${index}`, position: 10 + index }),
    )
  }
  const choose = (people: string[]) =>
    asDirector('plan.move', (viewer) => chooseSubjects(viewer, { planId: plan.id, people }))
  const sections = async () =>
    (await asDirector('meeting.read', (viewer) => meetingPage(viewer, 'gips-3'))).sections.filter(({ about }) => about)
  await choose([child, brother, ...more].map(({ id }) => id))
  expect((await sections()).map(({ about }) => about?.name)).toEqual([
    'Fenna',
    'Siem',
    ...more.map((m) => m.firstNames),
  ])
  await choose([mother.id])
  expect((await sections()).map(({ about }) => about?.name)).toEqual(['Noor'])
})
