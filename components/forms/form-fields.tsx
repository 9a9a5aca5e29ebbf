'use client'

import { Checkbox, type CheckboxProps } from '@/components/ui/checkbox'
import { CheckboxGroup, type CheckboxGroupProps } from '@/components/ui/checkbox-group'
import { chooseByKey } from '@/components/ui/choice-keys'
import { RadioGroup, type RadioGroupProps } from '@/components/ui/radio-group'
import { ScoreInput, type ScoreInputProps } from '@/components/ui/score-input'
import { Select, type SelectProps } from '@/components/ui/select'
import { TextArea, type TextAreaProps } from '@/components/ui/text-area'
import { TextInput, type TextInputProps } from '@/components/ui/text-input'
import { useFormField } from './action-form'

/** A line of text that knows its form: shows its error and starts from what was typed. */
export function FormText(props: Omit<TextInputProps, 'error'>) {
  const { error, typed } = useFormField(props.name)
  return <TextInput {...props} error={error} defaultValue={one(typed) ?? props.defaultValue} />
}

/** A text of several lines, likewise. */
export function FormTextArea(props: Omit<TextAreaProps, 'error'>) {
  const { error, typed } = useFormField(props.name)
  return <TextArea {...props} error={error} defaultValue={one(typed) ?? props.defaultValue} />
}

/** A score with at most one decimal, likewise. */
export function FormScore(props: Omit<ScoreInputProps, 'error'>) {
  const { error, typed } = useFormField(props.name)
  return <ScoreInput {...props} error={error} defaultValue={one(typed) ?? props.defaultValue} />
}

/** A choice of one, likewise. */
export function FormSelect(props: Omit<SelectProps, 'error'>) {
  const { error, typed } = useFormField(props.name)
  const chosen = one(typed) ?? props.defaultValue
  return <Select key={String(chosen)} {...props} error={error} defaultValue={chosen} />
}

type FormRadioGroupProps = Omit<RadioGroupProps, 'error' | 'onKeyDown'> & {
  /** Number keys choose and go on; the screen says so. */
  hasKeys?: boolean
}

/** A choice of one with all options in sight, likewise. */
export function FormRadioGroup({ hasKeys, ...props }: FormRadioGroupProps) {
  const { error, typed } = useFormField(props.name)
  const chosen = one(typed) ?? props.defaultValue
  return (
    <RadioGroup
      key={String(chosen)}
      {...props}
      error={error}
      defaultValue={chosen}
      {...(hasKeys && { onKeyDown: chooseByKey })}
    />
  )
}

/** Any number out of a few, likewise; the values are sent under the name with [] behind it. */
export function FormCheckboxGroup({ name, ...props }: Omit<CheckboxGroupProps, 'id' | 'error'>) {
  const { error, typed } = useFormField(name)
  const chosen = Array.isArray(typed) ? typed : (props.defaultValues ?? [])
  return (
    <CheckboxGroup key={chosen.join()} {...props} id={name} name={`${name}[]`} defaultValues={chosen} error={error} />
  )
}

/** A box to tick, likewise. */
export function FormCheckbox(props: CheckboxProps) {
  const { typed } = useFormField(props.name)
  return <Checkbox {...props} defaultChecked={typed === undefined ? props.defaultChecked : one(typed) !== ''} />
}

function one(typed: string | string[] | undefined): string | undefined {
  return Array.isArray(typed) ? typed[0] : typed
}
