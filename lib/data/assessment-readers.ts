import type { DossierRole } from '@/lib/policy'

const READERS: readonly DossierRole[] = ['caseDirector', 'gipsMaster', 'caseManager']

/** Whether these roles read an extra assessment while it runs; a professional who was asked reads the own part until it is closed. */
export function readsAlong(roles: readonly DossierRole[]): boolean {
  return roles.some((role) => READERS.includes(role))
}
