import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { saveAskedScore, saveMeasures } from '@/lib/data/assessment-answers'
import { closeAssessment } from '@/lib/data/assessment-closing'
import { askingPage } from '@/lib/data/assessment-page'
import { safetyPage } from '@/lib/data/safety-page'
import { plainDateIn } from '@/lib/dates'
import { SaveMeasures } from '@/lib/domain/extra-assessment-forms'
import { SaveOwnScore } from '@/lib/domain/meeting-forms'
import { UserError } from '@/lib/errors'
import { beforeAsking } from '@/tests/support/before-asking'
import { typed } from './scoring'

const {
  ground,
  nurse,
  teacher,
  running,
  at,
  inside,
  director,
  lead,
  child,
  ask,
  close,
  messages,
  give,
  think,
  finish,
  see,
  seen,
} = beforeAsking()
const today = plainDateIn(new Date())

describe('asking for an extra assessment', () => {
  test('writes to each chosen professional once, with the code and the way to the form', async () => {
    await ask([nurse, teacher])
    const told = await messages()
    expect(told.map(({ recipientId }) => recipientId).sort()).toEqual([nurse.personId, teacher.personId].sort())
    const { code } = ground.first
    expect(told.map(({ payload }) => payload)).toEqual([
      { code, assessment: running.id },
      { code, assessment: running.id },
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
      (await ground.owner.assessmentInvitee.findMany({ where: { assessmentId: running.id } })).map(
        (each) => each.answeredAt,
      ),
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
      tx.safetyScore.findMany({ where: { assessmentId: running.id } }),
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
        at(who, 'assessment.answer', (viewer) =>
          saveAskedScore(viewer, running.id, SaveOwnScore.parse(typed(child()))),
        ),
        at(who, 'assessment.answer', (viewer) =>
          saveMeasures(viewer, running.id, SaveMeasures.parse({ text: 'x', base: 0, after: null })),
        ),
        at(who, 'assessment.lead', (viewer) => closeAssessment(viewer, { assessmentId: running.id, conclusion: 'x' })),
        see(who).then(() => at(who, 'safety.read', safetyPage)),
      ])
      expect(
        answers.slice(0, 4).map(({ outcome }) => outcome),
        who.name,
      ).toEqual(Array(4).fill('refused'))
      expect(JSON.stringify(answers.at(-1)), who.name).not.toMatch(new RegExp(`alleen-van-noortje|${running.id}`))
    }
    expect(await ground.owner.safetyScore.count({ where: { assessmentId: running.id } })).toBe(1)
  })

  test('is given in nobody’s name but one’s own, also not by the case director with any SQL', async () => {
    const forging = lead(({ tx, familyId }) =>
      tx.safetyScore.create({
        data: {
          ...{ familyId, id: v7(), assessmentId: running.id, memberId: child(), aboutMemberId: child(), score: 10 },
          ...{ side: 'professional', scorerPersonId: nurse.personId, authorPersonId: director().personId },
        },
      }),
    )
    await expect(forging).rejects.toThrow(/row-level security/)
    const marking = lead(({ tx }) =>
      tx.assessmentInvitee.updateMany({ where: { assessmentId: running.id }, data: { answeredAt: new Date() } }),
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
