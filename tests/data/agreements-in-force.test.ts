import { beforeEach, describe, expect, test } from 'vitest'
import { agreementsInDossier, myAgreements, tickAgreement } from '@/lib/data/agreements'
import { closeAgreement, putInForce } from '@/lib/data/agreements-in-force'
import { dropAgreement, restoreAgreement, saveAgreement } from '@/lib/data/agreements-of-plan'
import { agreementsOnDesk } from '@/lib/data/agreements-on-desk'
import { freeze } from '@/lib/data/freeze'
import { removeGoal } from '@/lib/data/goals'
import { meetingPage } from '@/lib/data/meeting-page'
import { namesOfDossier } from '@/lib/data/names'
import { revisePlan } from '@/lib/data/plan-life'
import { planPage } from '@/lib/data/plan-page'
import { dateColumn, plainDateIn } from '@/lib/dates'
import { type DossierViewer, passGate } from '@/lib/gate'
import { passPersonGate } from '@/lib/person-gate'
import { makePerson, makeSession } from '@/prisma/factories/accounts'
import { type Doer, makeAgreement } from '@/prisma/factories/agreements'
import { makeChildAdult, makeMember } from '@/prisma/factories/family'
import { makeGoal } from '@/prisma/factories/safety'
import { makeFamilyAccess, makeMembership, makeOpening, makeShield } from '@/prisma/factories/team'
import type { Agreement, Goal } from '@/prisma/generated/client'
import { readDashboard } from '@/tests/support/dashboard'
import { atTable, done, meetingTables } from './meeting-dossier'

const tables = meetingTables()
type As = { id: string; session: Uint8Array }
const today = plainDateIn(new Date())

let goal: Goal
let risk: Goal
let father: As

/** The plan is provisional; a father has an account with a safe channel, and so has the mother. */
beforeEach(async () => {
  const { here, owner } = tables
  await owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'provisional' } })
  goal = await makeGoal(owner, here.plan, { kind: 'safety', text: 'Fenna slaapt rustig.' })
  risk = await makeGoal(owner, here.plan, { kind: 'execution', text: 'De auto rijdt.' })
  const member = await makeMember(owner, here.family, { firstNames: 'Joris', position: 4 })
  await makeChildAdult(owner, here.child, member)
  const { id } = await makePerson(owner, { name: 'Joris Account' })
  await makeFamilyAccess(owner, member, id)
  await owner.memberDetails.updateMany({ where: { familyId: here.familyId }, data: { safeChannel: 'email' } })
  father = { id, session: (await makeSession(owner, id)).tokenHash }
})

async function made(doers: Doer[], given: Parameters<typeof makeAgreement>[2] = {}): Promise<Agreement> {
  return makeAgreement(tables.owner, tables.here.plan, { doers, goals: [goal], dueOn: dateColumn(today), ...given })
}

const put = (as: As, ...agreements: Pick<Agreement, 'id' | 'version'>[]) =>
  atTable(
    tables,
    as,
    (viewer, plan) =>
      putInForce(viewer, { planId: plan.id, agreements: agreements.map(({ id, version }) => ({ id, version })) }),
    'agreement.putInForce',
  )
const close = (as: As, { id: agreementId }: Agreement, reason = 'Het hoeft niet meer.') =>
  atTable(
    tables,
    as,
    (viewer, plan) => closeAgreement(viewer, { planId: plan.id, agreementId, reason }),
    'agreement.close',
  )
const desk = () =>
  done(
    atTable(
      tables,
      tables.here.director,
      async (viewer) =>
        agreementsOnDesk(
          viewer,
          await viewer.tx.plan.findFirstOrThrow({ where: { id: tables.here.plan.id } }),
          await namesOfDossier(viewer.tx),
        ),
      'plan.read',
    ),
  )
const stored = ({ id }: Agreement) => tables.owner.agreement.findFirstOrThrow({ where: { id } })
const told = async (kind = 'agreementsInForce') =>
  (await tables.owner.message.findMany({ where: { familyId: tables.here.familyId, kind } })).map(
    ({ recipientId }) => recipientId,
  )
function inDossier<T>({ session: sessionHash }: As, load: (viewer: DossierViewer) => Promise<T>): Promise<T> {
  const entry = { sessionHash, code: tables.here.code, right: 'dossier.read', kind: 'change' } as const
  return done(passGate(tables.app, entry, load))
}
const seen = async (as: As) => (await inDossier(as, agreementsInDossier)).map(({ id }) => id)
const mine = async ({ session }: As) =>
  ((await passPersonGate(tables.app, { sessionHash: session }, myAgreements))?.value ?? []).map(({ id }) => id)

