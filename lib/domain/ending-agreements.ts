import { UserError } from '@/lib/errors'

/** What may become of an agreement that still runs when a dossier is closed. */
export const AFTERWARDS = {
  family: 'Het gezin gaat er zelf mee door',
  elsewhere: 'Iemand anders neemt het over, buiten dit dossier',
  drop: 'De afspraak vervalt',
} as const

export type Afterwards = keyof typeof AFTERWARDS

/** An agreement that still runs, as the page lists it. */
export interface RunningAgreement {
  id: string
  text: string
  doers: string
  when: string
}

/** What was chosen when the dossier is closed. */
export interface ChosenAfterwards {
  /** By agreement; for one without a choice of its own `toAll` counts. */
  choices: Readonly<Record<string, string>>
  toAll: string
  /** Who takes over what goes on elsewhere. */
  successor: string
  dropReason: string
}

const FIELD = 'einde:'

/** The name of the field for one agreement. */
export function afterwardsField(agreementId: string): string {
  return `${FIELD}${agreementId}`
}

/** Gathers the choices for single agreements from the fields of a form. */
export function afterwardsIn(typed: Readonly<Record<string, unknown>>): Record<string, string> {
  const choices = Object.entries(typed).flatMap(([name, value]) =>
    name.startsWith(FIELD) && typeof value === 'string' && value !== '' ? [[name.slice(FIELD.length), value]] : [],
  )
  return Object.fromEntries(choices)
}

/**
 * Decides about every agreement that still runs: nobody ticks anything in a closed dossier, so none may stay behind. Gives
 * the reason that is kept with each. Throws a UserError at its field for one about which nothing was chosen, and for what
 * goes elsewhere or is dropped without saying to whom or why.
 */
export function settleAtEnd(
  running: readonly RunningAgreement[],
  { choices, toAll, successor, dropReason }: ChosenAfterwards,
): { id: string; reason: string }[] {
  return running.map(({ id }) => {
    const choice = choices[id] ?? toAll
    if (choice === 'family') return { id, reason: AFTERWARDS.family }
    if (choice === 'elsewhere') {
      if (successor === '') throw new UserError('Schrijf op wie dit overneemt.', 'successor')
      return { id, reason: `${AFTERWARDS.elsewhere}: ${successor}` }
    }
    if (choice === 'drop') {
      if (dropReason === '') throw new UserError('Schrijf op waarom de afspraak vervalt.', 'dropReason')
      return { id, reason: dropReason }
    }
    throw new UserError('Kies wat er met deze afspraak gebeurt.', afterwardsField(id))
  })
}
