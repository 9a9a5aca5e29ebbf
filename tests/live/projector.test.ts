import { beforeEach, describe, expect, test } from 'vitest'
import { tokenHash } from '@/lib/crypto'
import { moveProjector, openProjectorPass, readSlide } from '@/lib/data/projector'
import type { ProjectorMove } from '@/lib/domain/projector-walk'
import type { Slide } from '@/lib/domain/slide'
import { noteProjectorRead, passProjectorGate } from '@/lib/live/projector-gate'
import { SlideMemory } from '@/lib/live/slide-memory'
import { makePerson, makeSession } from '@/prisma/factories/accounts'
import { makePlan } from '@/prisma/factories/plan'
import { makeMembership } from '@/prisma/factories/team'
import { asViewer, hubOn, onOwnDatabase, setTable, type Table } from './table'

const databases = onOwnDatabase()
const noMemory = new SlideMemory(() => null)
let table: Table

beforeEach(async () => {
  table = await setTable(databases)
})

type Seat = 'director' | 'chair' | 'noteTaker' | 'nurse'

function move(made: ProjectorMove, by: Seat = 'chair') {
  return asViewer(databases, table, table[by].session, 'projector.move', (viewer) =>
    moveProjector(viewer, 'gips-1', made),
  )
}

function slide(by: Seat = 'chair', memory = noMemory): Promise<Slide> {
  return asViewer(databases, table, table[by].session, 'projector.read', (viewer) =>
    readSlide(viewer, 'gips-1', memory),
  )
}

async function openPass(by: Seat = 'chair') {
  const { token } = await asViewer(databases, table, table[by].session, 'projector.read', (viewer) =>
    openProjectorPass(viewer, 'gips-1'),
  )
  return tokenHash(token)
}

function byPass(passHash: Uint8Array, { code = table.code, slug = 'gips-1' } = {}) {
  return passProjectorGate(
    (inside) => databases.app.$transaction(inside),
    { passHash, code },
    async (viewer) => {
      await noteProjectorRead(viewer, slug)
      return readSlide(viewer, slug, noMemory)
    },
  )
}

describe('moving the projector', () => {
  test('starts the meeting and its clock at the first question', async () => {
    expect((await slide()).kind).toBe('home')
    const state = await move('start')
    expect(state.item).toBe('introductions.round')
    expect(state.startedAt).not.toBeNull()
    expect((await slide()).clock?.minutesUsed).toBe(0)
  })

  test('goes on, back and to any question, and starts the clock only once', async () => {
    const { startedAt } = await move('next')
    expect((await move('next', 'director')).item).toBe('goodCare.examples')
    expect((await move({ to: 'safety.round' }, 'noteTaker')).item).toBe('safety.round')
    const state = await move('previous')
    expect(state).toMatchObject({ item: 'goodCare.examples', startedAt })
  })

  test('goes one step when two people press at the same moment', async () => {
    await move('start')
    const [first, second] = await Promise.all([move('next', 'chair'), move('next', 'director')])
    const steps = [first.item, second.item].sort()
    expect([
      ['goodCare.examples', 'goodCare.examples'],
      ['goodCare.examples', 'safety.round'],
    ]).toContainEqual(steps)
    const { current_item } = await stateInDatabase()
    expect(steps).toContain(current_item)
  })

  test('hides everything that was typed, and shows it again', async () => {
    await move({ to: 'goodCare.examples' })
    expect((await move('hide')).isHidden).toBe(true)
    expect(await slide()).toMatchObject({ kind: 'hidden', question: '', blocks: [] })
    expect((await move('show')).isHidden).toBe(false)
  })

  test('chooses between first names and initials', async () => {
    await move('start')
    expect(JSON.stringify((await slide()).blocks)).toContain('"Thijs"')
    await move({ names: 'initials' })
    const shown = JSON.stringify((await slide()).blocks)
    expect(shown).toContain('"TT"')
    expect(shown).not.toContain('Thijs')
  })

  test('leaves a line in the trail that says where to, not what is there', async () => {
    await move({ to: 'safety.round' })
    const lines = await databases.owner.$queryRaw`
      select "right", subject, detail from audit_line where family_id = ${table.family.id}::uuid and kind = 'change'
        and detail is not null`
    expect(lines).toEqual([
      { right: 'projector.move', subject: 'projector gips-1', detail: { move: 'to', to: 'safety.round' } },
    ])
  })

  test('refuses a question that is not in the agenda, and changes nothing', async () => {
    await expect(move({ to: 'x' })).rejects.toThrow('Deze vraag staat niet in de agenda')
    expect((await stateInDatabase()).current_item).toBeNull()
  })

  test('before the meeting is opened tries the projector out, without a clock', async () => {
    await databases.owner.$executeRaw`alter table plan disable trigger plan_steps`
    await databases.owner.plan.updateMany({ where: { id: table.plan.id }, data: { state: 'invited' } })
    await databases.owner.$executeRaw`alter table plan enable trigger plan_steps`
    await expect(move('start')).rejects.toThrow('nog niet geopend')
    expect(await move('next')).toMatchObject({ item: 'introductions.round', startedAt: null })
  })

  test.each(['nurse'] as const)('is not for a %s', async (by) => {
    await expect(move('next', by)).rejects.toThrow('refused')
    await expect(slide(by)).rejects.toThrow('refused')
  })

  test('is not for the note-taker of another plan', async () => {
    const other = await makePlan(databases.owner, table.family, { kind: 'gips2', state: 'invited' })
    const { id } = await makePerson(databases.owner)
    await makeMembership(databases.owner, table.family, id, { role: 'noteTaker', planId: other.id })
    const { tokenHash: session } = await makeSession(databases.owner, id)
    const moved = asViewer(databases, table, session, 'projector.move', (viewer) =>
      moveProjector(viewer, 'gips-1', 'next'),
    )
    await expect(moved).rejects.toThrow('refused')
  })

  test('is nothing to someone from another dossier', async () => {
    const other = await setTable(databases)
    const moved = asViewer(databases, table, other.director.session, 'projector.move', (viewer) =>
      moveProjector(viewer, 'gips-1', 'next'),
    )
    await expect(moved).rejects.toThrow('refused')
  })
})

