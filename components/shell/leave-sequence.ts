/** How far someone is with three times Shift: the moments of clean releases, and whether the one going on is clean. */
export type ShiftRun = { releases: readonly number[]; isDown: boolean }

export type ShiftEvent = { kind: 'shiftDown' | 'shiftUp' | 'other'; at: number }

export const noShifts: ShiftRun = { releases: [], isDown: false }
export const shiftsToLeave = 3

const windowMs = 5000

/**
 * What one more event makes of the run. Only a Shift pressed and released with nothing between counts, so that a
 * capital letter or a selection with the mouse never leaves the page; what is older than five seconds is forgotten.
 */
export function nextShiftRun(run: ShiftRun, { kind, at }: ShiftEvent): ShiftRun {
  switch (kind) {
    case 'shiftDown':
      return { ...run, isDown: true }
    case 'shiftUp':
      return run.isDown ? { releases: [...recent(run.releases, at), at], isDown: false } : run
    case 'other':
      return noShifts
  }
}

function recent(releases: readonly number[], at: number): number[] {
  return releases.filter((release) => at - release < windowMs)
}
