import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partShown, timeOfParts } from '@/lib/domain/agenda-time'
import { agendaOf } from '@/lib/domain/agendas/registry'
import { clockAt } from '@/lib/domain/meeting-time'
import { walkOf } from '@/lib/domain/projector-walk'

const agenda = agendaOf('gips1', 1)
const walk = walkOf(agenda)
const parts = [...new Set(walk.filter(({ number }) => number !== null).map(({ section }) => section.key))]
const itemIn = (part: number) => walk.find(({ section }) => section.key === parts[part])?.item.key ?? ''
const childrens = walk.find(({ number }) => number === null)?.item.key ?? ''
const started = '2026-03-03T08:00:00Z'
const later = (minutes: number, from = started) => new Date(Date.parse(from) + minutes * 60_000).toISOString()
const visit = (itemKey: string, minutes: number) => ({ itemKey, startedAt: later(minutes) })
const usedOf = (visits: { itemKey: string; startedAt: string }[], until: string, startedAt: string | null = started) =>
  timeOfParts(agenda, { visits, startedAt, until }).map(({ minutesUsed }) => minutesUsed)
const rest = (count: number) => Array.from({ length: parts.length - count }, () => null)

describe('the time each part took', () => {
  test.each([
    ['before the start nothing', [], null, 30, [...rest(0)]],
    ['before the first move the first part', [], started, 7, [7, ...rest(1)]],
    [
      'each part until the projector goes on',
      [visit(itemIn(1), 10), visit(itemIn(2), 25)],
      started,
      30,
      [10, 15, 5, ...rest(3)],
    ],
    [
      'whoever comes back adds',
      [visit(itemIn(1), 10), visit(itemIn(0), 15), visit(itemIn(1), 20)],
      started,
      30,
      [15, 15, ...rest(2)],
    ],
    [
      'what the children said in the first part',
      [visit(childrens, 5), visit(itemIn(1), 12)],
      started,
      20,
      [12, 8, ...rest(2)],
    ],
    ['a part that was left out stays empty', [visit(itemIn(2), 10)], started, 30, [10, null, 20, ...rest(3)]],
    ['a move before the start from the start on', [visit(itemIn(1), -20)], started, 10, [0, 10, ...rest(2)]],
    ['what is not on the agenda nothing', [visit('elders.vraag', 3)], started, 10, [10, ...rest(1)]],
    ['whole minutes only', [visit(itemIn(1), 9.9)], started, 11.5, [9, 1, ...rest(2)]],
  ])('is for %s', (_what, visits, startedAt, until, expected) => {
    expect(usedOf(visits, later(until), startedAt)).toEqual(expected)
  })

  test('stops when the meeting has ended, whatever is moved after that', () => {
    expect(usedOf([visit(itemIn(1), 10), visit(itemIn(2), 90)], later(40))).toEqual([10, 30, 0, ...rest(3)])
  })

  test('adds up to the time of the meeting, whatever the moves', () => {
    const anyVisit = fc.record({ part: fc.nat(parts.length - 1), at: fc.integer({ min: -30, max: 200 }) })
    fc.assert(
      fc.property(fc.array(anyVisit, { maxLength: 20 }), fc.nat(200), (moves, until) => {
        const visits = moves.map(({ part, at }) => visit(itemIn(part), at))
        const total = usedOf(visits, later(until)).reduce<number>((sum, used) => sum + (used ?? 0), 0)
        expect(total).toBe(until)
      }),
    )
  })

  test.each([
    // Clocks go back on 25 October 2026 at 03:00, and forward on 28 March 2027 at 02:00.
    ['back', '2026-10-25T00:30:00Z'],
    ['forward', '2027-03-28T00:30:00Z'],
  ])('and the expected end know no change of the clocks: %s', (_way, start) => {
    const visits = [{ itemKey: itemIn(1), startedAt: later(10, start) }]
    expect(usedOf(visits, later(100, start), start).slice(0, 2)).toEqual([10, 90])
    const clock = clockAt(agenda, start, later(10, start), parts[1] ?? '')
    expect(Date.parse(clock.expectedEnd) - Date.parse(start)).toBe(150 * 60_000)
  })
})

test('the part on the projector is the section of its question, the first for what the children said, else none', () => {
  expect(partShown(agenda, itemIn(2))).toBe(parts[2])
  expect(partShown(agenda, childrens)).toBe(parts[0])
  expect(partShown(agenda, null)).toBeNull()
  expect(partShown(agenda, 'elders.vraag')).toBeNull()
})
