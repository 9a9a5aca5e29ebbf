import { TextLink } from './text-link'

export type Tab = { href: string; label: string; current?: boolean; count?: number; countLabel?: string }

export type TabsNavProps = { label: string; tabs: readonly Tab[] }

/** Pages that belong together, as a strip of links; on a phone the strip scrolls and starts at the current page. */
export function TabsNav({ label, tabs }: TabsNavProps) {
  return (
    <nav aria-label={label} className="relative -mx-4 overflow-x-auto">
      <ul className="flex w-max px-1 pt-2">
        {tabs.map((tab) => (
          <li key={tab.href} className={tab.current ? '[scroll-initial-target:nearest]' : undefined}>
            <TabLink {...tab} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function TabLink({ href, label, current, count, countLabel }: Tab) {
  return (
    <TextLink href={href} aria-current={current ? 'page' : undefined} className="tab">
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
