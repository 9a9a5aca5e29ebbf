/** How long a busy machine may take for what happens at once. */
const PATIENCE_MS = 20_000

/** Reads a stream of server-sent events as a browser does. */
export class StreamReader {
  readonly events: { event: string; data: string }[] = []
  isOver = false
  private rest = ''
  private readonly waiting = new Set<() => void>()

  constructor(response: Response) {
    void this.read(response.body as ReadableStream<Uint8Array>)
  }

  /** Waits until this many events of this name have come; fails after `withinMs`. */
  async until(event: string, count = 1, withinMs = PATIENCE_MS): Promise<string[]> {
    const found = () => this.events.filter((each) => each.event === event).map(({ data }) => data)
    await this.happens(() => found().length >= count, `${count} × ${event}`, withinMs)
    return found()
  }

  /** Waits until the server has closed the stream. */
  async closes(withinMs = PATIENCE_MS): Promise<void> {
    await this.happens(() => this.isOver, 'the end of the stream', withinMs)
  }

  private async happens(condition: () => boolean, what: string, withinMs: number): Promise<void> {
    if (condition()) {
      return
    }
    await new Promise<void>((done, failed) => {
      const timer = setTimeout(() => failed(new Error(`waited ${withinMs} ms for ${what}`)), withinMs)
      const look = () => {
        if (condition()) {
          clearTimeout(timer)
          this.waiting.delete(look)
          done()
        }
      }
      this.waiting.add(look)
    })
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder()
    for await (const chunk of body) {
      this.take(decoder.decode(chunk, { stream: true }))
    }
    this.isOver = true
    this.look()
  }

  private take(text: string): void {
    const blocks = (this.rest + text).split('\n\n')
    this.rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const event = /^event: (.*)$/m.exec(block)?.[1]
      if (event) {
        this.events.push({ event, data: /^data: (.*)$/m.exec(block)?.[1] ?? '' })
      }
    }
    this.look()
  }

  private look(): void {
    for (const each of this.waiting) {
      each()
    }
  }
}
