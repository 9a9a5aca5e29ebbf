import { KEEPALIVE_BYTES } from '@/components/saving/pace'
import type { AnswerDraft } from './autosave'

/**
 * All answers that are open in this tab, or were left with something unsaved. It lives in memory alone: the next person
 * at this computer finds nothing.
 */
export class AnswerDesk {
  private readonly drafts = new Map<string, AnswerDraft>()
  private readonly stops = new Map<AnswerDraft, () => void>()
  private readonly onScreen = new Set<AnswerDraft>()
  private readonly listeners = new Set<() => void>()
  private readonly saveListeners = new Set<() => void>()
  private isLoginNeeded = false
  private changes = 0

  /** An answer that was left unsaved a moment ago is taken up where it was. */
  find(url: string): AnswerDraft | undefined {
    return this.drafts.get(url)
  }

  /** Keeps a draft while it is on screen, and after that until it is saved. Returns how to take it off the screen. */
  keep(draft: AnswerDraft): () => void {
    this.drafts.set(draft.address.url, draft)
    this.onScreen.add(draft)
    draft.onSaved = () => {
      for (const listener of this.saveListeners) listener()
    }
    if (!this.stops.has(draft)) {
      this.stops.set(
        draft,
        draft.subscribe(() => this.changed(draft)),
      )
    }
    return () => {
      this.onScreen.delete(draft)
      draft.retry()
      this.changed(draft)
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Calls back after every save that the server confirmed; returns how to stop. */
  onSaved(listener: () => void): () => void {
    this.saveListeners.add(listener)
    return () => this.saveListeners.delete(listener)
  }

  /** Another number after every change: for who has to look again. */
  readonly revision = (): number => this.changes

  readonly needsLogin = (): boolean => this.isLoginNeeded

  get hasUnsaved(): boolean {
    return [...this.drafts.values()].some((draft) => draft.isUnsaved)
  }

  /** Answers that left the screen and are refused: the plan went on while someone typed. Only this tab still has them. */
  leftBehind(): AnswerDraft[] {
    return [...this.drafts.values()].filter((each) => !this.onScreen.has(each) && each.snapshot().status === 'refused')
  }

  /** The person has no more need of a text that was left behind. */
  letGo(draft: AnswerDraft): void {
    this.stops.get(draft)?.()
    this.stops.delete(draft)
    this.drafts.delete(draft.address.url)
    this.tell()
  }

  retryAll(): void {
    for (const draft of this.drafts.values()) {
      draft.retry()
    }
  }

  /** The session is there again: sends what waited for it. */
  retryWaiting(): void {
    for (const draft of this.drafts.values()) {
      if (draft.isWaitingForLogin) draft.retry()
    }
  }

  /** The page goes away: sends what fits in what browsers allow; for what does not fit the person was warned. */
  leave(): void {
    let room = KEEPALIVE_BYTES
    for (const draft of this.drafts.values()) {
      const bytes = draft.bytesToLeave
      if (bytes > 0 && bytes <= room) {
        room -= bytes
        draft.leave()
      }
    }
  }

  private changed(draft: AnswerDraft): void {
    if (!this.onScreen.has(draft) && !draft.isUnsaved) {
      this.stops.get(draft)?.()
      this.stops.delete(draft)
      this.drafts.delete(draft.address.url)
    }
    this.tell()
  }

  private tell(): void {
    this.changes += 1
    this.isLoginNeeded = [...this.drafts.values()].some((each) => each.isWaitingForLogin)
    for (const listener of this.listeners) {
      listener()
    }
  }
}

/** Guards what is unsaved while the page stands; returns how to stop. */
export function guardPage(desk: AnswerDesk, page: Window): () => void {
  const stop = new AbortController()
  const { signal } = stop
  page.addEventListener('beforeunload', (event) => desk.hasUnsaved && event.preventDefault(), { signal })
  page.addEventListener('pagehide', () => desk.leave(), { signal })
  page.addEventListener('online', () => desk.retryAll(), { signal })
  page.addEventListener('focus', () => desk.retryAll(), { signal })
  page.document.addEventListener('visibilitychange', () => desk.retryAll(), { signal })
  return () => stop.abort()
}
