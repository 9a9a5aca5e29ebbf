interface Window<T> {
  waiting: T[]
  timer: NodeJS.Timeout
}

/**
 * Spreads what comes in quick succession: the first goes out at once, what follows within the window goes out together
 * at its end. Nothing is dropped, so the last one always arrives. Windows in milliseconds, one per key.
 */
export class Bursts<T> {
  private readonly windows = new Map<string, Window<T>>()

  constructor(
    private readonly windowMs: number,
    private readonly send: (key: string, items: readonly T[]) => void,
  ) {}

  add(key: string, item: T): void {
    const window = this.windows.get(key)
    if (window) {
      window.waiting.push(item)
      return
    }
    this.openWindow(key)
    this.send(key, [item])
  }

  /** Forgets what is waiting. */
  clear(): void {
    for (const { timer } of this.windows.values()) {
      clearTimeout(timer)
    }
    this.windows.clear()
  }

  private openWindow(key: string): void {
    const timer = setTimeout(() => this.closeWindow(key), this.windowMs)
    timer.unref()
    this.windows.set(key, { waiting: [], timer })
  }

  private closeWindow(key: string): void {
    const waiting = this.windows.get(key)?.waiting ?? []
    this.windows.delete(key)
    if (waiting.length > 0) {
      this.openWindow(key)
      this.send(key, waiting)
    }
  }
}
