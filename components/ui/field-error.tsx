import { CircleAlert } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import { VisuallyHidden } from './visually-hidden'

export type FieldErrorProps = { id: string; children: ReactNode }

/** The error of one field: icon, the hidden word "Fout" and the sentence, so that colour is never the only sign. */
export function FieldError({ id, children }: FieldErrorProps) {
  return (
    <p id={id} className="flex items-start gap-2 pb-2 font-semibold text-danger">
      <Icon of={CircleAlert} className="mt-0.5 size-5 shrink-0" />
      <span>
        <VisuallyHidden>Fout: </VisuallyHidden>
        {children}
      </span>
    </p>
  )
}
