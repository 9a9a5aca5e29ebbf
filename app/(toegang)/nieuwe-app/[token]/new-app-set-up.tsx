'use client'

import { useActionState } from 'react'
import { AppLinking } from '@/components/account/app-linking'
import { CodesToKeep } from '@/components/account/codes-to-keep'
import { FormFrame } from '@/components/forms/action-form'
import { FormText } from '@/components/forms/form-fields'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { IDLE } from '@/lib/action-state'
import type { AppToLink } from '@/lib/domain/account-views'
import { linkNewApp } from './actions'

/** `app` is null where the link works no more: also in the very answer that shows the codes, where there are no scripts. */
type NewAppSetUpProps = { token: string; app: AppToLink | null }

/** Links another app after the old one was removed; the password is asked, for the mailbox alone must not be enough. */
export function NewAppSetUp({ token, app }: NewAppSetUpProps) {
  const [state, submit] = useActionState(linkNewApp, IDLE)
  if (state.state === 'done') {
    return (
      <CodesToKeep
        title="Uw nieuwe app is gekoppeld"
        codes={state.message}
        next={{ href: '/inloggen', label: 'Ik heb ze bewaard, ga naar inloggen' }}
      >
        Bewaar eerst deze nieuwe herstelcodes. U ziet ze maar één keer.
      </CodesToKeep>
    )
  }
  if (!app) {
    return (
      <Notice tone="warning" title="Deze link werkt niet meer">
        Een link werkt één dag en één keer. Vraag uw beheerder om een nieuwe.
      </Notice>
    )
  }
  return (
    <FormFrame state={state} submit={submit} hidden={{ token }}>
      <input type="hidden" name="username" value={app.email} autoComplete="username" />
      <FormText
        name="currentPassword"
        type="password"
        label="Uw wachtwoord"
        hint="Dit is niet veranderd. Weet u het niet meer? Vraag uw beheerder om een link voor een nieuw wachtwoord."
        autoComplete="current-password"
        required
      />
      <AppLinking app={app} />
      <SubmitButton wide>Koppel deze app</SubmitButton>
    </FormFrame>
  )
}
