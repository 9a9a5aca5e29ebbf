import { ActionForm } from '@/components/forms/action-form'
import { FormTextArea } from '@/components/forms/form-fields'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { SubmitButton } from '@/components/ui/submit-button'
import type { AccountAtSignal } from '@/lib/domain/signal-views'
import { suspend } from './actions'

type SuspendPartProps = { code: string; signalId: string; accounts: readonly AccountAtSignal[] }

/** For the chair or case manager who saw the signal: to close the dossier to an account of the family, at once. */
export function SuspendPart({ code, signalId, accounts }: SuspendPartProps) {
  return (
    <Card title="Toegang stilzetten" id="toegang">
      <div className="max-w-prose space-y-4">
        <p>
          Is het gevaarlijk dat iemand van het gezin nu meeleest? Zet de toegang dan stil. Dat geldt meteen, ook voor
          een pagina die al openstaat. Alleen de casusregisseur heft dit weer op.
        </p>
        {accounts.map(({ personId, name, isSuspended }) =>
          isSuspended ? (
            <p key={personId} className="flex flex-wrap items-center gap-3">
              <span className="font-semibold">{name}</span> <Badge tone="warning">toegang staat stil</Badge>
            </p>
          ) : (
            <Disclosure key={personId} summary={`Toegang van ${name} stilzetten`}>
              <ActionForm
                action={suspend}
                hidden={{ dossier: code, signalId, personId }}
                label={`Toegang van ${name} stilzetten`}
                className="space-y-4"
              >
                <FormTextArea
                  name="reason"
                  label="Waarom?"
                  hint="Dit leest de casusregisseur, en wie dit signaal behandelt. Het gezin leest dit niet."
                  rows={2}
                />
                <SubmitButton variant="secondary">Zet stil</SubmitButton>
              </ActionForm>
            </Disclosure>
          ),
        )}
      </div>
    </Card>
  )
}
