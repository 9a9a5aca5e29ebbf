import { type DossierViewer, type Passage, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import type { CanaryDossier } from '@/prisma/factories/canary-dossier'
import type { Ground } from '@/tests/support/two-dossiers'

export type AccountName = keyof CanaryDossier['accounts']

/** The work as this account of the first dossier, in the first dossier. Throws when it does not get in. */
export async function as<T>(
  ground: Ground,
  account: AccountName,
  right: DossierRight,
  work: (viewer: DossierViewer) => Promise<T>,
): Promise<T> {
  const passage = await attempt(ground, ground.first.accounts[account].tokenHash, right, work)
  if (passage.outcome !== 'entered') {
    throw new Error(`${account} was ${passage.outcome}`)
  }
  return passage.result
}

/** The work by any session, in the first dossier: also where it is refused. */
export async function attempt<T>(
  { app, first }: Ground,
  sessionHash: Uint8Array,
  right: DossierRight,
  work: (viewer: DossierViewer) => Promise<T>,
): Promise<Passage<T>> {
  return passGate(app, { sessionHash, code: first.code, right, kind: 'change' }, work)
}

/** The sessions of everyone who has nothing to do with the first dossier, or no more. */
export function strangersTo({ first, second, outsider, region, institute, administrator }: Ground): Uint8Array[] {
  const others = [second.accounts.director, second.accounts.mother, first.accounts.endedProfessional]
  return [outsider, region, institute, administrator, ...others].map(({ tokenHash }) => tokenHash)
}

/** The word that stands in this field of the first dossier. */
export function canaryIn({ first }: Ground, field: string): string {
  const word = first.canary.all[field]
  if (!word) {
    throw new Error(`There is no canary in ${field}.`)
  }
  return word
}

export const TEAM: AccountName[] = ['director', 'deputy', 'gipsMaster', 'professional', 'caseManager']
export const FAMILY: AccountName[] = ['mother', 'father', 'carer', 'teenager']

/** The lines of one subject in the trail: by which right, and what it tells. */
export async function linesOf({ owner }: Ground, subject: string) {
  const lines = await owner.auditLine.findMany({ where: { subject }, orderBy: { id: 'asc' } })
  return lines.map(({ right, detail }) => ({ right, detail }))
}
