import { ActionForm } from '@/components/forms/action-form'
import { FormCheckboxGroup } from '@/components/forms/form-fields'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { OwnAlerts, OwnDevice } from '@/lib/domain/account-views'
import { PUSH_EVENTS } from '@/lib/domain/push-forms'
import { chooseAlerts, keepThisDevice, stopAlerts } from './actions'
import { AlertsSwitch } from './alerts-switch'

type AlertsCardProps = { alerts: OwnAlerts; publicKey: string }

/**
 * On which devices one is told of a signal at once, and of what else; switched on per device, by a button. Only who sees this card is
 * offered the app for a home screen, never a family: theirs may be in another's hands.
 */
export function AlertsCard({ alerts: { devices, events }, publicKey }: AlertsCardProps) {
  const isOnHere = devices.some(({ isCurrent }) => isCurrent)
  const options = Object.entries(PUSH_EVENTS).map(([value, label]) => ({ value, label }))
  return (
    <Card title="Meldingen op uw telefoon of computer" id="meldingen">
      <link rel="manifest" href="/app.webmanifest" />
      <link rel="apple-touch-icon" href="/icons/gipsonline-180.png" />
      <p className="max-w-prose">
        Bij een nieuw signaal krijgt u altijd een e-mail. U kunt ook meteen een melding krijgen. Daarin staat alleen de
        code van het dossier. Wie uw scherm ziet, leest verder niets.
      </p>
      <ul className="mt-4 divide-y divide-line">
        {devices.map((device) => (
          <Device key={device.id} device={device} />
        ))}
      </ul>
      {!isOnHere && <AlertsSwitch action={keepThisDevice} publicKey={publicKey} />}
      {devices.length > 0 && (
        <ActionForm action={chooseAlerts} className="mt-6 space-y-4" label="Andere meldingen">
          <FormCheckboxGroup
            name="events"
            legend="In dossiers waar u de regie hebt, ook een melding als"
            options={options}
            defaultValues={events}
          />
          <SubmitButton variant="secondary">Bewaar</SubmitButton>
        </ActionForm>
      )}
    </Card>
  )
}

function Device({ device: { id, label, since, lastSent, isCurrent } }: { device: OwnDevice }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <span className="min-w-0 break-words">
        {label} {isCurrent && <Badge tone="success">hier</Badge>}
        <span className="block text-ink-soft">
          Aan sinds {since}
          {lastSent && `, laatste melding op ${lastSent}`}
        </span>
      </span>
      <ActionForm action={stopAlerts} hidden={{ deviceId: id }} className="space-y-2">
        <SubmitButton variant="secondary">
          Stop<VisuallyHidden>: geen meldingen meer op {label}</VisuallyHidden>
        </SubmitButton>
      </ActionForm>
    </li>
  )
}
