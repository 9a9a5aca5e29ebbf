'use client'

import { useFormField } from '@/components/forms/action-form'
import { Checkbox, type CheckboxProps } from '@/components/ui/checkbox'

type SureCheckboxProps = Omit<CheckboxProps, 'error'> & {
  /** Shown only once the form came back because of it. */
  onlyAsked?: boolean
}

/** A box that a form can come back for: "yes, this is someone else", "yes, I asked". */
export function SureCheckbox({ onlyAsked = false, ...props }: SureCheckboxProps) {
  const { error, typed } = useFormField(props.name)
  if (onlyAsked && !error && !typed) {
    return null
  }
  return <Checkbox {...props} error={error} defaultChecked={typed !== undefined && typed !== ''} />
}
