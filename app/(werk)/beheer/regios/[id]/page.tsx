import type { Metadata } from 'next'
import { AdministrationPage } from '@/components/administration/administration-page'
import { ActionForm } from '@/components/forms/action-form'
import { FormText } from '@/components/forms/form-fields'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { seriesInList } from '@/lib/data/agenda-series'
import { region } from '@/lib/data/organisations'
import { idInAddress } from '@/lib/domain/form-values'
import { platformFrame } from '@/lib/platform-gate'
import { onPlatform } from '@/lib/viewer'
import { saveRegion } from '../actions'
import { AgendasCard } from './agendas-card'

export const metadata: Metadata = { title: 'Regio' }

/** One region; "nieuw" in its place is one that is not there yet. */
export default async function RegionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const path = '/beheer/regios'
  const { frame, known, series } = await onPlatform(
    'regions.manage',
    async (viewer) => ({
      known: id === 'nieuw' ? null : await region(viewer, id),
      series: id === 'nieuw' ? [] : await seriesInList(viewer),
      frame: platformFrame(viewer),
    }),
    { path: `${path}/${id}`, subject: id === 'nieuw' ? 'region new' : `region ${idInAddress(id)}` },
  )
  const title = known?.name ?? 'Regio toevoegen'
  return (
    <AdministrationPage frame={frame} current="regions">
      <PageHeader above={<Breadcrumb items={[{ href: path, label: 'Regio’s' }]} current={title} />} title={title} />
      <ActionForm action={saveRegion} hidden={{ id: known?.id ?? '' }} label={title}>
        <FormText name="name" label="Naam" autoComplete="off" defaultValue={known?.name ?? ''} />
        <FormText
          name="retentionYears"
          label="Bewaartermijn in jaren"
          hint="Zo lang blijft een gesloten dossier bewaard. Voor jeugdhulp is dat ten minste 20 jaar. Een langere termijn geldt ook voor dossiers die al gesloten zijn, en dat is niet terug te draaien. Een kortere geldt alleen voor dossiers die daarna sluiten."
          inputMode="numeric"
          width="short"
          autoComplete="off"
          defaultValue={String(known?.retentionYears ?? 20)}
        />
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
      {known && <AgendasCard regionId={known.id} series={series} />}
    </AdministrationPage>
  )
}
