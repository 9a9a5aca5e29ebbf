import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { askOneMore, dropAsked, remindAsked, withdrawAssessment } from '@/lib/data/extra-assessments'
import { trailPage } from '@/lib/data/trail'
import { UserError } from '@/lib/errors'
import { passGate } from '@/lib/gate'
import type { TestAccount } from '@/prisma/factories/canary-people'
import { beforeAsking } from '@/tests/support/before-asking'

const {
  ground,
  nurse,
  teacher,
  running,
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
  safety,
} = beforeAsking()

describe('leading it', () => {
  beforeEach(() => ask([nurse, teacher]))
  const remind = (who: TestAccount) =>
    lead((viewer) => remindAsked(viewer, { assessmentId: running.id, personId: who.personId }))
  const drop = (who: TestAccount) =>
    lead((viewer) => dropAsked(viewer, { assessmentId: running.id, personId: who.personId }))

  test('shows who has not answered yet', async () => {
    await give(nurse)
    await finish(nurse)
    const { asked: list } = await seen(director())
    expect(list?.map(({ name, state }) => [name, state]).sort()).toEqual([
      [nurse.name, 'answered'],
      [teacher.name, 'notYet'],
    ])
    expect((await safety(director())).running.find((each) => each.id === running.id)?.progress).toEqual({
      answered: 1,
      asked: 2,
    })
    expect((await safety(teacher)).running.find((each) => each.id === running.id)).toMatchObject({
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
      where: { assessmentId: running.id },
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
    const more = () => lead((viewer) => askOneMore(viewer, { assessmentId: running.id, personId }))
    await more()
    expect((await messages()).map(({ recipientId }) => recipientId)).toContain(personId)
    await expect(more()).rejects.toMatchObject({ field: 'personId' })
    const stranger = { assessmentId: running.id, personId: ground.outsider.personId }
    await expect(lead((viewer) => askOneMore(viewer, stranger))).rejects.toMatchObject({ field: 'personId' })
  })

  test('takes off who gave nothing, whose access to it ends; what is given stays', async () => {
    await give(nurse)
    await expect(drop(nurse)).rejects.toThrow('Wat gegeven is, blijft staan.')
    await drop(teacher)
    expect((await see(teacher)).outcome).toBe('refused')
    await lead((viewer) => askOneMore(viewer, { assessmentId: running.id, personId: teacher.personId }))
    expect((await messages()).filter(({ recipientId }) => recipientId === teacher.personId)).toHaveLength(2)
  })

  test('takes the question back until there is a figure', async () => {
    const withdraw = () => lead((viewer) => withdrawAssessment(viewer, running.id))
    await give(nurse, { score: '', cannotJudge: true })
    await expect(close()).rejects.toThrow('Er is nog geen cijfer gegeven.')
    await withdraw()
    expect((await see(director())).outcome).toBe('refused')
    running.id = v7()
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
        assessmentId: running.id,
        kind: 'extra',
        mean: 3.5,
        lowest: { memberId: child(), score: 3.5 },
      })
      expect(page.assessments[0]).toMatchObject({
        id: running.id,
        question: 'Is het thuis nog te doen?',
        conclusion: 'Er moet vandaag iemand heen.',
        measures: [{ who: nurse.name, text: 'Het slot vervangen.' }],
      })
    }
    for (const who of [professional, mother]) {
      const page = await safety(who)
      expect(page.assessments.map((each) => each.id)).not.toContain(running.id)
      expect(page.frame.score?.assessmentId).not.toBe(running.id)
      expect(JSON.stringify(page)).not.toContain('Het slot vervangen.')
    }
  })

  test('is closed by one of two at the same moment; the other hears it', async () => {
    const outcomes = await Promise.allSettled([close('Eerste.'), close('Tweede.')])
    const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(refused).toHaveLength(1)
    expect(refused[0]).toBeInstanceOf(UserError)
    const winner = outcomes[0]?.status === 'fulfilled' ? 'Eerste.' : 'Tweede.'
    expect(await ground.owner.safetyAssessment.findFirst({ where: { id: running.id } })).toMatchObject({
      conclusion: winner,
    })
  })

  test('takes nothing more, by no way', async () => {
    await close()
    await expect(give(nurse, { score: '9', base: 1 })).rejects.toThrow('Deze inschatting is afgesloten')
    await expect(think(nurse, 'Te laat.')).rejects.toThrow(UserError)
    await expect(finish(teacher)).rejects.toThrow(UserError)
    const by = { where: { assessmentId: running.id } }
    const late = await inside(nurse, 'assessment.answer', async ({ tx }) => [
      await tx.assessmentInvitee.updateMany({ ...by, data: { directMeasures: 'Te laat.' } }),
      await tx.safetyScore.updateMany({ ...by, data: { score: 9 } }),
    ])
    expect(late.map(({ count }) => count)).toEqual([0, 0])
    for (const late of [
      () => lead((viewer) => remindAsked(viewer, { assessmentId: running.id, personId: teacher.personId })),
      () => lead((viewer) => dropAsked(viewer, { assessmentId: running.id, personId: teacher.personId })),
      () =>
        lead((viewer) =>
          askOneMore(viewer, { assessmentId: running.id, personId: ground.first.accounts.professional.personId }),
        ),
      () => lead((viewer) => withdrawAssessment(viewer, running.id)),
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
