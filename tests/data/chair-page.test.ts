import { describe, expect, test } from 'vitest'
import { saveNote } from '@/lib/data/chair-notes'
import { chairPage } from '@/lib/data/chair-page'
import { moveProjector } from '@/lib/data/projector'
import type { DossierViewer } from '@/lib/gate'
import { passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { stillLed } from '@/tests/support/still-led'
import { atTable, done, meetingTables } from './meeting-dossier'

const tables = meetingTables()
type As = { id: string; session: Uint8Array }

const page = (as: As) => atTable(tables, as, (viewer) => chairPage(viewer, 'gips-1'), 'meeting.chair')
const leading = async (as: As) => stillLed(await done(page(as)))
const save = (as: As, text: string, given: { base?: number; saveId?: string; part?: string } = {}) =>
  atTable(
    tables,
    as,
    (viewer, plan) =>
      saveNote(viewer, plan, given.part ?? 'safety', {
        text,
        base: given.base ?? 0,
        saveId: given.saveId ?? crypto.randomUUID(),
        after: [],
      }),
    'chairNotes.write',
  )
const noteOf = async (as: As) => (await leading(as)).parts.find(({ key }) => key === 'safety')?.note.text
const rowsSeen = (as: As, right: DossierRight) =>
  done(atTable(tables, as, ({ tx }) => tx.$queryRaw<object[]>`select * from chair_note`, right))

describe('the chair’s own notes', () => {
  test('are read by their author alone, on no other page and by no query', async () => {
    const { here, owner } = tables
    expect(await done(save(here.chair, 'Vader rustig laten uitpraten.'))).toMatchObject({
      outcome: 'saved',
      version: 1,
    })
    expect(await noteOf(here.chair)).toBe('Vader rustig laten uitpraten.')
    expect(await noteOf(here.director)).toBe('')
    for (const other of [here.director, here.noteTaker, here.nurse]) {
      expect(await rowsSeen(other, 'meeting.read')).toEqual([])
    }
    const lines = await owner.auditLine.findMany({ where: { familyId: here.familyId, right: 'chairNotes.write' } })
    expect(JSON.stringify(lines.map(({ subject, detail }) => [subject, detail]))).not.toContain('Vader')
  })

  test('keep to the protocol of the answers: repeated it is saved once, and an old text is no reason to lose the new', async () => {
    const { here } = tables
    const saveId = crypto.randomUUID()
    await done(save(here.chair, 'Eerst', { saveId }))
    expect(await done(save(here.chair, 'Eerst', { saveId }))).toMatchObject({ version: 1 })
    await done(save(here.chair, 'Daarna', { base: 1 }))
    expect(await done(save(here.chair, 'Op een ander scherm', { base: 1 }))).toMatchObject({
      outcome: 'conflict',
      mine: { text: 'Op een ander scherm' },
      theirs: { text: 'Daarna' },
    })
    expect(await save(here.chair, 'x', { part: 'bestaat-niet' })).toEqual({ outcome: 'refused' })
  })

  test('are erased when the plan becomes definitive', async () => {
    const { here, owner } = tables
    await done(save(here.chair, 'Alleen voor mij.'))
    await done(save(here.director, 'Ook alleen voor mij.'))
    await owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'provisional' } })
    expect(await owner.chairNote.count({ where: { familyId: here.familyId } })).toBe(2)
    await owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'definitive', version: 1 } })
    expect(await owner.chairNote.count({ where: { familyId: here.familyId } })).toBe(0)
    expect(await owner.chairNoteSave.count({ where: { familyId: here.familyId } })).toBe(0)
    expect(await save(here.chair, 'Te laat')).toEqual({ outcome: 'refused' })
    // Of the screen only the way to the plan is left: nothing of the meeting is read for it.
    expect(Object.keys(await done(page(here.chair))).sort()).toEqual(['frame', 'isOver', 'plan'])
  })
})

test('the chair’s screen follows the projector, and tells how long each part took', async () => {
  const { here, owner } = tables
  const move = (as: As, step: Parameters<typeof moveProjector>[2]) =>
    done(atTable(tables, as, (viewer) => moveProjector(viewer, 'gips-1', step), 'projector.move'))
  await move(here.chair, 'start')
  await move(here.noteTaker, { to: 'safety.round' })
  const hourAgo = new Date(Date.now() - 60.5 * 60_000)
  await owner.meeting.updateMany({ where: { id: here.meeting.id }, data: { startedAt: hourAgo } })
  await owner.agendaVisit.updateMany({
    where: { familyId: here.familyId, itemKey: 'safety.round' },
    data: { startedAt: new Date(hourAgo.getTime() + 20 * 60_000) },
  })
  const shown = await leading(here.chair)
  expect(shown.now).toEqual({ part: 'safety', item: 'safety.round', isStarted: true, names: 'first' })
  const used = shown.parts.filter(({ minutesUsed }) => minutesUsed !== null)
  expect(used.map(({ key, minutesUsed }) => [key, minutesUsed])).toEqual([
    [shown.parts.find(({ minutesPlanned }) => minutesPlanned > 0)?.key, 20],
    ['safety', 40],
  ])
  expect(shown.parts.find(({ key }) => key === 'safety')?.missing.length).toBeGreaterThan(0)
  expect(shown.seats.map(({ name }) => name)).toContain('Yara Bos')
  expect(shown.standing).toMatchObject({ state: 'none', mayLead: true })
})

test('the chair’s screen opens for the director and the chair alone, and shows nothing of another dossier', async () => {
  const { here, elsewhere, outsider } = tables
  for (const other of [here.noteTaker, here.nurse, here.motherAccount, elsewhere.chair, outsider]) {
    expect(await page(other)).toEqual({ outcome: 'refused' })
  }
  await done(page(here.director))
  await done(save(here.chair, 'Alleen hier.'))
  const look = async ({ tx }: DossierViewer) => [
    ...(await tx.$queryRaw<object[]>`select id from chair_note`),
    ...(await tx.$queryRaw<object[]>`select id from agenda_visit`),
  ]
  const { session } = elsewhere.chair
  const entry = { sessionHash: session, code: elsewhere.code, right: 'meeting.read', kind: 'read' } as const
  expect(await done(passGate(tables.app, entry, look))).toEqual([])
})
