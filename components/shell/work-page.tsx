import type { ReactNode } from 'react'
import { holdsOnPlatform } from '@/lib/policy'
import { AppHeader, type HeaderLink } from './app-header'

export type WorkPageProps = {
  viewerName: string
  current: 'families' | 'agreements' | 'administration' | null
  /** What the viewer is on the platform; left out on the pages of a dossier, where it does not count. */
  platformRoles?: readonly string[]
  children: ReactNode
}

/** The frame of every page behind the login. */
export function WorkPage({ viewerName, current, platformRoles = [], children }: WorkPageProps) {
  return (
    <>
      <AppHeader
        homeHref="/gezinnen"
        links={linksFor(platformRoles, current)}
        account={{ name: viewerName, links: [{ href: '/account', label: 'Mijn account' }] }}
      />
      {children}
    </>
  )
}

function linksFor(platformRoles: readonly string[], current: WorkPageProps['current']): HeaderLink[] {
  const links = [
    { href: '/gezinnen', label: 'Mijn gezinnen', current: current === 'families' },
    { href: '/mijn-afspraken', label: 'Mijn afspraken', current: current === 'agreements' },
  ]
  if (holdsOnPlatform(platformRoles, 'accounts.manage')) {
    links.push({ href: '/beheer', label: 'Beheer', current: current === 'administration' })
  }
  return links
}
