import type { ReactNode } from 'react'

export type Description = {
  term: string
  description: ReactNode
  /** A link to change it; its own text must say what (hidden where the eye sees it). */
  action?: ReactNode
}

export type DescriptionListProps = { items: readonly Description[] }

/** Terms with what is known about them, such as the data of a person. */
export function DescriptionList({ items }: DescriptionListProps) {
  return (
    <dl className="divide-y divide-line">
      {items.map(({ term, description, action }) => (
        <div key={term} className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[minmax(8rem,14rem)_1fr_auto]">
          <dt className="font-semibold text-ink-soft">{term}</dt>
          <dd className="min-w-0">{description}</dd>
          {action && <dd className="sm:text-end">{action}</dd>}
        </div>
      ))}
    </dl>
  )
}
