/**
 * The round in which everyone gives safety scores unseen: nobody's figure is led by another's (GIPS: people listen, they
 * do not debate). `none`: this meeting had no round. `stopped`: ended without showing anything.
 */
export const ROUND_STATES = ['none', 'open', 'revealed', 'stopped'] as const
export type RoundState = (typeof ROUND_STATES)[number]

export const ROUND_MOVES = ['open', 'reveal', 'stop'] as const
export type RoundMove = (typeof ROUND_MOVES)[number]

const STEPS: Record<RoundState, Partial<Record<RoundMove, RoundState>>> = {
  none: { open: 'open' },
  open: { reveal: 'revealed', stop: 'stopped' },
  revealed: { open: 'open' },
  stopped: { open: 'open' },
}

/** The state after this move; null where it cannot be made. A round that ended is opened again as another one. */
export function stateAfter(state: RoundState, move: RoundMove): RoundState | null {
  return STEPS[state][move] ?? null
}

/** Why a move cannot be made now, for who tried it; null where it can. */
export function whyNot(state: RoundState, move: RoundMove): string | null {
  if (stateAfter(state, move) !== null) {
    return null
  }
  if (move === 'open') {
    return 'De cijferronde is al open.'
  }
  return {
    none: 'Er is geen cijferronde open.',
    open: null,
    revealed: 'De cijfers zijn al onthuld.',
    stopped: 'De cijferronde is al gestopt, zonder de cijfers te laten zien.',
  }[state]
}

/** Whether scores given now are kept from everyone else: while the round is open, and only then. */
export function isUnseen(state: RoundState): boolean {
  return state === 'open'
}

/**
 * Whether a figure may still be given from one's own seat. Once the others' are known it is not independent any more:
 * then it is said at the table, and the note-taker writes it down, or the chair opens the round again.
 */
export function takesOwnFigure(state: RoundState): boolean {
  return state !== 'revealed'
}

/** What someone reads whose figure came after the reveal; what was typed stays on the screen. */
export const AFTER_REVEAL =
  'De cijfers zijn intussen onthuld. Dit cijfer is niet meegenomen; het staat nog wel op uw scherm. Zeg het aan tafel: de notulist kan het opschrijven, of de voorzitter opent de ronde opnieuw.'

/** What someone reads who types in a cell of whom gives their own score, unseen. */
export const GIVES_ITSELF = 'Deze persoon gaf zelf al een cijfer. U leest het als de cijfers zijn onthuld.'

/** Why a plan cannot go on while a round is open. */
export const ROUND_IS_OPEN =
  'De cijferronde is nog open. Onthul de cijfers eerst, of stop de ronde. Daarna kan het plan verder.'

/** One seat that is asked, and for how many family members it gave. `id`: null for who may not know whose it is. */
export interface RoundSeat {
  id: string | null
  asked: number
  given: number
}

export interface RoundProgress {
  /** Seats that gave for everyone they are asked for. */
  given: number
  expected: number
  /** Participants who have not given for everyone yet; empty for who may not know. */
  waitingFor: string[]
}

/** How many have given. Who is asked for nobody is not waited for. */
export function progressOf(seats: readonly RoundSeat[]): RoundProgress {
  const asked = seats.filter((seat) => seat.asked > 0)
  const waiting = asked.filter((seat) => seat.given < seat.asked)
  return {
    given: asked.length - waiting.length,
    expected: asked.length,
    waitingFor: waiting.flatMap(({ id }) => id ?? []),
  }
}

/** "3 van de 5 mensen gaven hun cijfers", for everyone. */
export function progressWords({ given, expected }: Pick<RoundProgress, 'given' | 'expected'>): string {
  if (expected === 0) {
    return 'Er is nog niemand van wie we cijfers verwachten.'
  }
  if (given === expected) {
    return expected === 1 ? 'Het cijfer is gegeven.' : `Alle ${expected} mensen gaven hun cijfers.`
  }
  return `${given} van de ${expected} mensen ${given === 1 ? 'gaf' : 'gaven'} hun cijfers.`
}

/**
 * The scores that may count on a screen: none while they are given unseen, and none that was held back, also where the
 * viewer sees their own.
 */
export function scoresThatCount<S extends { isHeldBack?: boolean }>(round: {
  isUnseen: boolean
  scores: readonly S[]
}): S[] {
  return round.isUnseen ? [] : round.scores.filter(({ isHeldBack }) => !isHeldBack)
}

/** The round of a meeting as one viewer may know it. */
export interface RoundStanding extends RoundProgress {
  state: RoundState
  /** 1 for the first; 0 where there was none. */
  number: number
  /** This viewer opens, reveals and stops. */
  mayLead: boolean
}
