import type { PlainDate } from './plain-date'
import { formatDate } from './plain-date'

export type MemberKind = 'child' | 'unborn' | 'parent' | 'stepParent' | 'carer'
export type SafeChannel = 'email' | 'telefoon' | 'bericht' | 'post' | 'gesprek'

/** How each kind of member is called. */
export const MEMBER_KINDS: Readonly<Record<MemberKind, string>> = {
  child: 'kind',
  unborn: 'ongeboren kind',
  parent: 'ouder',
  stepParent: 'stiefouder',
  carer: 'verzorger',
}

export const ADULT_RELATIONS = {
  biologicalParent: 'biologische ouder',
  adoptiveParent: 'adoptieouder',
  stepParent: 'stiefouder',
  carer: 'verzorger',
} as const

export const CONTACT_ARRANGEMENTS = {
  free: 'contact zonder begeleiding',
  supervised: 'contact met begeleiding',
  none: 'geen contact',
} as const

export const RESIDENCE_KINDS = {
  home: 'thuis',
  network: 'bij iemand uit het netwerk',
  foster: 'in een pleeggezin',
  institution: 'in een instelling',
} as const

export const RESIDENCE_TERMS = { temporary: 'tijdelijk', permanent: 'blijvend', returned: 'teruggegaan' } as const

export const PROTECTION_KINDS = {
  supervision: 'ondertoezichtstelling',
  outOfHomePlacement: 'uithuisplaatsing',
  custody: 'voorlopige voogdij',
  guardianship: 'voogdij',
  temporaryRestraint: 'tijdelijk huisverbod',
  other: 'andere maatregel',
} as const

export const CONSENT_STATES = {
  asked: 'gevraagd',
  signed: 'getekend',
  refused: 'geweigerd',
  withdrawn: 'ingetrokken',
} as const

export const SAFE_CHANNELS: Readonly<Record<SafeChannel, string>> = {
  email: 'e-mail',
  telefoon: 'bellen',
  bericht: 'een bericht op de telefoon',
  post: 'een brief',
  gesprek: 'alleen in een gesprek',
}

export const DOCUMENT_KINDS = {
  triage: 'triage',
  consent: 'toestemming',
  riskInstrument: 'risicotaxatie',
  other: 'overig',
} as const

export const TEAM_ROLES = {
  caseDirector: 'casusregisseur',
  deputy: 'vervangend casusregisseur',
  gipsMaster: 'GIPSmeester',
  noteTaker: 'notulist',
  professional: 'professional',
  caseManager: 'casemanager',
} as const

export const FAMILY_ROLES = { parent: 'ouder', child: 'kind', carer: 'verzorger' } as const

export const SECTORS: Readonly<Record<string, string>> = {
  care: 'zorg',
  education: 'onderwijs',
  youthHelp: 'jeugdhulp',
  youthProtection: 'jeugdbescherming',
  mentalHealth: 'geestelijke gezondheidszorg',
  municipality: 'gemeente',
  safetyJustice: 'veiligheid en justitie',
}

export const GOAL_KINDS = {
  safety: 'veiligheidsdoel',
  risk: 'risicodoel',
  recovery: 'hersteldoel',
  followUp: 'werkdoel',
  execution: 'uitvoeringsdoel',
} as const

/** Words as choices of a form, in the order in which they stand. */
export function choices(words: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, word]) => ({ value, label: word.charAt(0).toUpperCase() + word.slice(1) }))
}

/** How a recorded channel is called; one that this list does not know is shown as it was recorded. */
export function channelWord(channel: string): string {
  return channel in SAFE_CHANNELS ? SAFE_CHANNELS[channel as SafeChannel] : channel
}

/** "3 maart 2026 tot 1 juni 2026", or "sinds 3 maart 2026" while it lasts. */
export function periodText(from: PlainDate, until: PlainDate | null): string {
  return until === null ? `sinds ${formatDate(from)}` : `${formatDate(from)} tot ${formatDate(until)}`
}

/** "Janna, Daan en Noor". */
export function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`
}

/** First names, prefix and surname as one name. */
export function fullNameOf(name: { firstNames: string; prefix: string | null; surname: string }): string {
  return [name.firstNames, name.prefix, name.surname].filter(Boolean).join(' ')
}

/** The letters of the first names: "J.M." for Janna Maria. */
export function initialsFrom(firstNames: string): string {
  return firstNames
    .split(/[\s-]+/)
    .map((name) => [...name][0] ?? '')
    .filter(Boolean)
    .map((letter) => `${letter.toLocaleUpperCase('nl')}.`)
    .join('')
}

/** Whether this kind of member is a child, born or not. */
export function isChild(kind: MemberKind): boolean {
  return kind === 'child' || kind === 'unborn'
}
