import type { PlatformRole } from '@/lib/policy'
import type { InvitationState } from './account-views'

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

const INVITATIONS: Readonly<Record<InvitationState, string>> = {
  waiting: 'De e-mail is onderweg.',
  sent: 'De e-mail is verstuurd.',
  undelivered: 'De e-mail kwam niet aan. Klopt het adres?',
  over: 'De link werkt niet meer. Stuur een nieuwe uitnodiging.',
}

const INVITATIONS_IN_SHORT: Readonly<Record<InvitationState, string>> = {
  waiting: 'uitgenodigd',
  sent: 'uitgenodigd',
  undelivered: 'uitnodiging niet aangekomen',
  over: 'uitnodiging verlopen',
}

/** The same in a word or two, beside a name. */
export function invitationInShort(state: InvitationState): string {
  return INVITATIONS_IN_SHORT[state]
}

/** How it stands with an invitation, in a sentence. */
export function invitationText(state: InvitationState): string {
  return INVITATIONS[state]
}

/** What somebody is on the platform, with the region: "regiocoördinator Rivierenland". */
export function platformRoleText({ role, region }: { role: PlatformRole; region: string | null }): string {
  return [PLATFORM_ROLE_NAMES[role], region].filter(Boolean).join(' ')
}

/** "NL" for Noor van der Linde; the first letter where no word begins with a capital. */
export function accountInitials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word))
  const letters = [words.at(0), words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('') || ([...name.trim()][0] ?? '').toLocaleUpperCase('nl')
}
