import { v7 } from 'uuid'
import { ActionForm } from '@/components/forms/action-form'
import { FormTextArea } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { SubmitButton } from '@/components/ui/submit-button'
import { formatMoment } from '@/lib/dates'
import type { SignalState } from '@/lib/domain/signal'
import type { SignalDesk } from '@/lib/domain/signal-views'
import { acknowledge, close, note } from './actions'

type TakeOverProps = { code: string; signalId: string; state: SignalState } & Pick<SignalDesk, 'actions'>

/** For who takes over: say that it was seen, write down what is done, and close it with what it came to. */
export function TakeOver({ code, signalId, state, actions }: TakeOverProps) {
  const hidden = { dossier: code, signalId }
  if (state === 'reported') {
    return (
      <Card title="Nog niemand heeft dit gezien" id="zien">
        <ActionForm action={acknowledge} hidden={hidden} label="Gezien" className="space-y-4">
          <p className="max-w-prose">
            Wie het meldde ziet dan dat u het weet. Anderen krijgen er geen bericht meer over.
          </p>
          <SubmitButton wide>Ik heb dit gezien</SubmitButton>
        </ActionForm>
      </Card>
    )
  }
  return (
    <Card title="Wat er wordt gedaan" id="doen">
      <div className="space-y-6">
        <Actions actions={actions} />
        {state === 'acknowledged' && (
          <>
            <ActionForm
              action={note}
              hidden={{ ...hidden, formId: v7() }}
              label="Actie opschrijven"
              className="space-y-4"
            >
              <FormTextArea name="text" label="Wat heeft u gedaan?" rows={2} />
              <SubmitButton variant="secondary">Schrijf op</SubmitButton>
            </ActionForm>
            <Disclosure summary="Dit signaal afronden">
              <ActionForm action={close} hidden={hidden} label="Signaal afronden" className="space-y-4">
                <FormTextArea
                  name="outcome"
                  label="Wat is er gedaan, en hoe loopt het af?"
                  hint="Wie het meldde leest dit ook. Daarna verandert er niets meer aan dit signaal."
                  rows={4}
                />
                <SubmitButton>Rond af</SubmitButton>
              </ActionForm>
            </Disclosure>
          </>
        )}
      </div>
    </Card>
  )
}

function Actions({ actions }: Pick<SignalDesk, 'actions'>) {
  if (actions.length === 0) {
    return <p className="text-ink-soft">Er is nog niets opgeschreven.</p>
  }
  return (
    <ol className="max-w-prose space-y-3">
      {actions.map(({ text, by, at }) => (
        <li key={`${at.toISOString()} ${text}`} className="border-s-4 border-line ps-3">
          <p className="break-words whitespace-pre-line">{text}</p>
          <p className="text-sm text-ink-soft">
            {formatMoment(at)} · {by}
          </p>
        </li>
      ))}
    </ol>
  )
}
