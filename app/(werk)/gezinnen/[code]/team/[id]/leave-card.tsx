import { ActionForm } from '@/components/forms/action-form'
import { FormTextArea } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { SubmitButton } from '@/components/ui/submit-button'
import type { LeaveRequest } from '@/lib/data/leave-requests'
import { formatDate } from '@/lib/domain/plain-date'
import { askForLeave, stay } from '../actions'

/** One's own wish to stop: the case director sees it, ends it and hands over what is still open. */
export function LeaveCard({ code, request }: { code: string; request: LeaveRequest | null }) {
  if (request) {
    return (
      <Card title="U vroeg om te stoppen" id="stoppen">
        <ActionForm action={stay} hidden={{ dossier: code }} label="Toch blijven" className="space-y-4">
          <p className="max-w-prose">
            Op {formatDate(request.askedOn)} vroeg u de casusregisseur om uw betrokkenheid te beëindigen. Zolang dat
            niet gebeurd is, blijft u in het team.
          </p>
          <p className="max-w-prose break-words whitespace-pre-line text-ink-soft">{request.reason}</p>
          <SubmitButton variant="secondary">Trek deze vraag in</SubmitButton>
        </ActionForm>
      </Card>
    )
  }
  return (
    <Disclosure summary="Ik wil stoppen in dit dossier">
      <ActionForm action={askForLeave} hidden={{ dossier: code }} label="Vragen om te stoppen" className="space-y-4">
        <FormTextArea
          name="reason"
          label="Waarom wilt u stoppen?"
          hint="Alleen de casusregisseur leest dit."
          rows={2}
        />
        <SubmitButton variant="secondary">Vraag de casusregisseur</SubmitButton>
      </ActionForm>
    </Disclosure>
  )
}
