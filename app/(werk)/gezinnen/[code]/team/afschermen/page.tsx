import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { OpeningForm } from '@/components/shields/opening-form'
import { ShieldForm } from '@/components/shields/shield-form'
import { ShieldedList } from '@/components/shields/shielded-list'
import { StillNamedCard } from '@/components/shields/still-named-card'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { shieldDesk } from '@/lib/data/shields'
import { mayOpen, mayShield, subjectInAddress } from '@/lib/domain/shield-forms'
import { inDossier } from '@/lib/viewer'
import { open, shield, undo } from '../actions'

export const metadata: Metadata = { title: 'Afschermen' }

type ShieldPageProps = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ShieldPage({ params, searchParams }: ShieldPageProps) {
  const { code } = await params
  const query = await searchParams
  const asked = subjectInAddress(query)
  const base = `/gezinnen/${code}/team`
  const { frame, subject, lines, accounts, found } = await inDossier(
    code,
    'access.manage',
    async (viewer) => ({ ...(await shieldDesk(viewer, asked)), frame: await dossierFrame(viewer) }),
    { path: base, subject: 'shields' },
  )
  const form = { code, subject, accounts }
  return (
    <DossierPage frame={frame} current="team">
      <PageHeader
        above={<Breadcrumb items={[{ href: base, label: 'Team' }]} current="Afschermen" />}
        title={mayShield(subject.kind) ? 'Afschermen of openen' : 'Openen voor het gezin'}
        lead={<span className="break-words">{subject.label}</span>}
      />
      <div className="space-y-6">
        {mayShield(subject.kind) && (
          <Card title="Afschermen" id="afschermen">
            <ShieldForm {...form} action={shield} chosen={String(query.account ?? '')} />
          </Card>
        )}
        {mayOpen(subject.kind) && (
          <Card title="Openen" id="openen">
            <OpeningForm {...form} action={open} />
          </Card>
        )}
        <Card title="Dit geldt nu" id="nu">
          <ShieldedList lines={lines} code={code} lift={undo} />
        </Card>
        {found && <StillNamedCard found={found} subject={subject} />}
      </div>
    </DossierPage>
  )
}
