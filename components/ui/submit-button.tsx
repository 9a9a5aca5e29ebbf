'use client'

import { LoaderCircle } from 'lucide'
import { useFormStatus } from 'react-dom'
import { Button, type ButtonProps } from './button'
import { Icon } from './icon'

export type SubmitButtonProps = Omit<ButtonProps, 'type'> & { busyText?: string }

/** Sends its form and shows that it is under way; a second click meanwhile does nothing. It keeps the focus. */
export function SubmitButton({ busyText = 'Even geduld…', icon, children, ...rest }: SubmitButtonProps) {
  const { pending } = useFormStatus()
  return (
    <Button
      {...rest}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : rest.onClick?.(event))}
      icon={pending ? <Icon of={LoaderCircle} className="animate-spin" /> : icon}
    >
      {pending ? busyText : children}
    </Button>
  )
}
