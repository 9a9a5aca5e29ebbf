import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { agreementsInDossier, myAgreements } from '@/lib/data/agreements'
import { closeAgreement } from '@/lib/data/agreements-in-force'
import { extraAssessmentPage } from '@/lib/data/assessment-page'
import { carriedGoals } from '@/lib/data/carried-rows'
import { hashOf } from '@/lib/data/freeze'
import { newGoalsPage } from '@/lib/data/new-goals-page'
import { addSafetyGoals } from '@/lib/data/new-safety-goals'
import { revisePlan } from '@/lib/data/plan-life'
import { planPage } from '@/lib/data/plan-page'
import { pdfSource } from '@/lib/data/plan-pdf'
import { plansPage } from '@/lib/data/plans-page'
import { safetyPage } from '@/lib/data/safety-page'
import { plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import type { NewGoals } from '@/lib/domain/new-goals-forms'
import { UserError } from '@/lib/errors'
import { type DossierViewer, type Passage, passGate } from '@/lib/gate'
import { passPersonGate } from '@/lib/person-gate'
import type { DossierRight } from '@/lib/policy'
import { adopt } from '@/prisma/factories/adopt'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makePlan } from '@/prisma/factories/plan'
import { makeAssessment, makeConcern, makeGoal } from '@/prisma/factories/safety'
import { makeMembership } from '@/prisma/factories/team'
import type { Agreement } from '@/prisma/generated/client'
import { readDashboard } from '@/tests/support/dashboard'
import { done, meetingTables } from './meeting-dossier'

const tables = meetingTables()
const today = plainDateIn(new Date())

type As = { session: Uint8Array }
let assessmentId: string
let oldGoalId: string
let oldAgreement: Agreement

/** A safety plan that is definitive, with a goal and an agreement, and a closed extra assessment of this week. */
beforeEach(async () => {
  const { owner, here } = tables
  const { plan, family, child, director, nurse } = here
  const concern = await makeConcern(owner, plan, { text: 'Noor staat er ’s avonds alleen voor.' })
  const oldGoal = await makeGoal(owner, plan, { text: 'Noor belt Riet als het te veel wordt.', concernId: concern.id })
  oldGoalId = oldGoal.id
  oldAgreement = await makeAgreement(owner, plan, {
    text: 'Yara belt elke week.',
    doers: [{ personId: nurse.id }],
    goals: [oldGoal],
  })
  const adoptedAt = new Date(Date.now() - 20 * 86_400_000)
  await adopt(
    owner,
    await owner.plan.update({
      where: { familyId_id: { familyId: family.id, id: plan.id } },
      data: { state: 'provisional' },
    }),
    { adoptedById: director.id, adoptedAt },
  )
  const extra = await makeAssessment(owner, family, {
    question: 'Is het thuis nog te doen?',
    conclusion: 'De nachten zijn niet veilig.',
    openedAt: new Date(Date.now() - 2 * 86_400_000),
    closedAt: new Date(Date.now() - 86_400_000),
    assessed: [child],
    scores: [{ memberId: child.id, scorerPersonId: nurse.id, score: 4.5 }],
  })
  assessmentId = extra.id
  await owner.assessmentInvitee.create({
    data: { familyId: family.id, id: v7(), assessmentId, personId: nurse.id, answeredAt: extra.openedAt },
  })
})

/** The form as the director sends it. */
function typed(change: Partial<NewGoals> = {}): NewGoals {
  const goal = v7()
  return {
    assessmentId,
    versionId: v7(),
    base: 1,
    reason: 'De nachten zijn niet veilig.',
    seen: false,
    goals: [{ id: goal, text: 'Fenna slaapt elke nacht door.', effect: 6, about: null, shield: false }],
    agreements: [
      {
        id: v7(),
        what: 'Koen rijdt ’s avonds langs.',
        goal,
        doers: { byEveryone: false, people: [{ kind: 'person', id: tables.here.officer.id }] },
        rhythm: 'daily',
        dueOn: today,
        until: addDays(today, 21),
      },
    ],
    ...change,
  }
}

