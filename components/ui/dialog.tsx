'use client'

import { X } from 'lucide'
import { type ReactNode, type RefObject, useId } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'

export type DialogProps = {
  /** Open it with `ref.current?.showModal()`. */
  ref: RefObject<HTMLDialogElement | null>
  title: ReactNode
  children: ReactNode
  /** Hides what lies under it altogether. */
  opaque?: boolean
  /** Without a way to close it, Escape does nothing either. */
  closable?: boolean
  onClose?: () => void
}

/** A modal dialog on the native element, which keeps the focus inside and gives it back when it closes. */
export function Dialog({ ref, title, children, opaque, closable = true, onClose }: DialogProps) {
  const titleId = useId()
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (!closable) {
          event.preventDefault()
        }
      }}
      onClose={onClose}
      className={classNames(
        'dialog w-[min(34rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-5 text-ink shadow-raised sm:p-7',
        opaque && 'dialog-opaque',
      )}
    >
      <div className="mb-3 flex items-start justify-between gap-4">
        <h2 id={titleId}>{title}</h2>
        {closable && (
          <form method="dialog">
            <button type="submit" className="button button-quiet -me-2 -mt-2" aria-label="Sluiten">
              <Icon of={X} />
            </button>
          </form>
        )}
      </div>
      {children}
    </dialog>
  )
}
