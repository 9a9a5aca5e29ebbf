import type { ReactNode } from 'react'
import { AppHeader } from './app-header'

export type WorkPageProps = {
  viewerName: string
  current: 'families' | 'agreements' | null
  children: ReactNode
}

/** The frame of every page behind the login. */
export function WorkPage({ viewerName, current, children }: WorkPageProps) {
  return (
    <>
      <AppHeader
        homeHref="/gezinnen"
        links={[
          { href: '/gezinnen', label: 'Mijn gezinnen', current: current === 'families' },
          { href: '/mijn-afspraken', label: 'Mijn afspraken', current: current === 'agreements' },
        ]}
        account={{ name: viewerName }}
      />
      {children}
    </>
  )
}
