'use client'

import { CircleAlert } from 'lucide'
import { type MouseEvent, useEffect, useRef } from 'react'
import { Icon } from './icon'

/** `field` is the id of the control or group the message belongs to; null for the form as a whole. */
export type FormError = { field: string | null; message: string }

export type ErrorSummaryProps = { errors: readonly FormError[]; title?: string }

/** Everything that is wrong with a form, above it. It takes the focus whenever the errors change; each line leads to its field. */
export function ErrorSummary({ errors, title = 'Dit klopt nog niet' }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const fingerprint = errors.map((error) => `${error.field}:${error.message}`).join('|')

  useEffect(() => {
    if (fingerprint) {
      box.current?.focus()
    }
  }, [fingerprint])

  if (errors.length === 0) {
    return null
  }
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby="error-summary-title"
      className="max-w-prose rounded-lg border-2 border-danger-line bg-surface p-4 focus:outline-3 sm:p-5"
    >
      <h2 id="error-summary-title" className="flex items-center gap-2 text-lg">
        <Icon of={CircleAlert} className="size-6 shrink-0 text-danger" />
        {title}
      </h2>
      <ul className="mt-2 space-y-1">
        {errors.map(({ field, message }) => (
          <li key={`${field}:${message}`} className="font-semibold text-danger">
            {field === null ? message : <ErrorLink field={field} message={message} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

function ErrorLink({ field, message }: { field: string; message: string }) {
  return (
    <a href={`#${field}`} onClick={focusField} className="inline-block py-1 text-danger">
      {message}
    </a>
  )
}

function focusField(event: MouseEvent<HTMLAnchorElement>) {
  const link = event.currentTarget
  const field = decodeURIComponent(link.hash.slice(1))
  const target = document.getElementById(field) ?? controlNamed(field, link.closest('form'))
  if (target) {
    event.preventDefault()
    target.scrollIntoView({ block: 'center' })
    firstControl(target).focus({ preventScroll: true })
  }
}

/** Where several forms of a kind share a page, their fields have ids of their own, and their names are told apart by form. */
function controlNamed(name: string, form: HTMLFormElement | null): HTMLElement | null {
  return form?.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]:not([type="hidden"])`) ?? null
}

/** A group of answers cannot be typed in: its first answer takes the focus. */
function firstControl(target: HTMLElement): HTMLElement {
  const control = target.matches('fieldset') ? target.querySelector<HTMLElement>('input, select, textarea') : null
  return control ?? target
}
