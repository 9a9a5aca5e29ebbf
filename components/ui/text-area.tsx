import type { TextareaHTMLAttributes } from 'react'
import { classNames } from './class-names'
import { Field, type FieldTexts, fieldAria } from './field'

export type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'name'> &
  FieldTexts & { name: string; id?: string }

/** Longer text; the box grows with what is typed (browsers that cannot do so keep the rows and a handle). */
export function TextArea(props: TextAreaProps) {
  const { name, id = name, label, hint, error, optional, hideLabel, rows = 4, className, ...rest } = props
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} hideLabel={hideLabel}>
      <textarea
        name={name}
        rows={rows}
        dir="auto"
        {...rest}
        {...fieldAria(id, { hint, error })}
        className={classNames('control', className)}
      />
    </Field>
  )
}
