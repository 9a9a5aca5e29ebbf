import { z } from 'zod'
import type { AgreementWhen } from './agreement'
import { chosenId } from './form-values'
import type { GoalKind } from './goal'
import { plainText } from './text'

/** An agreement chosen on the page: its id and the version that the director looked at. */
const looked = z
  .string()
  .regex(/^[0-9a-f-]{36}:\d{1,9}$/, { error: 'Deze keuze is er niet (meer). Ververs de pagina.' })
  .transform((text) => ({ id: text.slice(0, 36), version: Number(text.slice(37)) }))

/** The safety agreements that go in force now. */
export const PutInForceForm = z.object({
  planId: chosenId,
  agreements: z
    .array(looked, { error: 'Kies minstens één afspraak.' })
    .min(1, { error: 'Kies minstens één afspraak.' }),
})

/** Closing an agreement in force, with the reason. */
export const CloseAgreementForm = z.object({
  planId: chosenId,
  agreementId: chosenId,
  reason: plainText({ required: true, max: 2000, label: 'De reden' }),
})

/** An agreement on the director's desk. */
export interface DeskAgreement {
  id: string
  version: number
  text: string
  doers: string
  when: string
  /** Why it cannot go in force yet, as a sentence; null when it can. */
  lacks: string | null
}

export interface AgreementsOnDesk {
  /** Agreements for safety goals that are not in force yet. */
  waiting: DeskAgreement[]
  inForce: DeskAgreement[]
  /** Who gets a message when those that can go in force do, and who must be told by the director. */
  mailed: string[]
  toTell: string[]
}

/** Whether an agreement may go in force before its plan is definitive: at least one of its goals is one of safety. */
export function isForSafety(goalKinds: readonly GoalKind[]): boolean {
  return goalKinds.includes('safety')
}

/** What an agreement lacks before anyone can carry it out, as a sentence: what, who or when. Null when it is complete. */
export function lackBeforeForce(agreement: { text: string; doers: number; when: AgreementWhen | null }): string | null {
  if (agreement.text.trim() === '') return 'Er staat nog niet wat er is afgesproken.'
  if (agreement.doers === 0) return 'Er staat nog niet bij wie het doet.'
  return agreement.when === null ? 'Er staat nog niet bij wanneer het klaar is.' : null
}
