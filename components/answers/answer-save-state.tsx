'use client'

import { SaveState } from '@/components/ui/save-state'
import { formatDay, formatTime, now, plainDateIn } from '@/lib/dates'
import type { AnswerState } from './answer-state'

export type AnswerSaveStateProps = { id: string; state: AnswerState }

/** What became of one answer; nothing for one that was never touched. */
export function AnswerSaveState({ id, state }: AnswerSaveStateProps) {
  const { status, savedAt, message } = state
  const isUntouched = status === 'saved' && savedAt === null
  return (
    <div id={id} className="min-h-8">
      {!isUntouched && (
        <SaveState status={status} message={message ?? savedOn(state)} time={savedAt && timeOf(savedAt)} />
      )}
    </div>
  )
}

/** A time says when only on the day itself. */
function savedOn({ status, savedAt }: AnswerState): string | null {
  if (status !== 'saved' || savedAt === null) {
    return null
  }
  const instant = new Date(savedAt)
  return plainDateIn(instant) === plainDateIn(now()) ? null : `Bewaard op ${formatDay(instant)}`
}

function timeOf(iso: string): string {
  return formatTime(new Date(iso))
}
