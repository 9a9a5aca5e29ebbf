import { ActionForm } from '@/components/forms/action-form'
import { FormSelect } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'
import type { AgendaSeries } from '@/lib/domain/agendas/series'
import { chooseSeriesOfRegion } from '../../agendas/actions'

type AgendasCardProps = { regionId: string; series: readonly AgendaSeries[] }

/** With which agendas the new dossiers of this region start. */
export function AgendasCard({ regionId, series }: AgendasCardProps) {
  const chosen = series.find(({ regions }) => regions.some(({ id }) => id === regionId))
  const options = [
    { value: '', label: 'De landelijke agenda’s' },
    ...series.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <Card title="Agenda’s" id="agendas" className="mt-8">
      <ActionForm action={chooseSeriesOfRegion} hidden={{ regionId }} label="Agenda’s van de regio">
        <FormSelect
          name="seriesId"
          label="Reeks"
          hint="Nieuwe dossiers beginnen met deze reeks en houden haar. Dossiers die er al zijn, veranderen niet."
          options={options}
          defaultValue={chosen?.id ?? ''}
        />
        <SubmitButton variant="secondary">Bewaar de keuze</SubmitButton>
      </ActionForm>
      <p className="mt-4">
        <TextLink href={chosen ? `/beheer/agendas/${chosen.id}` : '/beheer/agendas'}>
          {chosen ? 'Bekijk deze reeks' : 'Naar de reeksen'}
        </TextLink>
      </p>
    </Card>
  )
}
