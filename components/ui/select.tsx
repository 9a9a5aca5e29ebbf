import type { SelectHTMLAttributes } from 'react'
import { classNames } from './class-names'
import { Field, type FieldTexts, fieldAria } from './field'

/** `lang`: of a label in another language than the page's. */
export type SelectOption = { value: string; label: string; disabled?: boolean; lang?: string }

export type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'name' | 'multiple'> &
  FieldTexts & {
    name: string
    id?: string
    options: readonly SelectOption[]
    /** An empty first choice, such as "Kies een gezinslid". */
    placeholder?: string
  }

/**
 * One choice out of many. The key on the default value mounts it anew when an action sends the typed value back:
 * React resets a form after an action, and a select then falls back to its first default.
 */
export function Select(props: SelectProps) {
  const { name, id = name, label, hint, error, optional, hideLabel, options, placeholder, className, ...rest } = props
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} hideLabel={hideLabel}>
      <select
        key={String(rest.defaultValue ?? '')}
        name={name}
        {...rest}
        {...fieldAria(id, { hint, error })}
        className={classNames('control max-w-96', className)}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