describe('safety agreements of a provisional plan', () => {
  test('go in force by one click of the director, with the goal they serve', async () => {
    const { here, owner } = tables
    const [one, two] = [await made([{ personId: here.nurse.id }]), await made([{ personId: here.officer.id }])]
    expect((await desk()).waiting.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort())
    await done(put(here.director, one, two))
    expect((await stored(one)).inForceAt).not.toBeNull()
    expect((await stored(two)).inForceAt).not.toBeNull()
    expect(await owner.goal.findFirst({ where: { id: goal.id } })).toMatchObject({ adoptedAt: expect.any(Date) })
    expect(await owner.goal.findFirst({ where: { id: risk.id } })).toMatchObject({ adoptedAt: null })
    expect((await desk()).waiting).toEqual([])
    expect((await desk()).inForce).toHaveLength(2)
  })

  test('are live from then on: with their doer, on the dashboard, in the plan and at the table, to be ticked', async () => {
    const { here } = tables
    const agreement = await made([{ personId: here.nurse.id }])
    expect(await mine(here.nurse)).toEqual([])
    await done(put(here.director, agreement))
    expect(await mine(here.nurse)).toEqual([agreement.id])
    expect(await seen(here.officer)).toEqual([agreement.id])
    const { dashboard } = await inDossier(here.officer, readDashboard)
    expect(dashboard.goals).toMatchObject([{ id: goal.id, agreements: { total: 1, done: 0 } }])
    const { ticks } = await done(
      atTable(tables, here.officer, (viewer) => planPage(viewer, 'gips-1', null), 'plan.read'),
    )
    expect(ticks).toEqual({ [agreement.id]: 'inForce' })
    const { agreements } = await done(
      atTable(tables, here.officer, (viewer) => meetingPage(viewer, 'gips-1'), 'meeting.read'),
    )
    expect(agreements).toMatchObject([{ id: agreement.id, isInForce: true }])
    const tick = { state: 'done', remark: '', forDay: null } as const
    expect(await inDossier(here.nurse, (viewer) => tickAgreement(viewer, agreement.id, tick))).toMatchObject({
      state: 'done',
    })
  })

  test.each([
    ['no goal of safety', () => ({ goals: [risk] })],
    ['nobody who does it', () => ({ doers: [] })],
    ['no day', () => ({ dueOn: null })],
    ['no words', () => ({ text: ' ' })],
  ])('stay out of force with %s, and so do the others of that click', async (_, given) => {
    const { here } = tables
    const whole = await made([{ personId: here.nurse.id }])
    const broken = await made([{ personId: here.nurse.id }], given())
    await expect(put(here.director, whole, broken)).rejects.toMatchObject({ field: 'agreements' })
    expect((await stored(whole)).inForceAt).toBeNull()
    expect(await told()).toEqual([])
  })

  test('a second click, and a click on what was changed since, is told so and changes nothing', async () => {
    const { here, owner } = tables
    const agreement = await made([{ personId: here.nurse.id }])
    const clicks = await Promise.allSettled([1, 2, 3].map(() => put(here.director, agreement)))
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const since = (await stored(agreement)).inForceAt
    await expect(put(here.director, agreement)).rejects.toThrow(/geldt al/)
    expect((await stored(agreement)).inForceAt).toEqual(since)
    expect(await told()).toEqual([here.nurse.id])
    const changed = await made([{ personId: here.nurse.id }])
    await owner.agreement.updateMany({ where: { id: changed.id }, data: { version: 4 } })
    await expect(put(here.director, changed)).rejects.toThrow(/intussen veranderd/)
    expect((await stored(changed)).inForceAt).toBeNull()
  })

  test.each(['meeting', 'definitive'] as const)('cannot go in force while the plan is %s', async (state) => {
    const { here, owner } = tables
    const agreement = await made([{ personId: here.nurse.id }])
    await owner.plan.updateMany({ where: { id: here.plan.id }, data: { state } })
    expect(await put(here.director, agreement)).toEqual({ outcome: 'refused' })
    expect((await stored(agreement)).inForceAt).toBeNull()
  })

  test('are the director’s: nobody else, and not of another dossier', async () => {
    const { here, elsewhere, outsider, owner } = tables
    const agreement = await made([{ personId: here.nurse.id }])
    for (const who of [here.noteTaker, here.chair, here.nurse, here.motherAccount, outsider, elsewhere.director]) {
      expect(await put(who, agreement)).toEqual({ outcome: 'refused' })
      expect(await close(who, agreement)).toEqual({ outcome: 'refused' })
    }
    const theirs = await makeAgreement(owner, elsewhere.plan, { doers: [{ personId: elsewhere.nurse.id }] })
    await expect(put(here.director, theirs)).rejects.toThrow(/intussen veranderd/)
    await expect(close(here.director, theirs)).rejects.toThrow(/geldt niet/)
    expect(await stored(agreement)).toMatchObject({ inForceAt: null, droppedAt: null })
    expect(await stored(theirs)).toMatchObject({ inForceAt: null, droppedAt: null })
  })
})

