import type { DossierRole } from '@/lib/policy'

const NAMES: Record<DossierRole, string> = {
  caseDirector: 'casusregisseur',
  noteTaker: 'notulist',
  gipsMaster: 'GIPSmeester',
  professional: 'professional',
  caseManager: 'casemanager',
  family: 'gezinslid',
}

/** The Dutch word for a role in a dossier, as the rights know it: a deputy is a case director. */
export function roleName(role: DossierRole): string {
  return NAMES[role]
}
