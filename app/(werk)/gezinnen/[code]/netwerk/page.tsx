import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { NetworkScreen } from '@/components/people/network-screen'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { networkInList } from '@/lib/data/network'
import { holdsIn } from '@/lib/policy'
import { inDossier } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Netwerk' }

export default async function NetworkPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const base = `/gezinnen/${code}/netwerk`
  const { frame, people } = await inDossier(
    code,
    'network.read',
    async (viewer) => ({ frame: await dossierFrame(viewer), people: await networkInList(viewer) }),
    { path: base, subject: 'network' },
  )
  const add = holdsIn(frame, 'network.edit') && <LinkButton href={`${base}/nieuw`}>Iemand toevoegen</LinkButton>
  return (
    <DossierPage frame={frame} current="network">
      <PageHeader title="Netwerk" lead="Mensen om het gezin heen die steunen en willen helpen." actions={add} />
      {people.length > 0 ? (
        <NetworkScreen people={people} base={base} />
      ) : (
        <EmptyState title="Nog niemand uit het netwerk">
          Vraag elk gezinslid wie er voor hen is: familie, vrienden, buren, een trainer. Wie wil meehelpen, komt hier te
          staan.
        </EmptyState>
      )}
    </DossierPage>
  )
}
