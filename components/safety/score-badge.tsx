import { ShieldAlert, ShieldCheck, ShieldHalf } from 'lucide-react'
import { formatScore } from '@/lib/domain/score'
import { Badge, type BadgeTone } from '../ui/badge'
import { bandWords, type ScoreBand, scoreBand } from './score-band'

export type ScoreBadgeProps = {
  /** 0 to 10, exact; null when nobody gave a score yet. */
  score: number | null
  /** Leave the word out where a heading or legend beside it says it. */
  wordless?: boolean
}

const looks: Record<ScoreBand, { tone: BadgeTone; Icon: typeof ShieldCheck }> = {
  unsafe: { tone: 'danger', Icon: ShieldAlert },
  minimal: { tone: 'warning', Icon: ShieldHalf },
  safe: { tone: 'success', Icon: ShieldCheck },
}

/** A safety score as figure, icon and word; the colour only underlines them. */
export function ScoreBadge({ score, wordless }: ScoreBadgeProps) {
  if (score === null) {
    return <Badge>nog geen cijfer</Badge>
  }
  const band = scoreBand(score)
  const { tone, Icon } = looks[band]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      <span className="tabular-nums">{formatScore(score)}</span>
      <span className={wordless ? 'sr-only' : 'font-normal'}>{bandWords[band]}</span>
    </Badge>
  )
}
