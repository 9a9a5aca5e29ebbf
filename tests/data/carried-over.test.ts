import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { decideCarried, keepCarried } from '@/lib/data/carried-agreements'
import { goalsToCome } from '@/lib/data/evaluations'
import { savePercentage, saveVerdict } from '@/lib/data/goal-evaluations'
import { saveReview } from '@/lib/data/goal-reviews'
import { saveGoal } from '@/lib/data/goals'
import { meetingPage, missingAfterMeeting } from '@/lib/data/meeting-page'
import { memberView } from '@/lib/data/members'
import { startNextPlan } from '@/lib/data/plan-life'
import { planPage } from '@/lib/data/plan-page'
import { type PlanInView, planBySlug, planFor } from '@/lib/data/plans'
import { preparationRows } from '@/lib/data/preparation-page'
import { dateColumn, plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import type { Someone } from '@/lib/domain/meeting-forms'
import { type DossierViewer, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { makePerson, makeSession } from '@/prisma/factories/accounts'
import { adopt as freezeAndAdopt } from '@/prisma/factories/adopt'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeMember } from '@/prisma/factories/family'
import { makeMeeting, makeParticipant, makePlan } from '@/prisma/factories/plan'
import { makeGoal } from '@/prisma/factories/safety'
import { makeFamilyAccess, makeMembership } from '@/prisma/factories/team'
import type { Agreement, FamilyMember, Goal, Plan } from '@/prisma/generated/client'
import { readDashboard } from '@/tests/support/dashboard'
import { type MeetingDossier, meetingTables } from './meeting-dossier'

const tables = meetingTables()
const today = plainDateIn(new Date())
type As = { session: Uint8Array }

interface Story {
  plan: Plan
  safety: Goal
  risk: Goal
  recovery: Goal
  agreement: Agreement
  father: FamilyMember
}
let here: Story
let elsewhere: Story
let father: As

/** Both families sit at their GIPS 4, with the goals and one agreement of GIPS 1 to 3 behind them. */
beforeEach(async () => {
  here = await reachGips4(tables.here)
  elsewhere = await reachGips4(tables.elsewhere)
  const { id } = await makePerson(tables.owner, { name: 'Joris Account' })
  await makeFamilyAccess(tables.owner, here.father, id)
  father = await makeSession(tables.owner, id).then(({ tokenHash }) => ({ session: tokenHash }))
})

async function reachGips4({ family, plan: first, mother, child, nurse, noteTaker, director }: MeetingDossier) {
  const { owner } = tables
  const member = await makeMember(owner, family, { firstNames: 'Joris', position: 4 })
  const safety = await makeGoal(owner, first, { text: 'Fenna slaapt rustig.', aboutMemberId: child.id })
  const doers = [{ personId: nurse.id }, { memberId: mother.id }]
  const agreement = await makeAgreement(owner, first, { doers, goals: [safety], dueOn: dateColumn(addDays(today, 9)) })
  await adopt(first, director)
  const second = await makePlan(owner, family, { kind: 'gips2', state: 'provisional' })
  const risk = await makeGoal(owner, second, { kind: 'risk', text: 'Noor en Joris nemen op tijd een time-out.' })
  await adopt(second, director)
  const third = await makePlan(owner, family, { kind: 'gips3', state: 'provisional' })
  const recovery = await makeGoal(owner, third, {
    kind: 'recovery',
    text: 'Fenna lacht weer.',
    aboutMemberId: child.id,
  })
  await adopt(third, director)
  const plan = await makePlan(owner, family, { kind: 'gips4', state: 'meeting' })
  await seatsAt(plan, { mother, nurse, noteTaker, director })
  return { plan, safety, risk, recovery, agreement, father: member }
}

/** Takes a plan to its end, as the director does. */
async function adopt(plan: Plan, director: { id: string }): Promise<void> {
  await tables.owner.plan.updateMany({ where: { id: plan.id }, data: { state: 'provisional' } })
  await freezeAndAdopt(tables.owner, plan, { adoptedById: director.id, adoptedAt: new Date() })
}

async function seatsAt(
  plan: Plan,
  { mother, nurse, noteTaker, director }: Pick<MeetingDossier, 'mother' | 'nurse' | 'noteTaker' | 'director'>,
): Promise<void> {
  const { owner } = tables
  const meeting = await makeMeeting(owner, plan, { heldOn: dateColumn(today), currentItem: 'evaluation.goals' })
  await makeMembership(owner, { id: plan.familyId }, noteTaker.id, { role: 'noteTaker', planId: plan.id })
  const present = { attendance: 'present' } as const
  await makeParticipant(owner, meeting, { ...present, personId: director.id, role: 'caseDirector' })
  await makeParticipant(owner, meeting, { ...present, personId: nurse.id, role: 'professional' })
  await makeParticipant(owner, meeting, { ...present, memberId: mother.id })
}

function at<T>(
  { session: sessionHash }: As,
  work: (viewer: DossierViewer, plan: PlanInView) => Promise<T>,
  right: DossierRight = 'meeting.write',
) {
  const entry = { sessionHash, code: tables.here.code, right, kind: 'change' } as const
  return passGate(tables.app, entry, async (viewer) => work(viewer, await planFor(viewer, 'gips-4', right)))
}

async function done<T>(passage: ReturnType<typeof at<T>>): Promise<T> {
  const settled = await passage
  if (settled.outcome !== 'entered') throw new Error(settled.outcome)
  return settled.result
}

const inDossier = async <T>({ session: sessionHash }: As, load: (viewer: DossierViewer) => Promise<T>) => {
  const entry = { sessionHash, code: tables.here.code, right: 'dossier.read', kind: 'read' } as const
  const passage = await passGate(tables.app, entry, load)
  if (passage.outcome !== 'entered') throw new Error(passage.outcome)
  return passage.result
}

const page = (as: As) => done(at(as, (viewer) => meetingPage(viewer, 'gips-4'), 'meeting.read'))
const review = (as: As, goalId: string, typed: object = {}) =>
  at(as, (viewer, plan) =>
    saveReview(viewer, plan, goalId, { result: 'partly', remark: '', closes: false, base: 0, after: null, ...typed }),
  )
const percent = (as: As, goalId: string, who: Someone, given: number | null, typed: object = {}) =>
  at(as, (viewer, plan) =>
    savePercentage(viewer, plan, { goalId, who, percent: given, remark: '', base: 0, after: null, ...typed }),
  )
const verdict = (as: As, goalId: string, typed: object = {}) =>
  at(as, (viewer, plan) =>
    saveVerdict(viewer, plan, goalId, {
      isGoodEnough: true,
      reason: '',
      closes: false,
      base: 0,
      after: null,
      ...typed,
    }),
  )
const decide = (as: As, id: string, typed: object = {}) =>
  at(as, (viewer, plan) =>
    decideCarried(viewer, plan, id, { decision: 'kept', reason: '', base: 0, after: null, ...typed }),
  )
const person = ({ id }: { id: string }): Someone => ({ kind: 'person', id })
const member = ({ id }: { id: string }): Someone => ({ kind: 'member', id })
const adoptHere = () => adopt(here.plan, tables.here.director)

/** Everyone who may not write here: of the dossier, of another, and of none. */
const strangers = () => [
  tables.outsider,
  tables.elsewhere.director,
  tables.elsewhere.noteTaker,
  tables.here.nurse,
  tables.here.chair,
  tables.here.motherAccount,
]

describe('the review of open safety goals', () => {
  test('is kept once, changed from its version, and tells of both texts when somebody else was first', async () => {
    const { noteTaker, director } = tables.here
    expect(await done(review(noteTaker, here.safety.id))).toEqual({ outcome: 'saved', version: 1 })
    expect(await done(review(noteTaker, here.safety.id))).toEqual({ outcome: 'saved', version: 1 })
    await done(review(director, here.safety.id, { result: 'reached', base: 1 }))
    expect(await done(review(noteTaker, here.safety.id, { result: 'notReached', base: 1 }))).toMatchObject({
      outcome: 'conflict',
      by: 'Sanne de Graaf',
      mine: { result: 'notReached' },
      theirs: { result: 'reached' },
    })
    expect((await page(noteTaker)).carried.reviews).toMatchObject([
      { goalId: here.safety.id, meeting: 'GIPS 1', about: 'Fenna', result: 'reached', version: 2 },
    ])
  })

  test('is of safety goals of this dossier alone', async () => {
    for (const goalId of [here.risk.id, elsewhere.safety.id, v7()]) {
      await expect(review(tables.here.noteTaker, goalId)).rejects.toThrow('staat niet (meer) open')
    }
  })

  test('closes a goal when the plan is adopted, not before, with the reason and by whom', async () => {
    await done(
      review(tables.here.noteTaker, here.safety.id, { result: 'reached', remark: 'Al een half jaar.', closes: true }),
    )
    const stored = () => tables.owner.goal.findFirstOrThrow({ where: { id: here.safety.id } })
    expect((await stored()).closedAt).toBeNull()
    await adoptHere()
    expect(await stored()).toMatchObject({ closedReason: 'Al een half jaar.', closedById: tables.here.director.id })
    const { dashboard } = await inDossier(tables.here.nurse, readDashboard)
    expect(dashboard.goals.find(({ id }) => id === here.safety.id)).toMatchObject({
      standing: { words: 'afgesloten, bereikt' },
      closedReason: 'Al een half jaar.',
    })
  })
})

describe('the evaluation of goals', () => {
  test('stands in one table: risk goals, then recovery goals, with everyone at the table but the chair', async () => {
    const { evaluation } = (await page(tables.here.noteTaker)).carried
    expect(evaluation?.goals.map(({ id }) => id)).toEqual([here.risk.id, here.recovery.id])
    expect(evaluation?.people.map(({ name }) => name)).toEqual(['Sanne de Graaf', 'Yara Bos', 'Noor'])
  })

  test('takes a percentage of each of them, family and professionals alike, and a remark without one', async () => {
    const { noteTaker, nurse, mother } = tables.here
    await done(percent(noteTaker, here.risk.id, person(nurse), 80))
    await done(percent(noteTaker, here.risk.id, member(mother), null, { remark: 'Dat weet ik niet.' }))
    await done(verdict(noteTaker, here.risk.id, { isGoodEnough: false }))
    expect((await page(noteTaker)).carried.evaluation?.goals[0]).toMatchObject({
      given: {
        [nurse.id]: { percent: '80', version: 1 },
        [mother.id]: { percent: '', remark: 'Dat weet ik niet.', version: 1 },
      },
      verdict: { isGoodEnough: false, version: 1 },
    })
  })

  test('brings three goals with the page and tells of the others afterwards, each once, as the viewer may see them', async () => {
    const { noteTaker, nurse } = tables.here
    const second = await tables.owner.plan.findFirstOrThrow({ where: { id: here.risk.planId } })
    const more: Goal[] = []
    for (const position of [1, 2, 3]) {
      const made = { kind: 'risk', text: `Niemand schreeuwt (${position}).`, position, adoptedAt: new Date() } as const
      more.push(await makeGoal(tables.owner, second, made))
    }
    const all = [here.risk, ...more, here.recovery]
    const rest = (as: As, right: DossierRight = 'meeting.read') => at(as, goalsToCome, right)
    const first = (await page(noteTaker)).carried.evaluation
    expect(first).toMatchObject({ total: 5, lacking: [], isDone: false })
    expect(first?.goals.map(({ id }) => id)).toEqual([here.risk.id, more[0]?.id, more[1]?.id])
    expect(await done(rest(noteTaker))).toMatchObject({ givers: [], goals: all.map(({ id }) => ({ id, given: [] })) })

    await done(percent(noteTaker, here.recovery.id, person(nurse), 70, { remark: 'Elke week.' }))
    await done(verdict(noteTaker, here.recovery.id, { isGoodEnough: false }))
    const later = (await page(noteTaker)).carried.evaluation
    expect(later?.revision).not.toBe(first?.revision)
    expect(later?.lacking).toMatchObject([{ id: here.recovery.id, text: here.recovery.text }])
    expect(JSON.stringify(later)).not.toContain('Elke week.')
    expect(await done(rest(noteTaker))).toMatchObject({
      givers: [nurse.id],
      goals: [
        ...all.slice(1).map(() => ({ given: [0] })),
        { given: [['70', 'Elke week.', 1]], verdict: { isGoodEnough: false } },
      ],
    })
    expect((await page(noteTaker)).carried.evaluation?.revision).toBe(later?.revision)

    for (const outsider of [tables.elsewhere.noteTaker, father]) {
      expect((await rest(outsider)).outcome).toBe('refused')
    }
  })

  test('brings no goal with the page of a meeting that is not at them, and what is followed all the same', async () => {
    const { noteTaker } = tables.here
    await done(verdict(noteTaker, here.recovery.id, { isGoodEnough: false }))
    const at = (await page(noteTaker)).carried.evaluation
    await tables.owner.meeting.updateMany({ where: { planId: here.plan.id }, data: { currentItem: 'safety.round' } })
    const elsewhereInIt = (await page(noteTaker)).carried.evaluation
    expect(at).toMatchObject({ goals: [{ id: here.risk.id }, { id: here.recovery.id }], lacking: [] })
    expect(elsewhereInIt).toMatchObject({ goals: [], total: 2, lacking: [{ id: here.recovery.id }] })
    expect(elsewhereInIt?.revision).toBe(at?.revision)
  })

  test('has one winner when ten write the same cell at once', async () => {
    const { noteTaker, nurse } = tables.here
    await done(percent(noteTaker, here.risk.id, person(nurse), 5))
    const tries = Array.from({ length: 10 }, (_, n) =>
      percent(noteTaker, here.risk.id, person(nurse), 10 + n, { base: 1 }),
    )
    const results = await Promise.all(tries.map(done))
    expect(results.filter(({ outcome }) => outcome === 'saved')).toHaveLength(1)
  })

  test('takes none of the chair, of who is of another family, or for a goal that is not evaluated', async () => {
    const { noteTaker, director, chair, nurse } = tables.here
    await makeParticipant(
      tables.owner,
      await tables.owner.meeting.findFirstOrThrow({ where: { planId: here.plan.id } }),
      {
        personId: chair.id,
        role: 'gipsMaster',
      },
    )
    await expect(percent(noteTaker, here.risk.id, person(chair), 50)).rejects.toThrow('neutraal')
    await expect(percent(director, here.risk.id, member(tables.elsewhere.mother), 50)).rejects.toThrow('doet niet mee')
    for (const goalId of [here.safety.id, elsewhere.risk.id]) {
      await expect(percent(noteTaker, goalId, person(nurse), 50)).rejects.toThrow('staat niet (meer) in de evaluatie')
      await expect(verdict(noteTaker, goalId)).rejects.toThrow('staat niet (meer) in de evaluatie')
    }
  })

  test('takes of who is not at the table what the director wrote down at home', async () => {
    const { director, noteTaker } = tables.here
    expect(await percent(noteTaker, here.risk.id, member(here.father), 40)).toEqual({ outcome: 'refused' })
    await done(percent(director, here.risk.id, member(here.father), 40))
    const { evaluation } = await done(at(director, preparationRows, 'preparation.read'))
    expect(evaluation?.goals[0]?.given[here.father.id]).toMatchObject({ percent: '40' })
    expect(evaluation?.people.map(({ name }) => name)).toEqual(['Noor', 'Fenna', 'Siem', 'Joris', 'Riet Vos'])
  })

  test('makes a work goal that carries an earlier one on, which the next GIPS 4 evaluates', async () => {
    const { director } = tables.here
    const id = v7()
    const goal = { text: 'Elke week een time-out oefenen.', kind: 'followUp', expectedEffect: null } as const
    const rest = { concernId: null, aboutMemberId: null, position: 0, base: 0 }
    const keep = (goalId: string, followsGoalId: string) =>
      at(director, (viewer, plan) => saveGoal(viewer, plan, goalId, { ...goal, ...rest, followsGoalId }))
    await expect(keep(v7(), elsewhere.risk.id)).rejects.toMatchObject({ field: 'followsGoalId' })
    await done(keep(id, here.risk.id))
    expect((await page(director)).goals).toMatchObject([{ id, followsGoalId: here.risk.id }])
    await done(verdict(director, here.recovery.id, { reason: 'Het is gelukt.', closes: true }))
    await adoptHere()
    expect(await done(at(director, (viewer) => startNextPlan(viewer, 'gips4'), 'plan.move'))).toBe('gips-4-2')
    const next = await done(
      at(director, async (viewer) => goalsToCome(viewer, await planBySlug(viewer, 'gips-4-2')), 'plan.read'),
    )
    expect(next.goals.map((each) => each.id)).toEqual([here.risk.id, id])
  })

  test('demands percentages, a verdict, and a work goal where it is not good enough', async () => {
    const { director, nurse } = tables.here
    const missing = async () =>
      (await done(at(director, (viewer) => missingAfterMeeting(viewer, here.plan.id)))).map(({ sentence }) => sentence)
    expect(await missing()).toEqual(
      expect.arrayContaining([
        `Voor hoeveel procent is dit doel gelukt? “${here.risk.text}”`,
        `Is dit veiligheidsdoel gelukt, voor een deel gelukt of niet gelukt? “${here.safety.text}”`,
        'Over één afspraak van een eerder plan is nog niets besloten. Die loopt door.',
      ]),
    )
    await done(percent(director, here.risk.id, person(nurse), 30))
    await done(verdict(director, here.risk.id, { isGoodEnough: false }))
    await done(decide(director, here.agreement.id))
    const then = await missing()
    expect(then).toContain(`Dit is nog niet goed genoeg. Maak er een werkdoel voor: “${here.risk.text}”`)
    expect(then).toContainEqual(expect.stringMatching(/^Nog geen percentage van Sanne de Graaf, Noor .* voor: /))
    expect(then.join()).not.toContain('nog niets besloten')
  })
})

describe('agreements of earlier plans', () => {
  const stored = (id: string) => tables.owner.agreement.findFirstOrThrow({ where: { id } })
  const copies = () =>
    tables.owner.agreement.findMany({ where: { planId: here.plan.id }, include: { agreementDoers: true } })

  test('stay by one click, all at once, and those about which something was decided are left alone', async () => {
    const { noteTaker } = tables.here
    const other = await makeAgreement(tables.owner, tables.here.plan, {
      inForceAt: new Date(),
      dueOn: dateColumn(today),
    })
    await done(decide(noteTaker, other.id, { decision: 'dropped', reason: 'Niet meer nodig.' }))
    const keepAll = () =>
      at(noteTaker, (viewer, plan) => keepCarried(viewer, plan, { ids: [here.agreement.id, other.id] }))
    await done(keepAll())
    await done(keepAll())
    const { agreements } = (await page(noteTaker)).carried
    expect(agreements.map(({ id, decision, version }) => [id, decision, version])).toEqual([
      [other.id, 'dropped', 1],
      [here.agreement.id, 'kept', 1],
    ])
    expect(await copies()).toEqual([])
  })

  test('change into one of this plan, for who changes their mind not, and the old one stays as it was until adoption', async () => {
    const { noteTaker, nurse, mother } = tables.here
    const changed = { decision: 'changed', reason: 'Het moet vaker.' }
    await done(decide(noteTaker, here.agreement.id, changed))
    await done(decide(noteTaker, here.agreement.id, changed))
    const [copy] = await copies()
    expect(copy).toMatchObject({ text: here.agreement.text, inForceAt: null, droppedAt: null })
    expect(copy?.agreementDoers.flatMap(({ personId, memberId }) => personId ?? memberId ?? []).sort()).toEqual(
      [nurse.id, mother.id].sort(),
    )
    await done(decide(noteTaker, here.agreement.id, { base: 1 }))
    expect((await copies())[0]?.droppedAt).not.toBeNull()
    await done(decide(noteTaker, here.agreement.id, { ...changed, base: 2 }))
    expect((await copies()).map(({ droppedAt }) => droppedAt)).toEqual([null])
    expect(await stored(here.agreement.id)).toMatchObject({ droppedAt: null })
    await adoptHere()
    expect(await stored(here.agreement.id)).toMatchObject({ droppedReason: 'Het moet vaker.' })
    expect((await copies())[0]?.inForceAt).not.toBeNull()
    const old = await inDossier(nurse, (viewer) => planPage(viewer, 'gips-1', null))
    expect(JSON.stringify(old.document)).toContain(here.agreement.text)
  })

  test('run on when nothing was decided', async () => {
    await adoptHere()
    expect(await stored(here.agreement.id)).toMatchObject({ droppedAt: null })
    expect(await tables.owner.carriedAgreement.count({ where: { familyId: tables.here.familyId } })).toBe(0)
  })

  test('are of this dossier, in force and not done', async () => {
    const { noteTaker } = tables.here
    const waiting = await makeAgreement(tables.owner, tables.here.plan, { dueOn: dateColumn(today) })
    for (const id of [elsewhere.agreement.id, waiting.id, v7()]) {
      await expect(decide(noteTaker, id)).rejects.toThrow('loopt niet (meer)')
      await expect(at(noteTaker, (viewer, plan) => keepCarried(viewer, plan, { ids: [id] }))).rejects.toThrow(
        'loopt niet',
      )
    }
  })
})

describe('who has no right to it', () => {
  test('writes nothing of it, here or from another dossier', async () => {
    for (const who of strangers()) {
      expect(await review(who, here.safety.id)).toEqual({ outcome: 'refused' })
      expect(await percent(who, here.risk.id, person(tables.here.nurse), 50)).toEqual({ outcome: 'refused' })
      expect(await verdict(who, here.risk.id)).toEqual({ outcome: 'refused' })
      expect(await decide(who, here.agreement.id)).toEqual({ outcome: 'refused' })
      const keep = at(who, (viewer, plan) => keepCarried(viewer, plan, { ids: [here.agreement.id] }))
      expect(await keep).toEqual({ outcome: 'refused' })
    }
    const where = { where: { familyId: tables.here.familyId } }
    const { owner } = tables
    expect([
      await owner.goalReview.count(where),
      await owner.goalEvaluation.count(where),
      await owner.goalVerdict.count(where),
      await owner.carriedAgreement.count(where),
    ]).toEqual([0, 0, 0, 0])
  })

  test('nobody writes once the plan was adopted, also while it is revised', async () => {
    const { director, nurse } = tables.here
    await adoptHere()
    await tables.owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'provisional' } })
    await expect(review(director, here.safety.id)).rejects.toThrow('blijft zo staan')
    await expect(percent(director, here.risk.id, person(nurse), 1)).rejects.toThrow('blijft zo staan')
    await expect(verdict(director, here.risk.id)).rejects.toThrow('blijft zo staan')
    await expect(decide(director, here.agreement.id)).rejects.toThrow('blijft zo staan')
  })

  test('a family account reads nothing of a plan in the making, and of an adopted one no other’s own words', async () => {
    const { director, nurse, mother, child, neighbour, motherAccount } = tables.here
    await done(review(director, here.safety.id, { remark: 'GEHEIM-TERUGBLIK' }))
    await done(decide(director, here.agreement.id, { decision: 'dropped', reason: 'REDEN-VAN-STOPPEN' }))
    const given: [Someone, number, string][] = [
      [person(nurse), 80, 'VAN-YARA'],
      [member(mother), 60, 'VAN-NOOR'],
      [member(here.father), 10, 'VAN-JORIS'],
      [member(child), 20, 'VAN-FENNA'],
      [{ kind: 'network', id: neighbour.id }, 30, 'VAN-RIET'],
    ]
    for (const [who, figure, remark] of given) {
      await done(percent(director, here.risk.id, who, figure, { remark }))
    }
    await done(verdict(director, here.risk.id, { reason: 'SAMEN-BESLOTEN' }))
    expect(await rowsOf(motherAccount)).toEqual([0, 0, 0, 0])
    await adoptHere()
    expect(await rowsOf(motherAccount)).toEqual([1, 2, 1, 1])
    expect(await rowsOf(nurse)).toEqual([1, 5, 1, 1])
    const read = async (as: As) =>
      JSON.stringify((await inDossier(as, (viewer) => planPage(viewer, 'gips-4', null))).document)
    const words = ['VAN-YARA', 'VAN-NOOR', 'VAN-JORIS', 'VAN-FENNA', 'VAN-RIET', 'SAMEN-BESLOTEN', 'REDEN-VAN-STOPPEN']
    const [nurseReads, motherReads, fatherReads] = [await read(nurse), await read(motherAccount), await read(father)]
    expect(words.filter((word) => nurseReads.includes(word))).toEqual(words)
    expect(words.filter((word) => motherReads.includes(word))).toEqual([
      'VAN-YARA',
      'VAN-NOOR',
      'SAMEN-BESLOTEN',
      'REDEN-VAN-STOPPEN',
    ])
    expect(words.filter((word) => fatherReads.includes(word))).toEqual([
      'VAN-YARA',
      'VAN-JORIS',
      'SAMEN-BESLOTEN',
      'REDEN-VAN-STOPPEN',
    ])
    const standing = async (as: As) => {
      const { dashboard } = await inDossier(as, readDashboard)
      return dashboard.goals.find(({ id }) => id === here.risk.id)?.standing.words
    }
    expect(await standing(nurse)).toBe('40 % (van 10 % tot 80 %) bereikt, goed genoeg')
    expect(await standing(motherAccount)).toBe('70 % (van 60 % tot 80 %) bereikt, goed genoeg')
    const ofMember = await inDossier(nurse, (viewer) => memberView(viewer, mother.id))
    expect(JSON.stringify(ofMember)).toContain('40 % (van 10 % tot 80 %) bereikt, goed genoeg')
  })
})

/** How many reviews, percentages, verdicts and decisions the database shows to this account. */
function rowsOf(as: As): Promise<number[]> {
  return inDossier(as, async ({ tx, familyId }) => {
    const where = { where: { familyId } }
    return [
      await tx.goalReview.count(where),
      await tx.goalEvaluation.count(where),
      await tx.goalVerdict.count(where),
      await tx.carriedAgreement.count(where),
    ]
  })
}
