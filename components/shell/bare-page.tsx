import type { ReactNode } from 'react'
import { AppHeader } from './app-header'
import { PageMain } from './page-main'

/** A page of a few words for whoever it is: the wordmark leads the way back. */
export function BarePage({ children }: { children: ReactNode }) {
  return (
    <>
      <AppHeader homeHref="/" links={[]} account={null} />
      <PageMain width="narrow">{children}</PageMain>
    </>
  )
}
