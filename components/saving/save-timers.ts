import { type Pace, retryDelay } from './pace'

/**
 * When a draft that saves itself is sent: after a rest in typing, at the latest after a while of typing on, and after a
 * failure later each time.
 */
export class SaveTimers {
  private rest: Timer | undefined
  private longest: Timer | undefined
  private next: Timer | undefined
  private failures = 0

  constructor(private readonly pace: Pace) {}

  get isWaitingToRetry(): boolean {
    return this.next !== undefined
  }

  /** Something was typed: the rest begins anew. */
  startRest(send: () => void): void {
    this.rest = setTimeout(send, this.pace.rest)
    this.longest ??= setTimeout(send, this.pace.longest)
  }

  endRest(): void {
    clearTimeout(this.rest)
  }

  /** It is being sent, or waits for the next try. */
  stop(): void {
    clearTimeout(this.rest)
    clearTimeout(this.longest)
    this.longest = undefined
  }

  /** After a failure, as long as the server asks where it does. */
  retryLater(retry: () => void, asked: number | null): void {
    this.stop()
    this.next = setTimeout(retry, retryDelay(this.pace, this.failures, asked))
    this.failures += 1
  }

  stopWaiting(): void {
    clearTimeout(this.next)
    this.next = undefined
  }

  /** The server answered. */
  succeed(): void {
    this.failures = 0
  }
}

type Timer = ReturnType<typeof setTimeout>
