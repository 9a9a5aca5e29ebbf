import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { TrailScreen } from '@/components/trail/trail-screen'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { trailPage } from '@/lib/data/trail'
import { holdsIn } from '@/lib/policy'
import { inDossier } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Wie keek mee' }

interface Props {
  params: Promise<{ code: string }>
  searchParams: Promise<{ voor?: string | string[] }>
}

export default async function TrailPage({ params, searchParams }: Props) {
  const { code } = await params
  const { voor } = await searchParams
  const before = typeof voor === 'string' && /^\d{1,18}$/.test(voor) ? voor : null
  const path = `/gezinnen/${code}/inzage`
  const place = { path, subject: 'trail' }
  const { frame, days, earlierBefore } = await inDossier(
    code,
    'trail.read',
    (viewer) => trailPage(viewer, before),
    place,
  )
  return (
    <DossierPage frame={frame} current="trail" width="prose">
      <PageHeader
        title="Wie keek mee"
        lead="Iedereen die dit dossier opent of iets wijzigt, laat hier een regel achter. Niemand kan die regels veranderen."
      />
      {holdsIn(frame, 'messages.read') && (
        <p className="mb-6">
          <TextLink href={`/gezinnen/${code}/berichten`}>Bekijk wie een bericht kreeg</TextLink>
        </p>
      )}
      <TrailScreen
        days={days}
        earlierHref={earlierBefore && `${path}?voor=${earlierBefore}`}
        newestHref={before && path}
      />
    </DossierPage>
  )
}
