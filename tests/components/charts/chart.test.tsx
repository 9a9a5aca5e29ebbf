import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { narrowFrame, spreadApart, wideFrame, wideFrameOf, withRoom, xOf, yOf } from '@/components/charts/chart-frame'
import { ChartTooltip, MomentText } from '@/components/charts/chart-tooltip'
import { finishedChart } from '@/components/charts/finished-chart'
import { MarkShapes } from '@/components/charts/mark-looks'
import { momentRows } from '@/components/charts/moment-rows'
import { SafetyChart } from '@/components/charts/safety-chart'
import type { ChartPoint, DashboardSeries } from '@/lib/domain/chart'
import type { ChartMark } from '@/lib/domain/chart-marks'

const point = (date: string, label: string, value: number, spread: ChartPoint['spread'] = null): ChartPoint => ({
  date,
  label,
  value,
  kind: 'meeting',
  spread,
})
const series: DashboardSeries = {
  safety: [
    point('2026-03-12', 'GIPS 1', 2.4, { lowest: 1, highest: 4 }),
    point('2026-06-09', 'GIPS 2', 5.96),
    point('2026-12-10', 'GIPS 4', 7.2),
  ],
  risk: [point('2026-06-09', 'GIPS 2', 0), point('2026-12-10', 'GIPS 4', 70)],
  recovery: [],
}

describe('the safety chart', () => {
  const html = renderToStaticMarkup(<SafetyChart id="verloop" chart={finishedChart(series)} />)

  test('tells every point as date, meeting and figure without a script', () => {
    expect(html).toContain('<title>12 maart 2026, GIPS 1: Veiligheid 2,4, laagste 1,0, hoogste 4,0</title>')
    expect(html).toMatch(/<title>10 december 2026, GIPS 4: Risicodoelen 70\s?%<\/title>/u)
  })

  test('never shows a mean just under 6 as a 6', () => {
    expect(html).toContain('9 juni 2026, GIPS 2: Veiligheid 5,9')
  })

  test('has a table with the same figures', () => {
    expect(html).toMatch(/<table.*GIPS 1.*2,4 \(1,0–4,0\).*GIPS 2.*5,9.*<\/table>/s)
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
    expect(one).toContain('GIPS 1: Veiligheid 2,4, laagste 1,0, hoogste 4,0')
  })

  test('without any meeting says when the first figure comes', () => {
    expect(
      renderToStaticMarkup(<SafetyChart id="geen" chart={finishedChart({ safety: [], risk: [], recovery: [] })} />),
    ).toContain('Nog geen grafiek')
  })
})

describe('what happened between the meetings', () => {
  const marks: ChartMark[] = [
    { kind: 'signal', date: '2026-03-12', value: null, text: 'signaal van onveiligheid (nu), afgesloten' },
    { kind: 'measurement', date: '2026-04-20', value: 4.5, text: 'meting bij Janna, nu 4,5, blijvend 3,0' },
    { kind: 'measurement', date: '2027-01-20', value: 5, text: 'meting bij Janna, nu 5,0, blijvend 4,0' },
  ]
  const chart = finishedChart(series, marks)
  const html = renderToStaticMarkup(<SafetyChart id="verloop" chart={chart} />)
  const count = (text: string) => html.split(text).length - 1

  test('is drawn on the same axis, each kind as one shape, and told in a list', () => {
    expect(count('class="fill-surface stroke-ink"')).toBe(3)
    expect(html).toContain('<li>20 april 2026: meting bij Janna, nu 4,5, blijvend 3,0</li>')
    expect(html).toContain('<li>12 maart 2026: signaal van onveiligheid (nu), afgesloten</li>')
    expect(html).not.toMatch(/NaN|Infinity|undefined/)
  })

  test('leaves the chart as it was where nothing happened', () => {
    const bare = renderToStaticMarkup(<SafetyChart id="verloop" chart={finishedChart(series)} />)
    expect(bare).not.toContain('Tussen de overleggen')
    expect(bare).not.toContain('fill-surface')
  })

  test('has a place of its own in the row of moments, or stands with the meeting of that day', () => {
    const rows = momentRows(chart.lines, chart.marks)
    expect(rows.map(({ title, points, marks: own }) => [title, Object.keys(points).join(), own.length])).toEqual([
      ['GIPS 1, 12 maart 2026', 'safety', 1],
      ['20 april 2026', '', 1],
      ['GIPS 2, 9 juni 2026', 'safety,risk', 0],
      ['GIPS 4, 10 december 2026', 'safety,risk', 0],
      ['20 januari 2027', '', 1],
    ])
  })

  test('is told when one points at it: meeting, date, figure, lowest and highest, signal', () => {
    const [row] = momentRows(chart.lines, chart.marks)
    if (!row) throw new Error('no moment')
    const text = renderToStaticMarkup(<MomentText lines={chart.lines} row={row} />).replace(/<[^>]+>/g, ' ')
    expect(text).toMatch(/GIPS 1, 12 maart 2026\s+Veiligheid:\s+2,4\s+, laagste 1,0, hoogste 4,0\s+signaal van/)
    expect(renderToStaticMarkup(<ChartTooltip lines={chart.lines} active={false} />)).toBe('')
  })
})

test('a chart that will never come says so', () => {
  const none = finishedChart({ safety: [], risk: [], recovery: [] })
  expect(renderToStaticMarkup(<SafetyChart id="geen" chart={none} isClosed />)).not.toContain('Na GIPS 1')
})

describe('places in a frame', () => {
  const times = fc.array(fc.integer({ min: 0, max: 2e12 }), { minLength: 1, maxLength: 12 })
  const frame = fc.constantFrom(wideFrame, wideFrameOf([{ key: 'safety' }]), narrowFrame)

  test('reach further on a wide screen where there are no percentages at the end', () => {
    const [scores, percents] = [wideFrameOf([{ key: 'safety' }]), wideFrameOf([{ key: 'safety' }, { key: 'risk' }])]
    expect(scores.end).toBeGreaterThan(percents.end)
    for (const { end, labels, width } of [scores, percents]) {
      expect([labels && labels > end, labels && labels < width]).toEqual([true, true])
    }
  })

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

test('the marks of the story are told apart by shape and word, in the legend and in the list below', () => {
  const marks: ChartMark[] = [
    { kind: 'signal', date: '2026-04-01', value: null, text: 'een signaal' },
    { kind: 'measurement', date: '2026-04-02', value: 4, text: 'een meting' },
    { kind: 'assessment', date: '2026-04-03', value: 4.5, text: 'een extra inschatting' },
    { kind: 'plan', date: '2026-04-04', value: null, text: 'een plan' },
  ]
  const chart = finishedChart(series, marks)
  expect(chart.marks.map(({ height }) => height)).toEqual([0, 0.4, 0.45, 1])
  const drawn = renderToStaticMarkup(<SafetyChart id="verhaal" chart={chart} openTable />)
  for (const word of ['Signaal van onveiligheid', 'Meting tussendoor', 'Extra inschatting (', 'Plan definitief']) {
    expect(drawn).toContain(word)
  }
  expect(drawn).toContain('3 april 2026: een extra inschatting')
  const shapes = marks.map(({ kind }) => renderToStaticMarkup(<MarkShapes kind={kind} places={[{ x: 8, y: 8 }]} />))
  expect(new Set(shapes.map((shape) => / d="([^"]+)"/.exec(shape)?.[1])).size).toBe(4)
})
