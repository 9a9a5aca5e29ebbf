import type { PoolClient, QueryConfig, QueryResult } from 'pg'
import { type Asked, sendTogether } from '@/lib/statement-batch'

/** Sends what is asked in one turn together, and one turn after the other. */
export class Turns {
  readonly #client: PoolClient
  #waiting: Asked[] = []
  #isSending = false
  #isOver = false

  constructor(client: PoolClient) {
    this.#client = client
  }

  ask(config: QueryConfig): Promise<QueryResult> {
    return new Promise((resolve, reject) => {
      if (this.#isOver) {
        throw new Error('Asked after the end of the transaction.')
      }
      this.#waiting.push({ config, resolve, reject })
      process.nextTick(() => this.#send())
    })
  }

  /** Takes nothing more, and drops what was not sent. */
  end(): void {
    this.#isOver = true
    for (const { reject } of this.#waiting.splice(0)) {
      reject(new Error('The transaction ended before this was asked.'))
    }
  }

  #send(): void {
    if (this.#isSending || this.#waiting.length === 0) {
      return
    }
    this.#isSending = true
    const next = () => {
      this.#isSending = false
      process.nextTick(() => this.#send())
    }
    sendTogether(this.#client, this.#waiting.splice(0)).then(next, next)
  }
}
