import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { ActionForm } from '@/components/forms/action-form'
import { NetworkFields } from '@/components/people/network-fields'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { inDossier } from '@/lib/viewer'
import { add } from '../actions'

export const metadata: Metadata = { title: 'Iemand uit het netwerk toevoegen' }

export default async function NewNetworkPersonPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const base = `/gezinnen/${code}/netwerk`
  const frame = await inDossier(code, 'network.edit', dossierFrame, { path: `${base}/nieuw`, subject: 'network new' })
  const members = frame.members.map(({ id, firstName }) => ({ id, name: firstName }))
  return (
    <DossierPage frame={frame} current="network">
      <PageHeader
        above={<Breadcrumb items={[{ href: base, label: 'Netwerk' }]} current="Toevoegen" />}
        title="Iemand uit het netwerk toevoegen"
      />
      <ActionForm action={add} hidden={{ dossier: code }} label="Iemand uit het netwerk">
        <NetworkFields members={members} />
        <SubmitButton>Voeg toe</SubmitButton>
      </ActionForm>
    </DossierPage>
  )
}
