'use client'

import { useSyncExternalStore } from 'react'
import { type VerdictValue, verdictKey } from '@/components/evaluation/goal-verdict'
import { useArrivedGoals } from '@/components/evaluation/use-goals'
import { GoalList } from '@/components/meeting/goal-list'
import type { Place } from '@/components/meeting/place'
import { rowDesk } from '@/components/meeting/row-desk'
import type { FollowedGoal } from '@/lib/domain/carried-views'
import type { GoalView, MemberView } from '@/lib/domain/meeting-view'

type FollowUpGoalsProps = Place & {
  /** Earlier goals that came with the page; for the others a work goal is made as soon as they are here. */
  evaluated: readonly FollowedGoal[]
  /** The work goals of this plan. */
  goals: readonly GoalView[]
  members: readonly MemberView[]
  mayWrite: boolean
}

/** Work goals: for each earlier goal that is not good enough yet, as soon as that is said, and others beside them. */
export function FollowUpGoals({ evaluated: first, goals, ...shared }: FollowUpGoalsProps) {
  const arrived = useArrivedGoals(shared).goals
  const evaluated =
    arrived.length > 0 ? [...first.filter(({ id }) => arrived.every((goal) => goal.id !== id)), ...arrived] : first
  const followed = (id: string) => goals.filter(({ followsGoalId }) => followsGoalId === id)
  const ids = useIdsNotGoodEnough(evaluated)
  const shown = evaluated.filter(({ id }) => ids.has(id) || followed(id).length > 0)
  const others = goals.filter(({ followsGoalId }) => !shown.some(({ id }) => id === followsGoalId))
  return (
    <div className="space-y-6">
      {shown.map((goal) => (
        <section
          key={goal.id}
          id={`werkdoel-${goal.id}`}
          aria-label={`Werkdoelen na: ${goal.text}`}
          className="scroll-mt-4 space-y-2"
        >
          <h4 className="max-w-prose break-words font-semibold">{goal.text}</h4>
          <GoalList
            {...shared}
            kind="followUp"
            goals={followed(goal.id)}
            concernId={null}
            aboutMemberId={goal.aboutMemberId}
            followsGoalId={goal.id}
            isExpected
          />
        </section>
      ))}
      <section aria-label="Andere werkdoelen" className="space-y-2">
        <h4 className="font-semibold">{shown.length > 0 ? 'Andere werkdoelen' : 'Werkdoelen'}</h4>
        <GoalList {...shared} kind="followUp" goals={others} concernId={null} aboutMemberId={null} />
      </section>
    </div>
  )
}

/** As it stands on this screen at this moment, also what was chosen a second ago. */
function useIdsNotGoodEnough(evaluated: readonly FollowedGoal[]): ReadonlySet<string> {
  const answerOf = ({ id, verdict }: FollowedGoal) =>
    rowDesk.find<VerdictValue>(verdictKey(id))?.snapshot().value.isGoodEnough ?? verdict.isGoodEnough
  const ids = useSyncExternalStore(
    rowDesk.subscribe,
    () => idsOf(evaluated.filter((goal) => answerOf(goal) === false)),
    () => idsOf(evaluated.filter(({ verdict }) => verdict.isGoodEnough === false)),
  )
  return new Set(ids.split(' '))
}

function idsOf(goals: readonly FollowedGoal[]): string {
  return goals.map(({ id }) => id).join(' ')
}
