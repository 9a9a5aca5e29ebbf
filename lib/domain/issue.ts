/** What kind of barrier it is. */
export const ISSUE_KINDS = {
  noFittingHelp: 'er is geen passende hulp',
  failingHelp: 'de hulp werkt niet',
  waitingList: 'er is een wachtlijst',
  cooperation: 'de samenwerking loopt vast',
  other: 'iets anders',
} as const
export type IssueKind = keyof typeof ISSUE_KINDS

/** Where an issue lies, from near to far. The lead provider tries first, with the director and the family. */
export const ISSUE_LEVELS = ['leadProvider', 'ownTeam', 'management', 'municipality'] as const
export type OpenLevel = (typeof ISSUE_LEVELS)[number]
export type IssueLevel = OpenLevel | 'resolved'

const WORDS: Record<IssueLevel, string> = {
  leadProvider: 'hoofdaannemer, met regisseur en gezin',
  ownTeam: 'het team van de casusregisseur',
  management: 'de leiding van de organisatie',
  municipality: 'de gemeente',
  resolved: 'opgelost',
}

/** Who is to remove it now, in small letters. */
export function issueLevelWord(level: IssueLevel): string {
  return WORDS[level]
}

/** The next one to ask; null when nobody is left, or it is resolved. No step is left out. */
export function nextIssueLevel(level: IssueLevel): OpenLevel | null {
  if (level === 'resolved') return null
  return ISSUE_LEVELS[ISSUE_LEVELS.indexOf(level) + 1] ?? null
}
