import type { ReactNode } from 'react'

export type EmptyStateProps = {
  /** What is not there yet: "Nog geen afspraken". */
  title: string
  /** What the person can do, or when something will come. */
  children: ReactNode
  action?: ReactNode
  icon?: ReactNode
}

/** Where nothing is yet: says so, and what to do next. */
export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <div className="rounded-lg border border-dashed border-line-strong p-6 sm:p-8">
      {icon && <div className="mb-3 text-brand [&_svg]:size-8">{icon}</div>}
      <p className="text-lg font-semibold">{title}</p>
      <div className="mt-1 max-w-prose text-ink-soft">{children}</div>
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}
