import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { saveAgreement } from '@/lib/data/agreements-of-plan'
import { answerIdOf, saveAnswer } from '@/lib/data/answers'
import { directorDesk } from '@/lib/data/director-desk'
import { admitParent, familySeats, inviteFamily } from '@/lib/data/family-seats'
import { meetingPage } from '@/lib/data/meeting-page'
import { planRow } from '@/lib/data/plan-life'
import { planPage } from '@/lib/data/plan-page'
import { planFor } from '@/lib/data/plans'
import { readSlide } from '@/lib/data/projector'
import { chooseSubjects, waiveRecoveryPlan } from '@/lib/data/recovery-plans'
import { decideTopThree, saveOwnTopThree } from '@/lib/data/top-three'
import { SaveAnswer } from '@/lib/domain/answer-forms'
import { SaveAgreement } from '@/lib/domain/meeting-forms'
import { AdmitParentForm } from '@/lib/domain/recovery-forms'
import type { DossierViewer } from '@/lib/gate'
import { SlideMemory } from '@/lib/live/slide-memory'
import type { DossierRight } from '@/lib/policy'
import { adopt } from '@/prisma/factories/adopt'
import { makeMeeting, makeParticipant, makePlan, makeRecoveryPlan } from '@/prisma/factories/plan'
import { makeConcern, makeGoal } from '@/prisma/factories/safety'
import { makeMembership } from '@/prisma/factories/team'
import { makeTopThreeDecision } from '@/prisma/factories/top-three'
import type { Concern, Plan } from '@/prisma/generated/client'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { NOTHING, sqlOver } from './by-sql'
import { type AccountName, as, attempt, strangersTo } from './dossier-ground'

const ground = onTwoDossiers()
const bySql = sqlOver(ground)
const WORDS = { child: 'Zij slaapt slecht.', mother: 'Zij schrikt van harde geluiden.', father: 'Hij drinkt weer.' }

let plan: Plan
const concerns = {} as Record<keyof typeof WORDS, Concern>

/** The first dossier at its GIPS 3 about the child, the mother and the father, each with a worry. */
beforeAll(async () => {
  const { owner, first } = ground
  const { members, accounts, family } = first
  plan = await makePlan(owner, family, { kind: 'gips3', state: 'meeting' })
  const meeting = await makeMeeting(owner, plan)
  await makeParticipant(owner, meeting, { role: 'caseDirector', personId: accounts.director.personId })
  await makeParticipant(owner, meeting, { personId: accounts.professional.personId, attendance: 'present' })
  await makeMembership(owner, family, accounts.noteTaker.personId, { role: 'noteTaker', planId: plan.id })
  for (const who of ['child', 'mother', 'father'] as const) {
    await makeRecoveryPlan(owner, plan, members[who])
    concerns[who] = await makeConcern(owner, plan, { text: WORDS[who], aboutMemberId: members[who].id })
  }
})

const director = <T>(work: (viewer: DossierViewer) => Promise<T>, right: DossierRight = 'plan.move') =>
  as(ground, 'director', right, work)
const subjects = (name: AccountName) =>
  as(ground, name, 'plan.read', async (viewer) => (await planFor(viewer, 'gips-3', 'plan.read')).subjects)
const own = (name: AccountName, aboutMemberId: string | null, concernId: string) =>
  as(ground, name, 'meeting.read', async (viewer) =>
    saveOwnTopThree(viewer, await planFor(viewer, 'gips-3', 'meeting.read'), {
      personId: ground.first.accounts[name].personId,
      isDraft: false,
      aboutMemberId,
      places: [{ concernId, reason: 'Dit zie ik elke week.' }],
    }),
  )

