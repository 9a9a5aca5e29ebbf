import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tokenHash } from '@/lib/crypto'
import { moveProjector, openProjectorPass, readSlide } from '@/lib/data/projector'
import type { ProjectorMove } from '@/lib/domain/projector-walk'
import type { Slide } from '@/lib/domain/slide'
import { eventStream } from '@/lib/live/event-stream'
import type { Hub } from '@/lib/live/hub'
import { passProjectorGate } from '@/lib/live/projector-gate'
import { SlideMemory } from '@/lib/live/slide-memory'
import { StreamReader } from './stream-reader'
import { asViewer, hubOn, onOwnDatabase, setTable, type Table } from './table'

const databases = onOwnDatabase()
const leaving = new AbortController()
const noMemory = new SlideMemory(() => null)
let table: Table
let hub: Hub
let looks: number

beforeEach(async () => {
  table = await setTable(databases)
  hub = hubOn(databases, { windowMs: 50 })
  looks = 0
})
afterEach(() => hub.stop())

function move(made: ProjectorMove) {
  return asViewer(databases, table, table.director.session, 'projector.move', (viewer) =>
    moveProjector(viewer, 'gips-1', made),
  )
}

/** A screen that the chair or the director opened by a pass of its own, and what its stream brings. */
async function openScreen(by: 'chair' | 'director') {
  const { token: pass } = await asViewer(databases, table, table[by].session, 'projector.read', (viewer) =>
    openProjectorPass(viewer, 'gips-1'),
  )
  const token = tokenHash(pass)
  const show = async () => {
    looks += 1
    const seen = await passProjectorGate(
      (inside) => databases.app.$transaction(inside),
      { passHash: token, code: table.code },
      (viewer) => readSlide(viewer, 'gips-1', noMemory),
    )
    return seen.outcome === 'entered' ? seen.result : null
  }
  const who = { familyId: table.family.id, planId: table.plan.id, personId: table[by].id, token, show }
  const reader = new StreamReader(eventStream(hub, { ...who, right: 'projector.read' }, leaving.signal))
  await reader.until('refetch')
  return reader
}

const slideIn = (data: string | undefined): Slide => JSON.parse(data ?? 'null')

describe('the screens of a meeting', () => {
  test('are sent what there is to see after a change, read once for each person who opened some', async () => {
    const screens = [await openScreen('chair'), await openScreen('chair'), await openScreen('director')]
    await move('start')
    for (const screen of screens) {
      const [data] = await screen.until('screen')
      expect(slideIn(data)).toMatchObject({ kind: 'item', item: 'introductions.round' })
    }
    expect(looks).toBe(2)
  })

  test('say of each slide when it was read, the later one later', async () => {
    const screen = await openScreen('chair')
    await move('start')
    await screen.until('screen')
    await move('next')
    const [first, second] = (await screen.until('screen', 2)).map(slideIn)
    expect((first?.at ?? '') < (second?.at ?? '')).toBe(true)
  })

  test('are closed instead when the right is over: nothing is sent first', async () => {
    const screen = await openScreen('chair')
    await databases.owner.projectorPass.updateMany({
      where: { personId: table.chair.id },
      data: { revokedAt: new Date() },
    })
    await move('start')
    await screen.closes()
    expect(screen.events.map(({ event }) => event)).not.toContain('screen')
    expect(looks).toBe(0)
  })

  test('are told to fetch when they cannot be read now', async () => {
    const screen = await openScreen('chair')
    const who = { familyId: table.family.id, planId: table.plan.id, personId: table.director.id }
    const broken = new StreamReader(
      eventStream(
        hub,
        {
          ...who,
          token: table.director.session,
          right: 'projector.read',
          show: () => Promise.reject(new Error('the database is busy')),
        },
        leaving.signal,
      ),
    )
    await broken.until('refetch')
    await move('start')
    await broken.until('change')
    await screen.until('screen')
  })
})
