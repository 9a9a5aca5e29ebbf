import { expect, test } from 'vitest'
import { chartMarks, type MeasurementFact, type SignalFact } from '@/lib/domain/chart-marks'

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
