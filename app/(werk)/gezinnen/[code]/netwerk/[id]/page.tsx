import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { ContactCard } from '@/components/people/contact-card'
import { EditLink } from '@/components/people/edit-link'
import { NetworkPersonCard } from '@/components/people/network-screen'
import { ShieldState } from '@/components/shields/shield-state'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { networkPersonView } from '@/lib/data/network'
import { shieldMarks } from '@/lib/data/shield-rows'
import { idInAddress } from '@/lib/domain/form-values'
import { holdsIn } from '@/lib/policy'
import { inDossier } from '@/lib/viewer'
import { undo } from '../../team/actions'

export const metadata: Metadata = { title: 'Netwerk' }

type PersonPageProps = { params: Promise<{ code: string; id: string }>; searchParams: Promise<{ contact?: string }> }

export default async function NetworkPersonPage({ params, searchParams }: PersonPageProps) {
  const { code, id } = await params
  const isContactAsked = (await searchParams).contact === 'toon'
  const base = `/gezinnen/${code}/netwerk`
  const here = `${base}/${id}`
  const { frame, person, marks } = await inDossier(
    code,
    'network.read',
    async (viewer) => ({
      person: await networkPersonView(viewer, id, isContactAsked),
      frame: await dossierFrame(viewer),
      marks: await shieldMarks(viewer),
    }),
    { path: here, subject: `network ${idInAddress(id)}` },
  )
  const shields = { code, marks, lift: undo }
  const mayEdit = holdsIn(frame, 'network.edit')
  const change = mayEdit && (
    <EditLink href={`${here}/wijzigen`} what={person.name}>
      Wijzig
    </EditLink>
  )
  return (
    <DossierPage frame={frame} current="network">
      <PageHeader
        above={<Breadcrumb items={[{ href: base, label: 'Netwerk' }]} current={person.name} />}
        title={person.name}
        actions={change}
      />
      <div className="grid gap-6 lg:grid-cols-2">
        <NetworkPersonCard
          person={person}
          actions={
            mayEdit && <ShieldState desk={shields} subject={{ kind: 'memberDetails', id }} what="naam en gegevens" />
          }
        />
        <ContactCard
          contact={person.contact}
          name={person.name}
          href={here}
          actions={
            mayEdit && <ShieldState desk={shields} subject={{ kind: 'memberContact', id }} what="adres en telefoon" />
          }
        />
      </div>
    </DossierPage>
  )
}
