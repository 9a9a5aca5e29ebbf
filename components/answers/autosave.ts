import { v7 } from 'uuid'
import { KEEPALIVE_BYTES, PACE, type Pace } from '@/components/saving/pace'
import { SaveTimers } from '@/components/saving/save-timers'
import type { SaveStatus } from '@/components/ui/save-state'
import {
  type AnswerAddress,
  type AnswerValue,
  type Attempt,
  bodyOf,
  bytesOf,
  type Conflict,
  type PutResult,
  putAnswer,
} from './answer-put'
import { type AnswerStart, type AnswerState, isSame, mayBeTooLong, messageFor } from './answer-state'

/**
 * One answer that saves itself while someone types: no React, no browser storage. One request at a time; what may have
 * arrived is repeated as it was before anything newer is sent, so that nobody ever conflicts with themselves.
 */
export class AnswerDraft {
  readonly address: AnswerAddress
  /** Called after every save that the server confirmed. */
  onSaved: (() => void) | null = null
  private value: AnswerValue
  private saved: { value: AnswerValue; version: number; savedAt: string | null }
  private state: AnswerState
  private conflict: Conflict | null = null
  private refusal: { value: AnswerValue; message: string } | null = null
  private isSignedOut = false
  private flight: Attempt | null = null
  private uncertain: Attempt | null = null
  private doubtful: readonly string[] = []
  private readonly timers: SaveTimers
  private readonly listeners = new Set<() => void>()
  private readonly pace: Pace