function at<T>(
  { session: sessionHash }: As,
  right: DossierRight,
  work: (viewer: DossierViewer) => Promise<T>,
): Promise<Passage<T>> {
  return passGate(tables.app, { sessionHash, code: tables.here.code, right, kind: 'change' }, work)
}
const add = (input: NewGoals, who: As = tables.here.director) =>
  done(at(who, 'assessment.lead', (viewer) => addSafetyGoals(viewer, input)))
const plan = (who: As, version: number | null = null) =>
  done(at(who, 'plan.read', (viewer) => planPage(viewer, 'gips-1', version)))
const versions = () =>
  tables.owner.planVersion.findMany({
    where: { planId: tables.here.plan.id },
    include: { frozenRows: { orderBy: { position: 'asc' } } },
    orderBy: { number: 'asc' },
  })
const stored = () => tables.owner.plan.findFirstOrThrow({ where: { id: tables.here.plan.id } })
const goalsIn = async (who: As, version: number | null = null) =>
  (await plan(who, version)).document.sections
    .flatMap(({ items }) => items)
    .flatMap(({ rows }) => rows)
    .flatMap(({ content }) => (content.kind === 'goal' ? [content.text] : []))
const messages = async (kind: string) =>
  (await tables.owner.message.findMany({ where: { familyId: tables.here.familyId, kind } })).map(
    ({ recipientId }) => recipientId,
  )

/** Sends the same work at once; says what was refused. */
async function together(works: (() => Promise<unknown>)[]): Promise<unknown[]> {
  const settled = await Promise.allSettled(works.map((work) => work()))
  return settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
}

