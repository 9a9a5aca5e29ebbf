import { classNames } from './class-names'
import { TextLink } from './text-link'

export type Tab = { href: string; label: string; current?: boolean; count?: number; countLabel?: string }

export type TabsNavProps = { label: string; tabs: readonly Tab[] }

/** Pages that belong together, as a strip of links; on a phone the strip scrolls and starts at the current page. */
export function TabsNav({ label, tabs }: TabsNavProps) {
  return (
    <nav aria-label={label} className="relative -mx-4 overflow-x-auto">
      <ul className="flex w-max px-1 pt-2">
        {tabs.map((tab) => (
          <li key={tab.href} className={classNames(tab.current && '[scroll-initial-target:nearest]')}>
            <TabLink {...tab} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function TabLink({ href, label, current, count, countLabel }: Tab) {
  const look = current
    ? 'border-brand font-semibold text-brand-strong'
    : 'border-transparent text-ink-soft hover:border-line-strong hover:text-ink'
  return (
    <TextLink
      href={href}
      aria-current={current ? 'page' : undefined}
      className={classNames('flex min-h-11 items-center gap-2 border-b-4 px-3 no-underline -outline-offset-2', look)}
    >
      {label}
      {count !== undefined && (
        <span className="rounded-full bg-sunken px-2 text-sm font-semibold text-ink">
          {count}
          {countLabel && <span className="sr-only"> {countLabel}</span>}
        </span>
      )}
    </TextLink>
  )
}
