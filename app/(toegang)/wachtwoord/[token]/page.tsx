import type { Metadata } from 'next'
import { PageHeader } from '@/components/ui/page-header'
import { accountLink } from '@/lib/data/accounts'
import { appDatabase } from '@/lib/db'
import { NewPassword } from './new-password'

export const metadata: Metadata = { title: 'Nieuw wachtwoord' }

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const found = await accountLink(appDatabase(), token)
  const link = found?.kind === 'reset' ? found : null
  return (
    <>
      <PageHeader title="Nieuw wachtwoord" lead={link && `Voor ${link.email}.`} />
      <NewPassword token={token} isOpen={link !== null} />
    </>
  )
}
