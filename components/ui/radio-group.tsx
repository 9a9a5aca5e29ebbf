import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Fieldset, type FieldsetProps } from './fieldset'

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

export type RadioGroupProps = Omit<FieldsetProps, 'id' | 'children'> & {
  name: string
  id?: string
  options: readonly RadioOption[]
  defaultValue?: string | null | undefined
  required?: boolean
  /** Side by side on larger screens: for two or three short answers. */
  inline?: boolean
}

/** One answer out of a few. */
export function RadioGroup({ name, id = name, options, defaultValue, required, inline, ...group }: RadioGroupProps) {
  return (
    <Fieldset id={id} {...group}>
      <div className={classNames(inline && 'sm:flex sm:flex-wrap sm:gap-x-8')}>
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              disabled={option.disabled}
              required={required}
            />
            <span>
              {option.label}
              {option.hint && <span className="block text-ink-soft">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </Fieldset>
  )
}
