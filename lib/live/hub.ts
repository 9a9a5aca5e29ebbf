import { Bursts } from './bursts'
import {
  type AccessChange,
  CHANNELS,
  type Change,
  type DossierChange,
  readAccessChange,
  readDossierChange,
} from './channel'
import { Epochs } from './epochs'
import { Listener } from './listener'
import { heardBy, type LiveMessage, type News, screensOf } from './live-message'
import type { ReaderProof } from './readers'

/** Someone with an open stream: follows one plan. */
export interface Reader extends ReaderProof {
  familyId: string
  planId: string
  personId: string
  /**
   * The kinds of changes that this reader hears of; absent: all. Who hears of some alone learns nothing else: not which
   * one, nor that somebody's rights changed.
   */
  kinds?: readonly Change['kind'][]
  send: (message: LiveMessage) => void
  /** Reads what this reader's screen shows, as this reader, for whom the whole screen is sent instead of news of changes. */
  show?: () => Promise<unknown>
  /** `ended`: the right is over. `closing`: this process stops; the reader may come back. */
  close: (reason: 'ended' | 'closing') => void
}

interface Place {
  familyId: string
  planId: string
}

interface HubOptions {
  /** The database to listen on, as the app's own role. */
  url: string
  /** Which readers of one plan still hold their right, in one query. */
  stillFollowing: (place: Place, readers: readonly Reader[]) => Promise<ReadonlySet<Reader>>
  heartbeatMs?: number
  /** At most one message to the readers of a plan in this time: five a second. */
  windowMs?: number
}

const HEARTBEAT_MS = 15_000
const WINDOW_MS = 200
const RETRY_MS = 1_000

/**
 * The open streams of one app process and the one connection on which it hears of changes. Before anything is sent to
 * the readers of a plan, their rights are asked in one query; who has none any more is closed. Nothing is replayed:
 * after each loss of the connection all readers are told to fetch the whole state.
 */
export class Hub {
  private readonly readers = new Map<string, Set<Reader>>()
  private readonly listener: Listener
  private readonly bursts: Bursts<Change>
  private readonly heartbeat: NodeJS.Timeout
  private readonly epochs = new Epochs()
  private readonly retrying = new Set<string>()
  private isListening = false

  constructor(private readonly options: HubOptions) {
    this.bursts = new Bursts(options.windowMs ?? WINDOW_MS, (key, changes) => void this.tell(key, changes))
    this.listener = new Listener({
      url: options.url,
      channels: CHANNELS,
      onNotification: (channel, payload) => this.hear(channel, payload),
      onListening: () => this.resume(),
      onLost: () => this.pause(),
    })
    this.heartbeat = setInterval(() => this.beat(), options.heartbeatMs ?? HEARTBEAT_MS)
    this.heartbeat.unref()
    this.listener.start()
  }

  /** Adds a stream; the returned function takes it out. Its right is asked again at once: it may just have ended. */
  join(reader: Reader): () => void {
    const key = keyOf(reader)
    const group = this.readers.get(key) ?? new Set()
    this.readers.set(key, group.add(reader))
    if (this.isListening) {
      void this.sendTo(key, { event: 'refetch' }, [reader])
    }
    return () => this.leave(reader)
  }

  /** Closes all streams, so that a process can stop; their readers come back to another one. */
  closeAll(): void {
    for (const reader of this.all()) {
      this.leave(reader)
      reader.close('closing')
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.heartbeat)
    this.bursts.clear()
    this.closeAll()
    await this.listener.stop()
  }

  /**
   * A number that changes with everything this process hears of this dossier's changes; null while it hears nothing.
   * What was read under one number may be shown again under the same number.
   */
  epochOf(familyId: string): number | null {
    return this.isListening ? this.epochs.of(familyId) : null
  }

  private hear(channel: string, payload: string): void {
    const change = channel === 'dossier' ? readDossierChange(payload) : null
    if (change) {
      this.changed(change)
    }
    const access = channel === 'access' ? readAccessChange(payload) : null
    if (access) {
      this.accessChanged(access)
    }
  }

  private changed({ familyId, planId, ...change }: DossierChange): void {
    this.epochs.advance(familyId)
    this.bursts.add(keyOf({ familyId, planId }), change)
  }

  private accessChanged(access: AccessChange): void {
    const isTouched = (reader: Reader) =>
      'person' in access ? reader.personId === access.person : reader.familyId === access.family
    if ('family' in access) {
      this.epochs.advance(access.family)
    }
    for (const [key, group] of this.readers) {
      const touched = [...group].filter(isTouched)
      if (touched.length > 0) {
        void this.sendTo(key, { event: 'rights' }, touched)
      }
    }
  }

  private resume(): void {
    this.isListening = true
    this.epochs.advanceAll()
    for (const key of this.readers.keys()) {
      void this.sendTo(key, { event: 'refetch' })
    }
  }

  private pause(): void {
    this.isListening = false
  }

  private beat(): void {
    void this.listener.probe()
    for (const key of this.readers.keys()) {
      void this.sendTo(key, { event: 'beat' })
    }
  }

  private async tell(key: string, changes: readonly Change[]): Promise<void> {
    const latest = new Map(changes.map((change) => [`${change.kind} ${change.key}`, change]))
    await this.sendTo(key, { event: 'change', changes: [...latest.values()] })
  }

  private async sendTo(key: string, news: News, only?: readonly Reader[]): Promise<void> {
    const group = this.readers.get(key)
    const readers = (only ?? [...(group ?? [])]).filter((reader) => group?.has(reader))
    const [first] = readers
    if (!first) {
      return
    }
    const standing = await this.options.stillFollowing(first, readers).catch(() => null)
    if (!standing) {
      this.tryAgain(key)
      return
    }
    const screens = news.event === 'change' ? await screensOf(standing) : new Map<string, LiveMessage>()
    for (const reader of readers) {
      if (!this.readers.get(key)?.has(reader)) {
        continue
      }
      const message = heardBy(reader, news)
      if (standing.has(reader)) {
        if (message) reader.send((reader.show && screens.get(reader.personId)) ?? message)
      } else {
        this.leave(reader)
        reader.close('ended')
      }
    }
  }

  /** The rights could not be asked: nothing was sent, so everything is to be fetched once they can. */
  private tryAgain(key: string): void {
    if (this.retrying.has(key)) {
      return
    }
    this.retrying.add(key)
    setTimeout(() => {
      this.retrying.delete(key)
      void this.sendTo(key, { event: 'refetch' })
    }, RETRY_MS).unref()
  }

  private leave(reader: Reader): void {
    const key = keyOf(reader)
    const group = this.readers.get(key)
    group?.delete(reader)
    if (group?.size === 0) {
      this.readers.delete(key)
    }
  }

  private all(): Reader[] {
    return [...this.readers.values()].flatMap((group) => [...group])
  }
}

function keyOf({ familyId, planId }: Place): string {
  return `${familyId} ${planId}`
}
