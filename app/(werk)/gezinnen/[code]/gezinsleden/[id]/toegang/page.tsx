import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { accessDesk } from '@/lib/data/family-access'
import { idInAddress } from '@/lib/domain/form-values'
import { inDossier } from '@/lib/viewer'
import { CurrentAccess } from './current-access'
import { GiveAccess } from './give-access'

export const metadata: Metadata = { title: 'Toegang tot het dossier' }

export default async function AccessPage({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { code, id } = await params
  const base = `/gezinnen/${code}/gezinsleden`
  const { frame, desk } = await inDossier(
    code,
    'access.manage',
    async (viewer) => ({ desk: await accessDesk(viewer, id), frame: await dossierFrame(viewer) }),
    { path: `${base}/${id}/toegang`, subject: `access ${idInAddress(id)}` },
  )
  const above = [
    { href: base, label: 'Gezinsleden' },
    { href: `${base}/${id}`, label: desk.name },
  ]
  return (
    <DossierPage frame={frame} current="members">
      <PageHeader
        above={<Breadcrumb items={above} current="Toegang" />}
        title="Toegang tot het dossier"
        lead={`Mag ${desk.firstName} zelf meelezen? U beslist dat samen, en u kunt het altijd stoppen.`}
      />
      {desk.access ? <CurrentAccess desk={desk} code={code} /> : <GiveAccess desk={desk} code={code} />}
    </DossierPage>
  )
}
