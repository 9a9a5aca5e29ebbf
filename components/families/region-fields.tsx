import { FormCheckbox, FormRadioGroup, FormText } from '@/components/forms/form-fields'
import { localMoment } from '@/lib/dates'
import type { RegionFacts } from '@/lib/domain/intake'
import { FRAMEWORKS } from '@/lib/domain/intake-words'
import { choices } from '@/lib/domain/people-words'

type TriageFieldsProps = {
  facts?: Pick<RegionFacts, 'triageReceivedOn' | 'triageComplete' | 'reportedAt' | 'firstActionAt'>
}

/** What the region knows of the report; nothing of it must be known at once. */
export function TriageFields({ facts }: TriageFieldsProps) {
  return (
    <>
      <FormText
        name="triageReceivedOn"
        type="date"
        label="Triage-instrument van Veilig Thuis ontvangen op"
        width="medium"
        defaultValue={facts?.triageReceivedOn ?? ''}
        optional
      />
      <FormCheckbox
        name="triageComplete"
        label="Het triage-instrument is volledig ingevuld"
        defaultChecked={facts?.triageComplete ?? false}
      />
      <Moment name="reportedAt" label="Wanneer kwam de melding?" moment={facts?.reportedAt} />
      <Moment
        name="firstActionAt"
        label="Wanneer was de eerste actie voor veiligheid?"
        hint="Uiterlijk 24 uur na de melding."
        moment={facts?.firstActionAt}
      />
    </>
  )
}

type FrameworkFieldsProps = { framework?: RegionFacts['framework']; optional?: boolean }

/** Pressure or compulsion, from and until. */
export function FrameworkFields({ framework = null, optional }: FrameworkFieldsProps) {
  return (
    <>
      <FormRadioGroup
        name="frameworkKind"
        legend={optional ? 'Welk kader is afgesproken? (niet verplicht)' : 'Welk kader is afgesproken?'}
        options={choices(FRAMEWORKS)}
        defaultValue={framework?.kind}
        inline
      />
      <FormText
        name="frameworkFrom"
        type="date"
        label="Van"
        width="medium"
        defaultValue={framework?.from}
        optional={optional}
      />
      <FormText
        name="frameworkUntil"
        type="date"
        label="Tot en met"
        hint="Minstens 12 maanden. U kunt het later verlengen."
        width="medium"
        defaultValue={framework?.until}
        optional={optional}
      />
    </>
  )
}

type MomentProps = { name: string; label: string; hint?: string; moment: Date | null | undefined }

function Moment({ name, label, hint, moment }: MomentProps) {
  return (
    <FormText
      name={name}
      type="datetime-local"
      label={label}
      hint={hint}
      width="medium"
      defaultValue={moment ? localMoment(moment) : ''}
      optional
    />
  )
}
