import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  byUrgencyOfFamily,
  type FamilySituation,
  type SituationPlan,
  type Urgency,
  whatNeedsAttention,
} from '@/lib/domain/attention'
import { addDays } from '@/lib/domain/calendar'
import { lastMeetingDay, nextMeeting } from '@/lib/domain/meeting-attention'
import type { PlainDate } from '@/lib/domain/plain-date'
import { workingDaysSince } from '@/lib/domain/working-day'

// A Thursday.
const today: PlainDate = '2026-03-12'

const calm: FamilySituation = {
  isDirector: false,
  plans: [],
  lowest: 7,
  agreements: [],
  isInIntake: false,
  leaveRequests: [],
  openSignals: { unseen: 0, seen: 0, views: 0 },
}
const plan: SituationPlan = {
  kind: 'gips1',
  ordinal: 1,
  state: 'definitive',
  version: 1,
  heldOn: addDays(today, -20),
  part: 'morning',
  provisionalOn: null,
}
const late = { isLate: true, isOwn: false }

const kinds = (situation: Partial<FamilySituation>) =>
  whatNeedsAttention({ ...calm, ...situation }, today).map(({ kind }) => kind)

describe('what needs attention', () => {
  test('is nothing where everything is in order', () => {
    expect(kinds({ plans: [plan] })).toEqual([])
  })

  test.each([
    [null, []],
    [5.9, ['scoreUnderSix']],
    [5.96, ['scoreUnderSix']],
    [6, []],
  ])('with a lowest score of %s: %j', (lowest, expected) => {
    expect(kinds({ lowest })).toEqual(expected)
  })

  test.each([
    [{}, []],
    [{ unseen: 1 }, ['Nog niemand heeft een nieuw signaal gezien.']],
    [{ unseen: 2, seen: 1 }, ['Nog niemand heeft 2 nieuwe signalen gezien.', 'Er staat een signaal open.']],
    [{ views: 1, seen: 3 }, ['Er is gevraagd wat u van een signaal vindt.', 'Er staan 3 signalen open.']],
    [{ views: 2 }, ['Er is gevraagd wat u van 2 signalen vindt.']],
  ])('with the signals %j, before a low score: %j', (open, expected) => {
    const openSignals = { ...calm.openSignals, ...open }
    const found = whatNeedsAttention({ ...calm, openSignals, lowest: 5 }, today)
    expect(found.map(({ text }) => text)).toEqual([...expected, expect.stringContaining('onder de 6')])
    expect(found.slice(0, -1).every(({ path }) => path === '/signalen')).toBe(true)
  })

  test('in the name of who is gone is told to the case director, with where to pass it on', () => {
    const gone = { id: 'id', kind: 'member', name: 'Noor', hasDied: true, count: 1 } as const
    const situation = { ...calm, leftBehind: [gone, { ...gone, kind: 'network', hasDied: false, count: 2 } as const] }
    expect(whatNeedsAttention(situation, today)).toEqual([])
    expect(whatNeedsAttention({ ...situation, isDirector: true }, today).map(({ text, path }) => [text, path])).toEqual(
      [
        [
          'Noor is overleden. Eén afspraak staat nog op die naam: draag over, of laat vervallen.',
          '/gezinsleden/id/wijzigen/naam#afspraken',
        ],
        [
          'Noor hoort er niet meer bij. 2 afspraken staan nog op die naam: draag over, of laat vervallen.',
          '/netwerk/id/wijzigen#afspraken',
        ],
      ],
    )
  })

  test.each([
    [[{ isLate: true, isOwn: true }], ['Eén afspraak van u is te laat.']],
    [
      [
        { isLate: true, isOwn: true },
        { isLate: true, isOwn: true },
      ],
      ['2 afspraken van u zijn te laat.'],
    ],
    [[{ isLate: false, isOwn: true }], []],
    [[late], []],
  ])('of agreements %j tells who has to do them: %j', (agreements, texts) => {
    expect(whatNeedsAttention({ ...calm, agreements }, today).map(({ text }) => text)).toEqual(texts)
  })

  test('tells what only the viewer can do: scores now, before everything else, and a TOP-3 beforehand', () => {
    const ownTasks = [
      { kind: 'topThree', plan: { kind: 'gips2', ordinal: 1 } },
      { kind: 'scores', plan: { kind: 'gips4', ordinal: 2 } },
    ] as const
    const told = whatNeedsAttention(
      { ...calm, ownTasks, lowest: 3, agreements: [{ isLate: true, isOwn: true }] },
      today,
    )
    expect(told.map(({ kind, path }) => [kind, path])).toEqual([
      ['ownScores', '/plannen/gips-4-2/inbreng'],
      ['scoreUnderSix', '/veiligheid'],
      ['ownOverdue', ''],
      ['ownTopThree', '/plannen/gips-2/inbreng'],
    ])
  })

  test('tells only the case director of late agreements of others', () => {
    const agreements = [late, late, { isLate: true, isOwn: true }]
    expect(whatNeedsAttention({ ...calm, agreements, isDirector: true }, today)).toMatchObject([
      { kind: 'ownOverdue' },
      { kind: 'overdue', text: '2 afspraken van anderen zijn te laat.' },
    ])
  })

  test('tells only the case director who asks to stop, with the way to end it', () => {
    const leaveRequests = [{ personId: 'p1', name: 'Baukje Hiemstra' }]
    expect(kinds({ leaveRequests })).toEqual([])
    expect(whatNeedsAttention({ ...calm, leaveRequests, isDirector: true }, today)).toEqual([
      {
        kind: 'leaveAsked',
        tone: 'warning',
        text: 'Baukje Hiemstra vraagt om te stoppen in dit dossier.',
        path: '/team/p1/wijzigen#beeindigen',
      },
    ])
  })

  test('tells only the case director of an intake that is still open', () => {
    expect(kinds({ isInIntake: true })).toEqual([])
    expect(kinds({ isInIntake: true, isDirector: true })).toEqual(['intakeOpen'])
  })

  test.each([
    ['gips1', '2026-03-11', false],
    ['gips1', '2026-03-10', true],
    ['gips2', '2026-03-06', false],
    ['gips2', '2026-03-05', true],
  ] as const)('a %s provisional since %s is too long so: %s', (kind, provisionalOn, isTooLong) => {
    const plans = [{ ...plan, kind, state: 'provisional' as const, version: 0, provisionalOn }]
    expect(kinds({ plans, isDirector: true })).toEqual(isTooLong ? ['provisionalTooLong'] : [])
    expect(kinds({ plans })).toEqual([])
  })

  test('counts a weekend for nothing in a plan of GIPS 1', () => {
    expect(workingDaysSince('2026-03-06', '2026-03-09')).toBe(1)
    expect(workingDaysSince('2026-03-07', '2026-03-09')).toBe(1)
    expect(workingDaysSince('2026-03-06', '2026-03-08')).toBe(0)
    expect(workingDaysSince('2026-03-12', '2026-03-11')).toBe(0)
  })

  test.each([
    [0, 'GIPS 2 is vandaag: 12 maart 2026.'],
    [1, 'GIPS 2 is morgen: 13 maart 2026.'],
    [14, 'GIPS 2 is over 14 dagen: 26 maart 2026.'],
    [15, null],
  ])('a meeting in %i days: %s', (days, text) => {
    const plans = [plan, { ...plan, kind: 'gips2' as const, state: 'invited' as const, heldOn: addDays(today, days) }]
    expect(whatNeedsAttention({ ...calm, plans }, today)[0]?.text ?? null).toBe(text)
  })

  test('asks the director about a meeting whose day passed without a plan', () => {
    const plans = [{ ...plan, state: 'invited' as const, version: 0, heldOn: addDays(today, -1) }]
    expect(kinds({ plans, isDirector: true })).toEqual(['meetingPassed'])
    expect(kinds({ plans })).toEqual([])
  })

  test('asks the director to plan the next meeting ten weeks after the last, unless the trajectory is over', () => {
    const held = (weeks: number) => ({ ...plan, heldOn: addDays(today, -7 * weeks) })
    expect(kinds({ plans: [held(9)], isDirector: true })).toEqual([])
    expect(kinds({ plans: [held(10)], isDirector: true })).toEqual(['noMeetingPlanned'])
    expect(kinds({ plans: [{ ...held(30), kind: 'gips5' }], isDirector: true })).toEqual([])
    const planned = { ...plan, kind: 'gips2' as const, state: 'preparation' as const, heldOn: addDays(today, 30) }
    expect(kinds({ plans: [held(10), planned], isDirector: true })).toEqual([])
  })

  test('leads to where the next meeting is planned, and does not count a date that passed without a meeting', () => {
    const held = { ...plan, heldOn: addDays(today, -80) }
    const open = { ...plan, kind: 'gips2' as const, state: 'preparation' as const, version: 0, heldOn: null }
    const told = (plans: SituationPlan[]) =>
      whatNeedsAttention({ ...calm, plans, isDirector: true }, today).map(({ kind, path }) => [kind, path])
    expect(told([held, open])).toEqual([['noMeetingPlanned', '/plannen/gips-2#uitnodiging']])
    expect(told([held, { ...open, state: 'invited', heldOn: addDays(today, -2) }])).toEqual([
      ['meetingPassed', '/plannen/gips-2'],
    ])
  })

  test.each([
    ['three months on', '2025-12-12', '2026-03-12', false],
    ['two weeks later still', '2025-12-12', '2026-03-26', false],
    ['a day more', '2025-12-12', '2026-03-27', true],
    ['after the shortest month', '2025-11-30', '2026-03-14', false],
    ['over the change of the clocks', '2025-12-29', '2026-04-13', true],
    ['long over, yet within two weeks', '2025-06-01', '2026-03-26', false],
  ])('tells only the director of a next meeting that is planned too late: %s', (_when, last, next, isLate) => {
    const coming = { ...plan, kind: 'gips3' as const, ordinal: 2, state: 'preparation' as const, heldOn: next }
    const plans = [{ ...plan, heldOn: last }, coming]
    const told = whatNeedsAttention({ ...calm, plans, isDirector: true }, today)
    expect(told.filter(({ kind }) => kind === 'meetingTooLate')).toMatchObject(
      isLate ? [{ path: '/plannen/gips-3-2#uitnodiging', text: expect.stringContaining('Kan het eerder?') }] : [],
    )
    expect(kinds({ plans })).not.toContain('meetingTooLate')
  })

  test('puts safety first, then what is late, then what is near', () => {
    const soon = { ...plan, kind: 'gips2' as const, state: 'invited' as const, heldOn: addDays(today, 3) }
    const agreements = [late, { ...late, isOwn: true }]
    expect(kinds({ lowest: 3, plans: [plan, soon], agreements, isDirector: true })).toEqual([
      'scoreUnderSix',
      'ownOverdue',
      'overdue',
      'meetingSoon',
    ])
  })
})

