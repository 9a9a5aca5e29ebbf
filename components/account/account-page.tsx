import type { ReactNode } from 'react'
import { PageMain } from '@/components/shell/page-main'
import { WorkPage } from '@/components/shell/work-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import type { PlatformFrame } from '@/lib/domain/account-views'

type AccountPageProps = { frame: PlatformFrame; title: string; lead: string; children: ReactNode }

/** One step about one's own account, under the page of the account. */
export function AccountPage({ frame, title, lead, children }: AccountPageProps) {
  return (
    <WorkPage {...frame} current={null}>
      <PageMain width="prose">
        <PageHeader
          above={<Breadcrumb items={[{ href: '/account', label: 'Mijn account' }]} current={title} />}
          title={title}
          lead={lead}
        />
        {children}
      </PageMain>
    </WorkPage>
  )
}
