import { ActionForm } from '@/components/forms/action-form'
import { FormCheckboxGroup } from '@/components/forms/form-fields'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { formatMoment } from '@/lib/dates'
import type { AskedView, SignalDesk } from '@/lib/domain/signal-views'
import { ask } from './actions'

type ViewsPartProps = { code: string; signalId: string; isOpen: boolean } & Pick<SignalDesk, 'views' | 'candidates'>

/** What people of the team think of it, who did not answer yet, and whom else to ask. */
export function ViewsPart({ code, signalId, isOpen, views, candidates }: ViewsPartProps) {
  return (
    <Card title="Wat anderen ervan vinden" id="anderen">
      <div className="space-y-6">
        {views.length === 0 && <p className="text-ink-soft">Er is nog niemand gevraagd.</p>}
        {views.length > 0 && (
          <ul className="max-w-prose space-y-4">
            {views.map((view) => (
              <li key={view.name} className="space-y-1">
                <View {...view} />
              </li>
            ))}
          </ul>
        )}
        {isOpen && candidates.length > 0 && (
          <ActionForm action={ask} hidden={{ dossier: code, signalId }} label="Anderen vragen" className="space-y-4">
            <FormCheckboxGroup
              name="people"
              legend="Aan wie wilt u het vragen?"
              hint="Zij krijgen bericht en kunnen dit signaal lezen."
              options={candidates.map(({ id, name, profession }) => ({ value: id, label: name, hint: profession }))}
            />
            <SubmitButton variant="secondary">Vraag het</SubmitButton>
          </ActionForm>
        )}
      </div>
    </Card>
  )
}

function View({ name, profession, askedAt, view, answeredAt }: AskedView) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{name}</span>
        {profession && <span className="text-sm text-ink-soft">{profession}</span>}
        {!answeredAt && <Badge tone="warning">nog geen antwoord</Badge>}
      </p>
      {view && <p className="break-words whitespace-pre-line">{view}</p>}
      <p className="text-sm text-ink-soft">
        {answeredAt ? `${formatMoment(answeredAt)}` : `gevraagd op ${formatMoment(askedAt)}`}
      </p>
    </>
  )
}
