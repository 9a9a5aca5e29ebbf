import { Client } from 'pg'
import type { Channel } from './channel'

const FIRST_DELAY_MS = 100
const LONGEST_DELAY_MS = 2_000
const ANSWER_MS = 5_000

interface Listening {
  url: string
  channels: readonly Channel[]
  onNotification: (channel: string, payload: string) => void
  /** Listening, for the first time or again: what was notified in between was not heard. */
  onListening: () => void
  onLost: () => void
}

/** One connection that listens, and connects again by itself with a growing delay (0.1 to 2 s) when it is lost. */
export class Listener {
  private client: Client | null = null
  private timer: NodeJS.Timeout | null = null
  private failures = 0
  private isStopped = false

  constructor(private readonly listening: Listening) {}

  start(): void {
    void this.connect()
  }

  async stop(): Promise<void> {
    this.isStopped = true
    if (this.timer) {
      clearTimeout(this.timer)
    }
    await this.drop(this.client)
  }

  /** Asks the server for a sign of life: a connection can be dead without anyone being told. */
  async probe(): Promise<void> {
    const client = this.client
    await client?.query('select 1').catch(() => this.lost(client))
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.listening.url,
      application_name: 'gips-live',
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
    })
    this.client = client
    client.on('error', () => this.lost(client))
    client.on('end', () => this.lost(client))
    client.on('notification', ({ channel, payload = '' }) => this.listening.onNotification(channel, payload))
    try {
      await client.connect()
      await client.query(this.listening.channels.map((channel) => `listen ${channel}`).join(';'))
    } catch {
      this.lost(client)
      return
    }
    if (this.client === client && !this.isStopped) {
      this.failures = 0
      this.listening.onListening()
    }
  }

  private lost(client: Client | null): void {
    if (client === null || this.client !== client || this.isStopped) {
      return
    }
    void this.drop(client)
    this.listening.onLost()
    const delay = Math.min(FIRST_DELAY_MS * 2 ** this.failures, LONGEST_DELAY_MS)
    this.failures += 1
    this.timer = setTimeout(() => void this.connect(), delay * (0.5 + Math.random() / 2))
    this.timer.unref()
  }

  private async drop(client: Client | null): Promise<void> {
    this.client = null
    await client?.end().catch(() => undefined)
  }
}
