import type { InputHTMLAttributes } from 'react'
import { classNames } from './class-names'
import { Field, type FieldTexts, fieldAria } from './field'

export type InputWidth = 'full' | 'medium' | 'short'

export type TextInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'width' | 'id' | 'name'> &
  FieldTexts & {
    name: string
    /** Defaults to the name; needed where the name occurs twice on a page. */
    id?: string
    /** The width hints at how much is expected. */
    width?: InputWidth
  }

const widths: Record<InputWidth, string> = { full: '', medium: 'max-w-80', short: 'max-w-40' }

/** One line of text, also e-mail, phone, date, time, password and file: `type` decides. */
export function TextInput(props: TextInputProps) {
  const { name, id = name, label, hint, error, optional, hideLabel, width = 'full', className, ...rest } = props
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} hideLabel={hideLabel}>
      <input
        type="text"
        name={name}
        {...rest}
        {...fieldAria(id, { hint, error })}
        className={classNames('control', widths[width], className)}
      />
    </Field>
  )
}
