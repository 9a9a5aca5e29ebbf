'use client'

import type { FocusEvent, InputHTMLAttributes, KeyboardEvent } from 'react'
import { classNames } from './class-names'
import { Field, type FieldTexts, fieldAria } from './field'
import { parseScoreText, scoreText, stepScore } from './score-text'

export type ScoreInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'name' | 'min' | 'max' | 'type'> &
  FieldTexts & { name: string; id?: string; min?: number; max?: number }

const steps: Record<string, number> = { ArrowUp: 0.5, ArrowDown: -0.5, PageUp: 1, PageDown: -1 }

/**
 * A score with at most one decimal, sent as text ("6,5"). An ordinary text box with a number pad: a number box changes
 * its value under the scroll wheel and refuses the comma. Arrows step by a half, Page Up and Page Down by one.
 */
export function ScoreInput(props: ScoreInputProps) {
  const { name, id = name, label, hint, error, optional, hideLabel, min = 0, max = 10, className, ...rest } = props
  const range = { min, max }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    rest.onKeyDown?.(event)
    const step = steps[event.key]
    if (step !== undefined && !event.defaultPrevented && !event.currentTarget.readOnly) {
      event.preventDefault()
      type(event.currentTarget, scoreText(stepScore(event.currentTarget.value, step, range)))
    }
  }

  function onBlur(event: FocusEvent<HTMLInputElement>) {
    const value = parseScoreText(event.currentTarget.value, range)
    if (typeof value === 'number' && scoreText(value) !== event.currentTarget.value) {
      type(event.currentTarget, scoreText(value))
    }
    rest.onBlur?.(event)
  }

  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} hideLabel={hideLabel}>
      <input
        name={name}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        maxLength={4}
        {...rest}
        {...fieldAria(id, { hint, error })}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        className={classNames('control max-w-20 text-center font-semibold tabular-nums', className)}
      />
    </Field>
  )
}

/** Sets the value as if it were typed, so that whoever listens to `input` hears of it. */
function type(input: HTMLInputElement, text: string) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
  input.dispatchEvent(new Event('input', { bubbles: true }))
}
