export type ScoreRange = { min: number; max: number }

/**
 * The number that someone typed, with a comma or a point: null for nothing, 'invalid' for what is no number, lies
 * outside the range or has more than one decimal.
 */
export function parseScoreText(text: string, { min, max }: ScoreRange): number | null | 'invalid' {
  const trimmed = text.trim()
  if (trimmed === '') {
    return null
  }
  if (!/^\d{1,3}([.,]\d)?$/.test(trimmed)) {
    return 'invalid'
  }
  const value = Number(trimmed.replace(',', '.'))
  return value >= min && value <= max ? value : 'invalid'
}

/** A typed value as people write it here: a comma, and a decimal only where there is one. */
export function scoreText(value: number): string {
  return String(Math.round(value * 10) / 10).replace('.', ',')
}

/** The next value up or down, kept inside the range; from nothing or nonsense it starts at the middle. */
export function stepScore(text: string, step: number, range: ScoreRange): number {
  const value = parseScoreText(text, range)
  if (value === null || value === 'invalid') {
    return (range.min + range.max) / 2
  }
  return Math.min(range.max, Math.max(range.min, Math.round((value + step) * 10) / 10))
}
