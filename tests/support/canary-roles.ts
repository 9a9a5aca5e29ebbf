import type { DossierRole } from '@/lib/policy'
import type { CanaryDossier } from '@/prisma/factories/canary-dossier'

export type AccountName = keyof CanaryDossier['accounts']

/** What each account of a dossier full of canaries is in that dossier. */
export const ROLES: Record<AccountName, DossierRole[]> = {
  director: ['caseDirector'],
  deputy: ['caseDirector'],
  gipsMaster: ['gipsMaster'],
  noteTaker: ['noteTaker'],
  professional: ['professional'],
  caseManager: ['caseManager'],
  endedProfessional: [],
  mother: ['family'],
  father: ['family'],
  carer: ['family'],
  teenager: ['family'],
}
