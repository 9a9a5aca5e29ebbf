import type { Metadata } from 'next'
import { PageHeader } from '@/components/ui/page-header'
import { accountLink, appToLink } from '@/lib/data/accounts'
import { appDatabase } from '@/lib/db'
import { NewAppSetUp } from './new-app-set-up'

export const metadata: Metadata = { title: 'Nieuwe app koppelen' }

export default async function NewAppPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const found = await accountLink(appDatabase(), token)
  const link = found?.kind === 'secondFactor' ? found : null
  return (
    <>
      <PageHeader title="Nieuwe app koppelen" lead={link && `Voor ${link.email}.`} />
      <NewAppSetUp token={token} app={link && (await appToLink(appDatabase(), token, link))} />
    </>
  )
}
