import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/domain/calendar'
import {
  type IntakeFacts,
  type IntakePart,
  isIntakeBar,
  isLongEnough,
  isPartComplete,
  whatIntakeLacks,
  whatRegionLacks,
} from '@/lib/domain/intake'

const today = '2026-03-12'
const complete: IntakeFacts = {
  hasCaseDirector: true,
  triageReceivedOn: '2026-02-20',
  triageComplete: true,
  reportedAt: new Date('2026-02-18T09:00:00Z'),
  firstActionAt: new Date('2026-02-18T14:00:00Z'),
  framework: { kind: 'pressure', from: '2026-03-01', until: '2027-03-01' },
  voluntaryFrom: null,
  formsOfUnsafety: ['physical'],
  directions: ['parentToChild'],
  incidents: [{ happenedOn: '2026-01-04' }, { happenedOn: '2026-02-17' }],
  immediateDanger: true,
  dangerAverted: 'Vader slaapt bij zijn broer.',
  dangerAvertedBy: 'Veilig Thuis en de politie',
  dangerAvertedUntil: '2026-04-01',
  familyPlan: 'declined',
  explainedOn: '2026-03-05',
  consentAskedOn: '2026-03-05',
}

const lacksOf = (given: Partial<IntakeFacts>) =>
  whatIntakeLacks({ ...complete, ...given }, today).map(({ severity, part }) => `${severity} ${part}`)

