import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { moveProjector, readSlide } from '@/lib/data/projector'
import type { SlideBlock } from '@/lib/domain/slide-blocks'
import { SlideMemory } from '@/lib/live/slide-memory'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeMeeting, makeParticipant, makePlan } from '@/prisma/factories/plan'
import { makeGoal } from '@/prisma/factories/safety'
import { makeShield } from '@/prisma/factories/team'
import type { Goal, Meeting, Plan } from '@/prisma/generated/client'
import { asViewer, onOwnDatabase, setTable, type Table } from './table'

const databases = onOwnDatabase()
let table: Table
let plan: Plan
let meeting: Meeting
let risk: Goal
let safety: Goal

/** The family's GIPS 4, with a safety goal, a risk goal and an agreement of GIPS 1 behind it. */
beforeEach(async () => {
  const { owner } = databases
  table = await setTable(databases)
  plan = await makePlan(owner, table.family, { kind: 'gips4', state: 'meeting' })
  meeting = await makeMeeting(owner, plan)
  const adopted = { adoptedAt: new Date() }
  safety = await makeGoal(owner, table.plan, { ...adopted, text: 'Fenna slaapt rustig.' })
  risk = await makeGoal(owner, table.plan, { ...adopted, kind: 'risk', text: 'Op tijd een time-out.' })
})

async function shown(item: string): Promise<SlideBlock[]> {
  const { session } = table.chair
  await asViewer(databases, table, session, 'projector.move', (viewer) => moveProjector(viewer, 'gips-4', { to: item }))
  const slide = await asViewer(databases, table, session, 'projector.read', (viewer) =>
    readSlide(viewer, 'gips-4', new SlideMemory(() => null)),
  )
  return slide.blocks
}

const here = () => ({ familyId: table.family.id, planId: plan.id, id: v7() })
const gives = (who: object, percent: number) =>
  databases.owner.goalEvaluation.create({ data: { ...here(), goalId: risk.id, percent, ...who } })

async function fatherSitsDown(): Promise<void> {
  const memberId = table.members.father.id
  await makeParticipant(databases.owner, meeting, { memberId, isAdmitted: true, attendance: 'present' })
}

describe('what a meeting looks back at, on the projector', () => {
  test('every open safety goal stands there, with what became of it', async () => {
    expect(await shown('safety.review')).toContainEqual({
      kind: 'reviews',
      goals: [{ id: safety.id, text: safety.text, result: null, remark: '' }],
    })
    await databases.owner.goalReview.create({
      data: { ...here(), goalId: safety.id, result: 'partly', remark: 'Nog niet elke nacht.' },
    })
    expect(JSON.stringify(await shown('safety.review'))).toContain('Nog niet elke nacht.')
  })

  test('agreements of earlier plans stand there once something was decided, each in its own place', async () => {
    const { owner } = databases
    const { id: doer } = table.nurse
    const make = async (goal: Goal) => {
      const given = { inForceAt: new Date(), goals: [goal], doers: [{ personId: doer }] }
      const agreement = await makeAgreement(owner, table.plan, { ...given, text: `voor ${goal.kind}` })
      await owner.carriedAgreement.create({ data: { ...here(), agreementId: agreement.id, decision: 'kept' } })
    }
    await make(safety)
    await make(risk)
    const carried = async (item: string) =>
      (await shown(item)).flatMap((block) => (block.kind === 'carried' ? block.agreements : []))
    expect(await carried('safety.review')).toMatchObject([{ text: 'voor safety', decision: 'kept' }])
    expect(await carried('agreements.list')).toMatchObject([{ text: 'voor risk', decision: 'kept' }])
    expect(await carried('safety.extraAgreements')).toEqual([])
  })
})

describe('the evaluation on the projector', () => {
  const evaluated = async () =>
    (await shown('evaluation.goals')).flatMap((block) => (block.kind === 'evaluation' ? block.goals : []))
  const percents = async () => (await evaluated()).map(({ given }) => given.map(({ percent }) => percent).sort())

  test('shows what everyone gave and whether it is good enough', async () => {
    await gives({ personId: table.nurse.id }, 80)
    await gives({ memberId: table.members.mother.id }, 60)
    const verdict = { goalId: risk.id, isGoodEnough: false, reason: 'Er is nog ruzie.' }
    await databases.owner.goalVerdict.create({ data: { ...here(), ...verdict } })
    expect(await evaluated()).toMatchObject([{ id: risk.id, isGoodEnough: false, reason: 'Er is nog ruzie.' }])
    expect(await percents()).toEqual([[60, 80]])
  })

  test('shows a father at the table his own and the team’s, not what the mother and the child gave at home', async () => {
    const { mother, father, child } = table.members
    await gives({ personId: table.nurse.id }, 80)
    await gives({ memberId: mother.id }, 60)
    await gives({ memberId: child.id }, 20)
    await gives({ memberId: father.id }, 40)
    expect(await percents()).toEqual([[20, 40, 60, 80]])
    await fatherSitsDown()
    expect(await percents()).toEqual([[40, 80]])
  })

  test('leaves out a goal that somebody at the table may not see', async () => {
    await fatherSitsDown()
    expect(await evaluated()).toHaveLength(1)
    await makeShield(databases.owner, table.family, { subject: 'goal', subjectId: risk.id, audience: 'allFamily' })
    expect(await evaluated()).toEqual([])
  })
})
