import type { z } from 'zod'
import { chosenId } from './form-values'

/** What was typed in one row of a form, by field; a field that was not sent is empty. */
export interface TypedRow<F extends string> {
  id: string
  values: Record<F, string>
}

/**
 * The rows of a form whose fields are called `field.id`, in the order in which they were sent. A row of which every field
 * is empty was not filled in and is left out, and so is what hangs on something that is no id.
 */
export function rowsIn<F extends string>(
  typed: Readonly<Record<string, unknown>>,
  fields: readonly F[],
): TypedRow<F>[] {
  const ids = Object.keys(typed).flatMap((name) => {
    const [field = '', id = ''] = name.split('.')
    return (fields as readonly string[]).includes(field) && chosenId.safeParse(id).success ? [id] : []
  })
  return [...new Set(ids)]
    .map((id) => ({ id, values: valuesOf(typed, fields, id) }))
    .filter(({ values }) => Object.values<string>(values).some((value) => value.trim() !== ''))
}

/** What is wrong with a part of a form, at the names of its fields; in a row the row's id follows the name. */
export function problemsOf(parsed: z.ZodSafeParseResult<unknown>, rowId?: string): { path: string; message: string }[] {
  return (parsed.error?.issues ?? []).map(({ path, message }) => ({
    path: rowId === undefined ? path.join('.') : `${path.join('.')}.${rowId}`,
    message,
  }))
}

function valuesOf<F extends string>(typed: Readonly<Record<string, unknown>>, fields: readonly F[], id: string) {
  const values = fields.map((field) => [field, String(typed[`${field}.${id}`] ?? '')])
  return Object.fromEntries(values) as Record<F, string>
}