describe('new safety goals after an extra assessment', () => {
  test('make a version of the safety plan that is in force at once, with all that was in it', async () => {
    const { here } = tables
    const path = await add(typed())
    expect(path).toBe(`/gezinnen/${here.code}/plannen/gips-1?versie=2`)
    expect(await stored()).toMatchObject({ state: 'definitive', version: 2 })
    expect(await goalsIn(here.officer)).toEqual(
      expect.arrayContaining(['Noor belt Riet als het te veel wordt.', 'Fenna slaapt elke nacht door.']),
    )
    expect(await goalsIn(here.officer, 1)).toEqual(['Noor belt Riet als het te veel wordt.'])
    const { document } = await plan(here.director)
    expect(document).toMatchObject({ version: 2, state: 'definitive', adoptedOn: today })
  })

  test('are frozen like any version: each row with its hash, in the order of the agenda, and the first stays as it was', async () => {
    const [before] = await versions()
    await add(typed())
    const [first, second] = await versions()
    expect(first).toEqual(before)
    const rows = second?.frozenRows ?? []
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index))
    for (const { content, hash } of rows) expect(hash).toBe(hashOf(content))
    expect(second?.manifest).toEqual(rows.map(({ id, hash }) => ({ id, hash })))
    expect(second?.rootHash).toBe(hashOf(rows.map(({ id, hash }) => ({ id, hash }))))
    const items = [...new Set(rows.map(({ itemKey }) => itemKey))]
    expect(items.filter((key) => key?.startsWith('safety.extra'))).toEqual([
      'safety.extraGoals',
      'safety.extraAgreements',
    ])
    expect(items.indexOf('safety.extraAgreements')).toBeLessThan(items.length - 1)
    expect(rows.filter(({ itemKey }, index) => rows[index - 1]?.itemKey !== itemKey)).toHaveLength(items.length)
    expect(second).toMatchObject({
      number: 2,
      reason: 'De nachten zijn niet veilig.',
      adoptedById: tables.here.director.id,
    })
  })

  test('stand on the dashboard and with who does them at once, and move no line of the chart and no station', async () => {
    const { here } = tables
    const dashboard = () => done(at(here.nurse, 'dossier.read', readDashboard))
    const mine = async () =>
      ((await passPersonGate(tables.app, { sessionHash: here.officer.session }, myAgreements))?.value ?? []).map(
        ({ text }) => text,
      )
    const before = await dashboard()
    expect(await mine()).toEqual([])
    await add(typed())
    const after = await dashboard()
    expect(await mine()).toEqual(['Koen rijdt ’s avonds langs.'])
    expect(after.dashboard.goals.map(({ text }) => text)).toContain('Fenna slaapt elke nacht door.')
    expect(
      after.dashboard.goals.filter(({ newSince }) => newSince).map(({ text, newSince }) => [text, newSince]),
    ).toEqual([['Fenna slaapt elke nacht door.', today]])
    expect(after.dashboard.series).toEqual(before.dashboard.series)
    expect(after.dashboard.stations).toEqual(before.dashboard.stations)
    expect(after.frame.score).toEqual(before.frame.score)
    expect(after.frame.score).toMatchObject({ kind: 'extra', mean: 4.5 })
    const safety = await done(at(here.nurse, 'safety.read', safetyPage))
    expect(safety.assessments.map(({ id }) => id)).toEqual([assessmentId])
  })

  test('are told to the whole team and the family, and at once to who does something', async () => {
    const { here } = tables
    await add(typed())
    const everyone = [here.director, here.chair, here.noteTaker, here.nurse, here.officer]
    expect((await messages('planDefinitive')).sort()).toEqual(expect.arrayContaining(everyone.map(({ id }) => id)))
    expect(await messages('agreementsInForce')).toEqual([here.officer.id])
  })

  test('leave lines in the trail: of the plan, and of the assessment', async () => {
    await add(typed())
    const lines = await tables.owner.auditLine.findMany({
      where: { familyId: tables.here.familyId, kind: 'change' },
      select: { right: true, subject: true, detail: true },
    })
    expect(lines).toContainEqual({
      right: 'plan.adopt',
      subject: 'plan gips1',
      detail: { plan: 'gips-1', version: 2, goals: 1, agreements: 1 },
    })
    expect(lines).toContainEqual({
      right: 'assessment.lead',
      subject: `extra assessment ${assessmentId}`,
      detail: { what: 'new goals' },
    })
  })

  test('are marked with the assessment for who may read it; to the family they are goals like any', async () => {
    const { here } = tables
    const input = typed()
    await add(input)
    const id = input.goals[0]?.id ?? ''
    expect((await plan(here.nurse)).origins[id]).toMatch(/^Erbij gekomen na de extra inschatting van /)
    expect((await plan(here.officer)).origins).toEqual({})
    const ofMother = await plan(here.motherAccount)
    expect(ofMother.origins).toEqual({})
    expect(await goalsIn(here.motherAccount)).toContain('Fenna slaapt elke nacht door.')
    expect(JSON.stringify(ofMother)).not.toContain('inschatting')
    const rows = await done(at(here.motherAccount, 'plan.read', ({ tx }) => tx.assessmentGoal.findMany()))
    expect(rows).toEqual([])
    const page = await done(at(here.chair, 'assessment.read', (viewer) => extraAssessmentPage(viewer, assessmentId)))
    expect(page).toMatchObject({ goals: [{ id, version: 2 }], mayAddGoals: false })
  })

  test('that are hidden from the family are so in the plan, on the dashboard and in the list of agreements', async () => {
    const { here } = tables
    const input = typed()
    await add({ ...input, goals: input.goals.map((goal) => ({ ...goal, shield: true })) })
    expect(await goalsIn(here.motherAccount)).toEqual(['Noor belt Riet als het te veel wordt.'])
    const seen = JSON.stringify(await done(at(here.motherAccount, 'dossier.read', readDashboard)))
    expect(seen).not.toContain('Fenna slaapt')
    const agreements = await done(at(here.motherAccount, 'dossier.read', agreementsInDossier))
    expect(agreements.map(({ text }) => text)).toEqual(['Yara belt elke week.'])
    expect(await goalsIn(here.nurse)).toContain('Fenna slaapt elke nacht door.')
  })

  test('about one member are read by the family as its other goals are', async () => {
    const { here } = tables
    const input = typed()
    await add({ ...input, goals: input.goals.map((goal) => ({ ...goal, about: here.brother.id })) })
    expect(await goalsIn(here.motherAccount)).not.toContain('Fenna slaapt elke nacht door.')
  })

  test('come in the anonymous download of that version', async () => {
    await add(typed())
    const { document, fileName } = await done(
      at(tables.here.nurse, 'plan.download', (viewer) => pdfSource(viewer, 'gips-1', 2)),
    )
    expect(fileName).toContain('gips-1-versie-2')
    expect(JSON.stringify(document)).toContain('Fenna slaapt elke nacht door.')
  })

  test('leave the agreements out that were closed since', async () => {
    const { here, owner } = tables
    await done(at(here.director, 'plan.revise', (viewer) => revisePlan(viewer, here.plan.id)))
    await done(
      at(here.director, 'agreement.close', (viewer) =>
        closeAgreement(viewer, { planId: here.plan.id, agreementId: oldAgreement.id, reason: 'Niet meer nodig.' }),
      ),
    )
    await add(typed())
    const texts = (await versions())[1]?.frozenRows.map(({ content }) => (content as { text?: string }).text)
    expect(texts).not.toContain('Yara belt elke week.')
    expect(texts).toContain('Koen rijdt ’s avonds langs.')
    expect(await owner.goal.count({ where: { id: oldGoalId, closedAt: null } })).toBe(1)
  })
})