describe('what the intake lacks', () => {
  test('is nothing where everything is there', () => {
    expect(lacksOf({})).toEqual([])
  })

  test.each<[string, Partial<IntakeFacts>, string[]]>([
    ['no case director', { hasCaseDirector: false }, ['bar regio']],
    ['no triage instrument', { triageReceivedOn: null, triageComplete: null }, ['bar regio']],
    ['a triage instrument that is not complete', { triageComplete: false }, ['bar regio']],
    ['a triage instrument of which that is unknown', { triageComplete: null }, ['bar regio']],
    ['no moment of the report', { reportedAt: null }, ['bar regio']],
    ['no first action', { firstActionAt: null }, ['bar regio']],
    ['a first action exactly 24 hours later', { firstActionAt: new Date('2026-02-19T09:00:00Z') }, []],
    [
      'a first action a minute more than 24 hours later',
      { firstActionAt: new Date('2026-02-19T09:01:00Z') },
      ['warning regio'],
    ],
    ['no framework', { framework: null }, ['bar regio']],
    [
      'a framework of half a year',
      { framework: { kind: 'compulsion', from: '2026-03-01', until: '2026-09-01' } },
      ['bar regio'],
    ],
    [
      'a framework up to the day before a year has passed',
      { framework: { kind: 'pressure', from: '2026-03-01', until: '2027-02-28' } },
      [],
    ],
    [
      'a framework of a day too few',
      { framework: { kind: 'pressure', from: '2026-03-01', until: '2027-02-27' } },
      ['bar regio'],
    ],
    [
      'a framework that ended',
      { framework: { kind: 'pressure', from: '2025-03-01', until: '2026-03-11' } },
      ['bar regio'],
    ],
    [
      'a framework that ends within eight weeks',
      { framework: { kind: 'pressure', from: '2025-03-01', until: '2026-05-07' } },
      ['warning regio'],
    ],
    [
      'a framework that ends after eight weeks and a day',
      { framework: { kind: 'pressure', from: '2025-03-01', until: '2026-05-08' } },
      [],
    ],
    [
      'a framework that ended in a family that went on voluntarily',
      { framework: { kind: 'pressure', from: '2025-03-01', until: '2026-03-11' }, voluntaryFrom: '2026-02-01' },
      [],
    ],
    ['no form of unsafety', { formsOfUnsafety: [] }, ['bar onveiligheid']],
    ['no direction', { directions: [] }, ['bar onveiligheid']],
    ['neither', { formsOfUnsafety: [], directions: [] }, ['bar onveiligheid', 'bar onveiligheid']],
    ['no incident', { incidents: [] }, ['bar voorvallen']],
    ['one incident', { incidents: [{ happenedOn: '2026-02-17' }] }, ['bar voorvallen']],
    [
      'incidents of thirteen days',
      { incidents: [{ happenedOn: '2026-02-17' }, { happenedOn: '2026-02-04' }] },
      ['warning voorvallen'],
    ],
    ['incidents of two weeks', { incidents: [{ happenedOn: '2026-02-17' }, { happenedOn: '2026-02-03' }] }, []],
    ['whether there was danger', { immediateDanger: null }, ['bar gevaar']],
    [
      'danger of which nothing else is known',
      { dangerAverted: null, dangerAvertedBy: null, dangerAvertedUntil: null },
      ['bar gevaar', 'bar gevaar', 'bar gevaar'],
    ],
    [
      'no danger, and so no measures',
      { immediateDanger: false, dangerAverted: null, dangerAvertedBy: null, dangerAvertedUntil: null },
      [],
    ],
    ['measures that ended yesterday', { dangerAvertedUntil: '2026-03-11' }, ['warning gevaar']],
    ['measures that end today', { dangerAvertedUntil: today }, []],
    ['no answer about a plan of the family', { familyPlan: null }, ['bar familiegroepsplan']],
    ['a family that makes its own plan', { familyPlan: 'chosen' }, ['bar familiegroepsplan']],
    ['no explanation', { explainedOn: null }, ['bar uitleg']],
    ['no request for consent', { consentAskedOn: null }, ['bar uitleg']],
  ])('with %s', (_what, given, expected) => {
    expect(lacksOf(given)).toEqual(expected)
  })

  test('says plainly that a family with a plan of its own is not eligible', () => {
    const [lack] = whatIntakeLacks({ ...complete, familyPlan: 'chosen' }, today)
    expect(lack?.sentence).toContain('GIPS voor dit gezin niet bedoeld')
  })

  test('says how many hours passed', () => {
    const [lack] = whatIntakeLacks({ ...complete, firstActionAt: new Date('2026-02-19T16:30:00Z') }, today)
    expect(lack?.sentence).toContain('(31 uur)')
  })

  test('puts what bars before what warns', () => {
    const lacks = whatIntakeLacks(
      { ...complete, firstActionAt: new Date('2026-02-28T09:00:00Z'), explainedOn: null },
      today,
    )
    expect(lacks.map(isIntakeBar)).toEqual([true, false])
  })

  test('counts the clock’s change in spring as the hours that passed', () => {
    const reportedAt = new Date('2026-03-28T12:00:00Z')
    const given = { ...complete, reportedAt, firstActionAt: new Date('2026-03-29T12:00:00Z') }
    expect(whatIntakeLacks(given, today)).toEqual([])
  })

  test('leaves to the region what is the region’s, and knows when a part is complete', () => {
    const nothing: IntakeFacts = {
      ...complete,
      ...{ hasCaseDirector: false, triageReceivedOn: null, reportedAt: null, framework: null },
      ...{ formsOfUnsafety: [], directions: [], incidents: [], immediateDanger: null, familyPlan: null },
      ...{ explainedOn: null, consentAskedOn: null },
    }
    const lacks = whatIntakeLacks(nothing, today)
    expect(lacks.filter(({ part }) => part === 'regio')).toEqual(whatRegionLacks(nothing, today))
    const parts: IntakePart[] = ['regio', 'onveiligheid', 'voorvallen', 'gevaar', 'familiegroepsplan', 'uitleg']
    expect(parts.map((part) => isPartComplete(lacks, part))).toEqual(parts.map(() => false))
    expect(parts.map((part) => isPartComplete([], part))).toEqual(parts.map(() => true))
  })
})

test('a framework is long enough from the last day of its twelfth month on, from whatever day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 300, max: 420 }), (start, days) => {
      const from = addDays('2024-01-01', start)
      const isEnough = isLongEnough({ kind: 'pressure', from, until: addDays(from, days) })
      if (days >= 366) expect(isEnough).toBe(true)
      if (days < 364) expect(isEnough).toBe(false)
    }),
  )
})
