'use client'

import { TextLink } from '../ui/text-link'
import { AccountMenu, type AccountMenuProps } from './account-menu'
import { Wordmark } from './wordmark'

/** `short`: what stands there on a phone, where not every label fits. `hasNews`: something new is there; said in words too. */
export type HeaderLink = { href: string; label: string; short?: string; current?: boolean; hasNews?: boolean }

export type AppHeaderProps = {
  /** Where the wordmark leads. */
  homeHref: string
  links: readonly HeaderLink[]
  /** Null for who is not logged in. */
  account: AccountMenuProps | null
}

/** The top of every page: the product, the few places one goes to, and one's account. */
export function AppHeader({ homeHref, links, account }: AppHeaderProps) {
  return (
    <header className="app-header bg-brand-strong text-on-brand">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-8 px-4 sm:px-6">
        <TextLink href={homeHref} className="inline-flex min-h-14 items-center text-on-brand no-underline">
          <Wordmark />
        </TextLink>
        {account && (
          <div className="ms-auto md:order-last">
            <AccountMenu {...account} />
          </div>
        )}
        {links.length > 0 && <HeaderNav links={links} />}
      </div>
    </header>
  )
}

function HeaderNav({ links }: { links: readonly HeaderLink[] }) {
  return (
    <nav aria-label="Hoofdmenu" className="-mx-2 basis-full sm:-mx-3 md:basis-auto">
      <ul className="flex flex-wrap">
        {links.map(({ href, label, short, current, hasNews }) => (
          <li key={href}>
            <TextLink href={href} aria-current={current ? 'page' : undefined} className="header-link">
              {short && (
                <span aria-hidden="true" className="sm:hidden">
                  {short}
                </span>
              )}
              <span className={short && 'max-sm:sr-only'}>{label}</span>
              {hasNews && <span className="ms-2 size-2.5 rounded-full bg-focus-halo" aria-hidden="true" />}
              {hasNews && <span className="sr-only">: er is iets nieuws</span>}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
