import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  alertedRoles,
  byNeed,
  escalatesAt,
  mayReport,
  type SignalFacts,
  type SignalState,
  type SignalUrgency,
} from '@/lib/domain/signal'
import {
  AcknowledgeForm,
  AskViewsForm,
  CloseSignalForm,
  GiveViewForm,
  NoteActionForm,
  ReportForm,
  ReportInput,
  ShareSignalForm,
} from '@/lib/domain/signal-forms'
import { readForm } from '@/lib/form-data'
import type { DossierRole } from '@/lib/policy'

const reportedAt = new Date('2026-03-12T22:50:00Z')
const facts: SignalFacts = { urgency: 'now', state: 'reported', reportedAt, familyState: 'active' }
const minutes = (count: number) => new Date(reportedAt.getTime() + count * 60_000)
const URGENCIES: SignalUrgency[] = ['now', 'today', 'thisWeek']
const STATES: SignalState[] = ['reported', 'acknowledged', 'closed']
const DIRECTORS = ['caseDirector', 'deputy']

describe('who has to know of a signal', () => {
  test.each<[string, Partial<SignalFacts>, number, string[]]>([
    ['now, at once, at ten to midnight', {}, 0, DIRECTORS],
    ['now, just before a quarter of an hour', {}, 14.99, DIRECTORS],
    ['now, after a quarter of an hour', {}, 15, [...DIRECTORS, 'gipsMaster']],
    ['today, after a quarter of an hour', { urgency: 'today' }, 15, DIRECTORS],
    ['today, just before two hours', { urgency: 'today' }, 119.99, DIRECTORS],
    ['today, after two hours', { urgency: 'today' }, 120, [...DIRECTORS, 'gipsMaster']],
    ['this week, just before a day', { urgency: 'thisWeek' }, 1439.99, DIRECTORS],
    ['this week, after a day', { urgency: 'thisWeek' }, 1440, [...DIRECTORS, 'gipsMaster']],
    ['in aftercare, in time', { familyState: 'aftercare' }, 14, DIRECTORS],
    ['in aftercare, too late', { familyState: 'aftercare' }, 15, [...DIRECTORS, 'gipsMaster', 'caseManager']],
    [
      'of the only one who directs, at once',
      { hasDirector: false, urgency: 'thisWeek' },
      0,
      [...DIRECTORS, 'gipsMaster'],
    ],
    ['seen', { state: 'acknowledged' }, 600, []],
    ['closed', { state: 'closed' }, 600, []],
    ['in a closed dossier', { familyState: 'closed' }, 600, []],
    ['in an erased dossier', { familyState: 'erased' }, 600, []],
    ['before it was reported', {}, -1, []],
  ])('%s', (_name, given, after, expected) => {
    expect(alertedRoles({ ...facts, ...given }, minutes(after))).toEqual(expected)
  })

  test('only grows while nobody saw it, and the chair is never told before the director', () => {
    const moments = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }))
    fc.assert(
      fc.property(
        fc.constantFrom(...URGENCIES),
        fc.constantFrom('active', 'aftercare'),
        moments,
        (urgency, familyState, at) => {
          const [early, late] = at
            .sort((one, other) => one - other)
            .map((after) => alertedRoles({ ...facts, urgency, familyState }, minutes(after)))
          expect(late).toEqual(expect.arrayContaining(early ?? []))
          expect(early?.slice(0, 2)).toEqual(DIRECTORS)
        },
      ),
    )
  })

  test('is nobody any more once it was seen, however urgent and however late', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...URGENCIES),
        fc.constantFrom<SignalState>('acknowledged', 'closed'),
        fc.integer({ min: 0, max: 100_000 }),
        (urgency, state, after) => {
          expect(alertedRoles({ ...facts, urgency, state }, minutes(after))).toEqual([])
        },
      ),
    )
  })

  test('is escalated sooner the more urgent it is, also over a change of the clocks', () => {
    const beforeSummer = new Date('2026-03-28T12:00:00Z')
    const [now, today, week] = URGENCIES.map((urgency) => escalatesAt(urgency, beforeSummer).toISOString())
    expect([now, today, week]).toEqual([
      '2026-03-28T12:15:00.000Z',
      '2026-03-28T14:00:00.000Z',
      '2026-03-29T12:00:00.000Z',
    ])
  })
})

