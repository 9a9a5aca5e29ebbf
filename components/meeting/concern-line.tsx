'use client'

import type { ClipboardEvent, KeyboardEvent } from 'react'
import type { ConcernView, MemberView } from '@/lib/domain/meeting-view'
import { AboutSelect, RemoveButton } from './line-parts'
import { pastedLines } from './pasted-lines'
import { apiOf, type Place } from './place'
import { RowTrouble } from './row-trouble'
import { useRow } from './use-row'

export interface ConcernMoves {
  /** Enter, in either text: the next line, or a new one. */
  onNext: () => void
  onMove: (step: -1 | 1) => void
  /** Several lines were pasted: the rest become rows of their own. */
  onPaste: (lines: readonly string[]) => void
  onRemove: () => void
  /** Backspace in an empty line. */
  onEmpty: () => void
}

type ConcernLineProps = Place &
  ConcernMoves & { concern: ConcernView; number: number; members: readonly MemberView[]; mayWrite: boolean }

/** The field in which a concern's text is typed. */
export function concernFieldId(id: string): string {
  return `concern-${id}`
}

/** One concern: the danger, what it does to the children, and whom it is about. */
export function ConcernLine({ concern, number, members, mayWrite, code, slug, ...moves }: ConcernLineProps) {
  const [row, state] = useRow({
    key: `concern ${concern.id}`,
    url: apiOf({ code, slug }, `zorgen/${concern.id}`),
    value: { text: concern.text, harmfulEffect: concern.harmfulEffect, aboutMemberId: concern.aboutMemberId },
    version: concern.version,
    always: { isReported: concern.isReported, position: number },
    isReady: ({ text }) => text.trim() !== '',
  })
  const { text, harmfulEffect, aboutMemberId } = state.value

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return
    const act = keyFor(event, text, moves)
    if (act) {
      event.preventDefault()
      act()
    }
  }

  function onHarmKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      moves.onNext()
    }
  }

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const [first, ...rest] = pastedLines(event.clipboardData.getData('text'))
    if (first !== undefined) {
      event.preventDefault()
      row.type({ text: text.trim() === '' ? first : `${text} ${first}` })
      moves.onPaste(rest)
    }
  }

  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] items-start gap-x-2">
      <span aria-hidden="true" className="pt-2 font-semibold tabular-nums">
        {number}
      </span>
      <div className="grid gap-2 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_10rem]">
        <textarea
          id={concernFieldId(concern.id)}
          className="control min-h-11"
          dir="auto"
          rows={1}
          aria-label={`Zorg ${number}`}
          value={text}
          readOnly={!mayWrite}
          onChange={(event) => row.type({ text: event.currentTarget.value })}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <textarea
          className="control min-h-11"
          dir="auto"
          rows={1}
          aria-label={`Schade voor de kinderen bij zorg ${number}`}
          placeholder="Schade voor de kinderen"
          value={harmfulEffect}
          readOnly={!mayWrite}
          onChange={(event) => row.type({ harmfulEffect: event.currentTarget.value })}
          onKeyDown={onHarmKey}
        />
        {members.length > 0 && (
          <AboutSelect
            label={`Over wie gaat zorg ${number}?`}
            value={aboutMemberId}
            members={members}
            mayWrite={mayWrite}
            onChange={(memberId) => row.type({ aboutMemberId: memberId })}
          />
        )}
      </div>
      {mayWrite && <RemoveButton label={`Haal zorg ${number} weg`} onRemove={moves.onRemove} />}
      <div className="col-span-full">
        <RowTrouble row={row} state={state} words={(field, value) => wordsFor(field, value, members)} />
      </div>
    </li>
  )
}

function keyFor(event: KeyboardEvent, text: string, moves: ConcernMoves): (() => void) | null {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event
  if (ctrlKey || metaKey) return null
  if (altKey && key === 'ArrowUp') return () => moves.onMove(-1)
  if (altKey && key === 'ArrowDown') return () => moves.onMove(1)
  if (key === 'Enter' && !shiftKey) return moves.onNext
  return key === 'Backspace' && text === '' ? moves.onEmpty : null
}

function wordsFor(field: string, value: unknown, members: readonly MemberView[]): string {
  if (field !== 'aboutMemberId') return String(value)
  return members.find(({ id }) => id === value)?.name ?? 'Het hele gezin'
}
