import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What goes wrong with one request: `before` and `after` say whether the server had saved when the connection broke. */
export type Fault = 'none' | 'dropBefore' | 'dropAfter' | 'slow' | 500 | 503 | 429 | 401

interface Body {
  text: string
  base: number
  saveId: string
  after: string[]
}

/** A real HTTP server that keeps one answer by the protocol of the route handler, and fails as it is told. */
export class AnswerServer {
  text = ''
  version = 0
  /** Every text that ever stood here, the latest last. */
  readonly texts: { text: string; isOfAnother: boolean }[] = []
  readonly requests: { body: Body; at: number }[] = []
  faults: Fault[] = []
  /** Answers every request with this, whatever it asks. */
  refusal: { status: number; body: unknown } | null = null
  delayMs = 0
  private readonly saves = new Map<string, number>()
  private readonly server: Server
  private running = 0
  mostAtOnce = 0

  constructor() {
    this.server = createServer((request, response) => void this.handle(request, response))
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/antwoord`
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  /** Someone else saves here. */
  writeAsAnother(text: string): void {
    this.keep(text, true)
  }

  private keep(text: string, isOfAnother: boolean): void {
    this.text = text
    this.version += 1
    this.texts.push({ text, isOfAnother })
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.running += 1
    this.mostAtOnce = Math.max(this.mostAtOnce, this.running)
    const body: Body = JSON.parse(await readAll(request))
    this.requests.push({ body, at: performance.now() })
    const fault = this.faults.shift() ?? 'none'
    await pause(fault === 'slow' ? 30 : this.delayMs)
    this.running -= 1
    if (fault === 'dropBefore') {
      request.socket.destroy()
    } else if (typeof fault === 'number') {
      answer(response, fault, { message: 'fout' })
    } else {
      const [status, result] = this.refusal ? [this.refusal.status, this.refusal.body] : this.save(body)
      if (fault === 'dropAfter') {
        request.socket.destroy()
      } else {
        answer(response, status, result)
      }
    }
  }

  private save({ text, base, saveId, after }: Body): [number, unknown] {
    const savedAt = '2026-03-12T09:00:00.000Z'
    const known = this.saves.get(saveId)
    if (known !== undefined && base !== this.version) {
      return [200, { version: known, savedAt }]
    }
    const isOwnBase = base === this.version || after.some((id) => this.saves.get(id) === this.version)
    if (!isOwnBase && text !== this.text) {
      const theirs = { text: this.text, applies: null }
      return [409, { mine: { text, applies: null }, theirs, version: this.version, by: 'Een ander', at: savedAt }]
    }
    if (text !== this.text) {
      this.keep(text, false)
    }
    this.saves.set(saveId, this.version)
    return [200, { version: this.version, savedAt }]
  }
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request.setEncoding('utf8')) {
    text += part
  }
  return text
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
