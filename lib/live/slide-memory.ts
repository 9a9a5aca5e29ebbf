interface Kept {
  epoch: number
  until: number
  value: Promise<unknown>
}

/** Also without a word of a change nothing is shown again after this time: a shield may end by the clock. */
const KEEP_MS = 2_000
const MOST_KEPT = 200

/**
 * Lets twenty screens that fetch the same thing after one change load it once: kept per key (what is shown, as whom) as
 * long as no change of the dossier was heard. While changes cannot be heard everyone loads for itself.
 */
export class SlideMemory {
  private readonly entries = new Map<string, Kept>()

  constructor(private readonly epochOf: (familyId: string) => number | null) {}

  async get<T>(familyId: string, key: string, load: () => Promise<T>): Promise<T> {
    const epoch = this.epochOf(familyId)
    if (epoch === null) {
      return load()
    }
    const kept = this.entries.get(key)
    if (kept && kept.epoch === epoch && kept.until > performance.now()) {
      return (kept.value as Promise<T>).catch(load)
    }
    const value = load()
    this.keep(key, { epoch, until: performance.now() + KEEP_MS, value })
    return value
  }

  private keep(key: string, kept: Kept): void {
    if (this.entries.size >= MOST_KEPT) {
      this.entries.clear()
    }
    this.entries.set(key, kept)
    kept.value.catch(() => this.entries.delete(key))
  }
}
