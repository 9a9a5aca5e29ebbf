import type { DossierViewer } from '@/lib/gate'
import { queueMessage } from './outbox'

export interface DoerAccount {
  agreementId: string
  personId: string
  /** By a channel that is recorded as safe; professionals always are. */
  isMailed: boolean
}

/** The accounts that do these agreements and may know of them; for the case director, to anyone else nobody. */
export async function accountsOfDoers({ tx }: DossierViewer, agreementIds: readonly string[]): Promise<DoerAccount[]> {
  return tx.$queryRaw<DoerAccount[]>`
    select agreement_id as "agreementId", person_id as "personId", is_mailed as "isMailed"
    from accounts_of_doers(${[...agreementIds]}::uuid[])`
}

/**
 * One message for each doer with an account that may know of the agreement, about all of these that are theirs: they are
 * in force, or one was closed. Who did it is not told. An agreement goes in force once and is closed once, so that the
 * key, with the first of them, is never used again.
 */
export async function tellDoers(
  viewer: DossierViewer,
  kind: 'agreementsInForce' | 'agreementClosed',
  agreementIds: readonly string[],
): Promise<void> {
  const accounts = await accountsOfDoers(viewer, agreementIds)
  const told = accounts.filter(({ personId, isMailed }) => isMailed && personId !== viewer.personId)
  for (const [recipientId, own] of Map.groupBy(told, ({ personId }) => personId)) {
    const agreements = own.map(({ agreementId }) => agreementId).sort()
    await queueMessage(viewer.tx, {
      key: `${kind}:${agreements[0]}:${recipientId}`,
      kind,
      recipientId,
      familyId: viewer.familyId,
      payload: { code: viewer.code, agreements },
      dueAt: viewer.now,
    })
  }
}
