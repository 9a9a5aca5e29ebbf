'use client'

import { RowTrouble } from '@/components/meeting/row-trouble'
import { useRow } from '@/components/meeting/use-row'
import { TextArea } from '@/components/ui/text-area'
import type { OwnAssessment } from '@/lib/domain/extra-assessment'

type MeasuresFieldProps = { url: string; rowKey: string; measures: OwnAssessment['measures'] }

/** Ideas for what can be done at once, saved while they are typed. */
export function MeasuresField({ url, rowKey, measures: { text, version } }: MeasuresFieldProps) {
  const [row, state] = useRow({ key: rowKey, url, value: { text }, version })
  return (
    <div className="space-y-3">
      <TextArea
        name="measures"
        label="Wat kan er direct gebeuren om het veiliger te maken?"
        hint="Vandaag of deze week. Schrijf ook wie het kan doen."
        optional
        rows={3}
        autoComplete="off"
        error={state.errors.text}
        value={state.value.text}
        onChange={(event) => row.type({ text: event.currentTarget.value })}
      />
      <RowTrouble row={row} state={state} shown={['text']} />
    </div>
  )
}
