import { v7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { markAnswered, saveAskedScore, saveMeasures } from '@/lib/data/assessment-answers'
import { closeAssessment } from '@/lib/data/assessment-closing'
import { askingPage, extraAssessmentPage } from '@/lib/data/assessment-page'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { askAssessment, askOneMore, dropAsked, remindAsked, withdrawAssessment } from '@/lib/data/extra-assessments'
import { safetyPage } from '@/lib/data/safety-page'
import { trailPage } from '@/lib/data/trail'
import { plainDateIn } from '@/lib/dates'
import { SaveMeasures } from '@/lib/domain/extra-assessment-forms'
import { SaveOwnScore } from '@/lib/domain/meeting-forms'
import { UserError } from '@/lib/errors'
import { type DossierViewer, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { type TestAccount, testAccount } from '@/prisma/factories/canary-people'
import { makeMembership } from '@/prisma/factories/team'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { typed } from './scoring'

const ground = onTwoDossiers()
const today = plainDateIn(new Date())
/** In the team, and asked or not as the test says. */
let nurse: TestAccount
let teacher: TestAccount
let id: string

beforeAll(async () => {
  const { owner, first } = ground
  nurse = await testAccount(owner, { name: 'Noortje Verpleging' }, new Date())
  teacher = await testAccount(owner, { name: 'Teun Klaslokaal' }, new Date())
  for (const { personId } of [nurse, teacher]) await makeMembership(owner, first.family, personId)
  await owner.assessmentInvitee.deleteMany()
  await owner.safetyScore.deleteMany({ where: { assessment: { kind: 'extra' } } })
  await owner.assessedMember.deleteMany({ where: { assessment: { kind: 'extra' } } })
  await owner.safetyAssessment.deleteMany({ where: { kind: 'extra' } })
})

async function at<T>(
  who: TestAccount,
  right: DossierRight,
  work: (viewer: DossierViewer) => Promise<T>,
  code = ground.first.code,
) {
  return passGate(ground.app, { sessionHash: who.tokenHash, code, right, kind: 'change' }, work)
}

async function inside<T>(
  who: TestAccount,
  right: DossierRight,
  work: (viewer: DossierViewer) => Promise<T>,
): Promise<T> {
  const passage = await at(who, right, work)
  if (passage.outcome !== 'entered') throw new Error(`${who.name} was ${passage.outcome}`)
  return passage.result
}

const director = () => ground.first.accounts.director
const lead = <T>(work: (viewer: DossierViewer) => Promise<T>) => inside(director(), 'assessment.lead', work)
const child = () => ground.first.members.child.id

function asked(people: TestAccount[], change: Record<string, unknown> = {}) {
  const professionals = people.map(({ personId }) => personId)
  return {
    assessmentId: id,
    professionals,
    members: [child()],
    question: 'Is het thuis nog te doen?',
    deadline: today,
    ...change,
  }
}

const ask = (people: TestAccount[], change: Record<string, unknown> = {}) =>
  lead((viewer) => askAssessment(viewer, asked(people, change)))

const give = (who: TestAccount, given: Record<string, unknown> = {}, memberId = child()) =>
  inside(who, 'assessment.answer', (viewer) => saveAskedScore(viewer, id, SaveOwnScore.parse(typed(memberId, given))))

const think = (who: TestAccount, text: string, base = 0) =>
  inside(who, 'assessment.answer', (viewer) =>
    saveMeasures(viewer, id, SaveMeasures.parse({ text, base, after: null })),
  )

const finish = (who: TestAccount) => inside(who, 'assessment.answer', (viewer) => markAnswered(viewer, id))
const close = (conclusion = 'Het houdt, met meer hulp.') =>
  lead((viewer) => closeAssessment(viewer, { assessmentId: id, conclusion }))
const see = (who: TestAccount) => at(who, 'assessment.read', (viewer) => extraAssessmentPage(viewer, id))
const seen = (who: TestAccount) => inside(who, 'assessment.read', (viewer) => extraAssessmentPage(viewer, id))
const safety = (who: TestAccount) => inside(who, 'safety.read', safetyPage)
const messages = () =>
  ground.owner.message.findMany({ where: { kind: { startsWith: 'extraAssessment' } }, orderBy: { id: 'asc' } })

beforeEach(async () => {
  id = v7()
  await ground.owner.message.deleteMany()
})

describe('asking for an extra assessment', () => {
  test('writes to each chosen professional once, with the code and the way to the form', async () => {
    await ask([nurse, teacher])
    const told = await messages()
    expect(told.map(({ recipientId }) => recipientId).sort()).toEqual([nurse.personId, teacher.personId].sort())
    const { code } = ground.first
    expect(told.map(({ payload }) => payload)).toEqual([
      { code, assessment: id },
      { code, assessment: id },
    ])
    expect((await seen(nurse)).own).toMatchObject({ members: [{ id: child() }], given: [], isAnswered: false })
  })

  test('offers the professionals of the team, the children, and three working days', async () => {
    const page = await lead(askingPage)
    const { professional, gipsMaster, caseManager, endedProfessional } = ground.first.accounts
    const offered = page.professionals.map((each) => each.id)
    expect(offered).toEqual(expect.arrayContaining([nurse.personId, teacher.personId, professional.personId]))
    for (const { personId } of [gipsMaster, caseManager, endedProfessional]) expect(offered).not.toContain(personId)
    expect(page.deadline > today).toBe(true)
  })

  test.each([
    [
      'who is no professional here',
      () => ({ professionals: [ground.first.accounts.caseManager.personId] }),
      'professionals',
    ],
    ['the neutral chair', () => ({ professionals: [ground.first.accounts.gipsMaster.personId] }), 'professionals'],
    [
      'somebody of another dossier',
      () => ({ professionals: [ground.second.accounts.professional.personId] }),
      'professionals',
    ],
    ['a child of another family', () => ({ members: [ground.second.members.child.id] }), 'members'],
    ['a day that is over', () => ({ deadline: '2020-01-01' }), 'deadline'],
  ])('is refused at its field for %s', async (_who, change, field) => {
    await expect(ask([nurse], change())).rejects.toMatchObject({ field })
    expect(await messages()).toEqual([])
  })

  test('sent twice at once asks once', async () => {
    const outcomes = await Promise.allSettled([ask([nurse]), ask([nurse]), ask([nurse])])
    const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(refused).toHaveLength(2)
    expect(refused.every((reason) => reason instanceof UserError)).toBe(true)
    expect(await messages()).toHaveLength(1)
  })
})

describe('the answer of who was asked', () => {
  beforeEach(() => ask([nurse, teacher]))

  test('is kept as it is typed, and may be changed after it is finished', async () => {
    expect(await give(nurse)).toEqual({ outcome: 'saved', version: 1 })
    expect(await give(nurse)).toEqual({ outcome: 'saved', version: 1 })
    expect(await think(nurse, 'Oma logeert dit weekend.')).toEqual({ outcome: 'saved', version: 1 })
    await finish(nurse)
    expect(await give(nurse, { score: '4', base: 1 })).toEqual({ outcome: 'saved', version: 2 })
    expect((await seen(nurse)).own).toMatchObject({
      isAnswered: true,
      given: [{ memberId: child(), score: '4', version: 2 }],
      measures: { text: 'Oma logeert dit weekend.', version: 1 },
    })
  })

  test('shows both texts to the second of two tabs', async () => {
    await give(nurse)
    expect(await give(nurse, { reason: 'Anders.' })).toMatchObject({ outcome: 'conflict', version: 1, by: nurse.name })
    await think(nurse, 'Eerst.')
    expect(await think(nurse, 'Anders.')).toMatchObject({ outcome: 'conflict', theirs: { text: 'Eerst.' } })
  })

  test('is not finished while something lacks, and says what', async () => {
    await give(nurse, { onePointHigher: '' })
    await expect(finish(nurse)).rejects.toThrow('wat er nodig is voor één punt meer')
    expect(
      (await ground.owner.assessmentInvitee.findMany({ where: { assessmentId: id } })).map((each) => each.answeredAt),
    ).toEqual([null, null])
  })

  test('takes no score for who is not assessed', async () => {
    await expect(give(nurse, {}, ground.first.members.mother.id)).rejects.toMatchObject({ field: 'memberId' })
  })

  test('is unseen by the other until it is closed, and read by director, chair and case manager', async () => {
    await give(nurse, { reason: 'alleen-van-noortje' })
    await think(nurse, 'maatregel-van-noortje')
    const unseen = JSON.stringify(await seen(teacher))
    expect(unseen).not.toMatch(/van-noortje/)
    const rows = await inside(teacher, 'assessment.read', ({ tx }) =>
      tx.safetyScore.findMany({ where: { assessmentId: id } }),
    )
    expect(rows).toEqual([])
    const { gipsMaster, caseManager, deputy } = ground.first.accounts
    for (const reader of [director(), deputy, gipsMaster, caseManager]) {
      expect(JSON.stringify(await seen(reader))).toMatch(
        /alleen-van-noortje.*maatregel-van-noortje|maatregel-van-noortje.*alleen-van-noortje/,
      )
    }
    await close()
    expect((await seen(teacher)).result?.measures).toEqual([{ who: nurse.name, text: 'maatregel-van-noortje' }])
    expect(JSON.stringify(await seen(teacher))).toContain('alleen-van-noortje')
  })

  test('is nobody else’s to give or to see: not of the team, the family, nor of anyone outside', async () => {
    await give(nurse, { reason: 'alleen-van-noortje' })
    const { accounts } = ground.first
    const { professional, noteTaker, mother, father, carer, teenager, endedProfessional } = accounts
    const outside = [
      ground.outsider,
      ground.region,
      ground.institute,
      ground.administrator,
      ground.second.accounts.director,
    ]
    for (const who of [professional, noteTaker, mother, father, carer, teenager, endedProfessional, ...outside]) {
      const answers = await Promise.all([
        see(who),
        at(who, 'assessment.answer', (viewer) => saveAskedScore(viewer, id, SaveOwnScore.parse(typed(child())))),
        at(who, 'assessment.answer', (viewer) =>
          saveMeasures(viewer, id, SaveMeasures.parse({ text: 'x', base: 0, after: null })),
        ),
        at(who, 'assessment.lead', (viewer) => closeAssessment(viewer, { assessmentId: id, conclusion: 'x' })),
        see(who).then(() => at(who, 'safety.read', safetyPage)),
      ])
      expect(
        answers.slice(0, 4).map(({ outcome }) => outcome),
        who.name,
      ).toEqual(Array(4).fill('refused'))
      expect(JSON.stringify(answers.at(-1)), who.name).not.toMatch(new RegExp(`alleen-van-noortje|${id}`))
    }
    expect(await ground.owner.safetyScore.count({ where: { assessmentId: id } })).toBe(1)
  })

  test('is given in nobody’s name but one’s own, also not by the case director with any SQL', async () => {
    const forging = lead(({ tx, familyId }) =>
      tx.safetyScore.create({
        data: {
          ...{ familyId, id: v7(), assessmentId: id, memberId: child(), aboutMemberId: child(), score: 10 },
          ...{ side: 'professional', scorerPersonId: nurse.personId, authorPersonId: director().personId },
        },
      }),
    )
    await expect(forging).rejects.toThrow(/row-level security/)
    const marking = lead(({ tx }) =>
      tx.assessmentInvitee.updateMany({ where: { assessmentId: id }, data: { answeredAt: new Date() } }),
    )
    expect((await marking).count).toBe(0)
  })

  test('ends with the involvement', async () => {
    await ground.owner.teamMembership.updateMany({ where: { personId: teacher.personId }, data: { until: new Date() } })
    expect((await see(teacher)).outcome).toBe('refused')
    const page = await seen(director())
    expect(page.asked?.find(({ personId }) => personId === teacher.personId)).toMatchObject({
      state: 'gone',
      mayRemind: false,
    })
    await ground.owner.teamMembership.updateMany({ where: { personId: teacher.personId }, data: { until: null } })
  })
})

describe('leading it', () => {
  beforeEach(() => ask([nurse, teacher]))
  const remind = (who: TestAccount) =>
    lead((viewer) => remindAsked(viewer, { assessmentId: id, personId: who.personId }))
  const drop = (who: TestAccount) => lead((viewer) => dropAsked(viewer, { assessmentId: id, personId: who.personId }))

  test('shows who has not answered yet', async () => {
    await give(nurse)
    await finish(nurse)
    const { asked: list } = await seen(director())
    expect(list?.map(({ name, state }) => [name, state]).sort()).toEqual([
      [nurse.name, 'answered'],
      [teacher.name, 'notYet'],
    ])
    expect((await safety(director())).running.find((each) => each.id === id)?.progress).toEqual({
      answered: 1,
      asked: 2,
    })
    expect((await safety(teacher)).running.find((each) => each.id === id)).toMatchObject({
      isForViewer: true,
      progress: null,
    })
  })

  test('reminds once a day by hand, and never who answered', async () => {
    const outcomes = await Promise.allSettled([remind(teacher), remind(teacher)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const reminders = async () => (await messages()).filter(({ kind }) => kind === 'extraAssessmentReminder').length
    expect(await reminders()).toBe(1)
    await ground.owner.assessmentInvitee.updateMany({
      where: { assessmentId: id },
      data: { remindedAt: new Date(Date.now() - 25 * 3_600_000) },
    })
    await remind(teacher)
    expect(await reminders()).toBe(2)
    await give(nurse)
    await finish(nurse)
    await expect(remind(nurse)).rejects.toThrow(UserError)
  })

  test('adds one more, who gets a mail, and nobody twice', async () => {
    const { personId } = ground.first.accounts.professional
    const more = () => lead((viewer) => askOneMore(viewer, { assessmentId: id, personId }))
    await more()
    expect((await messages()).map(({ recipientId }) => recipientId)).toContain(personId)
    await expect(more()).rejects.toMatchObject({ field: 'personId' })
    const stranger = { assessmentId: id, personId: ground.outsider.personId }
    await expect(lead((viewer) => askOneMore(viewer, stranger))).rejects.toMatchObject({ field: 'personId' })
  })

  test('takes off who gave nothing, whose access to it ends; what is given stays', async () => {
    await give(nurse)
    await expect(drop(nurse)).rejects.toThrow('Wat gegeven is, blijft staan.')
    await drop(teacher)
    expect((await see(teacher)).outcome).toBe('refused')
    await lead((viewer) => askOneMore(viewer, { assessmentId: id, personId: teacher.personId }))
    expect((await messages()).filter(({ recipientId }) => recipientId === teacher.personId)).toHaveLength(2)
  })

  test('takes the question back until there is a figure', async () => {
    const withdraw = () => lead((viewer) => withdrawAssessment(viewer, id))
    await give(nurse, { score: '', cannotJudge: true })
    await expect(close()).rejects.toThrow('Er is nog geen cijfer gegeven.')
    await withdraw()
    expect((await see(director())).outcome).toBe('refused')
    id = v7()
    await ask([nurse])
    await give(nurse)
    await expect(withdraw()).rejects.toThrow('Er is al een cijfer gegeven')
  })

  test('without a figure does not close', async () => {
    await expect(close()).rejects.toThrow('Zonder cijfer kunt u niet afsluiten')
    expect((await seen(director())).closedOn).toBeNull()
  })
})

describe('a closed one', () => {
  beforeEach(async () => {
    await ask([nurse, teacher])
    await give(nurse, { score: '3,5' })
  })

  test('is the current safety score, with question, measures and conclusion, for who was asked and who reads along', async () => {
    await think(nurse, 'Het slot vervangen.')
    await close('Er moet vandaag iemand heen.')
    const { gipsMaster, caseManager, professional, mother } = ground.first.accounts
    for (const who of [director(), gipsMaster, caseManager, nurse, teacher]) {
      const page = await safety(who)
      expect(page.frame.score).toMatchObject({
        assessmentId: id,
        kind: 'extra',
        mean: 3.5,
        lowest: { memberId: child(), score: 3.5 },
      })
      expect(page.assessments[0]).toMatchObject({
        id,
        question: 'Is het thuis nog te doen?',
        conclusion: 'Er moet vandaag iemand heen.',
        measures: [{ who: nurse.name, text: 'Het slot vervangen.' }],
      })
    }
    for (const who of [professional, mother]) {
      const page = await safety(who)
      expect(page.assessments.map((each) => each.id)).not.toContain(id)
      expect(page.frame.score?.assessmentId).not.toBe(id)
      expect(JSON.stringify(page)).not.toContain('Het slot vervangen.')
    }
  })

  test('is closed by one of two at the same moment; the other hears it', async () => {
    const outcomes = await Promise.allSettled([close('Eerste.'), close('Tweede.')])
    const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(refused).toHaveLength(1)
    expect(refused[0]).toBeInstanceOf(UserError)
    const winner = outcomes[0]?.status === 'fulfilled' ? 'Eerste.' : 'Tweede.'
    expect(await ground.owner.safetyAssessment.findFirst({ where: { id } })).toMatchObject({ conclusion: winner })
  })

  test('takes nothing more, by no way', async () => {
    await close()
    await expect(give(nurse, { score: '9', base: 1 })).rejects.toThrow('Deze inschatting is afgesloten')
    await expect(think(nurse, 'Te laat.')).rejects.toThrow(UserError)
    await expect(finish(teacher)).rejects.toThrow(UserError)
    const by = { where: { assessmentId: id } }
    const late = await inside(nurse, 'assessment.answer', async ({ tx }) => [
      await tx.assessmentInvitee.updateMany({ ...by, data: { directMeasures: 'Te laat.' } }),
      await tx.safetyScore.updateMany({ ...by, data: { score: 9 } }),
    ])
    expect(late.map(({ count }) => count)).toEqual([0, 0])
    for (const late of [
      () => lead((viewer) => remindAsked(viewer, { assessmentId: id, personId: teacher.personId })),
      () => lead((viewer) => dropAsked(viewer, { assessmentId: id, personId: teacher.personId })),
      () =>
        lead((viewer) =>
          askOneMore(viewer, { assessmentId: id, personId: ground.first.accounts.professional.personId }),
        ),
      () => lead((viewer) => withdrawAssessment(viewer, id)),
    ]) {
      await expect(late()).rejects.toThrow(UserError)
    }
  })

  test('leads the director to new safety goals, and nobody else', async () => {
    await close()
    expect(await seen(director())).toMatchObject({ safetyPlan: { slug: 'gips-1', version: 1 }, mayAddGoals: true })
    expect(await seen(nurse)).toMatchObject({ goals: [], mayAddGoals: false })
  })
})

test('the trail tells the director what was done, and the family nothing of it', async () => {
  await ask([nurse])
  await give(nurse)
  const read = async (who: TestAccount) =>
    JSON.stringify(await inside(who, 'trail.read', (viewer) => trailPage(viewer, null)))
  expect(await read(director())).toContain('vroeg een extra veiligheidsinschatting')
  expect(await read(director())).toContain('antwoordde op een extra veiligheidsinschatting')
  expect(await read(ground.first.accounts.mother)).not.toContain('inschatting')
})

test('the other dossier keeps its own current score', async () => {
  const { second, app } = ground
  const passage = await passGate(
    app,
    { sessionHash: second.accounts.director.tokenHash, code: second.code, right: 'dossier.read', kind: 'read' },
    dossierFrame,
  )
  expect(passage).toMatchObject({ outcome: 'entered', result: { score: { kind: 'meeting' } } })
})