describe('the doers', () => {
  test('are told at once, each once, also of several agreements; whoever did it is not', async () => {
    const { here, owner } = tables
    const both = [{ personId: here.nurse.id }, { personId: here.director.id }]
    await done(put(here.director, await made(both), await made([...both, { memberId: here.mother.id }])))
    expect((await told()).sort()).toEqual([here.nurse.id, here.motherAccount.id].sort())
    const messages = await owner.message.findMany({ where: { familyId: here.familyId } })
    expect(messages.every(({ dueAt }) => dueAt.getTime() <= Date.now())).toBe(true)
    expect(Object.keys(messages[0]?.payload as object).sort()).toEqual(['agreements', 'code'])
  })

  test('that cannot be mailed are named to the director, who tells them', async () => {
    const { here, owner } = tables
    await owner.memberDetails.updateMany({ where: { memberId: here.mother.id }, data: { safeChannel: 'phone' } })
    await made([{ personId: here.nurse.id }, { memberId: here.mother.id }, { networkPersonId: here.neighbour.id }])
    expect(await desk()).toMatchObject({
      mailed: ['Yara Bos'],
      toTell: [expect.stringContaining('Noor'), 'Riet Vos'],
    })
  })

  test('are nobody from whom the plan or the agreement is hidden, and nobody who left', async () => {
    const { here, owner } = tables
    const left = await makePerson(owner, { name: 'Wim Weg' })
    await makeMembership(owner, here.family, left.id, { since: new Date(0), until: new Date(Date.now() - 1000) })
    const agreement = await made([{ personId: left.id }, { memberId: here.mother.id }], { byEveryone: true })
    await makeShield(owner, here.family, {
      subject: 'agreement',
      subjectId: agreement.id,
      personId: here.motherAccount.id,
    })
    await makeShield(owner, here.family, {
      subject: 'plan',
      subjectId: here.plan.id,
      audience: 'professionalsElsewhere',
      personId: null,
    })
    await done(put(here.director, agreement))
    expect(await told()).toEqual([])
    expect(await mine(here.motherAccount)).toEqual([])
  })

  test('“everyone” is the team that ticks off, and of the family whom the plan was opened to', async () => {
    const { here, owner } = tables
    await makeOpening(owner, here.family, { subject: 'plan', subjectId: here.plan.id, personId: father.id })
    const agreement = await made([], { byEveryone: true })
    await done(put(here.director, agreement))
    expect((await told()).sort()).toEqual([here.chair, here.nurse, here.officer, father].map(({ id }) => id).sort())
    expect(await seen(father)).toEqual([agreement.id])
    expect(await seen(here.motherAccount)).toEqual([])
  })
})

describe('a family account', () => {
  test('knows only what it does itself until the plan is opened to it or definitive', async () => {
    const { here, owner } = tables
    const own = await made([{ memberId: here.mother.id }])
    const others = await made([{ personId: here.nurse.id }])
    const neighbours = await made([{ networkPersonId: here.neighbour.id }])
    await done(put(here.director, own, others, neighbours))
    expect(await seen(here.motherAccount)).toEqual([own.id])
    expect(await mine(here.motherAccount)).toEqual([own.id])
    expect(await seen(father)).toEqual([])
    const { dashboard } = await inDossier(here.motherAccount, readDashboard)
    expect(dashboard.goals).toEqual([])
    await adopt()
    expect((await seen(father)).sort()).toEqual([own.id, others.id, neighbours.id].sort())
    expect((await inDossier(father, readDashboard)).dashboard.goals).toHaveLength(2)
    expect(await owner.message.count({ where: { recipientId: father.id, kind: 'agreementsInForce' } })).toBe(0)
  })
})

