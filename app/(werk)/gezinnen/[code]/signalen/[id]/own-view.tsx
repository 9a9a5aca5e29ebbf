import { ActionForm } from '@/components/forms/action-form'
import { FormTextArea } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { formatMoment } from '@/lib/dates'
import type { SignalPage } from '@/lib/domain/signal-views'
import { answer } from './actions'

type OwnViewProps = { code: string; signalId: string; isOpen: boolean; own: NonNullable<SignalPage['ownView']> }

/** For who was asked: what they think of it, which they may mend while the signal is open. */
export function OwnView({ code, signalId, isOpen, own: { askedAt, view, answeredAt } }: OwnViewProps) {
  return (
    <Card title="Wat vindt u hiervan?" id="uw-antwoord">
      <p className="mb-4 text-ink-soft">
        Gevraagd op {formatMoment(askedAt)}
        {answeredAt && `, beantwoord op ${formatMoment(answeredAt)}`}.
      </p>
      {isOpen ? (
        <ActionForm action={answer} hidden={{ dossier: code, signalId }} label="Uw antwoord" className="space-y-4">
          <FormTextArea name="view" label="Uw antwoord" rows={4} defaultValue={view ?? ''} />
          <SubmitButton>{answeredAt ? 'Bewaar' : 'Geef antwoord'}</SubmitButton>
        </ActionForm>
      ) : (
        <p className="max-w-prose break-words whitespace-pre-line">{view ?? 'U gaf geen antwoord.'}</p>
      )}
    </Card>
  )
}
