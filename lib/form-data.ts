import type { z } from 'zod'
import type { ActionState, Typed } from '@/lib/action-state'

/** Fields that never travel back to the browser. */
const SECRETS = new Set(['password', 'passwordAgain', 'currentPassword', 'code'])

export type ReadForm<S extends z.ZodType> =
  | { ok: true; input: z.output<S>; typed: Typed }
  | { ok: false; state: ActionState; typed: Typed }

/** What was typed into a form, checked by its schema; `typed` goes back into the fields of a form that is not accepted. */
export function readForm<S extends z.ZodType>(schema: S, form: FormData): ReadForm<S> {
  const raw = rawValues(form)
  const typed = withoutSecrets(raw)
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

/** What was typed into a form, as it goes back into its fields. */
export function typedIn(form: FormData): Typed {
  return withoutSecrets(rawValues(form))
}

function withoutSecrets(raw: Typed): Typed {
  return Object.fromEntries(Object.entries(raw).filter(([name]) => !SECRETS.has(name)))
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
export async function withTextOfFiles(form: FormData): Promise<FormData> {
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
