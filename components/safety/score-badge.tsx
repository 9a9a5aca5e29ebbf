import { type IconNode, ShieldAlert, ShieldCheck, ShieldHalf } from 'lucide'
import { formatScore } from '@/lib/domain/score'
import { Badge, type BadgeTone } from '../ui/badge'
import { Icon } from '../ui/icon'
import { bandWords, type ScoreBand, scoreBand } from './score-band'

export type ScoreBadgeProps = {
  /** 0 to 10, exact; null when nobody gave a score yet. */
  score: number | null
  /** Leave the word out where a heading or legend beside it says it. */
  wordless?: boolean
}

const looks: Record<ScoreBand, { tone: BadgeTone; icon: IconNode }> = {
  unsafe: { tone: 'danger', icon: ShieldAlert },
  minimal: { tone: 'warning', icon: ShieldHalf },
  safe: { tone: 'success', icon: ShieldCheck },
}

/** A safety score as figure, icon and word; the colour only underlines them. */
export function ScoreBadge({ score, wordless }: ScoreBadgeProps) {
  if (score === null) {
    return <Badge>nog geen cijfer</Badge>
  }
  const band = scoreBand(score)
  const { tone, icon } = looks[band]
  return (
    <Badge tone={tone} icon={<Icon of={icon} />}>
      <span className="tabular-nums">{formatScore(score)}</span>
      <span className={wordless ? 'sr-only' : 'font-normal'}>{bandWords[band]}</span>
    </Badge>
  )
}
