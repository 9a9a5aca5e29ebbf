'use client'

import { useActionState } from 'react'
import { AppLinking } from '@/components/account/app-linking'
import { CodesToKeep } from '@/components/account/codes-to-keep'
import { NewPasswordFields } from '@/components/account/new-password-fields'
import { FormFrame } from '@/components/forms/action-form'
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
      <CodesToKeep
        title="Uw account is klaar"
        codes={state.message}
        next={{ href: '/inloggen', label: 'Ik heb ze bewaard, ga naar inloggen' }}
      >
        Bewaar eerst deze herstelcodes. U ziet ze maar één keer.
      </CodesToKeep>
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
      <NewPasswordFields label="Wachtwoord" />
      <SubmitButton wide>Maak mijn account klaar</SubmitButton>
    </FormFrame>
  )
}
