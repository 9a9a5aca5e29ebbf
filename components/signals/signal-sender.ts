import { PACE, type Pace, retryDelay } from '@/components/saving/pace'
import { type Sent, sendJson } from '@/components/saving/send-json'

/** What is reported, as the fields of the form hold it. */
export interface Report {
  happened: string
  happenedAt: string
  members: string[]
  urgency: string
}

export type SendState =
  | { status: 'idle' }
  | { status: 'sending' }
  /** No connection: kept in this page, sent as soon as it is back. */
  | { status: 'waiting' }
  | { status: 'signedOut' }
  | { status: 'sent'; id: string }
  | { status: 'refused'; errors: Record<string, string> }

export const IDLE: SendState = { status: 'idle' }

const GONE = 'U kunt in dit dossier niets melden. Bel de casusregisseur.'

/** What waits in this tab, by dossier. On the server nothing is ever laid in it: a sender there lives for one rendering. */
const unfinished = new Map<string, SignalSender>()

/**
 * Sends one report until it is known to have arrived: no React, no browser storage. What may have arrived is repeated under
 * the same key, which the server takes once. It goes on while the person looks at another page of the site.
 */
export class SignalSender {
  private state: SendState = IDLE
  private report: { id: string; body: string } | null = null
  private failures = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private isUnderWay = false
  private watching: AbortController | null = null
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly code: string,
    private readonly pace: Pace = PACE,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly snapshot = (): SendState => this.state

  /** Takes a report and begins; `id` is its key. One that is unfinished goes first, so that nothing is dropped. */
  send(id: string, report: Report, page: EventTarget): void {
    this.report ??= { id, body: JSON.stringify(report) }
    unfinished.set(this.code, this)
    this.watch(page)
    this.tryNow()
  }

  /** The connection is back, or the person asks. */
  readonly tryNow = (): void => {
    clearTimeout(this.timer)
    if (!this.report || this.isUnderWay) {
      return
    }
    this.isUnderWay = true
    this.become({ status: 'sending' })
    const { id, body } = this.report
    const signal = AbortSignal.timeout(this.pace.timeout)
    const url = `/api/gezinnen/${this.code}/signalen/${id}`
    void sendJson(url, 'PUT', body, { keepalive: true, signal }).then((sent) => this.settle(id, sent))
  }

  private settle(id: string, sent: Sent): void {
    this.isUnderWay = false
    if (sent.outcome === 'unreachable') {
      this.timer = setTimeout(this.tryNow, retryDelay(this.pace, this.failures, sent.retryAfterMs))
      this.failures += 1
      this.become({ status: 'waiting' })
    } else if (sent.outcome === 'signedOut') {
      this.become({ status: 'signedOut' })
    } else {
      this.finish(id, sent)
    }
  }

  private finish(id: string, { status, answer }: Extract<Sent, { outcome: 'answered' }>): void {
    this.report = null
    unfinished.delete(this.code)
    this.failures = 0
    this.watching?.abort()
    this.watching = null
    this.become(
      status === 200 ? { status: 'sent', id } : { status: 'refused', errors: answer.errors ?? { form: GONE } },
    )
  }

  /** While something is unfinished: tries again when there is reason to hope, and warns who goes away. */
  private watch(page: EventTarget): void {
    if (this.watching) {
      return
    }
    this.watching = new AbortController()
    const { signal } = this.watching
    page.addEventListener('online', this.tryNow, { signal })
    page.addEventListener('focus', this.tryNow, { signal })
    page.addEventListener('beforeunload', (event) => event.preventDefault(), { signal })
  }

  private become(state: SendState): void {
    this.state = state
    for (const listener of this.listeners) {
      listener()
    }
  }
}

/** The sender of this dossier in this tab: the one that still has something to send, or a fresh one. */
export function senderFor(code: string): SignalSender {
  return unfinished.get(code) ?? new SignalSender(code)
}
