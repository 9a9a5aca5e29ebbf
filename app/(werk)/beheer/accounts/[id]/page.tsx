import type { Metadata } from 'next'
import { AccountStateBadge } from '@/components/administration/account-state-badge'
import { AdministrationPage } from '@/components/administration/administration-page'
import { Badge } from '@/components/ui/badge'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { accountView, certifiedChairs } from '@/lib/data/account-list'
import { regionsInList } from '@/lib/data/organisations'
import { platformRoleText } from '@/lib/domain/account-words'
import { idInAddress } from '@/lib/domain/form-values'
import { platformFrame } from '@/lib/platform-gate'
import { onPlatform } from '@/lib/viewer'
import { AccountCard } from './account-card'
import { ChairCard } from './chair-card'
import { ClosingCard } from './closing-card'
import { FactorCard } from './factor-card'
import { RolesCard } from './roles-card'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const path = `/beheer/accounts/${id}`
  const { frame, account, regions, chairs } = await onPlatform(
    'accounts.manage',
    async (viewer) => ({
      account: await accountView(viewer, id),
      regions: await regionsInList(viewer),
      chairs: await certifiedChairs(viewer),
      frame: platformFrame(viewer),
    }),
    { path, subject: `account ${idInAddress(id)}` },
  )
  const name = account.name ?? 'Account van een gezinslid'
  return (
    <AdministrationPage frame={frame} current="accounts">
      <PageHeader
        above={<Breadcrumb items={[{ href: '/beheer/accounts', label: 'Accounts' }]} current={name} />}
        title={name}
        meta={
          <>
            <AccountStateBadge state={account.state} />
            {account.roles.map((role) => (
              <Badge key={role.id} tone="brand">
                {platformRoleText(role)}
              </Badge>
            ))}
          </>
        }
        actions={!account.isFamily && <LinkButton href={`${path}/wijzigen`}>Gegevens wijzigen</LinkButton>}
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <AccountCard account={account} />
          {!account.isFamily && <RolesCard account={account} regions={regions} />}
        </div>
        <div className="grid gap-6">
          {!account.isFamily && <ChairCard account={account} chairs={chairs.filter((chair) => chair.id !== id)} />}
          <FactorCard account={account} />
          <ClosingCard account={account} />
        </div>
      </div>
    </AdministrationPage>
  )
}
