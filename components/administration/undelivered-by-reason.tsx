import { ActionForm } from '@/components/forms/action-form'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FormAction } from '@/lib/action-state'
import type { UndeliveredMessage } from '@/lib/domain/account-views'

type UndeliveredByReasonProps = { messages: readonly UndeliveredMessage[]; tryAllAgain: FormAction }

/** Where several letters failed for one reason: the reason, how many, and all of them once more. */
export function UndeliveredByReason({ messages, tryAllAgain }: UndeliveredByReasonProps) {
  const failed = messages.filter(({ isGivenUp, error }) => isGivenUp && error !== null)
  const groups = [...Map.groupBy(failed, ({ error }) => error ?? '')].filter(([, group]) => group.length > 1)
  if (groups.length === 0) {
    return null
  }
  return (
    <Card title="Om dezelfde reden" id="redenen">
      <ul className="divide-y divide-line">
        {groups.map(([error, group]) => (
          <li key={error} className="space-y-3 py-4">
            <p>
              <strong>{group.length} berichten:</strong> {group[0]?.problem}
            </p>
            <ActionForm action={tryAllAgain} hidden={{ error }} className="space-y-3" label={group[0]?.problem}>
              <SubmitButton variant="secondary">Probeer deze {group.length} opnieuw</SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Card>
  )
}
