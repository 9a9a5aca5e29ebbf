import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { DemoBanner } from '@/components/shell/demo-banner'
import { SkipLink } from '@/components/ui/skip-link'
import { appEnv } from '@/lib/env'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'GIPSonline', template: '%s – GIPSonline' },
  robots: { index: false, follow: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

/** Every page is made anew for who asks: nothing of a dossier is ever kept by a cache. */
export const dynamic = 'force-dynamic'

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="nl">
      <body>
        <SkipLink />
        {appEnv().DEMO && <DemoBanner />}
        {children}
      </body>
    </html>
  )
}
