'use client'

import { type SyntheticEvent, useActionState, useState, useSyncExternalStore } from 'react'
import { v7 } from 'uuid'
import { FormFrame } from '@/components/forms/action-form'
import { IDLE as NOTHING_SENT, type Report, senderFor } from '@/components/signals/signal-sender'
import { type ActionState, IDLE } from '@/lib/action-state'
import { report } from './actions'
import { ReportSteps } from './report-steps'
import { SendStatus } from './send-status'

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
  const [lack, setLack] = useState<ActionState>(IDLE)

  function onSubmit(event: SyntheticEvent<HTMLDivElement>) {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const typed = reportIn(form)
    const errors = step === 1 ? firstLacks(typed) : secondLacks(typed)
    setLack(errors ? { state: 'invalid', errors, typed: { ...typed } } : IDLE)
    if (!errors && step === 1) {
      setStep(2)
    } else if (!errors) {
      sender.send(v7(), typed, window)
    }
  }

  const isAway = sending.status !== 'idle' && sending.status !== 'refused'
  return (
    <>
      <SendStatus code={code} state={sending} tryNow={sender.tryNow} />
      <div hidden={isAway} onSubmit={onSubmit}>
        <FormFrame
          state={stateOf(lack, sending, answered)}
          submit={submit}
          hidden={{ dossier: code, id: formKey }}
          label="Signaal melden"
        >
          <ReportSteps shown={hasScripts ? step : 'both'} members={members} back={() => setStep(1)} />
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

/** What this page found wrong, else what the server found wrong, by whichever way it was sent. */
function stateOf(
  lack: ActionState,
  sending: ReturnType<ReturnType<typeof senderFor>['snapshot']>,
  answered: ActionState,
) {
  if (lack.state !== 'idle') {
    return lack
  }
  return sending.status === 'refused' ? ({ state: 'invalid', errors: sending.errors, typed: {} } as const) : answered
}
