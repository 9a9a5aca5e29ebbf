import { z } from 'zod'
import type { Tx } from '@/lib/db'

/** Notifications of committed changes in a dossier; and of rights that may have ended, sent by triggers. */
export const CHANNELS = ['dossier', 'access'] as const
export type Channel = (typeof CHANNELS)[number]

export const CHANGE_KINDS = ['answer', 'score', 'round', 'item', 'list', 'plan'] as const

const change = z.object({
  /**
   * `round`: a round of unseen scores was opened, revealed or stopped. `item`: what the projector shows. `list`:
   * concerns, goals, agreements, participants. `plan`: its state, or what it may hold.
   */
  kind: z.enum(CHANGE_KINDS),
  /** Which one: an item key or a row's id; of a plan the state it went to. Never content. */
  key: z.string().max(200).optional(),
  version: z.number().int().optional(),
})
const dossierChange = change.extend({ familyId: z.uuid(), planId: z.uuid() })
const accessChange = z.union([z.object({ person: z.uuid() }), z.object({ family: z.uuid() })])

/** What changed, as a browser hears it: a reason to fetch, never the content. */
export type Change = z.output<typeof change>
export type DossierChange = z.output<typeof dossierChange>
export type AccessChange = z.output<typeof accessChange>

/**
 * Tells every app process, once this transaction is committed, that something in a plan changed. Ids only: whoever hears
 * it fetches what it may see. Call it in the transaction of each change that a meeting screen or the projector shows.
 */
export async function announce(tx: Tx, { familyId, planId, kind, key, version }: DossierChange): Promise<void> {
  const message = JSON.stringify({ familyId, planId, kind, key, version })
  await tx.$executeRaw`select pg_notify('dossier', ${message}::text)`
}

/** Reads a notification; null for anything that is not ours. */
export function readDossierChange(payload: string): DossierChange | null {
  return dossierChange.safeParse(parsed(payload)).data ?? null
}

/** Reads a notification about rights; null for anything that is not ours. */
export function readAccessChange(payload: string): AccessChange | null {
  return accessChange.safeParse(parsed(payload)).data ?? null
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload)
  } catch {
    return null
  }
}
