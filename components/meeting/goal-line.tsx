'use client'

import type { ClipboardEvent } from 'react'
import { Field } from '@/components/ui/field'
import type { GoalView, MemberView } from '@/lib/domain/meeting-view'
import { AboutSelect, RemoveButton } from './line-parts'
import { pastedLines } from './pasted-lines'
import { apiOf, isScoreReady, type Place, typedFigure } from './place'
import { RowTrouble } from './row-trouble'
import { useRow } from './use-row'

type GoalLineProps = Place & {
  goal: GoalView
  number: number
  members: readonly MemberView[]
  mayWrite: boolean
  /** Enter in the text: the next goal. */
  onNext: () => void
  /** Lines that were pasted after the first: goals of their own. */
  onPaste: (lines: readonly string[]) => void
  onRemove: () => void
}

/** The field in which a goal's text is typed. */
export function goalFieldId(id: string): string {
  return `goal-${id}`
}

/** One goal: what we will see happen, what score that makes, and whom it is about. */
export function GoalLine({ goal, number, members, mayWrite, onNext, onPaste, onRemove, ...place }: GoalLineProps) {
  const { id, kind, concernId, followsGoalId, version, ...typed } = goal
  const [row, state] = useRow({
    key: `goal ${id}`,
    url: apiOf(place, `doelen/${id}`),
    value: { text: typed.text, expectedEffect: typed.expectedEffect, aboutMemberId: typed.aboutMemberId },
    version,
    always: { kind, concernId, followsGoalId, position: number },
    isReady: ({ text, expectedEffect }) => text.trim() !== '' && isScoreReady(expectedEffect),
    read: (theirs) => ({
      text: String(theirs.text),
      expectedEffect: typedFigure(theirs.expectedEffect),
      aboutMemberId: (theirs.aboutMemberId as string | null) ?? null,
    }),
  })
  const { value, errors } = state

  function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const [first, ...rest] = pastedLines(event.clipboardData.getData('text'))
    if (first !== undefined) {
      event.preventDefault()
      row.type({ text: value.text.trim() === '' ? first : `${value.text} ${first}` })
      onPaste(rest)
    }
  }

  return (
    <li className="rounded-md border border-line p-3">
      <div className="grid items-start gap-3 md:grid-cols-[minmax(0,1fr)_7rem_10rem_auto]">
        <Field id={goalFieldId(id)} label={`Doel ${number}`} hideLabel>
          <textarea
            id={goalFieldId(id)}
            className="control min-h-11"
            dir="auto"
            rows={1}
            placeholder="Wat zien we straks gebeuren?"
            value={value.text}
            readOnly={!mayWrite}
            onChange={(event) => row.type({ text: event.currentTarget.value })}
            onPaste={paste}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.nativeEvent.isComposing) {
                event.preventDefault()
                onNext()
              }
            }}
          />
        </Field>
        <label className="text-sm">
          <span className="sr-only">Welk cijfer wordt het met doel {number}?</span>
          <input
            className="control text-center font-semibold tabular-nums"
            inputMode="decimal"
            autoComplete="off"
            maxLength={5}
            placeholder="cijfer"
            value={value.expectedEffect}
            readOnly={!mayWrite}
            aria-invalid={Boolean(errors.expectedEffect) || undefined}
            onChange={(event) => row.type({ expectedEffect: event.currentTarget.value })}
          />
          {errors.expectedEffect && <span className="font-semibold text-danger">{errors.expectedEffect}</span>}
        </label>
        {members.length > 0 && (
          <AboutSelect
            label={`Over wie gaat doel ${number}?`}
            value={value.aboutMemberId}
            members={members}
            mayWrite={mayWrite}
            onChange={(aboutMemberId) => row.type({ aboutMemberId })}
          />
        )}
        {mayWrite && <RemoveButton label={`Haal doel ${number} weg`} onRemove={onRemove} />}
      </div>
      <RowTrouble row={row} state={state} shown={['expectedEffect']} />
    </li>
  )
}
