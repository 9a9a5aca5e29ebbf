import { describe, expect, test } from 'vitest'
import { agendaOf } from '@/lib/domain/agendas/registry'
import type { SafetyScore } from '@/lib/domain/safety'
import { type ProjectorState, passStandsUntil, slideOf } from '@/lib/domain/slide'
import { type RoomPerson, type SlideBlock, scoreGrid, shownName, shownRole } from '@/lib/domain/slide-blocks'

const agenda = agendaOf('gips1', 1)
const typed: SlideBlock[] = [{ kind: 'minimum', isMet: false, reason: 'Nog geen 6.' }]
const waiting: ProjectorState = { item: null, isHidden: false, startedAt: null, endedAt: null, names: 'first' }
const start = '2026-03-12T08:15:00.000Z'

function slide(state: Partial<ProjectorState>, now = '2026-03-12T08:35:00.000Z') {
  return slideOf({ code: 'G-0001', title: 'GIPS 1', agenda, state: { ...waiting, ...state }, now, blocks: typed })
}

describe('a slide', () => {
  test.each([
    ['home while people arrive', {}, 'home', 0],
    ['home for an item this agenda does not have', { item: 'gone' }, 'home', 0],
    ['one question', { item: 'safety.minimum' }, 'item', 1],
    ['hidden', { item: 'safety.minimum', isHidden: true }, 'hidden', 0],
    ['hidden before the start', { isHidden: true }, 'hidden', 0],
  ] as const)('is %s', (_name, state, kind, blocks) => {
    const shown = slide(state)
    expect(shown.kind).toBe(kind)
    expect(shown.blocks).toHaveLength(blocks)
  })

  test('shows its question, its part of the agenda and its place', () => {
    const shown = slide({ item: 'goodCare.examples' })
    expect(shown.heading).toBe('Wat doen de ouders goed?')
    expect(shown.question).toContain('goed voor de kinderen zorgde')
    expect(shown.position).toEqual({ number: 2, total: 28 })
  })

  test('has no place among the questions for what the children said at home', () => {
    expect(slide({ item: 'children.needs' }).position).toBeNull()
  })

  test('at home tells the parts of the meeting, which add up to two and a half hours', () => {
    const { overview } = slide({})
    expect(overview[0]?.title).toBe('Wie zitten er aan tafel?')
    expect(overview.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(150)
  })

  test('while hidden says nothing of the question', () => {
    const { heading, question, overview } = slide({ item: 'safety.minimum', isHidden: true })
    expect([heading, question, overview]).toEqual(['', '', []])
  })

  test('holds nothing but the question for the one who asks it: no guidance', () => {
    expect(JSON.stringify(slide({ item: 'goodCare.examples' }))).not.toContain('Iedereen noemt een voorbeeld')
  })
})

describe('the clock', () => {
  test.each([
    ['before the start', {}],
    ['after the end', { startedAt: start, endedAt: '2026-03-12T10:45:00Z', item: 'goals.list' }],
  ])('is not there %s', (_name, state) => {
    expect(slide(state).clock).toBeNull()
  })

  test('counts the time of the whole and of this part', () => {
    const { clock } = slide({ startedAt: start, item: 'goodCare.examples' })
    expect(clock?.minutesUsed).toBe(20)
    expect(clock?.section).toEqual({ title: 'Wat doen de ouders goed?', minutesUsed: 10, minutesPlanned: 10 })
    expect(clock?.expectedEnd).toBe('2026-03-12T10:45:00Z')
  })

  test('counts what the children say in the time of the first part', () => {
    expect(slide({ startedAt: start, item: 'children.tell' }).clock?.section.title).toBe('Wie zitten er aan tafel?')
  })

  test('goes on while the screen is hidden', () => {
    expect(slide({ startedAt: start, item: 'goodCare.examples', isHidden: true }).clock?.minutesUsed).toBe(20)
  })
})

const anna: RoomPerson = {
  id: 'anna',
  kind: 'person',
  name: 'Anna de Wit',
  initials: 'AW',
  detail: 'wijkagent',
  isShielded: false,
  isSeated: true,
  isAbsent: false,
  isScorer: true,
}
const child: RoomPerson = { ...anna, id: 'fenna', kind: 'member', name: 'Fenna Roos', initials: 'F.R.', detail: null }
const away = { isSeated: false, isAbsent: true }

describe('a name in the room', () => {
  test.each([
    ['a first name', anna, 'first', 'Anna'],
    ['initials', anna, 'initials', 'AW'],
    ['how the family calls someone', { ...anna, kind: 'network', name: 'Oma Riet' }, 'first', 'Oma Riet'],
    ['nobody who is absent', { ...anna, ...away }, 'first', 'Iemand die er nu niet is'],
    ['a child, also when not there', { ...child, ...away }, 'first', 'Fenna'],
    [
      'what stands for a shielded name',
      { ...anna, name: 'Een professional', isShielded: true },
      'initials',
      'Een professional',
    ],
    ['someone unknown', undefined, 'first', 'Iemand'],
  ] as const)('is %s', (_name, person, style, shown) => {
    expect(shownName(person, style)).toBe(shown)
  })

  test('comes with a profession, except for who is absent', () => {
    expect(shownRole(anna, 'first')).toBe('Anna (wijkagent)')
    expect(shownRole({ ...anna, ...away }, 'first')).toBe('Iemand die er nu niet is')
  })
})

describe('the safety round', () => {
  const members = [
    { id: 'fenna', name: 'Fenna' },
    { id: 'noor', name: 'Noor' },
  ]
  const score = (given: Partial<SafetyScore>): SafetyScore => ({
    memberId: 'fenna',
    scorerId: 'anna',
    side: 'professional',
    score: 4,
    situation: null,
    ...given,
  })
  const grid = (scores: SafetyScore[], people: RoomPerson[] = [anna, { ...anna, id: 'bas', name: 'Bas Kok' }]) => {
    const block = scoreGrid({ people, members, scores, style: 'first' })
    return block as Extract<SlideBlock, { kind: 'scores' }>
  }

  test('has a line for everyone who gives scores, also before they did', () => {
    const chair = { ...anna, id: 'chair', isScorer: false }
    expect(grid([], [anna, chair]).scorers.map(({ id }) => id)).toEqual(['anna'])
    expect(grid([]).mean).toBeNull()
    expect(grid([]).lowest).toBeNull()
  })

  test('shows mean and lowest member together', () => {
    const shown = grid([score({}), score({ scorerId: 'bas', score: 7 }), score({ memberId: 'noor', score: 8 })])
    expect(shown.mean).toBeCloseTo(19 / 3)
    expect(shown.lowest).toEqual({ name: 'Fenna', score: 5.5 })
    expect(shown.members.map(({ mean }) => mean)).toEqual([5.5, 8])
  })

  test('tells how far the professionals’ figures lie apart, for whoever was judged by one', () => {
    const family = score({ side: 'family', scorerId: 'noor', score: 0 })
    const shown = grid([score({}), score({ scorerId: 'bas', score: 7 }), family])
    expect(shown.spreads).toEqual([{ id: 'fenna', name: 'Fenna', lowest: 4, highest: 7 }])
    expect(grid([score({ score: null })]).spreads).toEqual([])
  })

  test.each([
    ['the family', score({ side: 'family', scorerId: 'noor', score: 10 })],
    ['another situation', score({ situation: 'als Fenna nu naar huis gaat', score: 10, scorerId: 'bas' })],
    ['a member who is not shown', score({ memberId: 'joris', score: 10, scorerId: 'bas' })],
    ['who cannot judge', score({ scorerId: 'bas', score: null })],
  ])('keeps out of the mean: %s', (_name, extra) => {
    expect(grid([score({}), extra]).mean).toBe(4)
  })

  test('names a score of family at the table beside the grid, not of family at home', () => {
    const given = score({ side: 'family', scorerId: 'noor', score: 5 })
    const mother: RoomPerson = { ...child, id: 'noor', name: 'Noor van Oosten', isScorer: false }
    expect(grid([given], [anna, mother]).beside).toMatchObject([{ name: 'Noor', memberName: 'Fenna', score: 5 }])
    expect(grid([given], [anna, { ...mother, ...away }]).beside).toEqual([])
  })

  test('does not name someone who gave a score and left', () => {
    const shown = grid([score({})], [{ ...anna, ...away }])
    expect(shown.scorers).toEqual([{ id: 'anna', name: 'Iemand die er nu niet is' }])
    expect(shown.mean).toBe(4)
  })
})

describe('a projector pass stands until an hour after the meeting', () => {
  const hour = 3_600_000
  const now = 100 * hour
  test.each([
    ['that ended', { startedAt: now - 3 * hour, endedAt: now - hour / 2, plannedEndToday: null }, now + hour / 2],
    ['that started', { startedAt: now - hour, endedAt: null, plannedEndToday: now + 9 * hour }, now + 2.5 * hour],
    ['that is planned today', { startedAt: null, endedAt: null, plannedEndToday: now + 2 * hour }, now + 3 * hour],
    ['that is planned another day', { startedAt: null, endedAt: null, plannedEndToday: null }, now + 3.5 * hour],
    ['that runs very late', { startedAt: now - 6 * hour, endedAt: null, plannedEndToday: null }, now + hour],
  ])('%s', (_name, meeting, until) => {
    expect(passStandsUntil({ now, ...meeting })).toBe(until)
  })
})
