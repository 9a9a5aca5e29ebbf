import { ActionForm } from '@/components/forms/action-form'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/action-state'
import type { OpenInvitation } from '@/lib/domain/account-views'
import { invitationText } from '@/lib/domain/account-words'
import { formatDate } from '@/lib/domain/plain-date'

type InvitationCardProps = { invitation: OpenInvitation; name: string; code: string; again: FormAction }

/** For the case director: somebody who still has to set up the account, and a way to invite them again. */
export function InvitationCard({ invitation: { personId, state, sentOn }, name, code, again }: InvitationCardProps) {
  return (
    <Card title="Uitnodiging" id="uitnodiging">
      <ActionForm action={again} hidden={{ dossier: code, personId }} className="space-y-4" label="Uitnodiging">
        <p className="max-w-prose break-words">
          {name} heeft het account nog niet klaargemaakt. {invitationText(state)}
          {sentOn && <span className="block text-ink-soft">Verstuurd op {formatDate(sentOn)}</span>}
        </p>
        <SubmitButton variant="secondary">Stuur de uitnodiging opnieuw</SubmitButton>
      </ActionForm>
    </Card>
  )
}
