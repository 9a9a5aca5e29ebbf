import { MINIMUM_SCORE } from '@/lib/domain/score'

export type ScoreCourseProps = {
  /** 0 to 10, exact, oldest first; null: no score that time. */
  scores: readonly (number | null)[]
}

const width = 160
const height = 44
const inset = 6

/** A small line of scores with the limit at 6. Decorative: every figure stands beside it. */
export function ScoreCourse({ scores }: ScoreCourseProps) {
  const points = scores.flatMap((score, index) =>
    score === null ? [] : [{ x: xOf(index, scores.length), y: yOf(score) }],
  )
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="h-11 w-40">
      <path
        d={`M${inset} ${yOf(MINIMUM_SCORE)}H${width - inset}`}
        className="stroke-line-strong"
        strokeWidth="1"
        strokeDasharray="4 3"
      />
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
        fill="none"
        className="stroke-chart-safety"
        strokeWidth="2.5"
      />
      {points.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r="3.5" className="fill-chart-safety" />
      ))}
    </svg>
  )
}

function xOf(index: number, count: number): number {
  return count < 2 ? width / 2 : Math.round(inset + (index / (count - 1)) * (width - 2 * inset))
}

function yOf(score: number): number {
  return Math.round(height - inset - (score / 10) * (height - 2 * inset))
}
