'use client'

import { Button } from '@/components/ui/button'
import type { GoalKind } from '@/lib/domain/goal'
import type { GoalView, MemberView } from '@/lib/domain/meeting-view'
import { GoalLine, goalFieldId } from './goal-line'
import { apiOf, type Place } from './place'
import { sendRow } from './row-put'
import { UndoLine } from './undo-line'
import { focusSoon, typeSoon, useFirstLine, useList } from './use-list'
import { useRemoval } from './use-removal'

type GoalListProps = Place & {
  /** The goals of one kind, for one concern or for none. */
  goals: readonly GoalView[]
  kind: GoalKind
  concernId: string | null
  /** Whom the concern is about: so is its goal, until told otherwise. */
  aboutMemberId: string | null
  /** GIPS 4: the earlier goal that these carry on. */
  followsGoalId?: string | null
  members: readonly MemberView[]
  mayWrite: boolean
  /** A goal belongs here: the first line is ready. */
  isExpected?: boolean
}

/** Goals, one a line; Enter adds the next, and pasted lines become goals of their own. */
export function GoalList(props: GoalListProps) {
  const { goals, kind, concernId, aboutMemberId, followsGoalId = null, members, mayWrite, ...rest } = props
  const { isExpected = false, ...place } = rest
  const list = useList(goals)
  const removal = useRemoval<GoalView>(list, {
    keyOf: (id) => `goal ${id}`,
    urlOf: (id) => apiOf(place, `doelen/${id}`),
    restore: ({ id, version, ...goal }) =>
      sendRow(apiOf(place, `doelen/${id}`), 'PUT', { ...goal, position: list.rows.length, base: 0 }),
  })

  const addLine = () =>
    list.add({ kind, text: '', expectedEffect: '', concernId, aboutMemberId, followsGoalId, version: 0 })
  useFirstLine(isExpected && mayWrite && list.rows.length === 0, addLine)

  function add(text = '') {
    const id = addLine()
    focusSoon(goalFieldId(id))
    if (text !== '') typeSoon(`goal ${id}`, text)
  }

  return (
    <div className="space-y-2">
      <ol className="space-y-2">
        {list.rows.map((goal, index) => {
          const next = list.rows[index + 1]
          return (
            <GoalLine
              key={goal.id}
              {...place}
              goal={goal}
              number={index + 1}
              members={members}
              mayWrite={mayWrite}
              onNext={() => (next ? focusSoon(goalFieldId(next.id)) : add())}
              onPaste={(lines) => {
                for (const line of lines) add(line)
              }}
              onRemove={() => void removal.remove(goal)}
            />
          )
        })}
      </ol>
      {!mayWrite && list.rows.length === 0 && <p className="text-ink-soft">Nog geen doel.</p>}
      {mayWrite && (
        <>
          <Button type="button" variant="secondary" onClick={() => add()}>
            Doel erbij
          </Button>
          <UndoLine removal={removal} />
        </>
      )}
    </div>
  )
}
