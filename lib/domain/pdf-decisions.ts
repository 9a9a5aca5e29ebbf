import type { Decision, Decisions } from './anonymise/person'

/** Before the name of a form's field that decides about one doubt; the doubt's id follows. */
export const DOUBT_FIELD = 'twijfel:'

const MAX_DECISIONS = 5000

/** What somebody decided in the preview, from the fields of its form; anything else in it is left aside. */
export function decisionsIn(fields: Iterable<readonly [string, unknown]>): Decisions {
  const decisions: Record<string, Decision> = {}
  let count = 0
  for (const [name, value] of fields) {
    if (!name.startsWith(DOUBT_FIELD) || (value !== 'replace' && value !== 'keep') || count >= MAX_DECISIONS) continue
    decisions[name.slice(DOUBT_FIELD.length)] = value
    count += 1
  }
  return decisions
}

/** The version in an address: "versie=2". Null for none; what is no number is no version. */
export function versionIn(text: string | null | undefined): number | null {
  return text && /^\d{1,4}$/.test(text) ? Number(text) : null
}
