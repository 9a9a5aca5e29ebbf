import { MINIMUM_SCORE } from '@/lib/domain/score'
import { type ScoreBand, scoreBand } from './score-band'

export type ScoreLineProps = {
  /** 0 to 10, exact. */
  score: number
  /** The lowest member's score, 0 to 10, exact. */
  lowest?: number | null
}

const inset = 8
const width = 240
const inks: Record<ScoreBand, string> = {
  unsafe: 'fill-danger-line',
  minimal: 'fill-warning-line',
  safe: 'fill-success-line',
}

/**
 * The scale from 0 to 10 with its line at 6: a ball for the score, a wedge under the line for the lowest. Decorative:
 * the figures and words stand beside it.
 */
export function ScoreLine({ score, lowest = null }: ScoreLineProps) {
  return (
    <svg viewBox={`0 0 ${width} 46`} aria-hidden="true" className="h-11.5 w-60 max-w-full">
      <path d={`M${xOf(0)} 14H${xOf(10)}`} className="stroke-line-strong" strokeWidth="4" strokeLinecap="round" />
      <path d={`M${xOf(MINIMUM_SCORE)} 2V31`} className="stroke-ink" strokeWidth="2" />
      {[0, MINIMUM_SCORE, 10].map((figure) => (
        <text key={figure} x={xOf(figure)} y="44" textAnchor="middle" className="fill-ink-soft text-[13px]">
          {figure}
        </text>
      ))}
      {lowest !== null && <path d={`M${xOf(lowest)} 18l6 11h-12z`} className={inks[scoreBand(lowest)]} />}
      <circle cx={xOf(score)} cy="14" r="8" className={`stroke-surface ${inks[scoreBand(score)]}`} strokeWidth="2" />
    </svg>
  )
}

function xOf(score: number): number {
  return Math.round((inset + (score / 10) * (width - 2 * inset)) * 10) / 10
}
