import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { ActionForm } from '@/components/forms/action-form'
import { FormText } from '@/components/forms/form-fields'
import { NetworkFields } from '@/components/people/network-fields'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { leftBehind } from '@/lib/data/left-behind'
import { networkPersonView } from '@/lib/data/network'
import { idInAddress } from '@/lib/domain/form-values'
import { inDossier } from '@/lib/viewer'
import { LeftBehindCard } from '../../../gezinsleden/left-behind-card'
import { change } from '../../actions'

export const metadata: Metadata = { title: 'Netwerk wijzigen' }

type ChangePageProps = { params: Promise<{ code: string; id: string }> }

export default async function ChangeNetworkPersonPage({ params }: ChangePageProps) {
  const { code, id } = await params
  const base = `/gezinnen/${code}/netwerk`
  const { frame, person, left } = await inDossier(
    code,
    'network.edit',
    async (viewer) => ({
      person: await networkPersonView(viewer, id, true),
      left: await leftBehind(viewer, id),
      frame: await dossierFrame(viewer),
    }),
    { path: `${base}/${id}/wijzigen`, subject: `network ${idInAddress(id)}` },
  )
  const above = [
    { href: base, label: 'Netwerk' },
    { href: `${base}/${id}`, label: person.name },
  ]
  return (
    <DossierPage frame={frame} current="network">
      <PageHeader above={<Breadcrumb items={above} current="Wijzigen" />} title={`${person.name} wijzigen`} />
      <ActionForm action={change} hidden={{ dossier: code, networkPersonId: id }} label="Iemand uit het netwerk">
        <NetworkFields
          person={person}
          members={frame.members.map((member) => ({ id: member.id, name: member.firstName }))}
        />
        <FormText
          name="endedOn"
          type="date"
          label="Hoort er niet meer bij sinds"
          optional
          width="medium"
          defaultValue={person.endedOn ?? ''}
        />
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
      {left && (
        <div className="mt-6">
          <LeftBehindCard code={code} goneId={id} name={person.name} desk={left} />
        </div>
      )}
    </DossierPage>
  )
}