describe('what is in force', () => {
  test('stays as it is when the plan becomes definitive, and nobody is told of it twice', async () => {
    const { here } = tables
    const early = await made([{ personId: here.nurse.id }])
    const later = await made([{ personId: here.nurse.id }])
    await done(put(here.director, early))
    const since = (await stored(early)).inForceAt
    await adopt()
    expect((await stored(early)).inForceAt).toEqual(since)
    expect((await stored(later)).inForceAt?.getTime()).toBeGreaterThan(since?.getTime() ?? Number.POSITIVE_INFINITY)
    expect(await told()).toEqual([here.nurse.id])
  })

  test('changes for nobody: not its words, days or doers, not by taking it away, nor its goal', async () => {
    const { here } = tables
    const agreement = await made([{ personId: here.nurse.id }], { text: 'Belt elke dag.' })
    await done(put(here.director, agreement))
    const same = {
      text: 'Belt elke dag.',
      doers: [{ kind: 'person' as const, id: here.nurse.id }],
      byEveryone: false,
      rhythm: 'once' as const,
      dueOn: today,
      until: null,
      goalIds: [goal.id],
      position: 0,
      base: 0,
    }
    for (const change of [
      { text: 'Belt soms.' },
      { doers: [] },
      { dueOn: null },
      { goalIds: [] },
      { byEveryone: true },
    ]) {
      const saving = atTable(tables, here.director, (viewer, plan) =>
        saveAgreement(viewer, plan, agreement.id, { ...same, ...change }),
      )
      await expect(saving).rejects.toThrow(/geldt al/)
    }
    for (const take of [dropAgreement, restoreAgreement]) {
      const taking = atTable(tables, here.noteTaker, (viewer, plan) => take(viewer, plan, agreement.id))
      await expect(taking).rejects.toThrow(/geldt al/)
    }
    await expect(atTable(tables, here.noteTaker, (viewer, plan) => removeGoal(viewer, plan, goal.id))).rejects.toThrow(
      /vastgesteld/,
    )
    expect(await stored(agreement)).toMatchObject({
      text: 'Belt elke dag.',
      droppedAt: null,
      version: agreement.version,
    })
  })

  test('is closed by the director with a reason: gone everywhere, its doers told, once and for good', async () => {
    const { here } = tables
    const agreement = await made([{ personId: here.nurse.id }])
    await expect(close(here.director, agreement)).rejects.toThrow(/geldt niet/)
    await done(put(here.director, agreement))
    await done(close(here.director, agreement, 'Moeder belt nu zelf.'))
    await expect(close(here.director, agreement)).rejects.toThrow(/geldt niet/)
    expect(await stored(agreement)).toMatchObject({ droppedReason: 'Moeder belt nu zelf.' })
    expect(await told('agreementClosed')).toEqual([here.nurse.id])
    expect(await mine(here.nurse)).toEqual([])
    expect(await seen(here.officer)).toEqual([])
    await expect(
      atTable(tables, here.director, (viewer, plan) => restoreAgreement(viewer, plan, agreement.id)),
    ).rejects.toThrow(/geldt al/)
  })

  test('of a plan that is revised stays in force, and what comes new waits for the family again', async () => {
    const { here } = tables
    const first = await made([{ personId: here.nurse.id }])
    await adopt()
    await done(atTable(tables, here.director, (viewer, plan) => revisePlan(viewer, plan.id), 'plan.revise'))
    const extra = await made([{ personId: here.nurse.id }])
    await done(put(here.director, extra))
    expect((await seen(here.nurse)).sort()).toEqual([first.id, extra.id].sort())
    expect(await seen(father)).toEqual([first.id])
  })
})

/** The plan as it stands becomes definitive. */
async function adopt(): Promise<void> {
  const { here, owner } = tables
  await owner.$transaction(async (tx) => {
    const plan = await tx.plan.findFirstOrThrow({ where: { id: here.plan.id } })
    await freeze(tx, plan, () => 'Iemand', { adoptedById: here.director.id, adoptedAt: new Date(), reason: null })
    await tx.plan.updateMany({ where: { id: plan.id }, data: { state: 'definitive', version: plan.version + 1 } })
  })
}
