import type { EvaluatedGoalView, GoalsToCome } from '@/lib/domain/carried-views'

export interface Arrived {
  goals: readonly EvaluatedGoalView[]
  /** `failed`: the last attempt brought nothing; what had come before still stands. */
  state: 'coming' | 'here' | 'failed'
}

/** What the server told last, word for word, and what it says. */
interface Told {
  answer: string
  goals: readonly EvaluatedGoalView[]
}

const NOTHING_YET: Arrived = { goals: [], state: 'coming' }

/**
 * The goals of an evaluation that come after the page, by the address that tells them: one request at a time, and once more
 * when something newer was asked for in the meantime. What came stays until newer has come, so no field disappears under
 * what somebody types in it. In memory alone, and let go with the page.
 */
export class GoalsDesk {
  private readonly arrived = new Map<string, Arrived>()
  /** By address the reading of the page that is under way, and the one that asked last. */
  private readonly underWay = new Map<string, object>()
  private readonly wanted = new Map<string, object>()
  private readonly told = new Map<string, Told>()
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  at(url: string): Arrived {
    return this.arrived.get(url) ?? NOTHING_YET
  }

  /** Brings the goals as they stand at this reading of the page. */
  ask(url: string, reading: object): void {
    this.wanted.set(url, reading)
    if (!this.underWay.has(url)) {
      void this.bring(url, reading)
    }
  }

  /** The last attempt failed: tries again. */
  retry(url: string): void {
    const reading = this.wanted.get(url)
    if (reading !== undefined && this.at(url).state === 'failed') {
      this.tell(url, { ...this.at(url), state: 'coming' })
      this.ask(url, reading)
    }
  }

  letGo(url: string): void {
    this.wanted.delete(url)
    this.arrived.delete(url)
    this.told.delete(url)
  }

  private async bring(url: string, reading: object): Promise<void> {
    this.underWay.set(url, reading)
    const told = await fetchGoals(url, this.told.get(url))
    this.underWay.delete(url)
    const wanted = this.wanted.get(url)
    if (wanted === undefined) {
      return
    }
    if (told) this.told.set(url, told)
    this.tell(url, told ? { goals: told.goals, state: 'here' } : { ...this.at(url), state: 'failed' })
    if (told && wanted !== reading) {
      await this.bring(url, wanted)
    }
  }

  private tell(url: string, arrived: Arrived): void {
    this.arrived.set(url, arrived)
    for (const listener of this.listeners) listener()
  }
}

/** The goals of this tab. On the server nothing is ever laid on it. */
export const goalsDesk = new GoalsDesk()

/** What is told once more in the same words is not made anew: hundreds of fields would be drawn again. */
async function fetchGoals(url: string, before?: Told): Promise<Told | null> {
  try {
    const response = await fetch(url, { cache: 'no-store', redirect: 'error' })
    if (!response.ok) return null
    const answer = await response.text()
    return answer === before?.answer ? before : { answer, goals: unfolded(JSON.parse(answer) as GoalsToCome) }
  } catch {
    return null
  }
}

function unfolded({ givers, goals }: GoalsToCome): EvaluatedGoalView[] {
  return goals.map(({ given, ...goal }) => ({
    ...goal,
    given: Object.fromEntries(
      givers.flatMap((id, at) => {
        const its = given[at]
        return its ? [[id, { percent: its[0], remark: its[1], version: its[2] }]] : []
      }),
    ),
  }))
}
