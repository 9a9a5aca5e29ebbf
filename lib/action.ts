import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { z } from 'zod'
import type { ActionState, FormAction, Typed } from '@/lib/action-state'
import type { AskingAccount } from '@/lib/data/own-login'
import { appDatabase } from '@/lib/db'
import { UserError } from '@/lib/errors'
import { type DossierViewer, passGate } from '@/lib/gate'
import { type PlatformViewer, passPlatformGate } from '@/lib/platform-gate'
import type { DossierRight, PlatformRight } from '@/lib/policy'
import { clientAddressIn } from '@/lib/request'
import { requestId, requestSession } from '@/lib/viewer'

/** Fields that never travel back to the browser. */
const SECRETS = new Set(['password', 'passwordAgain', 'currentPassword', 'code'])

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
  return async (_previous, form) => {
    const sessionHash = await requestSession()
    const code = String(form.get('dossier') ?? '')
    if (!sessionHash) {
      redirect(`/inloggen?naar=${encodeURIComponent(`/gezinnen/${code}`)}`)
    }
    const read = readForm(schema, form)
    const entry = { sessionHash, code, right, kind: 'change' as const, subject: right, requestId: await requestId() }
    const state = await answering(read.typed, async () => {
      const passage = await passGate(appDatabase(), entry, async (viewer): Promise<ActionState> => {
        return read.ok ? { state: 'done', message: await work(read.input, viewer) } : read.state
      })
      if (passage.outcome !== 'entered') {
        notFound()
      }
      return passage.result
    })
    if (state.state === 'done') {
      after?.(state.message)
    }
    return state
  }
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
  return async (_previous, form) => {
    const sessionHash = await requestSession()
    if (!sessionHash) {
      redirect('/inloggen')
    }
    const read = readForm(schema, await withTextOfFiles(form))
    const code = String(form.get('dossier') ?? '')
    const entry = { sessionHash, code, right, kind: 'change' as const, subject: right, requestId: await requestId() }
    const state = await answering(read.typed, async () => {
      const passage = await passPlatformGate(appDatabase(), entry, async (viewer): Promise<ActionState> => {
        return read.ok ? { state: 'done', message: await work(read.input, viewer) } : read.state
      })
      if (passage.outcome !== 'entered') {
        notFound()
      }
      return passage.result
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

async function answering(typed: Typed, work: () => Promise<ActionState>): Promise<ActionState> {
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

type Read<S extends z.ZodType> =
  | { ok: true; input: z.output<S>; typed: Typed }
  | { ok: false; state: ActionState; typed: Typed }

function readForm<S extends z.ZodType>(schema: S, form: FormData): Read<S> {
  const raw = rawValues(form)
  const typed = Object.fromEntries(Object.entries(raw).filter(([name]) => !SECRETS.has(name)))
  const parsed = schema.safeParse(raw)
  if (parsed.success) {
    return { ok: true, input: parsed.data, typed }
  }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    errors[issue.path.join('.') || 'form'] ??= issue.message
  }
  return { ok: false, state: { state: 'invalid', errors, typed }, typed }
}

/** One value a name, or a list for names that end in []; files, Next's own fields and an object's prototype are left out. */
function rawValues(form: FormData): Typed {
  const values: Typed = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION') || name.startsWith('__proto__')) {
      continue
    }
    const texts = form.getAll(name).filter((value): value is string => typeof value === 'string')
    if (name.endsWith('[]')) {
      values[name.slice(0, -2)] = texts
    } else {
      values[name] = texts[0] ?? ''
    }
  }
  return values
}

/** The same form with the text of each file in its place; one of an older office program is not UTF-8. */
async function withTextOfFiles(form: FormData): Promise<FormData> {
  const texts = new FormData()
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      texts.append(name, value)
    } else if (value.size > 0) {
      texts.append(name, textIn(await value.arrayBuffer()))
    }
  }
  return texts
}

function textIn(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
