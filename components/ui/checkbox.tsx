import type { InputHTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names'
import { fieldAria } from './field'
import { FieldError } from './field-error'

export type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'id' | 'name'> & {
  name: string
  id?: string
  label: ReactNode
  hint?: ReactNode
  error?: string | null | undefined
}

/** One thing to tick; the whole line is the target. */
export function Checkbox({ name, id = name, label, hint, error, className, ...rest }: CheckboxProps) {
  return (
    <div className={classNames(error && 'field-invalid', className)}>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <label className="choice" htmlFor={id}>
        <input type="checkbox" name={name} {...rest} {...fieldAria(id, { hint, error })} />
        <span>
          {label}
          {hint && (
            <span id={`${id}-hint`} className="block text-ink-soft">
              {hint}
            </span>
          )}
        </span>
      </label>
    </div>
  )
}
