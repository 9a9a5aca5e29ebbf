import type { Tx } from '@/lib/db'
import { makePlatformRole, makeRegion } from './accounts'
import { canaryOf } from './canary'
import { type CanaryDossier, makeCanaryDossier } from './canary-dossier'
import { type TestAccount, testAccount } from './canary-people'

export type { CanaryDossier, TestAccount }

export interface TwoDossiers {
  first: CanaryDossier
  second: CanaryDossier
  /** A professional with an account and no dossier at all. */
  outsider: TestAccount
  /** Coordinator of the region of the first dossier. */
  region: TestAccount
  institute: TestAccount
  administrator: TestAccount
}

/**
 * Two complete small dossiers without one person in common, with a canary in every text field, and the accounts that
 * stand outside both; `words` is what each of the two can be told by. Whatever answer to someone outside the first dossier holds `first.canary.word` is a leak.
 */
export async function twoDossiers(
  db: Tx,
  masterKey: Buffer,
  { now = new Date(), words = ['zwaluw', 'merel'] as readonly [string, string] } = {},
): Promise<TwoDossiers> {
  const canaries = words.map(canaryOf) as [ReturnType<typeof canaryOf>, ReturnType<typeof canaryOf>]
  const regions = [await makeRegion(db), await makeRegion(db)] as const
  const first = await makeCanaryDossier(db, { masterKey, now, canary: canaries[0], regionId: regions[0].id })
  const second = await makeCanaryDossier(db, { masterKey, now, canary: canaries[1], regionId: regions[1].id })
  const outsider = await testAccount(db, { name: 'Gijs Buitenveld' }, now)
  const region = await testAccount(db, { name: 'Rianne Streek' }, now)
  const institute = await testAccount(db, { name: 'Ingrid Toren' }, now)
  const administrator = await testAccount(db, { name: 'Ahmed Slotman' }, now)
  await makePlatformRole(db, region.personId, 'regionCoordinator', regions[0].id)
  await makePlatformRole(db, institute.personId, 'institute')
  await makePlatformRole(db, administrator.personId, 'administrator')
  return { first, second, outsider, region, institute, administrator }
}
