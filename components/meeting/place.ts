/** Which plan a part of the meeting screen belongs to. */
export interface Place {
  code: string
  /** The plan in an address: gips-1. */
  slug: string
}

/** The address of one noun of the plan, for saving. */
export function apiOf({ code, slug }: Place, noun: string): string {
  return `/api/gezinnen/${code}/plannen/${slug}/${noun}`
}

/** The figure that someone typed may be sent: nothing, or a score from 0 to 10. A comma without a digit still waits. */
export function isScoreReady(text: string): boolean {
  return !/[.,]$/.test(text.trim())
}

/** A figure from the server as people type it here. */
export function typedFigure(value: unknown): string {
  return typeof value === 'number' ? String(value).replace('.', ',') : ''
}
