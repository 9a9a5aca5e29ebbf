import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { PosterView } from '@/components/plan/poster-view'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { posterPage } from '@/lib/data/poster'
import { holdsIn } from '@/lib/policy'
import { inDossier } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Op de koelkast' }

export default async function PosterPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const base = `/gezinnen/${code}`
  const { frame, poster } = await inDossier(code, 'plans.read', posterPage, {
    path: `${base}/toekomstplan`,
    subject: 'poster',
  })
  return (
    <DossierPage frame={frame} current="plans">
      <PageHeader
        above={<Breadcrumb items={[{ href: `${base}/plannen`, label: 'Plannen' }]} current="Op de koelkast" />}
        title="Op de koelkast"
        lead="Eén blad in uw eigen woorden. Er staat alleen op wat u samen koos."
        actions={
          poster &&
          holdsIn(frame, 'poster.make') && (
            <form action={`/api/gezinnen/${code}/toekomstplan`} method="get">
              <Button>Maak er een blad van (PDF)</Button>
            </form>
          )
        }
      />
      {poster ? (
        <PosterView poster={poster} />
      ) : (
        <EmptyState title="Het toekomstplan is er nog niet">
          Als het toekomstplan definitief is, staat hier het blad voor op de koelkast.
        </EmptyState>
      )}
    </DossierPage>
  )
}
