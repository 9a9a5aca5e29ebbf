const MOST_COMPARISONS = 1_000_000

/**
 * Both texts in one, line by line: what they share stands there once, what only one of them has follows in its place,
 * the first text's lines before the second's. No line of either is left out and each keeps its order; very long texts
 * that differ throughout are put one after the other.
 */
export function mergeTexts(first: string, second: string): string {
  const [one, other] = [first.split('\n'), second.split('\n')]
  const head = sharedStart(one, other)
  const tail = sharedStart(one.slice(head).reverse(), other.slice(head).reverse())
  const middle = mergeLines(one.slice(head, one.length - tail), other.slice(head, other.length - tail))
  return [...one.slice(0, head), ...middle, ...one.slice(one.length - tail)].join('\n')
}

function mergeLines(one: readonly string[], other: readonly string[]): string[] {
  if (one.length * other.length > MOST_COMPARISONS) return [...one, ...other]
  const shared = sharedLengths(one, other)
  const merged: string[] = []
  let [here, there] = [0, 0]
  while (here < one.length || there < other.length) {
    const [mine, theirs] = [one[here], other[there]]
    if (mine !== undefined && mine === theirs) {
      merged.push(mine)
      here += 1
      there += 1
    } else if (
      mine !== undefined &&
      (theirs === undefined || at(shared, here + 1, there) >= at(shared, here, there + 1))
    ) {
      merged.push(mine)
      here += 1
    } else if (theirs !== undefined) {
      merged.push(theirs)
      there += 1
    }
  }
  return merged
}

/** For each pair of places: how many lines the rests have in common, in order. */
function sharedLengths(one: readonly string[], other: readonly string[]): number[][] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0))
  for (let here = one.length - 1; here >= 0; here -= 1) {
    const row = lengths[here] ?? []
    for (let there = other.length - 1; there >= 0; there -= 1) {
      row[there] =
        one[here] === other[there]
          ? at(lengths, here + 1, there + 1) + 1
          : Math.max(at(lengths, here + 1, there), at(lengths, here, there + 1))
    }
  }
  return lengths
}

function at(lengths: readonly number[][], here: number, there: number): number {
  return lengths[here]?.[there] ?? 0
}

function sharedStart(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((line, place) => line !== other[place])
  return differs === -1 ? Math.min(one.length, other.length) : differs
}
