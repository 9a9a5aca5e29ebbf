'use client'

import { Download } from 'lucide'
import type { FinishedChart } from '@/components/charts/finished-chart'
import { SafetyChart } from '@/components/charts/safety-chart'
import { GoalsOverview } from '@/components/goals/goals-overview'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { PageHeader } from '@/components/ui/page-header'
import { PrintOnly } from '@/components/ui/print-only'
import { Stations } from '@/components/ui/stations'
import type { Dashboard } from '@/lib/domain/dashboard'
import { formatDate, type PlainDate } from '@/lib/domain/plain-date'
import { SafetyInShort } from './safety-in-short'
import { TopThreeList } from './top-three-list'
import { WhatIsNext } from './what-is-next'

export type DashboardScreenProps = {
  code: string
  today: PlainDate
  chart: FinishedChart
  dashboard: Omit<Dashboard, 'series' | 'marks'>
}

/** The first page of a dossier: where the family stands, how it went, and what is needed next (GIPS §3.4.1). */
export function DashboardScreen({ code, today, chart, dashboard }: DashboardScreenProps) {
  const { stations, attention, coming, overdue, isClosed, safety, topThree, goals, download } = dashboard
  const base = `/gezinnen/${code}`
  return (
    <>
      <PageHeader
        title="Overzicht"
        actions={
          download && (
            <LinkButton href={`${base}/plannen/${download.slug}/pdf`} icon={<Icon of={Download} />}>
              {`Download het ${download.title}, zonder namen`}
            </LinkButton>
          )
        }
      />
      <PrintOnly>{`Dossier ${code}, afgedrukt op ${formatDate(today)}`}</PrintOnly>
      <div className="space-y-6">
        <Card id="line" title="Waar we zijn">
          <Stations
            label="De vijf fasen"
            stations={stations.map(({ path, ...station }) => ({ ...station, href: `${base}${path}` }))}
          />
        </Card>
        <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,5fr)]">
          <WhatIsNext {...{ attention, coming, overdue, isClosed, goals }} dossier={code} />
          <Card id="course" title="Hoe het gaat">
            <SafetyChart id="course-chart" chart={chart} isClosed={isClosed} />
            <SafetyInShort dossier={code} safety={safety} />
          </Card>
        </div>
        <Card id="top-three" title="De TOP-3 van elk overleg">
          <TopThreeList dossier={code} meetings={topThree} isClosed={isClosed} />
        </Card>
        <Card id="all-goals" title="Alle doelen">
          <GoalsOverview goals={goals} isClosed={isClosed} />
        </Card>
      </div>
    </>
  )
}