describe('while the safety plan is being revised', () => {
  test('the goals are in force in a version of their own, and the revision stays open with them', async () => {
    const { here, owner } = tables
    await done(at(here.director, 'plan.revise', (viewer) => revisePlan(viewer, here.plan.id)))
    await makeGoal(owner, here.plan, { text: 'Nog niet vastgesteld.', concernId: null })
    const page = await done(at(here.director, 'assessment.lead', (viewer) => newGoalsPage(viewer, assessmentId)))
    expect(page.plan).toEqual({ slug: 'gips-1', version: 1, isBeingRevised: true })
    await add(typed())
    expect(await stored()).toMatchObject({ state: 'provisional', version: 2 })
    expect(await goalsIn(here.motherAccount)).toEqual(expect.not.arrayContaining(['Nog niet vastgesteld.']))
    expect(await goalsIn(here.motherAccount)).toContain('Fenna slaapt elke nacht door.')
    expect(await goalsIn(here.director)).toEqual(
      expect.arrayContaining(['Nog niet vastgesteld.', 'Fenna slaapt elke nacht door.']),
    )
    expect(await owner.goal.findFirst({ where: { text: 'Nog niet vastgesteld.' } })).toMatchObject({ adoptedAt: null })
  })

  test('the plan has to be seen through the eyes of the family anew', async () => {
    const { here, owner } = tables
    const {
      familyId,
      plan: { id: planId },
    } = here
    await done(at(here.director, 'plan.revise', (viewer) => revisePlan(viewer, planId)))
    await owner.planViewing.create({ data: { familyId, id: v7(), planId, personId: here.motherAccount.id } })
    await add(typed())
    expect(await owner.planViewing.count({ where: { planId } })).toBe(0)
  })
})

describe('a dossier that is further on', () => {
  test('gets the new goal in its safety plan, and looks back at it in the next meeting', async () => {
    const { here, owner } = tables
    await makePlan(owner, here.family, { kind: 'gips2', state: 'definitive', version: 1 })
    await makePlan(owner, here.family, { kind: 'gips3', state: 'preparation' })
    await add(typed())
    const { frame } = await done(at(here.director, 'plans.read', plansPage))
    expect(frame.plans.map(({ kind, state, version }) => `${kind} ${state} ${version}`)).toEqual([
      'gips1 definitive 2',
      'gips2 definitive 1',
      'gips3 preparation 0',
    ])
    const { toReview } = await done(
      at(here.director, 'plan.read', async ({ tx, familyId }) => {
        const gips3 = await tx.plan.findFirstOrThrow({ where: { familyId, kind: 'gips3' } })
        return carriedGoals(tx, gips3)
      }),
    )
    expect(toReview.map(({ text }) => text)).toContain('Fenna slaapt elke nacht door.')
  })

  test('that is closed takes no goals any more', async () => {
    const { here, owner } = tables
    await owner.family.update({
      where: { id: here.familyId },
      data: { state: 'closed', endedOn: new Date(), retentionUntil: new Date(Date.now() + 9e10) },
    })
    const outcome = await at(here.director, 'assessment.lead', (viewer) => addSafetyGoals(viewer, typed())).then(
      (passage) => passage.outcome,
      (error: unknown) => error,
    )
    expect(outcome).not.toBe('entered')
    expect(await versions()).toHaveLength(1)
  })
})

