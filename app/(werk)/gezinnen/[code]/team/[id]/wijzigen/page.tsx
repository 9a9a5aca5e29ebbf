import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { leaveRequestOf } from '@/lib/data/leave-requests'
import { leavingDesk } from '@/lib/data/leaving'
import { membersToWorkWith, professionalView } from '@/lib/data/team'
import { idInAddress } from '@/lib/domain/form-values'
import { inDossier } from '@/lib/viewer'
import { InvolvementForms } from './involvement-forms'

export const metadata: Metadata = { title: 'Betrokkenheid wijzigen' }

export default async function ChangeInvolvementPage({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { code, id } = await params
  const base = `/gezinnen/${code}/team`
  const { frame, person, ...desk } = await inDossier(
    code,
    'team.edit',
    async (viewer) => ({
      person: await professionalView(viewer, id),
      members: await membersToWorkWith(viewer),
      leaving: await leavingDesk(viewer, id),
      request: await leaveRequestOf(viewer, id),
      frame: await dossierFrame(viewer),
    }),
    { path: `${base}/${id}/wijzigen`, subject: `team ${idInAddress(id)}` },
  )
  const above = [
    { href: base, label: 'Team' },
    { href: `${base}/${id}`, label: person.name },
  ]
  return (
    <DossierPage frame={frame} current="team">
      <PageHeader above={<Breadcrumb items={above} current="Wijzigen" />} title={`Betrokkenheid van ${person.name}`} />
      <InvolvementForms person={person} {...desk} hidden={{ dossier: code, personId: person.personId }} />
    </DossierPage>
  )
}
