import { beforeEach, describe, expect, test } from 'vitest'
import { directorDesk } from '@/lib/data/director-desk'
import { cancelMeeting, planMeeting, takeProposedDay } from '@/lib/data/meetings'
import { dateColumn, plainDateIn, plainDateOf } from '@/lib/dates'
import { addDays, addMonths } from '@/lib/domain/calendar'
import { dayOffWords, dayWords, proposedMeetingDay } from '@/lib/domain/meeting-day'
import { passGate } from '@/lib/gate'
import { makePerson, makeSession } from '@/prisma/factories/accounts'
import { makeFamily } from '@/prisma/factories/family'
import { makeMeeting, makePlan } from '@/prisma/factories/plan'
import { makeMembership } from '@/prisma/factories/team'
import type { Plan } from '@/prisma/generated/client'
import { soon } from '@/tests/support/soon'
import { onTwoDossiers } from '@/tests/support/two-dossiers'

const ground = onTwoDossiers()
const today = plainDateIn(new Date())
let home: Awaited<ReturnType<typeof makeHome>>

/** A family whose GIPS 1 was held twenty days ago and whose GIPS 2 is being prepared. */
async function makeHome() {
  const { owner } = ground
  const family = await makeFamily(owner, Buffer.alloc(32, 7), { state: 'active' })
  const held = await makePlan(owner, family, { state: 'definitive', version: 1 })
  await makeMeeting(owner, held, { heldOn: dateColumn(addDays(today, -20)) })
  const plan = await makePlan(owner, family, { kind: 'gips2' })
  await makeMeeting(owner, plan, { heldOn: null, part: 'morning', place: 'De Brink' })
  const { id } = await makePerson(owner, { name: 'Rik Regie' })
  await makeMembership(owner, family, id, { role: 'caseDirector', worksWithAll: true })
  return { family, plan, held, tokenHash: (await makeSession(owner, id)).tokenHash }
}

beforeEach(async () => {
  home = await makeHome()
})

async function direct<T>(work: Parameters<typeof passGate<T>>[2], tokenHash: Uint8Array = home.tokenHash) {
  const entry = { sessionHash: tokenHash, code: home.family.code, right: 'plan.move', kind: 'change' } as const
  const passage = await passGate(ground.app, entry, work)
  return passage.outcome === 'entered' ? passage.result : passage.outcome
}

const meetingOf = ({ id: planId }: Plan) => ground.owner.meeting.findFirstOrThrow({ where: { planId } })
const desk = async () => {
  const found = await direct((viewer) => directorDesk(viewer, 'gips-2'))
  return typeof found === 'string' || found === null ? expect.fail() : found.meeting
}
const planned = (heldOn: string | null) =>
  direct((viewer) =>
    planMeeting(viewer, { planId: home.plan.id, heldOn, part: 'afternoon', place: 'De Brink', placeIsFit: true }),
  )

describe('the day that is proposed', () => {
  test('is taken at once, three months after the last meeting, and nothing else changes', async () => {
    const day = proposedMeetingDay(addDays(today, -20), today)
    expect(day >= addMonths(addDays(today, -20), 3)).toBe(true)
    expect((await desk()).proposal).toEqual({ date: day, words: dayWords(day) })
    expect(await direct((viewer) => takeProposedDay(viewer, home.plan.id))).toBe(day)
    expect(await meetingOf(home.plan)).toMatchObject({
      heldOn: dateColumn(day),
      part: 'morning',
      place: 'De Brink',
      sequence: 0,
    })
    expect(await desk()).toMatchObject({ heldOn: day, dayOff: null })
    expect(
      await ground.owner.auditLine.findFirst({ orderBy: { id: 'desc' }, where: { subject: 'meeting' } }),
    ).toMatchObject({
      familyId: home.family.id,
      right: 'plan.move',
      detail: { what: 'proposed day' },
    })
  })

  test('goes by the last meeting that was held, not by one that was only planned', async () => {
    await ground.owner.$executeRaw`alter table plan disable trigger plan_steps`
    await ground.owner.plan.updateMany({ where: { id: home.held.id }, data: { state: 'invited', version: 0 } })
    await ground.owner.$executeRaw`alter table plan enable trigger plan_steps`
    expect((await desk()).proposal.date).toBe(proposedMeetingDay(null, today))
  })

  test('can be taken no more once the meeting began', async () => {
    await ground.owner.$executeRaw`alter table plan disable trigger plan_steps`
    await ground.owner.plan.updateMany({ where: { id: home.plan.id }, data: { state: 'meeting' } })
    await ground.owner.$executeRaw`alter table plan enable trigger plan_steps`
    await expect(direct((viewer) => takeProposedDay(viewer, home.plan.id))).rejects.toThrow(
      'Het overleg is al begonnen.',
    )
    expect((await meetingOf(home.plan)).heldOn).toBeNull()
  })

  test('is nobody’s to take from outside, and of no plan of another dossier', async () => {
    const { first, outsider } = ground
    for (const { tokenHash } of [outsider, first.accounts.director, first.accounts.mother]) {
      expect(await direct((viewer) => takeProposedDay(viewer, home.plan.id), tokenHash)).toBe('refused')
    }
    await expect(direct((viewer) => takeProposedDay(viewer, first.gips2.plan.id))).rejects.toThrow(
      'Dit plan is er niet.',
    )
    expect((await meetingOf(home.plan)).heldOn).toBeNull()
  })
})

test('a day in the weekend is taken all the same, and said', async () => {
  const saturday = Array.from({ length: 7 }, (_, index) => addDays(today, 60 + index)).find((day) =>
    dayWords(day).startsWith('zaterdag'),
  )
  await planned(saturday ?? null)
  const { heldOn } = await meetingOf(home.plan)
  expect(heldOn && plainDateOf(heldOn)).toBe(saturday)
  expect((await desk()).dayOff).toBe(dayOffWords(saturday ?? ''))
  await planned(null)
  expect((await desk()).dayOff).toBeNull()
})

test('a meeting that somebody begins at this moment is not called off any more', async () => {
  const { owner } = ground
  const day = dateColumn(addDays(today, 3))
  await owner.meeting.updateMany({ where: { planId: home.plan.id }, data: { heldOn: day } })
  await owner.$executeRaw`alter table plan disable trigger plan_steps`
  let calledOff: Promise<unknown> | undefined
  let isOver = false
  await owner.$transaction(async (tx) => {
    await tx.plan.updateMany({ where: { id: home.plan.id }, data: { state: 'meeting' } })
    calledOff = direct((viewer) => cancelMeeting(viewer, home.plan.id)).finally(() => {
      isOver = true
    })
    calledOff.catch(() => undefined)
    await soon(async () => expect(isOver || (await someoneWaits())).toBe(true))
  }, AS_LONG_AS_IT_TAKES)
  await owner.$executeRaw`alter table plan enable trigger plan_steps`
  await expect(calledOff).rejects.toThrow('Het overleg is al begonnen.')
  expect((await meetingOf(home.plan)).heldOn).toEqual(day)
})

const AS_LONG_AS_IT_TAKES = { timeout: 60_000 }

/** Whether a statement waits for what another one holds. */
async function someoneWaits(): Promise<boolean> {
  return (await ground.owner.$queryRaw<unknown[]>`select 1 from pg_locks where not granted`).length > 0
}
