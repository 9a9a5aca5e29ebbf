import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { FamilyAccess } from '@/components/people/family-accounts-card'
import { TeamScreen } from '@/components/people/team-screen'
import { LinkButton } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { PageHeader } from '@/components/ui/page-header'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { openInvitations } from '@/lib/data/invitations'
import { photosOfTeam } from '@/lib/data/professional-photos'
import { shieldsInForce } from '@/lib/data/shields'
import { familyAccounts, teamInList } from '@/lib/data/team'
import { holds, holdsIn } from '@/lib/policy'
import { inDossier } from '@/lib/viewer'
import { undo } from './actions'

export const metadata: Metadata = { title: 'Team' }

export default async function TeamPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const base = `/gezinnen/${code}/team`
  const { frame, team, photos, accounts, lines, invitations } = await inDossier(
    code,
    'team.read',
    async (viewer) => ({
      frame: await dossierFrame(viewer),
      team: await teamInList(viewer),
      photos: await photosOfTeam(viewer),
      accounts: await familyAccounts(viewer),
      invitations: await openInvitations(viewer),
      lines: holds(viewer.roles, 'access.manage') ? await shieldsInForce(viewer) : [],
    }),
    { path: base, subject: 'team' },
  )
  const actions = holdsIn(frame, 'team.edit') && (
    <ButtonRow onPhone="pairs">
      <LinkButton href={`${base}/regie`}>Regie</LinkButton>
      <LinkButton href={`${base}/nieuw`}>Professional toevoegen</LinkButton>
    </ButtonRow>
  )
  return (
    <DossierPage frame={frame} current="team">
      <PageHeader title="GIPS-team" lead="De professionals die nu met dit gezin werken." actions={actions} />
      <TeamScreen team={team} code={code} photos={photos} invitations={invitations} />
      {holdsIn(frame, 'access.manage') && (
        <FamilyAccess accounts={accounts} lines={lines} code={code} lift={undo} invitations={invitations} />
      )}
    </DossierPage>
  )
}
