import type { ReactNode } from 'react'
import { holdsOnPlatform } from '@/lib/policy'
import { AppHeader, type HeaderLink } from './app-header'

export type WorkPageProps = {
  viewerName: string
  current: 'families' | 'agreements' | 'messages' | 'administration' | null
  /** Marks the way to the messages: something new is there. */
  hasUnread: boolean
  /** What the viewer is on the platform; left out on the pages of a dossier, where it does not count. */
  platformRoles?: readonly string[]
  children: ReactNode
}

/** The frame of every page behind the login. */
export function WorkPage({ viewerName, current, hasUnread, platformRoles = [], children }: WorkPageProps) {
  return (
    <>
      <AppHeader
        homeHref="/gezinnen"
        links={linksFor({ platformRoles, current, hasUnread })}
        account={{ name: viewerName, links: [{ href: '/account', label: 'Mijn account' }] }}
      />
      {children}
    </>
  )
}

type Shown = Required<Pick<WorkPageProps, 'platformRoles' | 'current' | 'hasUnread'>>

function linksFor({ platformRoles, current, hasUnread }: Shown): HeaderLink[] {
  const links: HeaderLink[] = [
    { href: '/gezinnen', label: 'Mijn gezinnen', short: 'Gezinnen', current: current === 'families' },
    { href: '/mijn-afspraken', label: 'Mijn afspraken', short: 'Afspraken', current: current === 'agreements' },
    { href: '/berichten', label: 'Berichten', current: current === 'messages', hasNews: hasUnread },
  ]
  if (holdsOnPlatform(platformRoles, 'accounts.manage')) {
    return [...links, { href: '/beheer', label: 'Beheer', current: current === 'administration' }]
  }
  return links.map(({ short: _short, ...link }) => link)
}
