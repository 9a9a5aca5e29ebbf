import { ActionForm } from '@/components/forms/action-form'
import { FormCheckboxGroup, FormSelect } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { DIGEST_DAYS, languageOptions, MAIL_CHOICES } from '@/lib/domain/mail-words'
import type { OwnMail } from '@/lib/domain/reminder'
import { saveMail } from './actions'

const DAYS = ['daily', '1', '2', '3', '4', '5'] as const

/** Which reminders come by mail and how often, and in which language all mail is. */
export function MailCard({ mail: { offered, wanted, weekday, language, languages } }: { mail: OwnMail }) {
  return (
    <Card title="E-mail die u krijgt" id="e-mail">
      <ActionForm action={saveMail} className="space-y-4" label="E-mail die u krijgt">
        <FormCheckboxGroup
          name="wanted"
          legend="Waaraan mogen wij u herinneren?"
          options={offered.map((value) => ({ value, label: MAIL_CHOICES[value] }))}
          defaultValues={wanted}
        />
        <FormSelect
          name="digest"
          label="Hoe vaak?"
          hint="Wat op u wacht, staat bij elkaar in één e-mail."
          defaultValue={weekday === null ? 'daily' : String(weekday)}
          options={DAYS.map((value) => ({ value, label: DIGEST_DAYS[value] }))}
        />
        <FormSelect
          name="language"
          label="In welke taal?"
          hint="Dit geldt voor alle e-mail. GIPSonline zelf is in het Nederlands."
          defaultValue={language}
          options={languageOptions(languages)}
        />
        <p className="max-w-prose text-ink-soft">
          Uitnodigingen, definitieve plannen, signalen, vragen om een inschatting en berichten over uw account krijgt u
          altijd.
        </p>
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
    </Card>
  )
}