describe('whom a GIPS 3 is about', () => {
  const choose = (people: string[], planId = plan.id) =>
    director((viewer) => chooseSubjects(viewer, { planId, people }))

  test('is chosen by the case director, of this family alone, children first', async () => {
    const { first } = ground
    const { child, teenager, mother, father } = first.members
    await choose([mother.id, father.id, teenager.id, child.id])
    expect((await subjects('director')).map(({ id, isChild }) => [id, isChild])).toEqual(
      expect.arrayContaining([
        [child.id, true],
        [teenager.id, true],
        [mother.id, false],
        [father.id, false],
      ]),
    )
    expect((await subjects('director')).slice(0, 2).every(({ isChild }) => isChild)).toBe(true)
    await choose([first.members.carer.id, mother.id, father.id, child.id])
    const withCarer = await subjects('director')
    expect(withCarer.map(({ isCarer }) => isCarer)).toEqual([false, false, false, true])
    expect(withCarer.at(-1)?.id).toBe(first.members.carer.id)
    await choose([mother.id, father.id, child.id])
    expect(await subjects('director')).toHaveLength(3)
    await expect(choose([ground.second.members.child.id])).rejects.toThrow('Een van deze gezinsleden')
    await expect(choose([child.id], ground.first.gips2.plan.id)).rejects.toThrow('staat nu vast')
  })

  test('is written by nobody else, and read by no stranger', async () => {
    const { child } = ground.first.members
    for (const name of ['professional', 'noteTaker', 'gipsMaster', 'mother'] as const) {
      const values = `'${ground.first.family.id}', '${v7()}', '${plan.id}', '${child.id}'`
      expect(NOTHING).toContain(
        await bySql(name, `insert into recovery_plan values (${values}) on conflict do nothing`),
      )
      expect(NOTHING).toContain(await bySql(name, 'delete from recovery_plan'))
    }
    for (const sessionHash of strangersTo(ground)) {
      const passage = await attempt(ground, sessionHash, 'plan.read', (viewer) =>
        planFor(viewer, 'gips-3', 'plan.read'),
      )
      expect(passage.outcome).not.toBe('entered')
    }
    expect(NOTHING).toContain(await bySql('endedProfessional', 'select 1 from recovery_plan'))
    const elsewhere = `select 1 from recovery_plan where family_id = '${ground.second.family.id}'`
    expect(NOTHING).toContain(await bySql('director', elsewhere))
  })

  test('names who has none yet, and keeps who died since without asking anything more', async () => {
    const { owner, first } = ground
    const { teenager, child } = first.members
    const desk = await director((viewer) => directorDesk(viewer, 'gips-3'), 'plan.read')
    const said = desk?.missing.filter(({ sentence }) => sentence.includes('heeft nog geen herstelplan'))
    expect(said).toMatchObject([{ severity: 'warning', anchor: { memberId: teenager.id } }])
    await owner.familyMember.updateMany({ where: { id: child.id }, data: { deceasedOn: new Date('2026-01-02') } })
    const page = await director((viewer) => meetingPage(viewer, 'gips-3'), 'meeting.read')
    expect(page.sections.map(({ key }) => key)).toContain(`childRecovery:${child.id}`)
    expect(page.subjects.find(({ id }) => id === child.id)).toMatchObject({ missing: [], note: /overleden/ })
    await owner.familyMember.updateMany({ where: { id: child.id }, data: { deceasedOn: null, movedOutOn: new Date() } })
    const later = await director((viewer) => meetingPage(viewer, 'gips-3'), 'meeting.read')
    expect(later.subjects.find(({ id }) => id === child.id)?.missing).not.toEqual([])
    await owner.familyMember.updateMany({ where: { id: child.id }, data: { movedOutOn: null } })
  })
})

describe('a TOP-3 per person', () => {
  test('stands beside that of another in the same meeting, and takes no worry about somebody else', async () => {
    const { child, mother } = ground.first.members
    await own('professional', child.id, concerns.child.id)
    await own('professional', mother.id, concerns.mother.id)
    const rows = await ground.owner.topThreeChoice.findMany({ where: { planId: plan.id }, orderBy: { id: 'asc' } })
    expect(new Map(rows.map((row) => [row.aboutMemberId, row.concernId]))).toEqual(
      new Map([
        [child.id, concerns.child.id],
        [mother.id, concerns.mother.id],
      ]),
    )
    await expect(own('professional', child.id, concerns.mother.id)).rejects.toThrow('het herstelplan van iemand anders')
    await expect(own('professional', null, concerns.child.id)).rejects.toThrow('professional')
  })

  test('is decided for each, and keeps that person in the plan', async () => {
    const { child, mother, father } = ground.first.members
    for (const [who, { id }] of Object.entries({ child, mother })) {
      await director(async (viewer) =>
        decideTopThree(viewer, await planFor(viewer, 'gips-3', 'meeting.write'), {
          aboutMemberId: id,
          places: [{ concernId: concerns[who as 'child'].id, reason: 'Elke nacht.', harmfulEffect: 'Moe.' }],
        }),
      )
    }
    expect(await ground.owner.topThreeDecision.count({ where: { planId: plan.id, rank: 1 } })).toBe(2)
    const without = { planId: plan.id, people: [child.id, father.id] }
    await expect(director((viewer) => chooseSubjects(viewer, without))).rejects.toThrow('al doelen of een TOP-3')
  })

  test('an agreement serves the recovery of one person', async () => {
    const { child, mother } = ground.first.members
    const goals = [
      await makeGoal(ground.owner, plan, { kind: 'recovery', aboutMemberId: child.id, text: 'Zij slaapt door.' }),
      await makeGoal(ground.owner, plan, {
        kind: 'recovery',
        aboutMemberId: mother.id,
        text: 'Zij durft naar buiten.',
      }),
    ]
    const agree = (goalIds: string[]) =>
      director(async (viewer) => {
        const given = { text: 'Samen oefenen.', doers: [], byEveryone: true, rhythm: 'once', dueOn: '', until: '' }
        const sent = SaveAgreement.parse({ ...given, goalIds, position: 0, base: 0 })
        return saveAgreement(viewer, await planFor(viewer, 'gips-3', 'meeting.write'), v7(), sent)
      }, 'meeting.write')
    await expect(agree(goals.map(({ id }) => id))).rejects.toThrow('Maak voor ieder een eigen afspraak')
    await agree([goals[1]?.id ?? ''])
    expect(await ground.owner.agreement.findFirst({ where: { planId: plan.id } })).toMatchObject({
      aboutMemberId: mother.id,
    })
  })
})