describe('sending it twice', () => {
  test.each([1, 3])('makes one version, also %i more at once', async (more) => {
    const input = typed()
    await add(input)
    const refused = await together(Array.from({ length: more }, () => () => add(input)))
    expect(refused).toEqual([])
    expect(await versions()).toHaveLength(2)
    expect(await tables.owner.goal.count({ where: { planId: tables.here.plan.id } })).toBe(2)
  })

  test('makes one version when they arrive at the same moment', async () => {
    const input = typed()
    expect(await together([() => add(input), () => add(input), () => add(input)])).toEqual([])
    expect(await versions()).toHaveLength(2)
    expect(await messages('agreementsInForce')).toEqual([tables.here.officer.id])
  })

  test('of two directors at once, the second reads the first one’s version before adding to it', async () => {
    const { here, owner } = tables
    const deputy = here.nurse
    await makeMembership(owner, here.family, deputy.id, { role: 'deputy' })
    const [mine, theirs] = [typed(), typed()]
    const refused = await together([() => add(mine), () => add(theirs, deputy)])
    expect(refused).toMatchObject([{ field: 'seen' }])
    expect(refused[0]).toBeInstanceOf(UserError)
    expect(await versions()).toHaveLength(2)
    const isMine = (await versions())[1]?.id === mine.versionId
    await add({ ...(isMine ? theirs : mine), seen: true })
    expect((await versions())[2]?.frozenRows.filter(({ kind }) => kind === 'goal')).toHaveLength(3)
  })
})

describe('is refused', () => {
  test('to everyone but director and deputy, and to who has nothing to do with the dossier', async () => {
    const { here, elsewhere, outsider } = tables
    for (const who of [here.chair, here.noteTaker, here.nurse, here.motherAccount, elsewhere.director, outsider]) {
      const passage = await at(who, 'assessment.lead', (viewer) => addSafetyGoals(viewer, typed()))
      expect(passage.outcome).toBe('refused')
    }
    expect(await versions()).toHaveLength(1)
  })

  test('with a sentence, and nothing kept, for an assessment that still runs or is of another dossier', async () => {
    const { here, elsewhere, owner } = tables
    const running = await makeAssessment(owner, here.family, { assessed: [here.child] })
    const other = await makeAssessment(owner, elsewhere.family, { closedAt: new Date() })
    for (const { id } of [running, other]) {
      await expect(add(typed({ assessmentId: id }))).rejects.toThrow('nog niet afgesloten')
    }
    expect(await versions()).toHaveLength(1)
  })

  test('at the field for people who are not here and days that have passed', async () => {
    const { elsewhere, owner } = tables
    const input = typed()
    const [goal] = input.goals
    const [agreement] = input.agreements
    if (!goal || !agreement) throw new Error('no rows')
    const stranger = { byEveryone: false, people: [{ kind: 'person' as const, id: elsewhere.nurse.id }] }
    for (const [change, field] of [
      [{ goals: [{ ...goal, about: elsewhere.child.id }] }, `about.${goal.id}`],
      [{ agreements: [{ ...agreement, doers: stranger }] }, `doers.${agreement.id}`],
      [{ agreements: [{ ...agreement, dueOn: addDays(today, -1) }] }, `dueOn.${agreement.id}`],
      [{ agreements: [{ ...agreement, until: addDays(today, -1) }] }, `until.${agreement.id}`],
    ] satisfies [Partial<NewGoals>, string][]) {
      await expect(add({ ...input, ...change })).rejects.toMatchObject({ field })
    }
    expect(await owner.goal.count({ where: { planId: tables.here.plan.id } })).toBe(1)
  })

  test('where no safety plan is definitive yet', async () => {
    const { here, owner } = tables
    await owner.frozenRow.deleteMany({ where: { familyId: here.familyId } })
    await owner.planVersion.deleteMany({ where: { familyId: here.familyId } })
    await owner.plan.update({
      where: { familyId_id: { familyId: here.familyId, id: here.plan.id } },
      data: { version: 0, state: 'provisional' },
    })
    await expect(add(typed())).rejects.toThrow('nog geen definitief veiligheidsplan')
  })
})
