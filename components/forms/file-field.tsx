'use client'

import { useState } from 'react'
import { TextInput, type TextInputProps } from '@/components/ui/text-input'
import { ACCEPTED_FILES, sizeProblem } from '@/lib/domain/document-file'
import { useFormField } from './action-form'

/** A file that knows its form. One that is too large is put back at once, before anybody waits for it to be sent. */
export function FileField({ accept = ACCEPTED_FILES, ...props }: Omit<TextInputProps, 'error' | 'type' | 'onChange'>) {
  const { error } = useFormField(props.name)
  const [tooLarge, setTooLarge] = useState<string | null>(null)
  return (
    <TextInput
      {...props}
      type="file"
      accept={accept}
      error={tooLarge ?? error}
      onChange={({ currentTarget }) => {
        const problem = sizeProblem(currentTarget.files?.[0]?.size ?? 0)
        setTooLarge(problem)
        if (problem) {
          currentTarget.value = ''
        }
      }}
    />
  )
}
