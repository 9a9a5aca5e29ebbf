const MOST_KEPT = 10_000

/** Numbers that never come back: a dossier gets a new one with each change heard of it. */
export class Epochs {
  private last = 0
  /** For dossiers of which nothing was heard since the last `advanceAll`. */
  private common = 0
  private readonly numbers = new Map<string, number>()

  of(familyId: string): number {
    return this.numbers.get(familyId) ?? this.common
  }

  advance(familyId: string): void {
    if (this.numbers.size >= MOST_KEPT) {
      this.advanceAll()
    }
    this.last += 1
    this.numbers.set(familyId, this.last)
  }

  advanceAll(): void {
    this.last += 1
    this.common = this.last
    this.numbers.clear()
  }
}
