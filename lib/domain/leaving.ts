import { z } from 'zod'
import { UserError } from '@/lib/errors'
import type { AgreementItem } from './agreement-item'
import { chosenId } from './form-values'
import type { Named } from './people-views'
import { plainText } from './text'

/** An agreement that somebody who leaves had still to do. */
export interface OpenAgreement {
  id: string
  text: string
  /** By when: "uiterlijk 3 maart 2026". */
  when: string
  /** Who else does it and stays. */
  others: readonly Named[]
}

/** What may become of each, as a form says it: an account's id, or one of these words. */
export const DROP = 'drop'
export const OTHERS = 'others'

/** What was chosen when somebody leaves. */
export interface Leaving {
  /** By agreement: an account's id, `drop` or `others`. */
  choices: Readonly<Record<string, string>>
  /** Who takes over everything for which nothing else was chosen. */
  toAll: string | null
  dropReason: string
}

/** What becomes of each open agreement. `personId`: who takes over, an account or, of what the family did, one of its own. */
export interface Settlement {
  handed: { agreementId: string; personId: string }[]
  left: string[]
  dropped: string[]
}

const FIELD = 'overname:'

/** The fields of a form that ends somebody's part, besides one for each agreement. */
export const leavingFields = {
  toAll: chosenId
    .or(z.literal(''))
    .default('')
    .transform((id) => id || null),
  dropReason: plainText({ required: false, max: 1000, label: 'De reden' }).default(''),
}

/** The form that passes on what somebody agreed to do who died, moved out or no longer belongs to the network. */
export const PassOnForm = z
  .looseObject({ goneId: chosenId, ...leavingFields })
  .transform((typed) => ({ goneId: typed.goneId, leaving: leavingIn(typed) }))
export type PassOnForm = z.output<typeof PassOnForm>

/** The name of the field for one agreement. */
export function leavingField(agreementId: string): string {
  return `${FIELD}${agreementId}`
}

/** Gathers the choices for single agreements from the fields of a form. */
export function leavingIn(typed: { toAll: string | null; dropReason: string; [field: string]: unknown }): Leaving {
  const choices = Object.entries(typed).flatMap(([name, value]) =>
    name.startsWith(FIELD) && typeof value === 'string' && value !== '' ? [[name.slice(FIELD.length), value]] : [],
  )
  return { choices: Object.fromEntries(choices), toAll: typed.toAll, dropReason: typed.dropReason.trim() }
}

/** What somebody still has to do in this dossier; what is done or over is not among it. */
export function openAgreementsOf(
  agreements: readonly AgreementItem[],
  personId: string,
  staying: (doerId: string) => boolean,
): OpenAgreement[] {
  return agreements
    .filter(({ doers, state }) => doers.some(({ id }) => id === personId) && state !== 'done' && state !== 'closed')
    .map(({ id, text, when, doers }) => ({
      id,
      text,
      when,
      others: doers.filter((doer) => doer.id !== personId && staying(doer.id)),
    }))
}

/**
 * Decides about every open agreement of somebody who leaves: none stays behind with who is gone. Throws a UserError at
 * its field for one without a successor, for a successor who is not in the team, and for a drop without a reason.
 */
export function settleAgreements(
  open: readonly OpenAgreement[],
  { choices, toAll, dropReason }: Leaving,
  successors: readonly Named[],
): Settlement {
  const settlement: Settlement = { handed: [], left: [], dropped: [] }
  for (const { id, others } of open) {
    const choice = choices[id] ?? toAll
    if (choice === DROP) {
      settlement.dropped.push(id)
    } else if (choice === OTHERS && others.length > 0) {
      settlement.left.push(id)
    } else if (choice && successors.some((successor) => successor.id === choice)) {
      settlement.handed.push({ agreementId: id, personId: choice })
    } else {
      throw new UserError('Kies wie deze afspraak overneemt, of laat hem vervallen.', leavingField(id))
    }
  }
  if (settlement.dropped.length > 0 && dropReason === '') {
    throw new UserError('Schrijf op waarom de afspraak vervalt.', 'dropReason')
  }
  return settlement
}
