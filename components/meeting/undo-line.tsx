'use client'

import { Button } from '@/components/ui/button'

type UndoLineProps = { removal: { removedText: string | null; problem: string | null; undo: () => Promise<void> } }

/** What was taken away last, with the way back, and what could not be done. */
export function UndoLine({ removal: { removedText, problem, undo } }: UndoLineProps) {
  return (
    <div role="status">
      {removedText !== null && (
        <p className="flex flex-wrap items-center gap-x-6">
          <span className="min-w-0 break-words">Weggehaald: “{removedText}”</span>
          <Button type="button" variant="quiet" onClick={() => void undo()}>
            Zet terug
          </Button>
        </p>
      )}
      {problem && <p className="font-semibold text-danger">{problem}</p>}
    </div>
  )
}
