import type { PlatformRole } from '@/lib/policy'

export type AccountState = 'invited' | 'active' | 'withoutFactor' | 'closed'

export const PLATFORM_ROLE_NAMES: Readonly<Record<PlatformRole, string>> = {
  administrator: 'beheerder',
  regionCoordinator: 'regiocoördinator',
  institute: 'GIPS-instituut',
}

/** How it stands with an account; `withoutFactor`: the code on the phone was removed and not yet set up anew. */
export const ACCOUNT_STATES: Readonly<Record<AccountState, string>> = {
  invited: 'uitgenodigd',
  active: 'actief',
  withoutFactor: 'moet de app opnieuw koppelen',
  closed: 'gesloten',
}

/** What is called by a platform role, with its region: "regiocoördinator Rivierenland". */
export function platformRoleText({ role, region }: { role: PlatformRole; region: string | null }): string {
  return [PLATFORM_ROLE_NAMES[role], region].filter(Boolean).join(' ')
}

/** "NL" for Noor van der Linde; the first letter where no word begins with a capital. */
export function accountInitials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word))
  const letters = [words.at(0), words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('') || ([...name.trim()][0] ?? '').toLocaleUpperCase('nl')
}
