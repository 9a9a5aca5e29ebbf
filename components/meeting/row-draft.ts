import { PACE, type Pace } from '@/components/saving/pace'
import { SaveTimers } from '@/components/saving/save-timers'
import type { SaveStatus } from '@/components/ui/save-state'
import { type RowConflict, type RowResult, sendRow } from './row-put'
import { isSame, joinRows, type RowStart, type RowState } from './row-state'

/**
 * One row of the meeting that saves itself while someone types: no React, no browser storage. One request at a time;
 * what may have arrived is repeated as it was before anything newer is sent. When someone else was first, fields that
 * only one of the two changed are joined; only a field that both changed asks for a choice.
 */
export class RowDraft<V extends object> {
  readonly start: RowStart<V>
  onSaved: () => void = () => undefined
  private value: V
  private saved: { value: V; version: number }
  private conflict: RowState<V>['conflict'] = null
  private refusal: { value: V; errors: Record<string, string> } | null = null
  private isSignedOut = false
  private flight: V | null = null
  private uncertain: V | null = null
  private readonly sentTexts = new Set<string>()
  private readonly timers: SaveTimers
  private readonly listeners = new Set<() => void>()
  private state: RowState<V>

  constructor(
    start: RowStart<V>,
    private readonly pace: Pace = PACE,
  ) {
    this.start = start
    this.timers = new SaveTimers(pace)
    this.value = start.value
    this.saved = { value: start.value, version: start.version }
    this.state = this.describe()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly snapshot = (): RowState<V> => this.state

  get isUnsaved(): boolean {
    const waits = this.uncertain !== null || !isSame(this.value, this.saved.value)
    return this.conflict !== null || (waits && (this.saved.version > 0 || this.isReady(this.value)))
  }

  get isWaitingForLogin(): boolean {
    return this.isSignedOut
  }

  /** The person typed: only the fields that changed. */
  type(change: Partial<V>): void {
    this.value = { ...this.value, ...change }
    this.schedule()
  }

  /** The server has something newer, heard by another way. What is being typed here is left alone. */
  receive(value: V, version: number): void {
    const isOld = version < this.saved.version || (version === this.saved.version && this.isOwn(value, version))
    if (this.isUnsaved || this.flight || isOld || isSame(value, this.value)) {
      return
    }
    this.value = value
    this.saved = { value, version }
    this.notify()
  }

  /** The person chose, for one field, between both texts. Nothing is sent before every field is settled. */
  resolve(field: keyof V & string, choice: 'mine' | 'theirs'): void {
    if (!this.conflict) {
      return
    }
    const { theirs, by, fields } = this.conflict
    const left = fields.filter((each) => each !== field)
    this.value = choice === 'theirs' ? { ...this.value, [field]: theirs[field] } : this.value
    this.conflict = left.length > 0 ? { theirs, by, fields: left } : null
    this.schedule()
  }

  retry(): void {
    this.timers.stopWaiting()
    this.send(true)
  }

  /** What stood in the way is gone: what was refused is sent once more as it stands. */
  offerAgain(): void {
    if (this.refusal) {
      this.refusal = null
      this.schedule()
    }
  }

  get bytesToLeave(): number {
    return this.canSend() && !this.isSignedOut && this.isUnsaved ? JSON.stringify(this.body(this.value)).length * 2 : 0
  }

  /**
   * The page goes away: the newest contents in a request that outlives it. What is under way may arrive before it and
   * must not count as someone else's.
   */
  leave(): void {
    const after = this.flight ?? this.uncertain
    void sendRow(this.start.url, 'PUT', { ...this.body(this.value), ...(after && { after }) }, { keepalive: true })
    this.uncertain = this.value
    this.flight = null
    this.schedule()
  }

  private isOwn(value: V, version: number): boolean {
    return version > 0 || this.sentTexts.has(JSON.stringify(value))
  }

  private isReady(value: V): boolean {
    return this.start.isReady?.(value) ?? true
  }

  private canSend(): boolean {
    const isRefused = this.refusal !== null && isSame(this.value, this.refusal.value)
    return this.conflict === null && !isRefused && this.isReady(this.value)
  }

  private body(value: V): object {
    return { ...this.start.always, ...value, base: this.saved.version }
  }

  private schedule(): void {
    this.timers.endRest()
    if (this.canSend() && this.isUnsaved && !this.isSignedOut && !this.timers.isWaitingToRetry) {
      this.timers.startRest(() => this.send())
    }
    this.notify()
  }

  private send(isForced = false): void {
    this.timers.stop()
    const mayTry = !this.flight && !this.timers.isWaitingToRetry && (isForced || !this.isSignedOut)
    if (mayTry && this.canSend() && (this.isUnsaved || isForced) && this.hasNews()) {
      const attempt = this.uncertain ?? this.value
      this.flight = attempt
      this.sentTexts.add(JSON.stringify(attempt))
      const signal = AbortSignal.timeout(this.pace.timeout)
      void sendRow(this.start.url, 'PUT', this.body(attempt), { signal }).then((result) => this.settle(attempt, result))
    }
    this.notify()
  }

  private hasNews(): boolean {
    return this.uncertain !== null || !isSame(this.value, this.saved.value)
  }

  private settle(attempt: V, result: RowResult): void {
    if (this.flight !== attempt) {
      return
    }
    this.flight = null
    this.uncertain = result.outcome === 'unreachable' ? attempt : null
    if (result.outcome === 'unreachable') {
      this.timers.retryLater(() => this.retry(), result.retryAfterMs)
      this.notify()
      return
    }
    this.timers.succeed()
    this.isSignedOut = result.outcome === 'signedOut'
    this.take(attempt, result)
    this.schedule()
  }

  private take(attempt: V, result: RowResult): void {
    if (result.outcome === 'saved') {
      this.saved = { value: attempt, version: result.version }
      this.refusal = null
      this.onSaved()
    } else if (result.outcome === 'conflict') {
      this.meet(result.conflict)
    } else if (result.outcome === 'refused') {
      this.refusal = { value: attempt, errors: result.errors }
    }
  }

  private meet({ theirs: raw, version, by }: RowConflict): void {
    const theirs = this.start.read?.(raw) ?? (raw as V)
    const { joined, both } = joinRows({ base: this.saved.value, mine: this.value, theirs })
    this.value = joined
    this.saved = { value: theirs, version }
    this.conflict = both.length > 0 ? { theirs, by, fields: both } : null
  }

  private notify(): void {
    this.state = this.describe()
    for (const listener of this.listeners) {
      listener()
    }
  }

  private describe(): RowState<V> {
    const isRefused = this.refusal !== null && isSame(this.value, this.refusal.value)
    const errors = isRefused ? (this.refusal?.errors ?? {}) : {}
    return {
      value: this.value,
      version: this.saved.version,
      status: this.status(isRefused),
      errors,
      conflict: this.conflict,
    }
  }

  private status(isRefused: boolean): SaveStatus {
    if (this.conflict) return 'conflict'
    if (this.isSignedOut) return 'signedOut'
    if (!this.isUnsaved) return 'saved'
    if (isRefused) return 'refused'
    if (this.timers.isWaitingToRetry || this.uncertain) return 'offline'
    return this.flight ? 'saving' : 'unsaved'
  }
}
