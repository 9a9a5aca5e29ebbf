import type { ReactNode } from 'react'
import { PageMain } from '@/components/shell/page-main'
import { WorkPage } from '@/components/shell/work-page'
import { TabsNav } from '@/components/ui/tabs-nav'
import type { PlatformFrame } from '@/lib/domain/account-views'

const PARTS = [
  { key: 'overview', path: '', label: 'Overzicht' },
  { key: 'accounts', path: '/accounts', label: 'Accounts' },
  { key: 'organisations', path: '/organisaties', label: 'Organisaties' },
  { key: 'regions', path: '/regios', label: 'Regio’s' },
  { key: 'agendas', path: '/agendas', label: 'Agenda’s' },
  { key: 'import', path: '/invoeren', label: 'Lijst invoeren' },
  { key: 'messages', path: '/berichten', label: 'Berichten' },
] as const

type AdministrationPageProps = { frame: PlatformFrame; current: (typeof PARTS)[number]['key']; children: ReactNode }

/** Every page of the administration: the header, its parts, and the page. */
export function AdministrationPage({ frame, current, children }: AdministrationPageProps) {
  const tabs = PARTS.map(({ key, path, label }) => ({ href: `/beheer${path}`, label, current: key === current }))
  return (
    <WorkPage {...frame} current="administration">
      <div className="border-b border-line bg-surface">
        <div className="mx-auto max-w-page px-4 pt-3 sm:px-6">
          <TabsNav label="Beheer" tabs={tabs} />
        </div>
      </div>
      <PageMain>{children}</PageMain>
    </WorkPage>
  )
}
