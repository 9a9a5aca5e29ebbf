import type { SaveStatus } from '@/components/ui/save-state'

export interface RowStart<V extends object> {
  /** One row, one key: who opens it again meets what was left unsaved. */
  key: string
  url: string
  value: V
  /** 0 for a row that was never saved, and for tables without versions. */
  version: number
  /** What goes along with every save. */
  always?: Record<string, unknown>
  /** A row that is not ready waits: an empty line, a half-typed figure. */
  isReady?: (value: V) => boolean
  /** The server's contents as this screen types them. */
  read?: (theirs: Record<string, unknown>) => V
}

export interface RowState<V extends object> {
  value: V
  version: number
  status: SaveStatus
  errors: Record<string, string>
  /** Fields that both changed: theirs stands beside what is in the field. */
  conflict: { theirs: V; by: string | null; fields: (keyof V & string)[] } | null
}

interface ThreeTexts<V> {
  /** Where both started. */
  base: V
  mine: V
  theirs: V
}

/** What only they changed is taken over, what only I changed stays; `both`: the fields that ask for a choice. */
export function joinRows<V extends object>({ base, mine, theirs }: ThreeTexts<V>) {
  const fields = Object.keys(mine) as (keyof V & string)[]
  const changedBy = (value: V) => fields.filter((field) => !equal(value[field], base[field]))
  const changed = new Set(changedBy(mine))
  const both = changedBy(theirs).filter((field) => changed.has(field) && !equal(mine[field], theirs[field]))
  const joined = { ...mine }
  for (const field of fields) {
    if (!changed.has(field)) joined[field] = theirs[field]
  }
  return { joined, both }
}

export function isSame<V extends object>(one: V, other: V): boolean {
  return (Object.keys(one) as (keyof V)[]).every((key) => equal(one[key], other[key]))
}

function equal(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
