import { ChevronRight } from 'lucide'
import { Icon } from './icon'
import { TextLink } from './text-link'

export type Crumb = { href: string; label: string }

export type BreadcrumbProps = { items: readonly Crumb[]; current: string; label?: string }

/** Where this page lies. The last step is the page itself and no link. */
export function Breadcrumb({ items, current, label = 'U bent hier' }: BreadcrumbProps) {
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap items-center gap-x-1 text-sm">
        {items.map((item) => (
          <li key={item.href} className="flex items-center gap-1">
            <TextLink href={item.href} className="inline-flex min-h-11 items-center">
              {item.label}
            </TextLink>
            <Icon of={ChevronRight} className="size-4 text-ink-soft rtl:rotate-180" />
          </li>
        ))}
        <li aria-current="page" className="text-ink-soft">
          {current}
        </li>
      </ol>
    </nav>
  )
}
