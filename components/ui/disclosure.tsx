import { ChevronRight } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from './icon'

export type DisclosureProps = {
  summary: ReactNode
  children: ReactNode
  open?: boolean
  /** Disclosures with the same name open one at a time. */
  name?: string
}

/** Something more, for who wants it. Works without scripts and opens itself when searched in. */
export function Disclosure({ summary, children, open, name }: DisclosureProps) {
  return (
    <details className="disclosure" open={open} name={name}>
      <summary>
        <Icon of={ChevronRight} className="size-5 rtl:-scale-x-100" />
        {summary}
      </summary>
      <div className="pt-1 sm:ps-7 pb-3">{children}</div>
    </details>
  )
}
