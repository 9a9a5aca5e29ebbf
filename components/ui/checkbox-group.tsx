import { Checkbox } from './checkbox'
import { Fieldset, type FieldsetProps } from './fieldset'
import type { RadioOption } from './radio-group'

export type CheckboxGroupProps = Omit<FieldsetProps, 'id' | 'children'> & {
  name: string
  id?: string
  options: readonly RadioOption[]
  defaultValues?: readonly string[]
}

/** Any number out of a few; every ticked value is sent under the same name. */
export function CheckboxGroup({ name, id = name, options, defaultValues = [], ...group }: CheckboxGroupProps) {
  return (
    <Fieldset id={id} {...group}>
      {options.map((option) => (
        <Checkbox
          key={option.value}
          id={`${id}-${option.value}`}
          name={name}
          value={option.value}
          label={option.label}
          hint={option.hint}
          disabled={option.disabled}
          defaultChecked={defaultValues.includes(option.value)}
        />
      ))}
    </Fieldset>
  )
}
