'use client'

import { Button, type ButtonProps } from '@/components/ui/button'
import { Checkbox, type CheckboxProps } from '@/components/ui/checkbox'
import { Select, type SelectProps } from '@/components/ui/select'
import { TextArea, type TextAreaProps } from '@/components/ui/text-area'
import { TextInput, type TextInputProps } from '@/components/ui/text-input'
import { useFormField, useFormIsBusy } from './action-form'

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

/** A choice of one, likewise. */
export function FormSelect(props: Omit<SelectProps, 'error'>) {
  const { error, typed } = useFormField(props.name)
  const chosen = one(typed) ?? props.defaultValue
  return <Select key={String(chosen)} {...props} error={error} defaultValue={chosen} />
}

/** A box to tick, likewise. */
export function FormCheckbox(props: CheckboxProps) {
  const { typed } = useFormField(props.name)
  return <Checkbox {...props} defaultChecked={typed === undefined ? props.defaultChecked : one(typed) !== ''} />
}

/** The button that sends the form; a second click waits for the first. */
export function SubmitButton(props: ButtonProps) {
  const isBusy = useFormIsBusy()
  return <Button {...props} type="submit" aria-disabled={isBusy || undefined} disabled={isBusy || props.disabled} />
}

function one(typed: string | string[] | undefined): string | undefined {
  return Array.isArray(typed) ? typed[0] : typed
}
