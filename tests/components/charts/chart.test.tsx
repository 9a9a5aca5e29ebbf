import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { narrowFrame, spreadApart, wideFrame, withRoom, xOf, yOf } from '@/components/charts/chart-frame'
import { finishedChart } from '@/components/charts/finished-chart'
import { SafetyChart } from '@/components/charts/safety-chart'
import type { ChartPoint, DashboardSeries } from '@/lib/domain/chart'

const point = (date: string, label: string, value: number): ChartPoint => ({ date, label, value, kind: 'meeting' })
const series: DashboardSeries = {
  safety: [point('2026-03-12', 'GIPS 1', 2.4), point('2026-06-09', 'GIPS 2', 5.96), point('2026-12-10', 'GIPS 4', 7.2)],
  risk: [point('2026-06-09', 'GIPS 2', 0), point('2026-12-10', 'GIPS 4', 70)],
  recovery: [],
}

describe('the safety chart', () => {
  const html = renderToStaticMarkup(<SafetyChart id="verloop" chart={finishedChart(series)} />)

  test('tells every point as date, meeting and figure without a script', () => {
    expect(html).toContain('<title>12 maart 2026, GIPS 1: Veiligheid 2,4</title>')
    expect(html).toMatch(/<title>10 december 2026, GIPS 4: Risicodoelen 70\s?%<\/title>/u)
  })

  test('never shows a mean just under 6 as a 6', () => {
    expect(html).toContain('9 juni 2026, GIPS 2: Veiligheid 5,9')
  })

  test('has a table with the same figures', () => {
    expect(html).toMatch(/<table.*GIPS 1.*2,4.*GIPS 2.*5,9.*<\/table>/s)
  })

  test('tells its lines apart by dashes and shapes, and leaves out a line without points', () => {
    expect(html).toContain('stroke-dasharray="10 5"')
    expect(html).not.toContain('Hersteldoelen kinderen</span>')
  })

  test('marks the line at 6 in words', () => {
    expect(html).toContain('6: minimaal nodig')
  })

  test('draws with no style attribute and no figure that is not a number', () => {
    expect(html).not.toMatch(/ style=|NaN|Infinity|undefined/)
  })

  test('of a family with one meeting is one point', () => {
    const one = renderToStaticMarkup(
      <SafetyChart id="een" chart={finishedChart({ safety: series.safety.slice(0, 1), risk: [], recovery: [] })} />,
    )
    expect(one).not.toMatch(/NaN|Infinity/)
    expect(one).toContain('GIPS 1: Veiligheid 2,4')
  })

  test('without any meeting says when the first figure comes', () => {
    expect(
      renderToStaticMarkup(<SafetyChart id="geen" chart={finishedChart({ safety: [], risk: [], recovery: [] })} />),
    ).toContain('Nog geen grafiek')
  })
})

describe('places in a frame', () => {
  const times = fc.array(fc.integer({ min: 0, max: 2e12 }), { minLength: 1, maxLength: 12 })
  const frame = fc.constantFrom(wideFrame, narrowFrame)

  test('keep every time between the edges, and earlier before later', () => {
    fc.assert(
      fc.property(times, frame, (all, { ...given }) => {
        const places = [...all].sort((one, other) => one - other).map((time) => xOf(time, all, given))
        return places.every((x, index) => x >= given.start && x <= given.end && x >= (places[index - 1] ?? 0))
      }),
    )
  })

  test('keep every height inside, also one that should not exist', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), frame, (height, given) => {
        const y = yOf(height, given)
        return y >= given.top && y <= given.bottom
      }),
    )
  })

  test('keep labels apart and in their order', () => {
    const heights = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 4 })
    fc.assert(
      fc.property(heights, (wanted) => {
        const placed = spreadApart(wanted, 20, 300)
        const order = wanted.map((_, index) => index).sort((one, other) => (wanted[one] ?? 0) - (wanted[other] ?? 0))
        const sorted = order.map((index) => placed[index] ?? 0)
        return sorted.every((y, index) => y <= 300 && (index === 0 || y - (sorted[index - 1] ?? 0) >= 19.9))
      }),
    )
  })

  test('leave out a text that has no room', () => {
    expect(withRoom([{ x: 0 }, { x: 10 }, { x: 50 }], 40)).toEqual([{ x: 0 }, { x: 50 }])
  })
})
