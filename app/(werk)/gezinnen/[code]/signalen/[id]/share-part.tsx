import { ActionForm } from '@/components/forms/action-form'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'
import type { SharingAccount } from '@/lib/domain/signal-views'
import { share } from './actions'

type SharePartProps = { code: string; signalId: string; accounts: readonly SharingAccount[] }

/** What each account of the family may know of it: nothing, until the case director lets them read it; and a way to close the dossier to one. */
export function SharePart({ code, signalId, accounts }: SharePartProps) {
  return (
    <Card title="Het gezin" id="gezin">
      <div className="max-w-prose space-y-4">
        <p>
          Het gezin ziet dit signaal niet, ook niet dat het er is. Deelt u het, dan leest iemand wat er is gebeurd en
          wat er is gedaan, maar niet wie het meldde. Maakt wat er staat duidelijk wie dat was? Deel het dan niet.
        </p>
        {accounts.length === 0 && <p className="text-ink-soft">Niemand van het gezin heeft toegang.</p>}
        {accounts.map(({ personId, memberId, name, isShared }) => (
          <div key={personId} className="space-y-2 border-t border-line pt-4">
            <p className="flex flex-wrap items-center gap-3">
              <span className="font-semibold">{name}</span>
              {isShared && <Badge tone="warning">leest dit signaal</Badge>}
            </p>
            <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
              <ActionForm
                action={share}
                hidden={{ dossier: code, signalId, personId, share: isShared ? 'no' : 'yes' }}
                label={`Delen met ${name}`}
              >
                <SubmitButton variant="secondary">{isShared ? 'Niet meer delen' : `Deel met ${name}`}</SubmitButton>
              </ActionForm>
              <TextLink href={`/gezinnen/${code}/gezinsleden/${memberId}/toegang`}>
                Toegang van {name} stilzetten of beëindigen
              </TextLink>
            </div>
          </div>
        ))}
      </div>
    </Card>
  )
}
