import { formatScore } from '@/lib/domain/score'
import { DateText } from '../ui/date-text'
import { bandWords, type ScoreBand, scoreBand } from './score-band'
import { ScoreLine } from './score-line'

export type CurrentScoreProps = {
  /** Mean of the latest closed assessment, 0 to 10, exact; null before the first. */
  score: number | null
  /** The member with the lowest score: a mean must not hide an unsafe child. */
  lowest?: { name: string; score: number } | null
  /** When and what: "GIPS 1", "extra veiligheidsinschatting". */
  date?: { iso: string; text: string } | null
  kind?: string | null
}

const inks: Record<ScoreBand, string> = { unsafe: 'text-danger', minimal: 'text-warning', safe: 'text-success' }

/** How safe it is now: the figure, what it means, who is least safe, and how old this is. */
export function CurrentScore({ score, lowest, date, kind }: CurrentScoreProps) {
  if (score === null) {
    return <p className="text-ink-soft">Nog geen veiligheidscijfer. Het eerste komt uit GIPS 1.</p>
  }
  const band = scoreBand(score)
  const marks = [{ key: 'mean', score, label: 'gemiddeld' }]
  if (lowest) {
    marks.push({ key: 'lowest', score: lowest.score, label: `${lowest.name}, laagste` })
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <p className={`text-4xl font-bold tabular-nums ${inks[band]}`}>
        <span className="sr-only">Veiligheid nu: </span>
        {formatScore(score)}
      </p>
      <div className="min-w-0 text-sm">
        <p className={`text-base font-semibold ${inks[band]}`}>{bandWords[band]}</p>
        {lowest && (
          <p>
            laagste: {lowest.name} <strong className="tabular-nums">{formatScore(lowest.score)}</strong>
          </p>
        )}
        <p className="text-ink-soft">
          {kind}
          {kind && date && ' · '}
          {date && <DateText iso={date.iso}>{date.text}</DateText>}
        </p>
      </div>
      <ScoreLine label="Schaal van 0 tot 10" marks={marks} />
    </div>
  )
}
