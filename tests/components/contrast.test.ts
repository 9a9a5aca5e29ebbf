import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync('components/ui/styles/tokens.css', 'utf8')
const light = tokensIn('@theme')
const projector = { ...light, ...tokensIn('.theme-projector') }

/** Text on its ground: 7 to 1, so that a tired eye and a projector in a bright room can read it. */
const texts: readonly [string, ...string[]][] = [
  ['ink', 'page', 'surface', 'sunken', 'brand-soft', 'info-soft', 'success-soft', 'warning-soft', 'danger-soft'],
  ['ink-soft', 'page', 'surface', 'sunken'],
  ['link', 'page', 'surface', 'sunken'],
  ['brand', 'surface', 'page'],
  ['brand-strong', 'surface', 'page', 'brand-soft'],
  ['on-brand', 'brand', 'brand-strong'],
  ['on-danger', 'danger-solid', 'danger'],
  ['info', 'info-soft', 'surface', 'page'],
  ['success', 'success-soft', 'surface', 'page'],
  ['warning', 'warning-soft', 'surface', 'page'],
  ['danger', 'danger-soft', 'surface', 'page'],
]

/** Words in the colour of a line of the chart. */
const chartTexts: readonly [string, ...string[]][] = [
  ['chart-safety', 'surface', 'page'],
  ['chart-risk', 'surface', 'page'],
  ['chart-recovery', 'surface', 'page'],
]

/** Borders of controls, icons, marks, focus. */
const shapes: readonly [string, ...string[]][] = [
  ['line-strong', 'surface', 'page', 'sunken'],
  ['info-line', 'surface', 'page', 'info-soft'],
  ['success-line', 'surface', 'page', 'success-soft'],
  ['warning-line', 'surface', 'page', 'warning-soft'],
  ['danger-line', 'surface', 'page', 'danger-soft'],
  ['focus', 'surface', 'page', 'sunken'],
]

describe.each([
  ['on the screen', light],
  ['on the projector', projector],
])('%s', (_, tokens) => {
  test.each(pairs(texts))('%s on %s reads at 7 to 1', (front, ground) => {
    expect(contrast(tokens, front, ground)).toBeGreaterThanOrEqual(7)
  })

  test.each(pairs(chartTexts))('%s on %s reads at 4.5 to 1', (front, ground) => {
    expect(contrast(tokens, front, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(pairs(shapes))('%s on %s can be told apart at 3 to 1', (front, ground) => {
    expect(contrast(tokens, front, ground)).toBeGreaterThanOrEqual(3)
  })
})

test('the focus shows on the dark bar at the top by its halo', () => {
  expect(contrast(light, 'focus-halo', 'brand-strong')).toBeGreaterThanOrEqual(3)
})

test('a pair that nobody can read is found', () => {
  expect(contrast({ grey: '#999999', white: '#ffffff' }, 'grey', 'white')).toBeLessThan(3)
  expect(contrast({ black: '#000000', white: '#ffffff' }, 'black', 'white')).toBeCloseTo(21)
})

function tokensIn(block: string): Record<string, string> {
  const start = css.indexOf(`${block} {`)
  const body = css.slice(start, css.indexOf('\n}', start))
  return Object.fromEntries(
    [...body.matchAll(/--color-([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]),
  )
}

function pairs(rows: readonly [string, ...string[]][]): [string, string][] {
  return rows.flatMap(([front, ...grounds]) => grounds.map((ground): [string, string] => [front, ground]))
}

/** WCAG 2.2, contrast ratio of relative luminances. */
function contrast(tokens: Record<string, string>, front: string, ground: string): number {
  const [light, dark] = [luminance(tokens[front]), luminance(tokens[ground])].sort((one, other) => other - one)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(hex: string | undefined): number {
  const channels = hex?.match(/[0-9a-f]{2}/g)?.map((pair) => Number.parseInt(pair, 16) / 255) ?? []
  expect(channels).toHaveLength(3)
  const [red = 0, green = 0, blue = 0] = channels.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
