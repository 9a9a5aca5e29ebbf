import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { InvitationCard } from '@/components/people/invitation-card'
import { ProfessionalScreen } from '@/components/people/professional-screen'
import { TeamRoles } from '@/components/people/team-screen'
import { ShieldState } from '@/components/shields/shield-state'
import { Avatar } from '@/components/ui/avatar'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { openInvitations } from '@/lib/data/invitations'
import { leaveRequestOf } from '@/lib/data/leave-requests'
import { shieldMarks } from '@/lib/data/shield-rows'
import { professionalView } from '@/lib/data/team'
import { idInAddress } from '@/lib/domain/form-values'
import { professionalPhotoPath } from '@/lib/domain/photo'
import { holdsIn } from '@/lib/policy'
import { inDossier } from '@/lib/viewer'
import { tickAgreementByForm } from '../../../../mijn-afspraken/actions'
import { inviteAgain, undo } from '../actions'
import { LeaveCard } from './leave-card'

export const metadata: Metadata = { title: 'Professional' }

export default async function ProfessionalPage({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { code, id } = await params
  const base = `/gezinnen/${code}/team`
  const { frame, person, request, invitation, marks } = await inDossier(
    code,
    'team.read',
    async (viewer) => ({
      person: await professionalView(viewer, id),
      request: await leaveRequestOf(viewer, id),
      invitation: (await openInvitations(viewer)).find(({ personId }) => personId === id) ?? null,
      frame: await dossierFrame(viewer),
      marks: await shieldMarks(viewer),
    }),
    { path: `${base}/${id}`, subject: `team ${idInAddress(id)}` },
  )
  const actions = holdsIn(frame, 'team.edit') && (
    <span className="flex flex-wrap items-center gap-x-4">
      <ShieldState
        desk={{ code, marks, lift: undo }}
        subject={{ kind: 'teamMember', id: person.membershipId }}
        what="naam en gegevens"
      />
      {person.isActive && <LinkButton href={`${base}/${id}/wijzigen`}>Wijzigen of beëindigen</LinkButton>}
    </span>
  )
  return (
    <DossierPage frame={frame} current="team">
      <PageHeader
        above={<Breadcrumb items={[{ href: base, label: 'Team' }]} current={person.name} />}
        title={person.name}
        portrait={<Avatar name={person.name} src={professionalPhotoPath(code, id, person.photoId)} size="large" />}
        meta={<TeamRoles person={person} />}
        actions={actions}
      />
      {invitation && (
        <div className="mb-6">
          <InvitationCard invitation={invitation} name={person.name} code={code} again={inviteAgain} />
        </div>
      )}
      <div className="space-y-10">
        <ProfessionalScreen person={person} code={code} today={frame.today} tick={tickAgreementByForm} />
        {person.isViewer && holdsIn(frame, 'team.leave') && <LeaveCard code={code} request={request} />}
      </div>
    </DossierPage>
  )
}
