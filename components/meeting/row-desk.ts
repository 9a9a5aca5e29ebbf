import { KEEPALIVE_BYTES } from '@/components/saving/pace'
import type { SaveStatus } from '@/components/ui/save-state'
import type { RowDraft } from './row-draft'

// A row of any kind: the desk looks only at how it stands.
// biome-ignore lint/suspicious/noExplicitAny: rows differ in their fields, which the desk never touches
type AnyRow = RowDraft<any>

const WORST: readonly SaveStatus[] = ['conflict', 'signedOut', 'refused', 'offline', 'saving', 'unsaved', 'saved']

/** All rows that are open in this tab, or were left with something unsaved. In memory alone, never in the browser's storage. */
export class RowDesk {
  private readonly rows = new Map<string, AnyRow>()
  private readonly onScreen = new Set<AnyRow>()
  private readonly listeners = new Set<() => void>()
  private readonly saveListeners = new Set<() => void>()
  private readonly stops = new Map<AnyRow, () => void>()
  private changes = 0

  find<V extends object>(key: string): RowDraft<V> | undefined {
    return this.rows.get(key)
  }

  /** Keeps a row while it is on screen, and after that until it is saved. Returns how to take it off. */
  keep(row: AnyRow): () => void {
    const { key } = row.start
    this.rows.set(key, row)
    this.onScreen.add(row)
    row.onSaved = () => {
      for (const listener of this.saveListeners) listener()
    }
    if (!this.stops.has(row)) {
      this.stops.set(
        row,
        row.subscribe(() => this.changed(row)),
      )
    }
    this.tell()
    return () => {
      this.onScreen.delete(row)
      this.changed(row)
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly revision = (): number => this.changes

  onSaved(listener: () => void): () => void {
    this.saveListeners.add(listener)
    return () => this.saveListeners.delete(listener)
  }

  get hasUnsaved(): boolean {
    return [...this.rows.values()].some((row) => row.isUnsaved)
  }

  /** How the worst of them stands: one word for the whole page. */
  get status(): SaveStatus {
    const all = new Set([...this.rows.values()].map((row) => row.snapshot().status))
    return WORST.find((status) => all.has(status)) ?? 'saved'
  }

  /** Something of what stands here was kept: before the page came, or since. */
  get hasKept(): boolean {
    return [...this.rows.values()].some((row) => row.snapshot().version > 0)
  }

  retryAll(): void {
    for (const row of this.rows.values()) {
      row.retry()
    }
  }

  leave(): void {
    let room = KEEPALIVE_BYTES
    for (const row of this.rows.values()) {
      const bytes = row.bytesToLeave
      if (bytes > 0 && bytes <= room) {
        room -= bytes
        row.leave()
      }
    }
  }

  private changed(row: AnyRow): void {
    if (!this.onScreen.has(row) && !row.isUnsaved) {
      this.stops.get(row)?.()
      this.stops.delete(row)
      this.rows.delete(row.start.key)
    }
    this.tell()
  }

  private tell(): void {
    this.changes += 1
    for (const listener of this.listeners) {
      listener()
    }
  }
}

/** The rows of this tab. On the server nothing is ever laid on it: a draft there lives for one rendering. */
export const rowDesk = new RowDesk()

/** Guards what is unsaved while the page stands; returns how to stop. */
export function guardRows(page: Window): () => void {
  const stop = new AbortController()
  const { signal } = stop
  page.addEventListener('beforeunload', (event) => rowDesk.hasUnsaved && event.preventDefault(), { signal })
  page.addEventListener('pagehide', () => rowDesk.leave(), { signal })
  page.addEventListener('online', () => rowDesk.retryAll(), { signal })
  page.addEventListener('focus', () => rowDesk.retryAll(), { signal })
  return () => stop.abort()
}
