import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { z } from 'zod'
import type { ActionState, FormAction, Typed } from '@/lib/action-state'
import type { AskingAccount } from '@/lib/data/own-login'
import { appDatabase } from '@/lib/db'
import { UserError } from '@/lib/errors'
import { readForm, withTextOfFiles } from '@/lib/form-data'
import { type DossierViewer, type Passage, passGate } from '@/lib/gate'
import { type PlatformViewer, passPlatformGate } from '@/lib/platform-gate'
import type { DossierRight, PlatformRight } from '@/lib/policy'
import { clientAddressIn } from '@/lib/request'
import { requestId, requestSession } from '@/lib/viewer'

/**
 * A form inside a dossier: the schema checks what was typed, the gate demands the right by name, the work does one
 * change. The form says which dossier by a hidden field `dossier`. A `UserError` of the work comes back as a sentence.
 */
export function dossierAction<S extends z.ZodType>(
  schema: S,
  right: DossierRight,
  work: (input: z.output<S>, viewer: DossierViewer) => Promise<string | undefined>,
  after?: (result: string | undefined) => void,
): FormAction {
  return gatedAction(schema, work, {
    after,
    returnTo: (code) => `/gezinnen/${code}`,
    prepare: async (form) => form,
    pass: (asked, inside) => passGate(appDatabase(), { ...asked, right, subject: right }, inside),
  })
}

/**
 * A form outside any dossier for who holds a right there; like `dossierAction`. A hidden field `dossier` names the family
 * that it is about, if any. Of a file that comes along its text counts, as if it had been typed in a field of that name.
 */
export function platformAction<S extends z.ZodType>(
  schema: S,
  right: PlatformRight,
  work: (input: z.output<S>, viewer: PlatformViewer) => Promise<string | undefined>,
  after?: (result: string | undefined) => void,
): FormAction {
  return gatedAction(schema, work, {
    after,
    returnTo: () => null,
    prepare: withTextOfFiles,
    pass: (asked, inside) => passPlatformGate(appDatabase(), { ...asked, right, subject: right }, inside),
  })
}

interface Asked {
  sessionHash: Buffer
  code: string
  kind: 'change'
  requestId: string | null
}

interface Gated<V> {
  /** What happens once the change is kept, such as going to another page. */
  after?: (result: string | undefined) => void
  /** Where who is not logged in comes back to. */
  returnTo: (code: string) => string | null
  prepare: (form: FormData) => Promise<FormData>
  pass: (asked: Asked, inside: (viewer: V) => Promise<ActionState>) => Promise<Passage<ActionState>>
}

function gatedAction<S extends z.ZodType, V>(
  schema: S,
  work: (input: z.output<S>, viewer: V) => Promise<string | undefined>,
  { after, returnTo, prepare, pass }: Gated<V>,
): FormAction {
  return async (_previous, form) => {
    const sessionHash = await requestSession()
    const code = String(form.get('dossier') ?? '')
    if (!sessionHash) {
      const back = returnTo(code)
      redirect(back ? `/inloggen?naar=${encodeURIComponent(back)}` : '/inloggen')
    }
    const read = readForm(schema, await prepare(form))
    const state = await answering(read.typed, async () => {
      const passage = await pass({ sessionHash, code, kind: 'change', requestId: await requestId() }, async (viewer) =>
        read.ok ? { state: 'done', message: await work(read.input, viewer) } : read.state,
      )
      return passage.outcome === 'entered' ? passage.result : notFound()
    })
    if (state.state === 'done') {
      after?.(state.message)
    }
    return state
  }
}

/** A form that changes what one logs in with: whose session it is, the database finds out when the code is spent. */
export function accountAction<S extends z.ZodType>(
  schema: S,
  work: (input: z.output<S>, account: AskingAccount) => Promise<string | undefined>,
): FormAction {
  return async (_previous, form) => {
    const sessionHash = await requestSession()
    if (!sessionHash) {
      redirect('/inloggen?naar=/account')
    }
    const read = readForm(schema, form)
    if (!read.ok) {
      return read.state
    }
    const account = { sessionHash, clientAddress: clientAddressIn(await headers()), requestId: await requestId() }
    return answering(read.typed, async () => ({ state: 'done', message: await work(read.input, account) }))
  }
}

/** A form outside any dossier that needs no session: login, invitation, reset. */
export function publicAction<S extends z.ZodType>(
  schema: S,
  work: (input: z.output<S>) => Promise<string | undefined>,
): FormAction {
  return async (_previous, form) => {
    const read = readForm(schema, form)
    if (!read.ok) {
      return read.state
    }
    return answering(read.typed, async () => ({ state: 'done', message: await work(read.input) }))
  }
}

/** What a form gets back of its work: a refusal or a busy database as a sentence, with what was typed. */
export async function answering(typed: Typed, work: () => Promise<ActionState>): Promise<ActionState> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof UserError)) {
      throw error
    }
    if (error.field) {
      return { state: 'invalid', errors: { [error.field]: error.message }, typed }
    }
    return { state: 'refused', message: error.message, typed }
  }
}
