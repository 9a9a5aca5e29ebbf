'use client'

import { useActionState } from 'react'
import { AppLinking } from '@/components/account/app-linking'
import { RecoveryCodes } from '@/components/account/recovery-codes'
import { FormFrame } from '@/components/forms/action-form'
import { FormText } from '@/components/forms/form-fields'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { IDLE } from '@/lib/action-state'
import type { AppToLink } from '@/lib/domain/account-views'
import { setUpAccount } from './actions'

/** `app` is null where the link works no more: also in the very answer that shows the codes, where there are no scripts. */
interface InvitationSetUpProps {
  token: string
  app: AppToLink | null
}

/** Links the app on one's phone and sets a password; afterwards shows the recovery codes, once. */
export function InvitationSetUp({ token, app }: InvitationSetUpProps) {
  const [state, submit] = useActionState(setUpAccount, IDLE)
  if (state.state === 'done') {
    return (
      <div className="space-y-6">
        <Notice tone="success" role="status" title="Uw account is klaar">
          Bewaar eerst deze herstelcodes. U ziet ze maar één keer.
        </Notice>
        <RecoveryCodes
          codes={state.message?.split('\n') ?? []}
          next={{ href: '/inloggen', label: 'Ik heb ze bewaard, ga naar inloggen' }}
        />
      </div>
    )
  }
  if (!app) {
    return (
      <Notice tone="warning" title="Deze link werkt niet meer">
        Een uitnodiging werkt één keer. Is uw account al klaar? Log dan in. Vraag anders om een nieuwe uitnodiging aan
        wie u uitnodigde.
      </Notice>
    )
  }
  return (
    <FormFrame state={state} submit={submit} hidden={{ token }}>
      <h2>1. Koppel de app op uw telefoon</h2>
      <AppLinking app={app} />
      <h2>2. Kies een wachtwoord</h2>
      <input type="hidden" name="username" value={app.email} autoComplete="username" />
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
