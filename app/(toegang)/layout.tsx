import type { ReactNode } from 'react'
import { AppHeader } from '@/components/shell/app-header'
import { PageMain } from '@/components/shell/page-main'

export default function AccessLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <AppHeader homeHref="/" links={[]} account={null} />
      <PageMain width="narrow">{children}</PageMain>
    </>
  )
}
