'use client'

import { useActionState } from 'react'
import { CodesToKeep } from '@/components/account/codes-to-keep'
import { ProofFields } from '@/components/account/proof-fields'
import { FormFrame } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { IDLE } from '@/lib/action-state'
import { renewCodes } from '../actions'

/** Ten new recovery codes, after the present password and a code; shown once. */
export function NewCodes({ email }: { email: string }) {
  const [state, submit] = useActionState(renewCodes, IDLE)
  if (state.state === 'done') {
    return (
      <CodesToKeep
        title="Dit zijn uw nieuwe codes"
        codes={state.message}
        next={{ href: '/account', label: 'Ik heb ze bewaard' }}
      >
        Bewaar ze nu. U ziet ze maar één keer.
      </CodesToKeep>
    )
  }
  return (
    <FormFrame state={state} submit={submit} label="Nieuwe herstelcodes">
      <ProofFields email={email} />
      <SubmitButton wide>Maak nieuwe herstelcodes</SubmitButton>
    </FormFrame>
  )
}
