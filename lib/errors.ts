/** A refusal that the person can do something about: its message is a Dutch sentence that is shown as it stands. */
export class UserError extends Error {
  override readonly name = 'UserError'
  /** Field the sentence belongs to, or null for the whole form. */
  readonly field: string | null

  constructor(message: string, field: string | null = null) {
    super(message)
    this.field = field
  }
}

/** What of `Busy` reaches the error page: in production an error travels to the browser without its name and its sentence. */
export const BUSY_DIGEST = 'BUSY'

/** The database did not come to it in time, or gave way to another change twice: nothing was kept, and later it may work. */
export class Busy extends UserError {
  readonly digest = BUSY_DIGEST

  constructor(cause: unknown) {
    super('Het is nu erg druk. Dit is nog niet gelukt. Probeer het zo nog eens.')
    this.cause = cause
  }
}

/**
 * Whether an error is that one. Next bundles routes apart, each with a class `Busy` of its own, and the connections without
 * the client are one for all: what they throw may be of another bundle.
 */
export function isBusy(error: unknown): error is Busy {
  return error instanceof Error && (error as { digest?: unknown }).digest === BUSY_DIGEST
}
