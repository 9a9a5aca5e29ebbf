import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { planPage } from '@/lib/data/plan-page'
import { readSlide } from '@/lib/data/projector'
import type { PlanRowContent } from '@/lib/domain/plan-document'
import type { SlideBlock } from '@/lib/domain/slide-blocks'
import { SlideMemory } from '@/lib/live/slide-memory'
import { adopt } from '@/prisma/factories/adopt'
import { makeRisk } from '@/prisma/factories/risks'
import { makeGoal } from '@/prisma/factories/safety'
import { makeOpening } from '@/prisma/factories/team'
import { onTwoDossiers } from '@/tests/support/two-dossiers'
import { type AccountName, as, canaryIn } from './dossier-ground'

const ground = onTwoDossiers()
const VIOLENCE = 'Geweld, dreigen of verwaarlozen door een ouder'
const GOAL = 'De vader loopt weg voordat hij slaat.'

/** Of GIPS 2: a risk factor about the father in everyone's TOP-3, with a goal, and one that plays no part. */
beforeAll(async () => {
  const { owner, first } = ground
  const { plan, meeting } = first.gips2
  const inPlan = { familyId: plan.familyId, planId: plan.id }
  const where = { meetingId: meeting.id, personId: null }
  await owner.participant.updateMany({ where, data: { isAdmitted: true } })
  await makeRisk(owner, plan, { factor: 'surroundings.money', presence: 'notPresent' })
  const chosen = { ...inPlan, riskFactor: 'parent.violence', rank: 3 }
  await owner.topThreeChoice.deleteMany({ where: inPlan })
  await owner.topThreeDecision.deleteMany({ where: { ...inPlan, rank: 3 } })
  const reasons = { reason: 'Dit maakt bang.', harmfulEffect: 'Een kind slaapt niet.' }
  await owner.topThreeDecision.create({ data: { ...chosen, id: v7(), ...reasons } })
  const { personId } = first.accounts.professional
  await owner.topThreeChoice.create({ data: { ...chosen, id: v7(), personId, reason: 'Dit zag ik zelf.' } })
  await makeGoal(owner, plan, { kind: 'risk', text: GOAL, concernId: null, riskFactor: 'parent.violence' })
})

async function contentsFor(name: AccountName): Promise<PlanRowContent[]> {
  const { document } = await as(ground, name, 'plan.read', (viewer) => planPage(viewer, 'gips-2', null))
  return document.sections.flatMap(({ items }) => items).flatMap(({ rows }) => rows.map(({ content }) => content))
}

/** Which of the four rows that speak of the factor this account reads, and what stands at its goal. */
async function seenOfViolence(name: AccountName) {
  const contents = await contentsFor(name)
  const goal = contents.find((content) => content.kind === 'goal' && content.text === GOAL)
  return {
    facts: contents.some((content) => content.kind === 'riskFactor' && content.facts === canaryIn(ground, 'riskFacts')),
    decided: contents.some((content) => content.kind === 'topThree' && content.concern === VIOLENCE),
    chosen: contents.some((content) => content.kind === 'topThreeChoice' && content.concern === VIOLENCE),
    goal: goal?.kind === 'goal' ? goal.concern : 'no goal',
  }
}

const nothing = { facts: false, decided: false, chosen: false, goal: null }
const all = { facts: true, decided: true, chosen: true, goal: VIOLENCE }

async function blocksAt(item: string): Promise<SlideBlock[]> {
  const { id } = ground.first.gips2.meeting
  await ground.owner.meeting.updateMany({ where: { id }, data: { currentItem: item, projectorHidden: false } })
  const memory = new SlideMemory(() => null)
  return (await as(ground, 'noteTaker', 'projector.read', (viewer) => readSlide(viewer, 'gips-2', memory))).blocks
}

describe('a plan in the making', () => {
  test('shows the team the risk assessment, also what plays no part', async () => {
    expect(await seenOfViolence('professional')).toEqual(all)
    expect((await contentsFor('professional')).filter(({ kind }) => kind === 'riskFactor')).toMatchObject([
      { factor: VIOLENCE, presence: 'present', member: expect.stringContaining(ground.first.members.father.surname) },
      { factor: 'Geldzorgen of geen werk', presence: 'notPresent', member: null },
    ])
  })

  test('shows the parent whom a factor is about that factor, and the other parent nothing of it', async () => {
    expect(await seenOfViolence('father')).toEqual({ ...all, chosen: false })
    expect(await seenOfViolence('mother')).toEqual(nothing)
  })

  test('shows on the projector, once the other parent is not in the room, what plays a part, the TOP-3 and the goals by the names of the factors', async () => {
    const ofRisks = async () => (await blocksAt('risks.crucial')).find(({ kind }) => kind === 'risks')
    expect(await ofRisks()).toBeUndefined()
    await ground.owner.participant.updateMany({
      where: { meetingId: ground.first.gips2.meeting.id, personId: null },
      data: { attendance: 'absent', isAdmitted: false },
    })
    expect(await ofRisks()).toMatchObject({ risks: [{ name: VIOLENCE, facts: canaryIn(ground, 'riskFacts') }] })
    const [choices] = await blocksAt('topThree.own')
    expect(choices).toMatchObject({ choices: [{ ranked: [{ rank: 3, text: VIOLENCE }] }] })
    const [decided] = await blocksAt('topThree.decided')
    expect(JSON.stringify(decided)).toContain(VIOLENCE)
    const [goals] = await blocksAt('goals.list')
    expect(JSON.stringify(goals)).toContain(`"text":"${GOAL}","version":0,"concern":"${VIOLENCE}"`)
  })
})

test('an adopted plan reads the same, until the case director opens a factor', async () => {
  const { owner, first } = ground
  const plan = await owner.plan.findFirstOrThrow({ where: { id: first.gips2.plan.id } })
  await owner.$executeRaw`alter table plan disable trigger plan_steps`
  await adopt(owner, plan, { adoptedById: first.accounts.director.personId, adoptedAt: new Date() })
  await owner.$executeRaw`alter table plan enable trigger plan_steps`
  expect(await seenOfViolence('professional')).toEqual(all)
  expect(await seenOfViolence('father')).toEqual({ ...all, chosen: false })
  expect(await seenOfViolence('mother')).toEqual(nothing)
  const risk = await owner.riskFactorRating.findFirstOrThrow({ where: { planId: plan.id, factor: 'parent.violence' } })
  await makeOpening(owner, first.family, {
    subject: 'answer',
    subjectId: risk.id,
    personId: first.accounts.mother.personId,
    setById: first.accounts.director.personId,
  })
  expect(await seenOfViolence('mother')).toEqual({ ...all, chosen: false })
})
