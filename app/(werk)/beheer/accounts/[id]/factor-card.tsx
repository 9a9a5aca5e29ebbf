import { ActionForm } from '@/components/forms/action-form'
import { FormTextArea } from '@/components/forms/form-fields'
import { ButtonRow } from '@/components/ui/button-row'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { AccountView, RemovalView } from '@/lib/domain/account-views'
import { askFactorRemoval, confirmFactorRemoval, withdrawFactorRemoval } from '../actions'

/** A lost phone: one administrator asks, another confirms (four eyes). */
export function FactorCard({ account }: { account: AccountView }) {
  const { id, state, isSelf, removal } = account
  if (state === 'closed' || state === 'invited' || isSelf) {
    return null
  }
  return (
    <Card title="Telefoon en herstelcodes kwijt" id="code">
      {state === 'withoutFactor' && (
        <p className="mb-4 max-w-prose">
          De app is losgekoppeld. Er ging een link naar het e-mailadres; die werkt één dag. Is de link verlopen? Vraag
          het dan opnieuw.
        </p>
      )}
      {removal && !removal.isOver ? <Decide removal={removal} /> : <Ask id={id} />}
    </Card>
  )
}

function Ask({ id }: { id: string }) {
  return (
    <ActionForm action={askFactorRemoval} hidden={{ personId: id }} className="space-y-4" label="App loskoppelen">
      <p className="max-w-prose">
        Een tweede beheerder moet dit bevestigen. Bel de persoon eerst zelf, op een nummer dat u al had. Een e-mail
        alleen is niet genoeg.
      </p>
      <FormTextArea name="reason" label="Hoe weet u dat het deze persoon is?" rows={3} />
      <SubmitButton variant="secondary">Vraag om de app los te koppelen</SubmitButton>
    </ActionForm>
  )
}

function Decide({ removal: { id, askedBy, askedAt, reason, isOwn } }: { removal: RemovalView }) {
  const hidden = { removalId: id }
  return (
    <div className="space-y-4">
      <p className="max-w-prose">
        {isOwn ? 'U vroeg' : `${askedBy} vroeg`} op {askedAt} om de app los te koppelen.
      </p>
      <blockquote className="max-w-prose border-s-4 border-line-strong ps-4 break-words whitespace-pre-line">
        {reason}
      </blockquote>
      {isOwn ? (
        <Notice>
          <p>Een andere beheerder moet dit binnen drie dagen bevestigen.</p>
        </Notice>
      ) : (
        <p className="max-w-prose">
          Na bevestigen werken de app en de herstelcodes meteen niet meer. De persoon krijgt een link om een nieuwe app
          te koppelen, en heeft daarbij het wachtwoord nodig.
        </p>
      )}
      <ButtonRow>
        {!isOwn && (
          <ActionForm action={confirmFactorRemoval} hidden={hidden} className="space-y-3" label="Bevestigen">
            <SubmitButton variant="danger">Bevestig: koppel de app los</SubmitButton>
          </ActionForm>
        )}
        <ActionForm action={withdrawFactorRemoval} hidden={hidden} className="space-y-3" label="Intrekken">
          <SubmitButton variant="secondary">{isOwn ? 'Trek dit in' : 'Wijs dit af'}</SubmitButton>
        </ActionForm>
      </ButtonRow>
    </div>
  )
}
