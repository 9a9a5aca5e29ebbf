import { bandWords, type ScoreBand, scoreBand } from '@/components/safety/score-band'
import { formatScore } from '@/lib/domain/score'
import { progressWords } from '@/lib/domain/score-round'
import type { SlideBlock } from '@/lib/domain/slide-blocks'

type BlockOf<K extends SlideBlock['kind']> = Extract<SlideBlock, { kind: K }>

const inks: Record<ScoreBand, string> = { unsafe: 'text-danger', minimal: 'text-warning', safe: 'text-success' }

/** While everyone scores on their own screen: how many gave, and not a figure. */
export function SlideRound({ block }: { block: BlockOf<'round'> }) {
  return (
    <div className="grid min-h-[50vh] place-content-center gap-y-[3vh] text-center">
      <p className="text-4xl font-bold">Geef uw cijfer op uw eigen scherm</p>
      <p className="text-2xl text-ink-soft">Niemand ziet het, tot we de cijfers samen bekijken.</p>
      <p className="text-3xl text-brand tabular-nums">{progressWords(block)}</p>
    </div>
  )
}

/** What a reveal is about, large: the mean, the lowest member, and how far the figures lie apart. */
export function SlideReveal({ block: { mean, lowest, spreads } }: { block: BlockOf<'scores'> }) {
  const widest = spreads.reduce<(typeof spreads)[number] | null>(
    (found, each) => (found === null || widthOf(each) > widthOf(found) ? each : found),
    null,
  )
  if (mean === null) {
    return <p className="text-2xl text-ink-soft">Er is geen cijfer gegeven.</p>
  }
  return (
    <dl className="grid gap-x-[4vw] gap-y-[2vh] border-b border-line pb-[2vh] lg:grid-cols-3">
      <Large term="Gemiddeld" score={mean} detail={bandWords[scoreBand(mean)]} />
      {lowest && (
        <Large term={`Laagste: ${lowest.name}`} score={lowest.score} detail={bandWords[scoreBand(lowest.score)]} />
      )}
      {widest && (
        <div>
          <dt className="text-xl text-ink-soft">Spreiding</dt>
          <dd>
            <span className="block text-[9vh] leading-none font-bold tabular-nums">{spreadWords(widest)}</span>
            <span className="text-xl">bij {widest.name}</span>
          </dd>
        </div>
      )}
    </dl>
  )
}

/** "3 tot 7", or the one figure that all gave. */
export function spreadWords({ lowest, highest }: { lowest: number; highest: number }): string {
  return lowest === highest ? formatScore(lowest) : `${formatScore(lowest)} tot ${formatScore(highest)}`
}

function Large({ term, score, detail }: { term: string; score: number; detail: string }) {
  return (
    <div>
      <dt className="text-xl text-ink-soft">{term}</dt>
      <dd>
        <span className={`block text-[9vh] leading-none font-bold tabular-nums ${inks[scoreBand(score)]}`}>
          {formatScore(score)}
        </span>
        <span className="text-xl">{detail}</span>
      </dd>
    </div>
  )
}

function widthOf({ lowest, highest }: { lowest: number; highest: number }): number {
  return highest - lowest
}
