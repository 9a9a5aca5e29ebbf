import { ActionForm } from '@/components/forms/action-form'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import type { AccountView } from '@/lib/domain/account-views'
import { close, reopen } from '../actions'

/** The end of an account, and back. */
export function ClosingCard({ account: { id, state, isSelf } }: { account: AccountView }) {
  if (isSelf) {
    return null
  }
  const hidden = { personId: id }
  if (state === 'closed') {
    return (
      <Card title="Account openen" id="openen">
        <ActionForm action={reopen} hidden={hidden} className="space-y-4" label="Account openen">
          <p className="max-w-prose">
            Dit account is gesloten. Na openen werken wachtwoord en app weer zoals daarvoor.
          </p>
          <SubmitButton variant="secondary">Open dit account weer</SubmitButton>
        </ActionForm>
      </Card>
    )
  }
  return (
    <Card title="Account sluiten" id="sluiten">
      <ActionForm action={close} hidden={hidden} className="space-y-4" label="Account sluiten">
        <p className="max-w-prose">
          Deze persoon kan dan nergens meer in, ook niet op een bladzijde die nu openstaat. De naam blijft staan bij wat
          is gedaan.
        </p>
        <SubmitButton variant="danger">Sluit dit account</SubmitButton>
      </ActionForm>
    </Card>
  )
}
