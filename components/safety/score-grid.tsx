import type { ReactNode } from 'react'
import { ScrollFrame } from '../ui/data-table'
import { ScoreBadge } from './score-badge'

export type GridMember = { id: string; name: string; mean: number | null }

export type GridScorer = { id: string; name: string; detail?: string | null }

export type GridScore = { score: number | 'cannotJudge' | null; reason?: string | null }

export type ScoreGridProps = {
  /** Unique on the page. */
  id: string
  caption: string
  members: readonly GridMember[]
  scorers: readonly GridScorer[]
  /** What one person gave one member; for typing, return a field instead. */
  cell: (scorerId: string, memberId: string) => GridScore | ReactNode
  meanLabel?: string
}

/** The safety round: people down, family members across, the mean per member below. Scrolls inside on a phone. */
export function ScoreGrid({ id, caption, members, scorers, cell, meanLabel = 'Gemiddeld' }: ScoreGridProps) {
  return (
    <ScrollFrame labelledBy={`${id}-caption`}>
      <table className="table score-grid">
        <caption id={`${id}-caption`}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Wie</th>
            {members.map((member) => (
              <th key={member.id} scope="col">
                {member.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scorers.map((scorer) => (
            <tr key={scorer.id}>
              <th scope="row">
                {scorer.name}
                {scorer.detail && <span className="block text-sm font-normal text-ink-soft">{scorer.detail}</span>}
              </th>
              {members.map((member) => (
                <td key={member.id}>{content(cell(scorer.id, member.id))}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{meanLabel}</th>
            {members.map((member) => (
              <td key={member.id}>
                <ScoreBadge score={member.mean} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </ScrollFrame>
  )
}

function content(given: GridScore | ReactNode): ReactNode {
  if (!isScore(given)) {
    return given
  }
  return (
    <>
      <ScoreFigure score={given.score} />
      {given.reason && <span className="mt-1 block text-sm text-ink-soft">{given.reason}</span>}
    </>
  )
}

function ScoreFigure({ score }: GridScore) {
  if (score === null) {
    return <span className="text-ink-soft">nog niet</span>
  }
  if (score === 'cannotJudge') {
    return <span className="text-ink-soft">kan dit niet beoordelen</span>
  }
  return <ScoreBadge score={score} wordless />
}

function isScore(given: GridScore | ReactNode): given is GridScore {
  return typeof given === 'object' && given !== null && 'score' in given
}
