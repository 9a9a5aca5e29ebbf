import { expect, test } from 'vitest'
import { chartMarks, type MeasurementFact, type SignalFact, storyMarks } from '@/lib/domain/chart-marks'
import type { SafetyAssessment } from '@/lib/domain/safety'

const members = [{ id: 'janna', firstName: 'Janna' }]
const measured = (on: string, given: Partial<MeasurementFact> = {}): MeasurementFact => ({
  on,
  childId: 'janna',
  current: 4.5,
  lasting: 3,
  ...given,
})
const signal = (on: string, given: Partial<SignalFact> = {}): SignalFact => ({
  on,
  urgency: 'today',
  isClosed: false,
  ...given,
})

test('signals and measurements stand on one axis, oldest first', () => {
  const marks = chartMarks(
    [signal('2026-04-02'), signal('2026-03-01', { urgency: 'now', isClosed: true })],
    [measured('2026-03-20')],
    members,
  )
  expect(marks).toEqual([
    { kind: 'signal', date: '2026-03-01', value: null, text: 'signaal van onveiligheid (nu), afgesloten' },
    { kind: 'measurement', date: '2026-03-20', value: 4.5, text: 'meting bij Janna, nu 4,5, blijvend 3,0' },
    { kind: 'signal', date: '2026-04-02', value: null, text: 'signaal van onveiligheid (vandaag), nog open' },
  ])
})

test('a measurement of a child that this viewer does not know of is not told', () => {
  expect(chartMarks([], [measured('2026-03-20', { childId: 'mees' })], members)).toEqual([])
})

const assessment = (given: Partial<SafetyAssessment>): SafetyAssessment => ({
  id: 'a',
  kind: 'extra',
  planKind: null,
  label: 'Extra veiligheidsinschatting',
  heldOn: '2026-03-10',
  closedAt: '2026-03-10T12:00:00Z',
  assessedMembers: ['janna'],
  scores: [4, 5.5].map((score, index) => ({
    memberId: 'janna',
    scorerId: `p${index}`,
    side: 'professional' as const,
    score,
    situation: null,
  })),
  ...given,
})

test('the story adds extra assessments by their mean and the days on which plans became definitive, in its order', () => {
  const marks = storyMarks(
    chartMarks([signal('2026-03-05')], [measured('2026-03-20')], members),
    [assessment({}), assessment({ id: 'b', kind: 'meeting', heldOn: '2026-03-01' })],
    [
      { plan: { kind: 'gips1', ordinal: 1 }, version: 2, on: '2026-03-12' },
      { plan: { kind: 'gips4', ordinal: 2 }, version: 1, on: '2026-06-01' },
    ],
  )
  expect(marks.map(({ kind, date, value, text }) => [kind, date, value, text])).toEqual([
    ['signal', '2026-03-05', null, 'signaal van onveiligheid (vandaag), nog open'],
    ['assessment', '2026-03-10', 4.75, 'extra inschatting, gemiddeld 4,8'],
    ['plan', '2026-03-12', null, 'veiligheidsplan van GIPS 1 definitief, versie 2'],
    ['measurement', '2026-03-20', 4.5, 'meting bij Janna, nu 4,5, blijvend 3,0'],
    ['plan', '2026-06-01', null, 'vervolgplan van GIPS 4 (2) definitief, versie 1'],
  ])
})

test('an extra assessment of which this viewer may read no score has no figure, and one that runs is no mark', () => {
  expect(storyMarks([], [assessment({ scores: [] })], [])).toMatchObject([{ value: null, text: 'extra inschatting' }])
  expect(storyMarks([], [assessment({ closedAt: null })], [])).toEqual([])
})
