import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { memberDesk } from '@/lib/data/member-desk'
import { idInAddress } from '@/lib/domain/form-values'
import { MEMBER_PARTS } from '@/lib/domain/member-parts'
import { inDossier } from '@/lib/viewer'
import { LeftBehindCard } from '../../../left-behind-card'
import { PartForm } from './part-form'

export const metadata: Metadata = { title: 'Gezinslid wijzigen' }

type ChangePageProps = { params: Promise<{ code: string; id: string; deel: string }> }

export default async function ChangeMemberPage({ params }: ChangePageProps) {
  const { code, id, deel } = await params
  const base = `/gezinnen/${code}/gezinsleden`
  const { frame, desk } = await inDossier(
    code,
    'members.edit',
    async (viewer) => ({ desk: await memberDesk(viewer, id, deel), frame: await dossierFrame(viewer) }),
    { path: `${base}/${id}/wijzigen/${deel}`, subject: `member ${idInAddress(id)}` },
  )
  const above = [
    { href: base, label: 'Gezinsleden' },
    { href: `${base}/${id}`, label: desk.member.name },
  ]
  return (
    <DossierPage frame={frame} current="members">
      <PageHeader
        above={<Breadcrumb items={above} current={MEMBER_PARTS[desk.part]} />}
        title={MEMBER_PARTS[desk.part]}
        lead={desk.member.name}
      />
      <div className="space-y-6">
        <PartForm desk={desk} hidden={{ dossier: code, memberId: id }} />
        {desk.leftBehind && (
          <LeftBehindCard code={code} goneId={id} name={desk.member.firstNames} desk={desk.leftBehind} />
        )}
      </div>
      <p className="mt-8">
        <LinkButton href={`${base}/${id}`}>Terug naar {desk.member.firstNames}</LinkButton>
      </p>
    </DossierPage>
  )
}
