'use client'

import type { ReactNode } from 'react'
import { CurrentScore, type CurrentScoreProps } from '../safety/current-score'
import { Badge } from '../ui/badge'
import { LinkButton } from '../ui/button'
import { type Tab, TabsNav } from '../ui/tabs-nav'
import { PageMain } from './page-main'

export type DossierShellProps = {
  /** "G-0001". */
  code: string
  familyName: string
  /** The phase in words: "GIPS 2 · stabiele veiligheid". */
  phase: string
  /** Beside the phase: closed, suspended, example. */
  status?: ReactNode
  score: CurrentScoreProps
  /** The parts of the dossier that this person may open, in order. */
  tabs: readonly Tab[]
  /** Where a signal of unsafety is reported, for who may. */
  reportHref: string | null
  children: ReactNode
  width?: 'page' | 'prose' | 'wide'
}

/** What stands above every page of a dossier: whose it is, how safe it is now, and its parts. */
export function DossierShell(props: DossierShellProps) {
  const { code, familyName, phase, status, score, tabs, reportHref, children, width } = props
  return (
    <>
      <section aria-label="Dit dossier" className="dossier-strip border-b border-line bg-surface">
        <div className="mx-auto max-w-page px-4 pt-5 sm:px-6">
          <div className="flex flex-wrap items-center justify-between gap-x-10 gap-y-4 pb-4">
            <div className="min-w-0 space-y-1.5">
              <p className="text-xl font-bold">
                {familyName} <span className="font-normal text-ink-soft">{code}</span>
              </p>
              <p className="flex flex-wrap gap-2">
                <Badge tone="brand">{phase}</Badge>
                {status}
              </p>
            </div>
            <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
              <CurrentScore {...score} />
              {reportHref && <LinkButton href={reportHref}>Signaal melden</LinkButton>}
            </div>
          </div>
          <TabsNav label="Dossier" tabs={tabs} />
        </div>
      </section>
      <PageMain width={width}>{children}</PageMain>
    </>
  )
}
