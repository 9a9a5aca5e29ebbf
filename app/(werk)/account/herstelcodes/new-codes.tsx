'use client'

import { useActionState } from 'react'
import { ProofFields } from '@/components/account/proof-fields'
import { RecoveryCodes } from '@/components/account/recovery-codes'
import { FormFrame } from '@/components/forms/action-form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { IDLE } from '@/lib/action-state'
import { renewCodes } from '../actions'

/** Ten new recovery codes, after the present password and a code; shown once. */
export function NewCodes({ email }: { email: string }) {
  const [state, submit] = useActionState(renewCodes, IDLE)
  if (state.state === 'done') {
    return (
      <div className="space-y-6">
        <Notice tone="success" role="status" title="Dit zijn uw nieuwe codes">
          Bewaar ze nu. U ziet ze maar één keer.
        </Notice>
        <RecoveryCodes
          codes={state.message?.split('\n') ?? []}
          next={{ href: '/account', label: 'Ik heb ze bewaard' }}
        />
      </div>
    )
  }
  return (
    <FormFrame state={state} submit={submit} label="Nieuwe herstelcodes">
      <ProofFields email={email} />
      <SubmitButton wide>Maak nieuwe herstelcodes</SubmitButton>
    </FormFrame>
  )
}
