'use client'

import { Check, Undo2 } from 'lucide'
import { type FormEvent, type ReactNode, useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import { SaveState } from '@/components/ui/save-state'
import { TextArea } from '@/components/ui/text-area'
import { type ActionState, type FormAction, IDLE } from '@/lib/action-state'
import type { LastTick } from '@/lib/domain/agreement-item'
import type { TickState } from '@/lib/domain/tick-state'
import { TickBadge } from './tick-badge'
import { startOf, type Ticking, useTick } from './use-tick'

export type AgreementTickProps = {
  agreementId: string
  /** The dossier's code. */
  dossier: string
  /** The occurrence that a tick given now stands for; null when nothing is left to do. */
  forDay: string | null
  /** Of a rhythm: "voor 3 maart 2026". */
  forDayText: string | null
  lastTick: LastTick | null
  /** The same as a form, for who has no scripts: `tickAgreementByForm`. */
  action: FormAction
}

const STATES: Record<string, TickState | null> = { done: 'done', partly: 'partly', notDone: 'notDone', none: null }

/** Ticks an agreement off with one tap: done, in part, or not and why; and takes it back. Works without scripts too. */
export function AgreementTick({ agreementId, dossier, forDay, forDayText, lastTick, action }: AgreementTickProps) {
  const [formState, submit] = useActionState(action, IDLE)
  const ticking = useTick(
    `/api/gezinnen/${dossier}/afspraken/${agreementId}`,
    startOf(forDay, forDayText !== null, lastTick),
  )
  const { told, isSaving, trouble, tick, formRef } = ticking

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as SubmitEvent
    const state = STATES[submitter?.getAttribute('value') ?? '']
    if (state === undefined) {
      return
    }
    event.preventDefault()
    void tick(state, state === null ? '' : String(new FormData(event.currentTarget).get('remark') ?? ''))
  }

  return (
    <form ref={formRef} action={submit} onSubmit={onSubmit} className="screen-only space-y-2" noValidate>
      <input type="hidden" name="dossier" value={dossier} />
      <input type="hidden" name="agreement" value={agreementId} />
      <input type="hidden" name="forDay" value={told.forDay ?? ''} />
      {told.state === null ? (
        <Ask ticking={ticking} id={`${agreementId}-${told.forDay}`} forDayText={forDayText} formState={formState} />
      ) : (
        <Said ticking={ticking} />
      )}
      <span role="status" className="sr-only">
        {isSaving && 'Bewaren…'}
        {trouble?.field === 'remark' && trouble.message}
      </span>
      {isSaving && <SaveState status="saving" />}
      {trouble && trouble.field !== 'remark' && <SaveState status={trouble.status} message={trouble.message} />}
    </form>
  )
}

type AskProps = { ticking: Ticking; id: string; forDayText: string | null; formState: ActionState }

function Ask({ ticking: { isSaving, trouble }, id, forDayText, formState }: AskProps) {
  const { error: formError, typed } = returned(formState)
  const error = trouble?.field === 'remark' ? trouble.message : formError
  return (
    <div className="flex flex-col gap-x-4 gap-y-1 sm:flex-row sm:flex-wrap sm:items-start">
      <StateButton state="done" isSaving={isSaving} icon={<Icon of={Check} />}>
        <span>
          Gedaan
          {forDayText && <span className="font-normal"> {forDayText}</span>}
        </span>
      </StateButton>
      <Disclosure summary="Niet of deels gelukt" open={error !== undefined}>
        <div className="space-y-3">
          <TextArea
            id={`why-${id}`}
            name="remark"
            label="Wat is er nog niet gelukt, en waarom?"
            rows={2}
            error={error}
            defaultValue={typed}
          />
          <div className="flex flex-col gap-3 sm:flex-row">
            <StateButton state="partly" isSaving={isSaving} variant="secondary">
              Deels gedaan
            </StateButton>
            <StateButton state="notDone" isSaving={isSaving} variant="secondary">
              Niet gelukt
            </StateButton>
          </div>
        </div>
      </Disclosure>
    </div>
  )
}

/** What came back from the form without scripts: the sentence, and what was typed. */
function returned(formState: ActionState): { error?: string | undefined; typed?: string | undefined } {
  if (formState.state !== 'invalid' && formState.state !== 'refused') {
    return {}
  }
  const error = formState.state === 'refused' ? formState.message : Object.values(formState.errors)[0]
  return { error, typed: String(formState.typed.remark ?? '') }
}

function Said({ ticking: { told, isSaving } }: { ticking: Ticking }) {
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1" role="status">
        {told.state && <TickBadge state={told.state} />}
        {told.byLine && <span className="text-sm text-ink-soft">{told.byLine}</span>}
      </p>
      {told.remark && <p className="max-w-prose whitespace-pre-line break-words">{told.remark}</p>}
      <div className="flex flex-wrap gap-x-6">
        {told.state !== 'done' && (
          <StateButton state="done" isSaving={isSaving} variant="secondary" icon={<Icon of={Check} />}>
            Toch gedaan
          </StateButton>
        )}
        <StateButton state="none" isSaving={isSaving} variant="quiet" icon={<Icon of={Undo2} />}>
          Ongedaan maken
        </StateButton>
      </div>
    </div>
  )
}

type StateButtonProps = {
  state: string
  isSaving: boolean
  children: ReactNode
  icon?: ReactNode
  variant?: 'primary' | 'secondary' | 'quiet'
}

function StateButton({ state, isSaving, children, icon, variant = 'primary' }: StateButtonProps) {
  return (
    <Button
      name="state"
      value={state}
      variant={variant}
      icon={icon}
      wide={variant !== 'quiet'}
      aria-disabled={isSaving || undefined}
    >
      {children}
    </Button>
  )
}
