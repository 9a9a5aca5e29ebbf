'use client'

import { createContext, type FormEventHandler, type ReactNode, useActionState, useContext } from 'react'
import { ErrorSummary, type FormError } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { type ActionState, type FormAction, IDLE, type Typed } from '@/lib/action-state'

interface FormContext {
  errors: Record<string, string>
  typed: Typed | null
}

const Context = createContext<FormContext>({ errors: {}, typed: null })

/** What a field needs to know of its form: its error, and what was typed before the form came back. */
export function useFormField(name: string): { error: string | undefined; typed: string | string[] | undefined } {
  const { errors, typed } = useContext(Context)
  return { error: errors[name], typed: typed?.[name] }
}

export type ActionFormProps = {
  action: FormAction
  children: ReactNode
  /** Hidden values that go along, such as the dossier's code. */
  hidden?: Record<string, string>
  className?: string
  /** What the screen reader says the form is for. */
  label?: string
}

/** A form around a server action: shows its errors above it and at the fields, keeps what was typed, works without scripts. */
export function ActionForm({ action, ...frame }: ActionFormProps) {
  const [state, submit] = useActionState(action, IDLE)
  return <FormFrame state={state} submit={submit} {...frame} />
}

export type FormFrameProps = Omit<ActionFormProps, 'action'> & {
  state: ActionState
  submit: (form: FormData) => void
  /** For who sends the form by hand, because its fields hold their own state: an action empties them. */
  onSubmit?: FormEventHandler<HTMLFormElement>
}

/** The same for who holds the action's state itself, to show something else once it is done. */
export function FormFrame({ state, submit, children, hidden = {}, className = 'space-y-6', ...rest }: FormFrameProps) {
  const { label, onSubmit } = rest
  const context = {
    errors: state.state === 'invalid' ? state.errors : {},
    typed: state.state === 'invalid' || state.state === 'refused' ? state.typed : null,
  }
  return (
    <Context value={context}>
      <form action={submit} onSubmit={onSubmit} className={className} aria-label={label} noValidate>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ErrorSummary errors={summary(state)} />
        {state.state === 'done' && state.message && (
          <Notice tone="success" role="status">
            {state.message}
          </Notice>
        )}
        {children}
      </form>
    </Context>
  )
}

function summary(state: ActionState): FormError[] {
  if (state.state === 'refused') {
    return [{ field: null, message: state.message }]
  }
  if (state.state === 'invalid') {
    return Object.entries(state.errors).map(([field, message]) => ({ field: field === 'form' ? null : field, message }))
  }
  return []
}
