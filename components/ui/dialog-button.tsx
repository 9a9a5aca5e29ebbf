'use client'

import { type ReactNode, useRef } from 'react'
import { Button, type ButtonVariant } from './button'
import { Dialog } from './dialog'

export type DialogButtonProps = { label: ReactNode; title: ReactNode; children: ReactNode; variant?: ButtonVariant }

/** A button with the dialog that it opens; the content may be rendered on the server. */
export function DialogButton({ label, title, children, variant = 'secondary' }: DialogButtonProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <Button type="button" variant={variant} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {label}
      </Button>
      <Dialog ref={dialog} title={title}>
        {children}
      </Dialog>
    </>
  )
}
