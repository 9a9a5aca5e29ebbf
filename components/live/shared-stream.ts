import type { LiveEvent, LiveStatus } from './live-event'
import { openLiveSource } from './live-source'

export interface StreamListener {
  onEvent: (event: LiveEvent) => void
  onStatus: (status: LiveStatus) => void
}

type Told = { event: LiveEvent } | { status: LiveStatus } | { ask: true }

const streams = new Map<string, SharedStream>()

/**
 * Follows the stream at this address. All tabs of this browser share one connection (a browser opens six at most to one
 * site): one of them holds it and tells the others; when that tab closes, the next takes over. Returns the function that stops following.
 */
export function followStream(url: string, listener: StreamListener): () => void {
  const stream = streams.get(url) ?? new SharedStream(url)
  streams.set(url, stream)
  stream.add(listener)
  return () => {
    if (stream.remove(listener)) {
      streams.delete(url)
    }
  }
}

class SharedStream {
  private readonly listeners = new Set<StreamListener>()
  private readonly tabs: BroadcastChannel
  private readonly leaving = new AbortController()
  private status: LiveStatus = 'connecting'
  private closeSource: (() => void) | null = null

  constructor(private readonly url: string) {
    this.tabs = new BroadcastChannel(`gips live ${url}`)
    this.tabs.onmessage = ({ data }: MessageEvent<Told>) => this.hear(data)
    this.tabs.postMessage({ ask: true } satisfies Told)
    this.waitForTurn()
  }

  add(listener: StreamListener): void {
    this.listeners.add(listener)
    listener.onStatus(this.status)
    if (this.status === 'connected') {
      listener.onEvent('refetch')
    }
  }

  /** True when it was the last one, and the stream is closed. */
  remove(listener: StreamListener): boolean {
    this.listeners.delete(listener)
    if (this.listeners.size > 0) {
      return false
    }
    this.leaving.abort()
    this.closeSource?.()
    this.tabs.close()
    return true
  }

  /** Without locks (a site that is not served over https) each tab has a connection of its own. */
  private waitForTurn(): void {
    if (!navigator.locks) {
      this.lead()
      return
    }
    const { signal } = this.leaving
    navigator.locks
      .request(`gips live ${this.url}`, { signal }, () => {
        this.lead()
        return new Promise<void>((done) => signal.addEventListener('abort', () => done()))
      })
      .catch(() => undefined)
  }

  private lead(): void {
    if (this.leaving.signal.aborted) {
      return
    }
    this.closeSource = openLiveSource(this.url, {
      onStatus: (status) => {
        this.setStatus(status)
        this.tabs.postMessage({ status } satisfies Told)
      },
      onEvent: (event) => {
        this.tell(event)
        this.tabs.postMessage({ event } satisfies Told)
      },
    })
  }

  private hear(told: Told): void {
    if ('ask' in told) {
      if (this.closeSource) {
        this.tabs.postMessage({ status: this.status } satisfies Told)
      }
    } else if (!this.closeSource) {
      if ('event' in told) {
        this.tell(told.event)
      } else {
        this.follow(told.status)
      }
    }
  }

  /** A tab that comes to an open stream may have missed what happened since it was loaded. */
  private follow(status: LiveStatus): void {
    const wasWaiting = this.status === 'connecting'
    this.setStatus(status)
    if (wasWaiting && status === 'connected') {
      this.tell('refetch')
    }
  }

  private setStatus(status: LiveStatus): void {
    this.status = status
    for (const listener of this.listeners) {
      listener.onStatus(status)
    }
  }

  private tell(event: LiveEvent): void {
    for (const listener of this.listeners) {
      listener.onEvent(event)
    }
  }
}
