import type { ReactNode } from 'react'

export type PageHeaderProps = {
  title: ReactNode
  /** One or two sentences: what this page is for. */
  lead?: ReactNode
  /** Above the title: a breadcrumb or a way back. */
  above?: ReactNode
  /** Before the title: whose page it is. */
  portrait?: ReactNode
  /** Beside the title: states, dates. */
  meta?: ReactNode
  actions?: ReactNode
}

/** The top of a page: its only h1, what it is for, and what one can do here. */
export function PageHeader({ title, lead, above, portrait, meta, actions }: PageHeaderProps) {
  return (
    <header className="mb-8 space-y-3">
      {above}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        {portrait || meta ? (
          <div className="flex min-w-0 items-start gap-x-4 sm:gap-x-6">
            {portrait}
            <div className="min-w-0 space-y-2">
              <h1>{title}</h1>
              {meta && <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-ink-soft">{meta}</div>}
            </div>
          </div>
        ) : (
          <h1 className="min-w-0">{title}</h1>
        )}
        {actions}
      </div>
      {lead && <div className="max-w-prose text-lg text-ink-soft">{lead}</div>}
    </header>
  )
}
