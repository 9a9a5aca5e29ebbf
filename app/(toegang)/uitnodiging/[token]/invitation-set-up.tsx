'use client'

import { useActionState } from 'react'
import { FormFrame } from '@/components/forms/action-form'
import { FormText } from '@/components/forms/form-fields'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'
import { IDLE } from '@/lib/action-state'
import { setUpAccount } from './actions'

interface InvitationSetUpProps {
  token: string
  email: string
  secret: string
  /** The QR code as SVG, made on the server from the secret alone. */
  picture: string
}

/** Links the app on one's phone and sets a password; afterwards shows the recovery codes, once. */
export function InvitationSetUp({ token, email, secret, picture }: InvitationSetUpProps) {
  const [state, submit] = useActionState(setUpAccount, IDLE)
  if (state.state === 'done') {
    return <RecoveryCodes codes={state.message?.split('\n') ?? []} />
  }
  return (
    <FormFrame state={state} submit={submit} hidden={{ token }}>
      <h2>1. Koppel de app op uw telefoon</h2>
      <p>
        Open een app voor inlogcodes, zoals Google Authenticator, Microsoft Authenticator of 2FAS. Kies “toevoegen” en
        richt de camera op dit vlak.
      </p>
      <img
        src={`data:image/svg+xml;utf8,${encodeURIComponent(picture)}`}
        alt={`QR-code. Lukt scannen niet, typ dan deze sleutel over: ${secret}`}
        width={220}
        height={220}
      />
      <p>
        Lukt scannen niet? Typ dan deze sleutel in de app:{' '}
        <code className="break-all">{secret.replace(/(.{4})/g, '$1 ')}</code>
      </p>
      <FormText
        name="code"
        label="Code die de app nu toont"
        autoComplete="one-time-code"
        inputMode="numeric"
        width="short"
        required
      />
      <h2>2. Kies een wachtwoord</h2>
      <input type="hidden" name="username" value={email} autoComplete="username" />
      <FormText
        name="password"
        type="password"
        label="Wachtwoord"
        hint="Ten minste 12 tekens. Een korte zin is goed te onthouden."
        autoComplete="new-password"
        required
      />
      <FormText name="passwordAgain" type="password" label="Nog een keer" autoComplete="new-password" required />
      <SubmitButton wide>Maak mijn account klaar</SubmitButton>
    </FormFrame>
  )
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  return (
    <div className="space-y-6">
      <Notice tone="success" role="status" title="Uw account is klaar">
        Bewaar eerst deze herstelcodes. U ziet ze maar één keer.
      </Notice>
      <h2>Herstelcodes</h2>
      <p>
        Bent u uw telefoon kwijt? Dan logt u in met een van deze codes. Elke code werkt één keer. Print ze of schrijf ze
        op.
      </p>
      <ul className="grid max-w-prose gap-2 font-mono text-lg sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p>
        <TextLink href="/inloggen">Ik heb ze bewaard, ga naar inloggen</TextLink>
      </p>
    </div>
  )
}
