import { formatScore, MINIMUM_SCORE } from '@/lib/domain/score'
import { bandWords, type ScoreBand, scoreBand } from './score-band'

export type ScoreMark = {
  key: string
  /** 0 to 10, exact. */
  score: number
  label: string
}

export type ScoreLineProps = { label: string; marks: readonly ScoreMark[] }

const inset = 8
const width = 240
const inks: Record<ScoreBand, string> = {
  unsafe: 'fill-danger-line',
  minimal: 'fill-warning-line',
  safe: 'fill-success-line',
}

/** The scale from 0 to 10 with its line at 6, and where the scores lie on it. The first mark is the largest. */
export function ScoreLine({ label, marks }: ScoreLineProps) {
  const spoken = marks.map((mark) => `${mark.label} ${formatScore(mark.score)}, ${bandWords[scoreBand(mark.score)]}`)
  return (
    <svg
      viewBox={`0 0 ${width} 40`}
      role="img"
      aria-label={`${label}: ${spoken.join('; ')}`}
      className="score-line h-10 w-60 max-w-full"
    >
      <path d={`M${xOf(0)} 16H${xOf(10)}`} className="stroke-line-strong" strokeWidth="4" strokeLinecap="round" />
      <path d={`M${xOf(MINIMUM_SCORE)} 4V26`} className="stroke-ink" strokeWidth="2" />
      {[0, 10].map((figure) => (
        <text key={figure} x={xOf(figure)} y="38" textAnchor="middle" className="fill-ink-soft text-[12px]">
          {figure}
        </text>
      ))}
      {marks
        .map((mark, index) => (
          <circle
            key={mark.key}
            cx={xOf(mark.score)}
            cy="16"
            r={index === 0 ? 8 : 5}
            className={`stroke-surface ${inks[scoreBand(mark.score)]}`}
            strokeWidth="2"
          >
            <title>{`${mark.label} ${formatScore(mark.score)}`}</title>
          </circle>
        ))
        .reverse()}
    </svg>
  )
}

function xOf(score: number): number {
  return Math.round((inset + (score / 10) * (width - 2 * inset)) * 10) / 10
}
