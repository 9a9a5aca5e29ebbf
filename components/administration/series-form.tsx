import { ActionForm } from '@/components/forms/action-form'
import { FormCheckboxGroup, FormText } from '@/components/forms/form-fields'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/action-state'
import { type AgendaSeries, choicesOfSeries } from '@/lib/domain/agendas/series'

type SeriesFormProps = { series: AgendaSeries | null; save: FormAction }

/** The name of a series, and per agenda the questions that it leaves out. */
export function SeriesForm({ series, save }: SeriesFormProps) {
  const leftOut = series?.leftOut ?? []
  return (
    <ActionForm
      action={save}
      hidden={{ id: series?.id ?? '', base: String(series?.number ?? 0) }}
      label={series?.name ?? 'Reeks toevoegen'}
    >
      <FormText name="name" label="Naam" autoComplete="off" defaultValue={series?.name ?? ''} />
      <p className="max-w-prose text-ink-soft">
        Vink aan welke vragen deze reeks weglaat. Alle andere vragen blijven staan: die horen bij GIPS.
      </p>
      {choicesOfSeries().map(({ agenda, items }) =>
        items.length === 0 ? (
          <div key={agenda.kind}>
            <p className="font-semibold">{agenda.title}</p>
            <p className="text-ink-soft">In deze agenda kan geen vraag weg.</p>
          </div>
        ) : (
          <FormCheckboxGroup
            key={agenda.kind}
            name={agenda.kind}
            legend={agenda.title}
            options={items.map(({ key, question }) => ({ value: key, label: question }))}
            defaultValues={leftOut.filter(({ kind }) => kind === agenda.kind).map(({ key }) => key)}
          />
        ),
      )}
      <SubmitButton>{series ? `Bewaar als versie ${series.number + 1}` : 'Bewaar'}</SubmitButton>
    </ActionForm>
  )
}