test('the next meeting is the first that is still to be held, the last one the latest before today', () => {
  const at = (state: SituationPlan['state'], days: number) => ({ ...plan, state, heldOn: addDays(today, days) })
  expect(nextMeeting([at('invited', 9), at('preparation', 2), at('definitive', 1)], today)).toMatchObject({
    heldOn: addDays(today, 2),
  })
  expect(nextMeeting([at('invited', -1), { ...plan, state: 'preparation', heldOn: null }], today)).toBeNull()
  expect(lastMeetingDay([at('definitive', -30), at('definitive', -3), at('invited', -1)], today)).toBe(
    addDays(today, -3),
  )
  expect(lastMeetingDay([], today)).toBeNull()
})

describe('the order of families', () => {
  const family = (code: string, given: Partial<Urgency> = {}): Urgency => ({
    code,
    attention: [],
    lastMeetingOn: null,
    ...given,
  })
  const attention = (...lowest: (number | null)[]) =>
    lowest.flatMap((score) => whatNeedsAttention({ ...calm, lowest: score }, today))

  test('is the most urgent first, then the one left alone longest', () => {
    const unsafe = family('G-0009', { attention: attention(3), lastMeetingOn: addDays(today, -1) })
    const stale = family('G-0008', { lastMeetingOn: addDays(today, -90) })
    const fresh = family('G-0001', { lastMeetingOn: addDays(today, -9) })
    expect([fresh, stale, unsafe].sort(byUrgencyOfFamily)).toEqual([unsafe, stale, fresh])
  })

  test('does not depend on the order in which they came', () => {
    const anyFamily = fc.record({
      code: fc.integer({ min: 1000, max: 9999 }).map((number) => `G-${number}`),
      attention: fc.constantFrom(attention(), attention(3)),
      lastMeetingOn: fc.constantFrom(null, '2026-01-01', '2026-02-01'),
    })
    fc.assert(
      fc.property(fc.uniqueArray(anyFamily, { selector: ({ code }) => code }), (families) => {
        const sorted = [...families].sort(byUrgencyOfFamily)
        expect([...families].reverse().sort(byUrgencyOfFamily)).toEqual(sorted)
      }),
    )
  })
})