describe('a projector pass', () => {
  test('shows its plan, with a line in the trail, also when the session has idled out', async () => {
    const pass = await openPass()
    await move('start')
    const lastSeenAt = new Date(Date.now() - 3_600_000)
    await databases.owner.session.updateMany({ where: { personId: table.chair.id }, data: { lastSeenAt } })
    const passage = await byPass(pass)
    expect(passage).toMatchObject({ outcome: 'entered', result: { kind: 'item', item: 'introductions.round' } })
    const reads = await databases.owner.auditLine.count({
      where: {
        familyId: table.family.id,
        personId: table.chair.id,
        kind: 'read',
        right: 'projector.read',
        subject: 'gips-1',
      },
    })
    expect(reads).toBe(1)
  })

  test('opens nothing else: not another plan, not another dossier', async () => {
    await makePlan(databases.owner, table.family, { kind: 'gips2', state: 'invited' })
    const other = await setTable(databases)
    const pass = await openPass('director')
    expect((await byPass(pass, { slug: 'gips-2' })).outcome).toBe('refused')
    expect((await byPass(pass, { code: other.code })).outcome).toBe('anonymous')
  })

  test.each([
    ['it runs out', () => databases.owner.projectorPass.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })],
    ['it is revoked', () => databases.owner.projectorPass.updateMany({ data: { revokedAt: new Date() } })],
    ['its user is closed', () => close({ closedAt: new Date() })],
    ['its user has left the team', () => leave()],
  ])('is worth nothing when %s', async (_name, end) => {
    const pass = await openPass()
    await end()
    expect((await byPass(pass)).outcome).toBe('anonymous')
  })

  test('that was made up opens nothing', async () => {
    expect((await byPass(tokenHash('made up'))).outcome).toBe('anonymous')
  })

  test('is not given to who may not show the projector', async () => {
    await expect(openPass('nurse')).rejects.toThrow('refused')
    expect(await databases.owner.projectorPass.count({ where: { personId: table.nurse.id } })).toBe(0)
  })
})

describe('many screens after one change', () => {
  test('load it once, and again after the next change', async () => {
    const hub = hubOn(databases)
    const memory = new SlideMemory((familyId) => hub.epochOf(familyId))
    let loads = 0
    const counting = {
      get: <T>(id: string, key: string, load: () => Promise<T>) => memory.get(id, key, () => count(load)),
    }
    const count = <T>(load: () => Promise<T>) => {
      loads += 1
      return load()
    }
    const read = () =>
      asViewer(databases, table, table.chair.session, 'projector.read', (viewer) =>
        readSlide(viewer, 'gips-1', counting),
      )
    await expect.poll(() => hub.epochOf(table.family.id)).not.toBeNull()
    const before = hub.epochOf(table.family.id)
    await move('start')
    await expect.poll(() => hub.epochOf(table.family.id)).not.toBe(before)
    await Promise.all(Array.from({ length: 6 }, read))
    expect(loads).toBe(1)
    const epoch = hub.epochOf(table.family.id)
    await move('hide')
    await move('show')
    await expect.poll(() => hub.epochOf(table.family.id)).not.toBe(epoch)
    await read()
    expect(loads).toBe(2)
    await hub.stop()
  })

  test('each load for themselves while changes cannot be heard', async () => {
    let loads = 0
    const load = async () => {
      loads += 1
      return loads
    }
    await noMemory.get('f', 'k', load)
    await noMemory.get('f', 'k', load)
    expect(loads).toBe(2)
  })
})

async function stateInDatabase() {
  const rows = await databases.owner.$queryRaw<{ current_item: string | null }[]>`
    select current_item from meeting where plan_id = ${table.plan.id}::uuid`
  return rows[0] ?? { current_item: null }
}

function close(data: { closedAt: Date }) {
  return databases.owner.person.update({ where: { id: table.chair.id }, data })
}

function leave() {
  const until = new Date(Date.now() - 1)
  return databases.owner.teamMembership.updateMany({ where: { personId: table.chair.id }, data: { until } })
}