describe('the developmental checklist', () => {
  test('is written by director and note-taker, and read by a professional', async () => {
    const itemKey = `childAtHome.development.school:${ground.first.members.child.id}`
    const tick = (name: AccountName, base: number, text: string) =>
      as(ground, name, 'meeting.read', async (viewer) =>
        saveAnswer(viewer, {
          plan: await planFor(viewer, 'gips-3', 'meeting.read'),
          answerId: answerIdOf(plan.id, itemKey, null),
          ...SaveAnswer.parse({ itemKey, respondent: null, text, applies: false, base, saveId: v7() }),
        }),
      )
    expect(await tick('director', 0, 'Zij mist veel.')).toMatchObject({ outcome: 'saved' })
    expect(await tick('noteTaker', 1, 'Zij mist elke maandag.')).toMatchObject({ version: 2 })
    await expect(tick('professional', 2, 'x')).rejects.toThrow('professional')
    const sql = `select 1 from answer where item_key = '${itemKey}' and text = 'Zij mist elke maandag.'`
    expect(await bySql('professional', sql)).toBe(1)
    expect(NOTHING).toContain(await bySql('father', sql))
  })
})

describe('who of the family is at the table', () => {
  const admit = (given: Record<string, string>) =>
    director((viewer) =>
      admitParent(viewer, AdmitParentForm.parse({ memberId: ground.first.members.mother.id, ...given })),
    )
  const yes = { meetsMinimum: 'yes', relationIsGood: 'yes', bearsDifference: 'yes', reason: 'Dat gaat goed.' }

  test('a parent only on all three conditions, and never without the reason', async () => {
    const { first, owner } = ground
    const next = await makePlan(owner, first.family, { kind: 'gips3', ordinal: 2 })
    const planId = next.id
    const invited = { ...yes, planId, isInvited: 'on' }
    await expect(admit({ ...invited, bearsDifference: 'no' })).rejects.toThrow('kunnen nog niet naar elkaar luisteren')
    await expect(admit({ ...invited, relationIsGood: '' })).rejects.toThrow('de samenwerking met deze ouder')
    expect(AdmitParentForm.safeParse({ ...invited, memberId: v7(), reason: ' ' }).success).toBe(false)
    await admit({ ...yes, planId, bearsDifference: 'no' })
    const seat = async () =>
      director(async (viewer) => {
        const seats = await familySeats(viewer, await planRow(viewer, planId))
        return seats.find(({ id }) => id === first.members.mother.id)
      })
    expect(await seat()).toMatchObject({ isInvited: false, whyNot: /doet nog niet mee/ })
    await admit(invited)
    expect(await seat()).toMatchObject({ isInvited: true, whyNot: null, reason: 'Dat gaat goed.' })
    await expect(admit({ ...invited, memberId: ground.second.members.mother.id })).rejects.toThrow('Deze ouder')
    await expect(admit({ ...invited, planId: plan.id })).rejects.toThrow('Het overleg is al begonnen')
    const sql = `update participant set bears_difference = true where member_id = '${first.members.mother.id}'`
    expect(NOTHING).toContain(await bySql('professional', sql))
    expect(NOTHING).toContain(await bySql('mother', sql))
  })

  test('people of the network are invited by the family, of this family alone', async () => {
    const next = await ground.owner.plan.findFirstOrThrow({ where: { kind: 'gips3', ordinal: 2 } })
    const invite = (network: string[]) =>
      director((viewer) => inviteFamily(viewer, { planId: next.id, members: [], network }))
    await invite([ground.first.friend.id])
    const seats = () => ground.owner.participant.count({ where: { meeting: { planId: next.id }, role: 'network' } })
    expect(await seats()).toBe(1)
    await expect(invite([ground.second.friend.id])).rejects.toThrow('hoort niet (meer) bij dit gezin')
    await invite([])
    expect(await seats()).toBe(0)
  })
})

