'use client'

import { Button } from '@/components/ui/button'
import type { ConcernView, MemberView } from '@/lib/domain/meeting-view'
import { ConcernLine, concernFieldId } from './concern-line'
import type { Place } from './place'
import { UndoLine } from './undo-line'
import { useConcerns } from './use-concerns'
import { focusSoon } from './use-list'

export type ConcernListProps = Place & {
  concerns: readonly ConcernView[]
  members: readonly MemberView[]
  /** Concerns of the report, in the preparation; else the inventory of the meeting. */
  isReported: boolean
  /** GIPS 3: whose recovery plan they stand in, so that nobody chooses. */
  aboutMemberId?: string | null
  mayWrite: boolean
}

/**
 * Concerns, one a line; the first is ready. Enter adds the next, pasted lines become concerns of their own, Alt with an arrow moves one up or
 * down, and what was taken away can be put back.
 */
export function ConcernList(props: ConcernListProps) {
  const { concerns, members, isReported, aboutMemberId = null, mayWrite, ...place } = props
  const { rows, add, move, removal, drop } = useConcerns(place, concerns, { isReported, aboutMemberId }, mayWrite)
  return (
    <div className="space-y-3">
      <ol className="space-y-2">
        {rows.map((concern, index) => {
          const [before, next] = [rows[index - 1], rows[index + 1]]
          return (
            <ConcernLine
              key={concern.id}
              {...place}
              concern={concern}
              number={index + 1}
              members={members}
              mayWrite={mayWrite}
              onNext={() => (next ? focusSoon(concernFieldId(next.id)) : add())}
              onMove={(step) => void move(concern.id, step)}
              onPaste={(lines) => {
                for (const line of lines) add(line)
              }}
              onRemove={() => void removal.remove(concern)}
              onEmpty={() => {
                if (concern.isFresh) drop(concern.id)
                if (before) focusSoon(concernFieldId(before.id))
              }}
            />
          )
        })}
      </ol>
      {!mayWrite && rows.length === 0 && <p className="text-ink-soft">Nog geen zorgen opgeschreven.</p>}
      {mayWrite && (
        <>
          <Button type="button" variant="secondary" onClick={() => add()}>
            Zorg erbij
          </Button>
          <UndoLine removal={removal} />
        </>
      )}
    </div>
  )
}
