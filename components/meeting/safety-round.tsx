'use client'

import { useSyncExternalStore } from 'react'
import { ScoreBadge } from '@/components/safety/score-badge'
import { ScoreMeanings } from '@/components/safety/score-meanings'
import type { Someone } from '@/lib/domain/meeting-forms'
import type { AssessedView, MemberView, ScoreView } from '@/lib/domain/meeting-view'
import { assessmentMean, lowestMember, memberScore } from '@/lib/domain/safety'
import { moveInGrid } from './grid-keys'
import type { Place } from './place'
import { typedScores } from './round-scores'
import { rowDesk } from './row-desk'
import { ScoreCell } from './score-cell'

/** `isAway`: marked absent, so that what they gave does not count. */
export type Scorer = { who: Someone; name: string; detail: string | null; isAway: boolean }

export type SafetyRoundProps = Place & {
  caption: string
  scorers: readonly Scorer[]
  members: readonly (MemberView | AssessedView)[]
  scores: readonly ScoreView[]
  mayWrite: boolean
  /** At home: each adult scores the children and themselves; no means, for families' scores never mix into them. */
  isFamily?: boolean
  /** Scores are given unseen: there is no mean yet. */
  isUnseen?: boolean
  /** Who gave their own unseen, as far as the viewer may know; that is not theirs to type. */
  gaveUnseen?: readonly string[]
}

/**
 * The safety round: people down, family members across, with a figure and reasons in each cell, and the mean below as
 * one types. Enter goes on, the arrows go from figure to figure.
 */
export function SafetyRound(round: SafetyRoundProps) {
  const { caption, scorers, members, isFamily, isUnseen = false } = round
  const scoresMember = ({ who }: Scorer, member: MemberView) => !isFamily || member.isChild || member.id === who.id
  if (members.length === 0 || scorers.length === 0) {
    return <p className="text-ink-soft">{nobodyYet(members.length === 0)}</p>
  }
  return (
    <div className="space-y-4">
      <ScoreMeanings />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that move between the fields in it */}
      <div className="overflow-x-auto" onKeyDown={moveInGrid}>
        <table className="table table-stack">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Wie</th>
              {members.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scorers.map((scorer, row) => (
              <tr key={scorer.who.id}>
                <th scope="row">
                  {scorer.name}
                  {scorer.detail && <span className="block text-sm font-normal text-ink-soft">{scorer.detail}</span>}
                </th>
                {members.map((member, column) => (
                  <td key={member.id} data-label={member.name}>
                    {scoresMember(scorer, member) && (
                      <RoundCell round={round} scorer={scorer} member={member} at={[row, column]} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!isFamily && isUnseen && <p className="text-ink-soft">De gemiddelden staan hier als de cijfers zijn onthuld.</p>}
      {!isFamily && !isUnseen && <RoundMeans scorers={scorers} members={members} scores={round.scores} />}
    </div>
  )
}

function nobodyYet(isAboutNobody: boolean): string {
  return isAboutNobody
    ? 'Er is nog niemand gekozen voor wie er een cijfer komt.'
    : 'Er is nog niemand die een cijfer kan geven.'
}

type RoundCellProps = {
  round: SafetyRoundProps
  scorer: Scorer
  member: MemberView
  at: readonly [number, number]
}

/** One person's score for one member; what somebody gave unseen is not shown, and not typed over. */
function RoundCell({ round, scorer, member, at }: RoundCellProps) {
  const { code, slug, scores, gaveUnseen = [], mayWrite } = round
  const given = scores.find((each) => each.memberId === member.id && each.scorer.id === scorer.who.id)
  if (!given && gaveUnseen.includes(scorer.who.id)) {
    return <p className="text-ink-soft">Gaf zelf een cijfer.</p>
  }
  return (
    <>
      <ScoreCell
        code={code}
        slug={slug}
        memberId={member.id}
        memberName={member.name}
        scorer={scorer.who}
        scorerName={scorer.name}
        given={given}
        at={at}
        mayWrite={mayWrite}
      />
      {given?.isHeldBack && !round.isUnseen && (
        <p className="text-sm text-ink-soft">Gegeven in een ronde die is gestopt: telt niet mee.</p>
      )}
    </>
  )
}

/** The mean per member, of all, and the lowest: a mean must not hide an unsafe child. */
function RoundMeans({ scorers, members, scores }: Pick<SafetyRoundProps, 'scorers' | 'members' | 'scores'>) {
  useSyncExternalStore(rowDesk.subscribe, rowDesk.revision, () => 0)
  const people = scorers.filter(({ isAway }) => !isAway).map(({ who }) => who)
  const typed = typedScores(people, members, scores)
  const lowest = lowestMember(
    typed,
    members.map(({ id }) => id),
  )
  const lowestName = members.find(({ id }) => id === lowest?.memberId)?.name
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3 rounded-md bg-sunken p-4">
      {members.map(({ id, name }) => (
        <div key={id}>
          <dt className="text-sm">Gemiddeld voor {name}</dt>
          <dd>
            <ScoreBadge score={memberScore(typed, id)} />
          </dd>
        </div>
      ))}
      <div>
        <dt className="text-sm">Gemiddeld van alle cijfers</dt>
        <dd>
          <ScoreBadge score={assessmentMean(typed)} />
        </dd>
      </div>
      {lowest && (
        <div>
          <dt className="text-sm">Laagste: {lowestName}</dt>
          <dd>
            <ScoreBadge score={lowest.score} />
          </dd>
        </div>
      )}
    </dl>
  )
}
