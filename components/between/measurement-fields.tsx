import { FormScore, FormSelect, FormText, FormTextArea } from '@/components/forms/form-fields'
import { Fieldset } from '@/components/ui/fieldset'
import { CONTACT_KINDS, type ContactKind } from '@/lib/domain/measurement'
import type { Named } from '@/lib/domain/people-views'
import { choices } from '@/lib/domain/people-words'
import type { PlainDate } from '@/lib/domain/plain-date'
import { typedScore } from '@/lib/domain/score'

type ContactFieldsProps = { today: PlainDate; on: PlainDate; contact?: ContactKind }

/** The day of a contact, and what kind it was. */
export function ContactFields({ today, on, contact }: ContactFieldsProps) {
  return (
    <>
      <FormText
        name="measuredOn"
        label="Datum van het contact"
        type="date"
        width="short"
        max={today}
        defaultValue={on}
      />
      <FormSelect
        name="contact"
        label="Hoe weet u het?"
        placeholder="Kies"
        options={choices(CONTACT_KINDS)}
        defaultValue={contact ?? ''}
      />
    </>
  )
}

/** What a contact said of one child; the names of the fields end in the child's id, where there are several. */
export function ChildScores({ child }: { child: Named }) {
  return (
    <Fieldset id={`kind-${child.id}`} legend={child.name} size="large">
      <div className="space-y-4">
        <ScoreFields suffix={`.${child.id}`} />
        <FormTextArea name={`explanation.${child.id}`} label="Toelichting" rows={3} />
      </div>
    </Fieldset>
  )
}

type ScoreFieldsProps = { suffix?: string; current?: number; lasting?: number }

/** Safety now and lasting safety, beside each other. */
export function ScoreFields({ suffix = '', current, lasting }: ScoreFieldsProps) {
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-4">
      <FormScore
        name={`current${suffix}`}
        label="Veiligheid nu"
        hint="Van 0 tot 10"
        defaultValue={typedScore(current ?? null)}
      />
      <FormScore
        name={`lasting${suffix}`}
        label="Blijvende veiligheid"
        hint="Van 0 tot 10"
        defaultValue={typedScore(lasting ?? null)}
      />
    </div>
  )
}
