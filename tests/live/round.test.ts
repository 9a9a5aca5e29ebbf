import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { announce, type Change } from '@/lib/live/channel'
import type { Hub } from '@/lib/live/hub'
import { openPlanStream } from '@/lib/live/plan-stream'
import { makeParticipant } from '@/prisma/factories/plan'
import { makeShield } from '@/prisma/factories/team'
import { StreamReader } from './stream-reader'
import { hubOn, onOwnDatabase, setTable, type Table } from './table'

const databases = onOwnDatabase()
let table: Table
let hub: Hub
let leaving: AbortController

beforeEach(async () => {
  table = await setTable(databases)
  hub = hubOn(databases, { heartbeatMs: 200 })
  leaving = new AbortController()
})

afterEach(async () => {
  leaving.abort()
  await hub.stop()
})

function connect(sessionHash: Uint8Array | null, { code = table.code, slug = 'gips-1' } = {}): Promise<Response> {
  const { signal } = leaving
  return openPlanStream(databases.app, hub, { follows: 'round', sessionHash, code, slug, requestId: null, signal })
}

async function follow(sessionHash: Uint8Array): Promise<StreamReader> {
  const reader = new StreamReader(await connect(sessionHash))
  await reader.until('refetch')
  return reader
}

/** The mother sits at the table, from where she is with the case director. */
function admit() {
  const seat = { memberId: table.members.mother.id, role: 'family', isAdmitted: true, attendance: 'present' } as const
  return makeParticipant(databases.owner, table.meeting, seat)
}

function change(kind: Change['kind'], key?: string) {
  const { id: planId, familyId } = table.plan
  return databases.owner.$transaction((tx) => announce(tx, { familyId, planId, kind, ...(key && { key, version: 3 }) }))
}

describe('a family member who was admitted', () => {
  test('hears of the round of scores, and of nothing else that is typed or decided', async () => {
    await admit()
    const reader = await follow(table.motherAccount.session)
    const team = new StreamReader(await connectAsTeam())
    await team.until('refetch')
    for (const kind of ['answer', 'score', 'item', 'list', 'plan'] as const) {
      await change(kind, `of ${kind}`)
    }
    await change('round', 'which one')
    const heard = await reader.until('change')
    expect(heard.map((data) => JSON.parse(data))).toEqual([[{ kind: 'round' }]])
    await team.until('change')
    expect(team.events.map(({ data }) => data).join()).toContain('of answer')
  })

  test('does not hear that something was hidden from somebody', async () => {
    await admit()
    const reader = await follow(table.motherAccount.session)
    const team = new StreamReader(await connectAsTeam())
    await team.until('refetch')
    await makeShield(databases.owner, table.family, { subject: 'memberContact', subjectId: table.members.father.id })
    await team.until('refetch', 2)
    await change('round')
    await reader.until('change')
    expect(reader.events.filter(({ event }) => event === 'refetch')).toHaveLength(1)
  })

  test.each([
    [
      'the admission is taken back',
      () => databases.owner.participant.updateMany({ where: mothersSeat(), data: { isAdmitted: false } }),
    ],
    [
      'the access ends',
      () =>
        databases.owner.familyAccess.updateMany({ where: mothersAccount(), data: { until: new Date(Date.now() - 1) } }),
    ],
    [
      'the plan is hidden from the account',
      () =>
        makeShield(databases.owner, table.family, {
          subject: 'plan',
          subjectId: table.plan.id,
          personId: table.motherAccount.id,
        }),
    ],
    [
      'the meeting is over',
      () => databases.owner.plan.updateMany({ where: { id: table.plan.id }, data: { state: 'provisional' } }),
    ],
    [
      'nobody is logged in any more',
      () =>
        databases.owner.session.updateMany({
          where: { personId: table.motherAccount.id },
          data: { endedAt: new Date() },
        }),
    ],
  ])('loses the stream when %s', async (_what, end) => {
    await admit()
    const reader = await follow(table.motherAccount.session)
    await end()
    await reader.closes()
    expect(reader.events.at(-1)?.event).toBe('ended')
  })

  test('follows nothing but the round: the stream of the meeting is not there', async () => {
    await admit()
    const { session } = table.motherAccount
    expect((await connectAsTeam(session)).status).toBe(404)
  })
})

describe('no stream of the round gets', () => {
  test('a family member who was not admitted, or only invited to another plan', async () => {
    expect((await connect(table.fatherAccount.session)).status).toBe(404)
    await admit()
    expect((await connect(table.fatherAccount.session)).status).toBe(404)
    expect((await connect(table.motherAccount.session, { slug: 'gips-2' })).status).toBe(404)
  })

  test('somebody of another dossier, and nobody', async () => {
    const other = await setTable(databases)
    await admit()
    expect((await connect(other.motherAccount.session)).status).toBe(404)
    expect((await connect(table.motherAccount.session, { code: other.code })).status).toBe(404)
    expect((await connect(null)).status).toBe(401)
  })

  test('the chair, who gives no scores', async () => {
    expect((await connect(table.chair.session)).status).toBe(404)
    expect((await connect(table.nurse.session)).status).toBe(200)
  })
})

function connectAsTeam(sessionHash: Uint8Array = table.director.session): Promise<Response> {
  const { code } = table
  const { signal } = leaving
  const asked = { sessionHash, code, slug: 'gips-1', requestId: null, signal }
  return openPlanStream(databases.app, hub, { follows: 'meeting', ...asked })
}

const mothersSeat = () => ({ meetingId: table.meeting.id, memberId: table.members.mother.id })
const mothersAccount = () => ({ personId: table.motherAccount.id })