  constructor({ value, version, savedAt, ...address }: AnswerStart, pace: Pace = PACE) {
    this.address = address
    this.value = value
    this.saved = { value, version, savedAt }
    this.pace = pace
    this.timers = new SaveTimers(pace)
    this.state = this.describe()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly snapshot = (): AnswerState => this.state

  /** Something here has not reached the server for sure. */
  get isUnsaved(): boolean {
    const isInDoubt = this.uncertain !== null || this.doubtful.length > 0
    return this.conflict !== null || isInDoubt || !isSame(this.value, this.saved.value)
  }

  get isWaitingForLogin(): boolean {
    return this.isSignedOut
  }

  /** The person typed, or brought back an earlier text: what stands in the field now. */
  type(value: AnswerValue): void {
    this.value = value
    this.schedule()
  }

  /** The server has something newer, heard by another way. What is being typed here is left alone. */
  receive({ value, version, savedAt }: Pick<AnswerStart, 'value' | 'version' | 'savedAt'>): void {
    if (this.isUnsaved || this.flight || version <= this.saved.version) {
      return
    }
    this.value = value
    this.saved = { value, version, savedAt }
    this.notify()
  }

  /** The person chose what stays after a conflict: it replaces the text that was shown beside it. */
  resolve(value: AnswerValue): void {
    if (!this.conflict) {
      return
    }
    const { value: theirs, version, at } = this.conflict
    this.conflict = null
    this.saved = { value: theirs, version, savedAt: at }
    this.value = value
    this.send()
  }

  /** Sends now what still has to be sent: the tab is left, the network is back, the person logged in again. */
  retry(): void {
    this.timers.stopWaiting()
    this.send({ evenSignedOut: true })
  }

  /** How many bytes it takes to send what is unsaved when the page goes away; 0 when there is nothing to send. */
  get bytesToLeave(): number {
    return this.canSend() && !this.isSignedOut && this.isUnsaved ? bytesOf(bodyOf(this.address, this.lastAttempt())) : 0
  }

  /**
   * The page goes away: the newest text in a request that outlives it. Should the page come back after all, earlier
   * requests count as doubtful, for nobody saw how they ended.
   */
  leave(): void {
    const last = this.lastAttempt()
    this.flight = null
    this.uncertain = null
    this.doubtful = [...new Set([...last.after, last.saveId])].slice(-20)
    void putAnswer(this.address.url, bodyOf(this.address, last), { keepalive: true })
    this.schedule()
  }

  private lastAttempt(): Attempt {
    const running = this.flight ?? this.uncertain
    if (running && isSame(running.value, this.value)) {
      return running
    }
    const before = running ? [...running.after, running.saveId] : []
    return this.attempt([...new Set([...this.doubtful, ...before])].slice(-20))
  }

  private attempt(after: readonly string[]): Attempt {
    return { saveId: v7(), value: this.value, base: this.saved.version, after }
  }

  private canSend(): boolean {
    return this.conflict === null && !this.isRefused()
  }

  private isRefused(): boolean {
    return this.refusal !== null && isSame(this.value, this.refusal.value)
  }

  private schedule(): void {
    this.timers.endRest()
    if (this.canSend() && this.isUnsaved && !this.isSignedOut && !this.timers.isWaitingToRetry) {
      this.timers.startRest(() => this.send())
    }
    this.notify()
  }

  private send({ evenSignedOut = false } = {}): void {
    this.timers.stop()
    const mayTry = !this.flight && !this.timers.isWaitingToRetry && (evenSignedOut || !this.isSignedOut)
    if (mayTry && this.canSend() && this.isUnsaved) {
      const attempt = this.uncertain ?? this.attempt(this.doubtful)
      this.flight = attempt
      const signal = AbortSignal.timeout(this.pace.timeout)
      void putAnswer(this.address.url, bodyOf(this.address, attempt), { signal }).then((result) =>
        this.settle(attempt, result),
      )
    }
    this.notify()
  }

  private settle(attempt: Attempt, result: PutResult): void {
    if (this.flight !== attempt) {
      return
    }
    this.flight = null
    const mayHaveArrived = this.uncertain === attempt
    this.uncertain = result.outcome === 'unreachable' ? attempt : null
    if (result.outcome === 'unreachable') {
      this.timers.retryLater(() => this.retry(), result.retryAfterMs)
      this.notify()
      return
    }
    this.timers.succeed()
    this.isSignedOut = result.outcome === 'signedOut'
    if (mayHaveArrived) {
      this.doubtful = [...this.doubtful, attempt.saveId]
    }
    this.take(attempt, result)
    this.schedule()
  }

  private take(attempt: Attempt, result: PutResult): void {
    if (result.outcome === 'saved') {
      this.saved = { value: attempt.value, version: result.version, savedAt: result.savedAt }
      this.doubtful = []
      this.refusal = null
      this.onSaved?.()
    } else if (result.outcome === 'conflict') {
      this.meet(result.conflict)
    } else if (result.outcome === 'refused') {
      this.refusal = { value: attempt.value, message: result.message }
    }
  }

  /** Equal texts are no conflict, nor is a text that someone changed and put back as it was. */
  private meet(conflict: Conflict): void {
    this.doubtful = []
    if (isSame(conflict.value, this.value) || isSame(conflict.value, this.saved.value)) {
      this.saved = { value: conflict.value, version: conflict.version, savedAt: conflict.at }
    } else {
      this.conflict = conflict
    }
  }

  private notify(): void {
    this.state = this.describe()
    for (const listener of this.listeners) {
      listener()
    }
  }

  private describe(): AnswerState {
    const status = this.status()
    const isTooLong = status !== 'saved' && mayBeTooLong(this.value) && this.bytesToLeave > KEEPALIVE_BYTES
    return {
      value: this.value,
      status,
      savedAt: this.saved.savedAt,
      message: messageFor(status, this.refusal?.message ?? null, isTooLong),
      conflict: this.conflict,
    }
  }

  private status(): SaveStatus {
    if (this.conflict) return 'conflict'
    if (this.isSignedOut) return 'signedOut'
    if (!this.isUnsaved) return 'saved'
    if (this.isRefused()) return 'refused'
    if (this.timers.isWaitingToRetry || this.uncertain) return 'offline'
    return this.flight ? 'saving' : 'unsaved'
  }
}
