'use client'

import { type SyntheticEvent, useActionState, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { v7 } from 'uuid'
import { FormFrame } from '@/components/forms/action-form'
import { IDLE as NOTHING_SENT, type Report, type SendState, senderFor } from '@/components/signals/signal-sender'
import { type ActionState, IDLE } from '@/lib/action-state'
import { report } from './actions'
import { ReportSteps, stepId } from './report-steps'
import { SendStatus, STATUS } from './send-status'

type ReportSignalProps = {
  code: string
  /** What the form is sent under without scripts. */
  formKey: string
  members: readonly { value: string; label: string }[]
}

const nothingChanges = () => () => undefined

/** The form of a signal. With scripts it has two steps and sends itself until it has arrived; without, one page and a button. */
export function ReportSignal({ code, formKey, members }: ReportSignalProps) {
  const [answered, submit] = useActionState(report, IDLE)
  const [sender] = useState(() => senderFor(code))
  const sending = useSyncExternalStore(sender.subscribe, sender.snapshot, () => NOTHING_SENT)
  const hasScripts = useSyncExternalStore(
    nothingChanges,
    () => true,
    () => false,
  )
  const [step, setStep] = useState<1 | 2>(1)
  const [lack, setLack] = useState<Record<string, string> | null>(null)

  function go(to: 1 | 2) {
    flushSync(() => setStep(to))
    document.getElementById(stepId(to))?.focus()
  }

  function onSubmit(event: SyntheticEvent<HTMLDivElement>) {
    event.preventDefault()
    const typed = reportIn(event.target as HTMLFormElement)
    const errors = step === 1 ? firstLacks(typed) : secondLacks(typed)
    setLack(errors)
    if (!errors && step === 1) {
      go(2)
    } else if (!errors) {
      flushSync(() => sender.send(v7(), typed, window))
      document.getElementById(STATUS)?.focus()
    }
  }

  const isRefused = sending.status === 'refused'
  return (
    <>
      <SendStatus code={code} state={sending} tryNow={sender.tryNow} />
      <div hidden={sending.status !== 'idle' && !isRefused} onSubmit={onSubmit}>
        <FormFrame
          state={stateOf(lack, sending, answered)}
          submit={submit}
          hidden={{ dossier: code, id: formKey }}
          label="Signaal melden"
        >
          <ReportSteps shown={hasScripts && !isRefused ? step : 'both'} members={members} back={() => go(1)} />
        </FormFrame>
      </div>
    </>
  )
}

function reportIn(form: HTMLFormElement): Report {
  const values = new FormData(form)
  const text = (name: string) => String(values.get(name) ?? '')
  return {
    happened: text('happened'),
    happenedAt: text('happenedAt'),
    members: values.getAll('members[]').map(String),
    urgency: text('urgency'),
  }
}

function firstLacks({ happened }: Report): Record<string, string> | null {
  return happened.trim() === '' ? { happened: 'Wat er gebeurde is nog leeg.' } : null
}

function secondLacks({ urgency }: Report): Record<string, string> | null {
  return urgency === '' ? { urgency: 'Kies hoe snel iemand iets moet doen.' } : null
}

/** What this page found wrong, else what the server found wrong. What was typed stands in the fields still. */
function stateOf(lack: Record<string, string> | null, sending: SendState, answered: ActionState): ActionState {
  const errors = lack ?? (sending.status === 'refused' ? sending.errors : null)
  return errors ? { state: 'invalid', errors, typed: {} } : answered
}
