import { bandWords, type ScoreBand, scoreBand } from '@/components/safety/score-band'
import { formatScore } from '@/lib/domain/score'
import type { SlideBlock } from '@/lib/domain/slide-blocks'
import { SlideReveal, spreadWords } from './slide-round'

type Scores = Extract<SlideBlock, { kind: 'scores' }>

const inks: Record<ScoreBand, string> = { unsafe: 'text-danger', minimal: 'text-warning', safe: 'text-success' }

/** The safety round: who down, about whom across; the mean and the lowest member always together. */
export function SlideScores({ block }: { block: Scores }) {
  if (block.members.length === 0) {
    return <p className="text-ink-soft">Er is nog niet gekozen over wie het gaat.</p>
  }
  return (
    <div className="grid gap-y-[2vh]">
      {block.isRevealed && <SlideReveal block={block} />}
      <table className="w-full border-collapse text-start tabular-nums">
        <caption className="sr-only">Veiligheidscijfers van 0 tot 10</caption>
        <thead>
          <tr className="text-ink-soft">
            <th scope="col" className="pe-4 text-start font-normal">
              Wie
            </th>
            {block.members.map(({ id, name }) => (
              <th key={id} scope="col" className="px-4 text-start font-bold text-ink">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.scorers.map(({ id, name }) => (
            <tr key={id} className="border-t border-line">
              <th scope="row" className="pe-4 text-start font-normal">
                {name}
              </th>
              {block.members.map((member) => (
                <td key={member.id} className="px-4">
                  <Cell given={block.scores.find((each) => each.scorerId === id && each.memberId === member.id)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t-4 border-line-strong font-bold">
            <th scope="row" className="pe-4 text-start">
              Gemiddeld
            </th>
            {block.members.map(({ id, mean }) => (
              <td key={id} className="px-4">
                {mean === null ? '–' : <Figure score={mean} />}
              </td>
            ))}
          </tr>
          <SpreadRow block={block} />
        </tfoot>
      </table>
      {!block.isRevealed && <Mean block={block} />}
      <Beside block={block} />
    </div>
  )
}

/** How far the figures lie apart: what to talk about. */
function SpreadRow({ block: { members, spreads } }: { block: Scores }) {
  if (spreads.length === 0) {
    return null
  }
  return (
    <tr className="text-ink-soft">
      <th scope="row" className="pe-4 text-start font-normal">
        Spreiding
      </th>
      {members.map((member) => {
        const spread = spreads.find(({ id }) => id === member.id)
        return (
          <td key={member.id} className="px-4">
            {spread ? spreadWords(spread) : '–'}
          </td>
        )
      })}
    </tr>
  )
}

function Cell({ given }: { given: Scores['scores'][number] | undefined }) {
  if (!given) {
    return <span className="text-ink-soft">–</span>
  }
  if (given.score === null) {
    return <span className="text-ink-soft">kan dit niet zeggen</span>
  }
  return <span className={inks[scoreBand(given.score)]}>{formatScore(given.score)}</span>
}

function Figure({ score }: { score: number }) {
  const band = scoreBand(score)
  return (
    <span className={inks[band]}>
      {formatScore(score)} <span className="font-normal">{bandWords[band]}</span>
    </span>
  )
}

function Mean({ block: { mean, lowest } }: { block: Scores }) {
  if (mean === null) {
    return null
  }
  return (
    <p className="text-2xl">
      Samen <strong>{formatScore(mean)}</strong>
      {lowest && (
        <>
          {' '}
          · laagste: {lowest.name}{' '}
          <strong className={inks[scoreBand(lowest.score)]}>{formatScore(lowest.score)}</strong>
        </>
      )}
    </p>
  )
}

function Beside({ block: { beside } }: { block: Scores }) {
  return beside.map(({ id, name, memberName, score }) => (
    <p key={id} className="text-ink-soft">
      {name} geeft zelf voor {memberName} een {formatScore(score)}.
    </p>
  ))
}
