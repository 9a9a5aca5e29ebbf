import { formatScore } from '@/lib/domain/score'
import { DateText } from '../ui/date-text'
import { bandWords, type ScoreBand, scoreBand } from './score-band'
import { ScoreLine } from './score-line'

export type CurrentScoreProps = {
  /** Mean of the latest closed assessment, 0 to 10, exact; null before the first. */
  score: number | null
  /** The member with the lowest score: a mean must not hide an unsafe child. */
  lowest?: { name: string; score: number } | null
  date?: { iso: string; text: string } | null
  /** What it comes from: "GIPS 1", "extra veiligheidsinschatting". */
  kind?: string | null
}

const inks: Record<ScoreBand, string> = { unsafe: 'text-danger', minimal: 'text-warning', safe: 'text-success' }

/** How safe it is now: the figure, what it means, who is least safe, and how old this is. */
export function CurrentScore({ score, lowest, date, kind }: CurrentScoreProps) {
  if (score === null) {
    return <p className="text-ink-soft">Nog geen veiligheidscijfer. Het eerste komt uit GIPS 1.</p>
  }
  const band = scoreBand(score)
  return (
    <div className="flex items-center gap-x-4">
      <p className={`text-3xl font-bold tabular-nums sm:text-4xl ${inks[band]}`}>
        <span className="sr-only">Veiligheid nu: </span>
        {formatScore(score)}
      </p>
      <div className="min-w-0 text-sm">
        <p>
          <strong className={inks[band]}>{bandWords[band]}</strong>
          {lowest && ` · laagste: ${lowest.name} ${formatScore(lowest.score)}`}
        </p>
        <p className="text-ink-soft">
          {kind}
          {kind && date && ' · '}
          {date && <DateText iso={date.iso}>{date.text}</DateText>}
        </p>
      </div>
      <div className="hidden sm:block">
        <ScoreLine score={score} lowest={lowest?.score} />
      </div>
    </div>
  )
}
