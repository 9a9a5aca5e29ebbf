import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { MemberScreen } from '@/components/people/member-screen'
import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { LinkButton } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { PageHeader } from '@/components/ui/page-header'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { memberView } from '@/lib/data/members'
import { shieldMarks } from '@/lib/data/shield-rows'
import { idInAddress } from '@/lib/domain/form-values'
import { MEMBER_KINDS } from '@/lib/domain/people-words'
import { memberPhotoPath } from '@/lib/domain/photo'
import { holdsIn } from '@/lib/policy'
import { inDossier } from '@/lib/viewer'
import { undo } from '../../team/actions'

export const metadata: Metadata = { title: 'Gezinslid' }

type MemberPageProps = {
  params: Promise<{ code: string; id: string }>
  searchParams: Promise<{ contact?: string }>
}

export default async function MemberPage({ params, searchParams }: MemberPageProps) {
  const { code, id } = await params
  const isContactAsked = (await searchParams).contact === 'toon'
  const base = `/gezinnen/${code}/gezinsleden`
  const { frame, member, marks } = await inDossier(
    code,
    'members.read',
    async (viewer) => ({
      member: await memberView(viewer, id, isContactAsked),
      frame: await dossierFrame(viewer),
      marks: await shieldMarks(viewer),
    }),
    { path: `${base}/${id}`, subject: `member ${idInAddress(id)}` },
  )
  const isDirector = holdsIn(frame, 'members.edit')
  return (
    <DossierPage frame={frame} current="members">
      <PageHeader
        above={<Breadcrumb items={[{ href: base, label: 'Gezinsleden' }]} current={member.name} />}
        title={member.name}
        portrait={<Avatar name={member.name} src={memberPhotoPath(code, id, member.photoId)} size="large" />}
        meta={<Badge>{MEMBER_KINDS[member.kind]}</Badge>}
        actions={
          isDirector && (
            <ButtonRow onPhone="pairs">
              <LinkButton href={`${base}/${id}/wijzigen/naam`}>Naam en plaats wijzigen</LinkButton>
              <LinkButton href={`${base}/${id}/wijzigen/foto`}>
                {member.photoId ? 'Foto wijzigen' : 'Foto toevoegen'}
              </LinkButton>
              <LinkButton href={`${base}/${id}/toegang`}>Toegang tot het dossier</LinkButton>
            </ButtonRow>
          )
        }
      />
      <MemberScreen member={member} code={code} isDirector={isDirector} shields={{ code, marks, lift: undo }} />
    </DossierPage>
  )
}
