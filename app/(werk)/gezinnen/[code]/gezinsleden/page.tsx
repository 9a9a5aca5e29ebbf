import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { MembersScreen } from '@/components/people/members-screen'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { membersInList } from '@/lib/data/members'
import { holdsIn } from '@/lib/policy'
import { inDossier } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Gezinsleden' }

export default async function MembersPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const base = `/gezinnen/${code}/gezinsleden`
  const { frame, members } = await inDossier(
    code,
    'members.read',
    async (viewer) => ({ frame: await dossierFrame(viewer), members: await membersInList(viewer) }),
    { path: base, subject: 'members' },
  )
  const add = holdsIn(frame, 'members.edit') && <LinkButton href={`${base}/nieuw`}>Gezinslid toevoegen</LinkButton>
  return (
    <DossierPage frame={frame} current="members">
      <PageHeader title="Gezinsleden" lead="Wie er bij dit gezin horen." actions={add} />
      {members.length > 0 ? (
        <MembersScreen members={members} code={code} />
      ) : (
        <EmptyState title="Nog geen gezinsleden">
          De casusregisseur vult hier in wie er bij het gezin horen: eerst de kinderen, dan de volwassenen.
        </EmptyState>
      )}
    </DossierPage>
  )
}
