import { z } from 'zod'
import { type DossierViewer, Refused } from '@/lib/gate'

/**
 * Does this work with the eyes of a family account, for the case director: the row policies show what that account may
 * see, and nothing can be written meanwhile. Refuses anyone else, and an account without access to this dossier.
 */
export async function throughEyesOf<T>({ tx }: DossierViewer, accountId: string, work: () => Promise<T>): Promise<T> {
  const [allowed] = z.uuid().safeParse(accountId).success
    ? await tx.$queryRaw<{ ok: boolean }[]>`select look_as(${accountId}::uuid) as ok`
    : []
  if (!allowed?.ok) {
    throw new Refused('account')
  }
  const result = await work()
  await tx.$queryRaw`select set_config('gips.view_as', '', true)`
  return result
}
