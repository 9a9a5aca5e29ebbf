import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { FieldError } from './field-error'

export type FieldTexts = {
  label: ReactNode
  hint?: ReactNode
  /** The sentence that says what is wrong and how to put it right. */
  error?: string | null | undefined
  /** Says "niet verplicht" after the label: what is required needs no mark, what is not does. */
  optional?: boolean
  /** Hides the label for the eye only, where a table heading already says it. */
  hideLabel?: boolean
}

export type FieldProps = FieldTexts & { id: string; children: ReactNode; className?: string }

/** Label, hint and error around one control; give the control what `fieldAria` returns for the same id and texts. */
export function Field({ id, label, hint, error, optional, hideLabel, className, children }: FieldProps) {
  return (
    <div className={classNames('max-w-prose', error && 'field-invalid', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'block pb-1 font-semibold'}>
        {label}
        {optional && <span className="font-normal text-ink-soft"> (niet verplicht)</span>}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="pb-2 text-ink-soft">
          {hint}
        </div>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
    </div>
  )
}

export type FieldAria = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

/** What ties a control to its hint and error, so that a screen reader says them with the field. */
export function fieldAria(id: string, { hint, error }: Pick<FieldTexts, 'hint' | 'error'>): FieldAria {
  const describedBy = classNames(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`)
  return { id, ...(describedBy && { 'aria-describedby': describedBy }), ...(error && { 'aria-invalid': true }) }
}
