import type { SendState } from '@/components/signals/signal-sender'
import { Button, LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

type SendStatusProps = { code: string; state: SendState; tryNow: () => void }

/** Where it is said what became of the report. */
export const STATUS = 'verzonden'

/** What became of the report, until it is known to have arrived. */
export function SendStatus({ code, state, tryNow }: SendStatusProps) {
  return (
    <div id={STATUS} role="status" tabIndex={-1} className="space-y-4 empty:hidden">
      {state.status === 'sending' && <Notice tone="info" title="Uw signaal wordt verstuurd…" />}
      {state.status === 'waiting' && <Waiting tryNow={tryNow} />}
      {state.status === 'signedOut' && <SignedOut tryNow={tryNow} />}
      {state.status === 'sent' && (
        <>
          <Notice tone="success" title="Uw signaal is verstuurd">
            <p>De casusregisseur en de vervanger krijgen nu bericht. Bij uw signaal ziet u wie het heeft gezien.</p>
          </Notice>
          <LinkButton variant="primary" wide href={`/gezinnen/${code}/signalen/${state.id}`}>
            Naar uw signaal
          </LinkButton>
        </>
      )}
    </div>
  )
}

function Waiting({ tryNow }: { tryNow: () => void }) {
  return (
    <>
      <Notice tone="warning" title="Nog niet verstuurd: er is geen verbinding">
        <p>
          Uw signaal staat op dit scherm. Zodra er weer verbinding is, versturen wij het vanzelf, één keer. Laat deze
          pagina open. Kan het niet wachten? Bel dan.
        </p>
      </Notice>
      <Button type="button" variant="secondary" wide onClick={tryNow}>
        Probeer het nu
      </Button>
    </>
  )
}

function SignedOut({ tryNow }: { tryNow: () => void }) {
  return (
    <>
      <Notice tone="warning" title="Nog niet verstuurd: u bent uitgelogd">
        <p>Uw signaal staat nog op dit scherm. Log in op een ander tabblad, kom terug en verstuur het.</p>
      </Notice>
      <div className="flex flex-col gap-3 sm:flex-row">
        <LinkButton href="/inloggen" target="_blank" wide>
          Inloggen op een ander tabblad
        </LinkButton>
        <Button type="button" wide onClick={tryNow}>
          Verstuur het nu
        </Button>
      </div>
    </>
  )
}
