'use client'

import { useActionState } from 'react'
import { NewPasswordFields } from '@/components/account/new-password-fields'
import { FormFrame } from '@/components/forms/action-form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'
import { IDLE } from '@/lib/action-state'
import { resetPassword } from '../actions'

/** `isOpen` is false where the link works no more: also in the very answer to a form without scripts that used it. */
type NewPasswordProps = { token: string; isOpen: boolean }

/** Another password through a mailed link; says so once it is kept. */
export function NewPassword({ token, isOpen }: NewPasswordProps) {
  const [state, submit] = useActionState(resetPassword, IDLE)
  if (state.state === 'done') {
    return (
      <div className="space-y-6">
        <Notice tone="success" role="status">
          {state.message}
        </Notice>
        <p>
          <TextLink href="/inloggen">Naar inloggen</TextLink>
        </p>
      </div>
    )
  }
  if (!isOpen) {
    return (
      <Notice tone="warning" title="Deze link werkt niet meer">
        Een link werkt een half uur en één keer. <TextLink href="/wachtwoord">Vraag een nieuwe link aan</TextLink> of{' '}
        <TextLink href="/inloggen">log in</TextLink>.
      </Notice>
    )
  }
  return (
    <FormFrame state={state} submit={submit} hidden={{ token }}>
      <NewPasswordFields />
      <SubmitButton wide>Bewaar mijn wachtwoord</SubmitButton>
    </FormFrame>
  )
}
