import type { Tx } from '@/lib/db'
import type { Ground } from '@/tests/support/two-dossiers'
import type { AccountName } from './dossier-ground'

/** Nothing was seen or changed, or it was refused. */
export const NOTHING = [0, 'refused']

/**
 * What someone gets done with any SQL at all over the app's own role, in a session of their own: no gate, no rights
 * table, only the database. Everything is rolled back. The number of rows, or the refusal.
 */
export function sqlOver(ground: Ground) {
  return async (name: AccountName, sql: string, settings: Record<string, string> = {}): Promise<number | string> => {
    const undo = new Error('undo')
    let result: number | string = 0
    const given = {
      'gips.session': Buffer.from(ground.first.accounts[name].tokenHash).toString('hex'),
      'gips.family': ground.first.family.id,
      ...settings,
    }
    await ground.app
      .$transaction(async (tx) => {
        await enterBySettings(tx, given)
        result = await tx.$executeRawUnsafe(sql)
        throw undo
      })
      .catch((error: unknown) => {
        if (error !== undo) {
          result = /violates row-level security|permission denied|only the case director|may not/.test(String(error))
            ? 'refused'
            : String(error)
        }
      })
    return result
  }
}

export async function enterBySettings(tx: Tx, settings: Record<string, string>): Promise<void> {
  for (const [setting, value] of Object.entries(settings)) {
    await tx.$executeRaw`select set_config(${setting}, ${value}, true)`
  }
}