describe('who reads whose recovery plan', () => {
  const itemAt = async (key: string) => {
    await ground.owner.meeting.updateMany({ where: { planId: plan.id }, data: { currentItem: key } })
    return director((viewer) => readSlide(viewer, 'gips-3', new SlideMemory(() => null)), 'projector.read')
  }

  test('the projector shows the worries of one person at a time', async () => {
    const { child, mother } = ground.first.members
    const slide = await itemAt(`parentRecovery.concerns:${mother.id}`)
    expect(slide.heading).toContain('Herstelplan voor')
    expect(JSON.stringify(slide.blocks)).toContain(WORDS.mother)
    expect(JSON.stringify(slide.blocks)).not.toContain(WORDS.father)
    expect(JSON.stringify((await itemAt(`childRecovery.concerns:${child.id}`)).blocks)).toContain(WORDS.child)
  })

  test('a parent reads its own and the child’s, the team all of them; the other parent’s is not there at all', async () => {
    const { owner, first } = ground
    const { accounts, members } = first
    await makeTopThreeDecision(owner, { concern: concerns.father, rank: 1 })
    await owner.plan.updateMany({ where: { id: plan.id }, data: { state: 'provisional' } })
    await adopt(owner, plan, { adoptedById: accounts.director.personId, adoptedAt: new Date() })
    const read = (name: AccountName) =>
      as(ground, name, 'plan.read', async (viewer) => (await planPage(viewer, 'gips-3', null)).document)
    const seen = async (name: AccountName) => {
      const document = await read(name)
      const text = JSON.stringify(document)
      return {
        words: Object.entries(WORDS).flatMap(([who, words]) => (text.includes(words) ? who : [])),
        sections: document.sections
          .flatMap(({ key }) => key.split(':')[1] ?? [])
          .filter((id, at, all) => all.indexOf(id) === at),
      }
    }
    const { child, mother, father } = members
    expect(await seen('professional')).toEqual({
      words: ['child', 'mother', 'father'],
      sections: expect.arrayContaining([child.id, mother.id, father.id]),
    })
    expect(await seen('father')).toEqual({
      words: ['child', 'father'],
      sections: expect.not.arrayContaining([mother.id]),
    })
    expect(await seen('mother')).toEqual({
      words: ['child', 'mother'],
      sections: expect.not.arrayContaining([father.id]),
    })
    const mine = `select 1 from recovery_plan where member_id = '${mother.id}' and plan_id = '${plan.id}'`
    expect([await bySql('mother', mine), await bySql('father', mine), await bySql('professional', mine)]).toEqual([
      1, 0, 1,
    ])
    const title = (await read('father')).sections.find(({ key }) => key === `parentRecovery:${father.id}`)?.title
    expect(title).toContain(father.firstNames)
  })
})

test('GIPS 4 waits for a recovery plan of each child, or a reason', async () => {
  const { owner, first } = ground
  await makePlan(owner, first.family, { kind: 'gips4' })
  const { teenager } = first.members
  const asks = async () => {
    const desk = await director((viewer) => directorDesk(viewer, 'gips-4'), 'plan.read')
    return desk?.missing.filter(
      ({ severity, sentence }) => severity === 'bar' && sentence.includes('nog geen herstelplan'),
    )
  }
  expect((await asks())?.map(({ anchor }) => anchor.memberId)).toEqual([teenager.id])
  await director((viewer) => waiveRecoveryPlan(viewer, { memberId: teenager.id, reason: 'Woont al op zichzelf.' }))
  await director((viewer) => waiveRecoveryPlan(viewer, { memberId: teenager.id, reason: 'Woont bij oma.' }))
  expect(await asks()).toEqual([])
  const elsewhere = { memberId: ground.second.members.child.id, reason: 'x' }
  await expect(director((viewer) => waiveRecoveryPlan(viewer, elsewhere))).rejects.toThrow('Dit kind is er niet')
  for (const name of ['mother', 'teenager', 'endedProfessional'] as const) {
    expect(NOTHING).toContain(await bySql(name, 'select 1 from recovery_waiver'))
  }
  const ofTeenager = `select 1 from recovery_waiver where member_id = '${teenager.id}'`
  expect(await bySql('professional', ofTeenager)).toBe(1)
})
