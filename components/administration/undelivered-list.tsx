import { ActionForm } from '@/components/forms/action-form'
import { FormText } from '@/components/forms/form-fields'
import { Badge } from '@/components/ui/badge'
import { ButtonRow } from '@/components/ui/button-row'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { FormAction } from '@/lib/action-state'
import type { UndeliveredMessage } from '@/lib/domain/account-views'

type UndeliveredListProps = { messages: readonly UndeliveredMessage[]; tryAgain: FormAction; dismiss: FormAction }

/** Mail that did not arrive: to whom, since when, what is wrong, and what can be done. */
export function UndeliveredList({ messages, tryAgain, dismiss }: UndeliveredListProps) {
  if (messages.length === 0) {
    return <EmptyState title="Alles is verstuurd">Een bericht dat niet aankomt, ziet u hier vanzelf.</EmptyState>
  }
  return (
    <ul className="space-y-4">
      {messages.map((message) => (
        <li key={message.id} className="card space-y-3">
          <MessageText message={message} />
          <ButtonRow>
            {message.isWanted && (
              <ActionForm action={tryAgain} hidden={{ messageId: message.id }} className="space-y-2">
                <SubmitButton variant="secondary">
                  Probeer opnieuw<VisuallyHidden>: {message.address}</VisuallyHidden>
                </SubmitButton>
              </ActionForm>
            )}
          </ButtonRow>
          {message.isGivenUp && (
            <Disclosure summary="Verstuur het niet meer">
              <ActionForm
                action={dismiss}
                hidden={{ messageId: message.id }}
                className="space-y-3"
                label={`Niet meer versturen: ${message.address}`}
              >
                <FormText
                  id={`reden-${message.id}`}
                  name="reason"
                  label="Waarom niet?"
                  hint="De casusregisseur kan dit lezen. Noem geen namen."
                />
                <SubmitButton variant="secondary">
                  Haal uit de lijst<VisuallyHidden>: {message.address}</VisuallyHidden>
                </SubmitButton>
              </ActionForm>
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  )
}

function MessageText({ message }: { message: UndeliveredMessage }) {
  const { what, address, personId, since, problem, isGivenUp, isWanted } = message
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold break-all">
          {personId ? <TextLink href={`/beheer/accounts/${personId}`}>{address}</TextLink> : address}
        </span>
        {isGivenUp ? <Badge tone="danger">niet aangekomen</Badge> : <Badge tone="warning">wacht nog</Badge>}
      </p>
      <p className="first-letter:uppercase">{what}</p>
      <p>{problem}</p>
      <p className="text-ink-soft">
        Geschreven op {since}.{!isWanted && ' Het is niet meer nodig: de link is verlopen of de toegang is voorbij.'}
      </p>
    </div>
  )
}