describe('who may report', () => {
  const members = (['parent', 'child', 'carer', 'stepParent'] as const).map((kind) => ({ id: kind, kind }))
  const looks = (roles: DossierRole[], memberId: string | null, familyState = 'active') =>
    mayReport({ roles, memberId, familyState, members })

  test.each<[DossierRole[], string | null, boolean]>([
    [['professional'], null, true],
    [['caseDirector'], null, true],
    [['noteTaker'], null, true],
    [['gipsMaster'], null, true],
    [['caseManager'], null, true],
    [['family'], 'carer', true],
    [['family'], 'parent', false],
    [['family'], 'stepParent', false],
    [['family'], 'child', false],
    [['family'], null, false],
    [[], null, false],
  ])('%j as %s: %s', (roles, memberId, expected) => {
    expect(looks(roles, memberId)).toBe(expected)
    expect(looks(roles, memberId, 'closed')).toBe(false)
  })
})

test('what nobody saw comes first, then the most urgent, then the newest; what is closed comes last', () => {
  const signal = (code: number, state: SignalState, urgency: SignalUrgency) => ({ code, state, urgency })
  const ordered = [
    signal(3, 'reported', 'now'),
    signal(5, 'reported', 'thisWeek'),
    signal(1, 'acknowledged', 'now'),
    signal(4, 'acknowledged', 'today'),
    signal(6, 'closed', 'thisWeek'),
    signal(2, 'closed', 'now'),
  ]
  expect([...ordered].reverse().sort(byNeed)).toEqual(ordered)
  const anySignal = fc.record({
    code: fc.nat(50),
    state: fc.constantFrom(...STATES),
    urgency: fc.constantFrom(...URGENCIES),
  })
  fc.assert(
    fc.property(anySignal, anySignal, (one, other) => {
      expect(Math.sign(byNeed(one, other)) + Math.sign(byNeed(other, one))).toBe(0)
    }),
  )
})

describe('the forms of a signal', () => {
  const id = '0190a000-0000-7000-8000-000000000002'
  function formOf(values: Record<string, string | string[]>): FormData {
    const form = new FormData()
    for (const [name, value] of Object.entries(values)) {
      for (const each of [value].flat()) form.append(name, each)
    }
    return form
  }

  test('take a report as a form sends it, and as a screen does', () => {
    const typed = { happened: 'Hij\r\nschreeuwde.', happenedAt: '2026-03-12T08:30', urgency: 'now' }
    const expected = {
      happened: 'Hij\nschreeuwde.',
      happenedAt: new Date('2026-03-12T07:30:00Z'),
      members: [id],
      urgency: 'now',
    }
    expect(readForm(ReportForm, formOf({ ...typed, id, 'members[]': [id] }))).toMatchObject({
      ok: true,
      input: { ...expected, id },
    })
    expect(ReportInput.parse({ ...typed, members: [id] })).toEqual(expected)
    expect(ReportInput.parse({ happened: 'Ruzie', urgency: 'today' })).toMatchObject({ happenedAt: null, members: [] })
  })

  test.each([
    [ReportForm, { id, happened: ' ', urgency: 'now' }, ['happened']],
    [ReportForm, { id, happened: 'Ruzie' }, ['urgency']],
    [ReportForm, { id, happened: 'Ruzie', urgency: 'soon' }, ['urgency']],
    [ReportForm, { id, happened: 'Ruzie', urgency: 'now', happenedAt: 'gisteren' }, ['happenedAt']],
    [ReportForm, { happened: 'a'.repeat(5001), urgency: 'now' }, ['happened', 'id']],
    [AcknowledgeForm, {}, ['signalId']],
    [AskViewsForm, { signalId: id }, ['people']],
    [AskViewsForm, { signalId: id, 'people[]': ['iedereen'] }, ['people.0']],
    [GiveViewForm, { signalId: id, view: '' }, ['view']],
    [NoteActionForm, { signalId: id, formId: id, text: '\n' }, ['text']],
    [CloseSignalForm, { signalId: id }, ['outcome']],
    [ShareSignalForm, { signalId: id, personId: id }, ['share']],
  ] as const)('%# says at the field what is missing, and brings back what was typed', (schema, values, fields) => {
    const read = readForm(schema, formOf(values as unknown as Record<string, string>))
    expect(read.ok).toBe(false)
    if (!read.ok && read.state.state === 'invalid') {
      expect(Object.keys(read.state.errors).sort()).toEqual(fields)
      expect(Object.values(read.state.typed).flat()).toEqual(Object.values(values).flat())
    }
  })
})
