'use client'

import { useActionState } from 'react'
import { FormFrame } from '@/components/forms/action-form'
import { FormTextArea } from '@/components/forms/form-fields'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { type ActionState, IDLE } from '@/lib/action-state'
import type { ImportCheck, ImportOutcome } from '@/lib/domain/account-import'
import { importStep } from './actions'

/** A list in two steps: first what is in it and what is wrong with it, then everything at once or nothing. */
export function ImportDesk() {
  const [state, submit] = useActionState(importStep, IDLE)
  const outcome = outcomeIn(state)
  const check = outcome && 'check' in outcome ? outcome.check : null
  const problems = check?.problems ?? []
  return (
    <div className="space-y-8">
      {outcome && 'brought' in outcome && (
        <Notice tone="success" role="status">
          {outcome.brought}
        </Notice>
      )}
      {check && problems.length === 0 && (
        <FormFrame state={IDLE} submit={submit} hidden={{ list: check.list, isSure: 'ja' }} label="Invoeren">
          <Notice title="De lijst klopt" role="status">
            <p>{promise(check)}</p>
          </Notice>
          <SubmitButton>Voer alles in</SubmitButton>
        </FormFrame>
      )}
      <ErrorSummary
        title={`${problems.length === 1 ? 'Er klopt iets niet in één regel' : 'Er klopt iets niet in deze regels'}. Er is niets ingevoerd.`}
        errors={problems.map(({ line, message }) => ({ field: 'list', message: `Regel ${line}: ${message}` }))}
      />
      <FormFrame state={outcome ? IDLE : state} submit={submit} label="Lijst controleren">
        <FormTextArea
          key={check?.list ?? ''}
          name="list"
          label="Plak hier de lijst"
          hint="Ook goed: cellen gekopieerd uit een rekenblad."
          rows={10}
          autoComplete="off"
          spellCheck={false}
          defaultValue={check?.list ?? ''}
        />
        <TextInput
          name="file"
          type="file"
          label="Of kies een bestand"
          optional
          accept=".csv,.txt,text/csv,text/plain"
        />
        <SubmitButton variant={check && problems.length === 0 ? 'secondary' : 'primary'}>
          Controleer de lijst
        </SubmitButton>
      </FormFrame>
    </div>
  )
}

function outcomeIn(state: ActionState): ImportOutcome | null {
  return state.state === 'done' && state.message ? (JSON.parse(state.message) as ImportOutcome) : null
}

function promise({ kind, count }: ImportCheck): string {
  if (kind === 'organisations') {
    return count === 1 ? 'Er komt 1 organisatie bij.' : `Er komen ${count} organisaties bij.`
  }
  return count === 1
    ? 'Er komt 1 account bij. Deze persoon krijgt meteen een uitnodiging per e-mail.'
    : `Er komen ${count} accounts bij. Deze mensen krijgen meteen een uitnodiging per e-mail.`
}
