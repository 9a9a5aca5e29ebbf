import type { DossierRole } from '@/lib/policy'
import type { FrameMember, FramePlan } from './dossier'
import { meetingTitle, parsePlanSlug, planSlug } from './plan-state'
import { roleName } from './role-names'
import { TRAIL_PHRASES, type TrailRight } from './trail-words'

/** A line of the audit trail as this viewer may read it. */
export interface TrailLine {
  id: string
  at: Date
  /** Null for a family account: it reads role and organisation only (NEN 7513). */
  who: string | null
  organisation: string | null
  roles: readonly DossierRole[]
  kind: string
  right: string
  subject: string | null
}

/** Equal lines of one day, as one. */
export interface TrailEntry {
  key: string
  who: string
  sentence: string
  /** The last time, "14:32". */
  time: string
  times: number
}

export interface TrailDay {
  /** "3 maart 2026". */
  day: string
  entries: TrailEntry[]
}

/** What the viewer may know of: a line about anything else does not say what it was about. */
export interface TrailNames {
  plans: readonly Pick<FramePlan, 'kind' | 'ordinal'>[]
  members: readonly Pick<FrameMember, 'id' | 'firstName'>[]
}

export interface TrailClock {
  dayOf: (at: Date) => string
  timeOf: (at: Date) => string
}

/** The lines as a person reads them, newest day first; what is the same on one day stands there once. */
export function readTrail(lines: readonly TrailLine[], names: TrailNames, { dayOf, timeOf }: TrailClock): TrailDay[] {
  const days = new Map<string, Map<string, TrailEntry>>()
  for (const line of withoutEntrances(lines)) {
    const day = dayOf(line.at)
    const entries = days.get(day) ?? new Map<string, TrailEntry>()
    days.set(day, entries)
    const [who, sentence] = [trailWho(line), trailSentence(line, names)]
    const key = `${who} ${sentence}`
    const known = entries.get(key)
    if (known) {
      known.times += 1
    } else {
      entries.set(key, { key, who, sentence, time: timeOf(line.at), times: 1 })
    }
  }
  return [...days].map(([day, entries]) => ({ day, entries: [...entries.values()] }))
}

/** Who it was: the name with the role, or for a family account role and organisation. */
export function trailWho({
  who,
  organisation,
  roles,
  right,
  kind,
}: Pick<TrailLine, 'who' | 'organisation' | 'roles' | 'right' | 'kind'>): string {
  // A coordinator has no role in any dossier; what the region did says itself whose it was.
  const isRegion = right.startsWith('region.') && kind !== 'refusal'
  const role = isRegion ? 'regiocoördinator' : roles.map(roleName).join(', ')
  if (who !== null) return role ? `${who} (${role})` : `${who} (zonder toegang)`
  const unnamed = role ? `Een ${role}` : 'Iemand zonder toegang'
  return organisation ? `${unnamed} van ${organisation}` : unnamed
}

/** What was done, in plain Dutch; also for a right that the program no longer knows. */
export function trailSentence(
  { kind, right, subject }: Pick<TrailLine, 'kind' | 'right' | 'subject'>,
  names: TrailNames,
): string {
  const phrases = isTrailRight(right) ? TRAIL_PHRASES[right] : null
  if (!phrases) return kind === 'change' ? 'wijzigde iets in het dossier' : 'opende het dossier'
  if (kind === 'read' && right === 'documents.read' && subject?.endsWith(' file')) return 'downloadde een bestand'
  if (kind === 'read' && right === 'members.read' && subject?.endsWith(' photo')) {
    return `zag de foto van ${memberIn(subject, names) ?? 'een gezinslid'}`
  }
  if (kind === 'read' && right === 'team.read' && subject?.endsWith(' photo')) return 'zag foto’s van het team'
  if (kind === 'read' && right === 'plans.read' && subject?.startsWith('comparison gips')) {
    return comparisonSentence(subject, names)
  }
  const fill = (text: string) =>
    text
      .replace('{plan}', planIn(subject, names) ?? 'een plan')
      .replace('{member}', memberIn(subject, names) ?? 'gezinsleden')
  if (kind === 'refusal') return `wilde ${fill(phrases.wish)}, maar mag dat niet`
  return fill(kind === 'change' ? phrases.change : phrases.read)
}

/** The gate writes a line for a change before what was changed has its own: the two are one. */
function withoutEntrances(lines: readonly TrailLine[]): TrailLine[] {
  const changes = lines.filter(({ kind }) => kind === 'change')
  const isEntrance = (line: TrailLine) => line.kind === 'change' && line.subject === line.right
  return lines.filter(
    (line) => !(isEntrance(line) && changes.some((other) => !isEntrance(other) && isSameAct(line, other))),
  )
}

function isSameAct(entrance: TrailLine, change: TrailLine): boolean {
  const passed = change.at.getTime() - entrance.at.getTime()
  return entrance.right === change.right && entrance.who === change.who && passed >= 0 && passed < 10_000
}

function planIn(subject: string | null, { plans }: TrailNames): string | null {
  const [, number, ordinal = ''] = /\bgips-?([1-5])(-\d+)?\b/.exec(subject ?? '') ?? []
  const reference = number ? parsePlanSlug(`gips-${number}${ordinal}`) : null
  if (!reference || !plans.some((plan) => planSlug(plan) === planSlug(reference))) return null
  return meetingTitle(reference.kind, reference.ordinal)
}

/** A plan that the reader may not know of is not named. */
function comparisonSentence(subject: string, names: TrailNames): string {
  const [first, second] = subject.split(' ').flatMap((slug) => planIn(slug, names) ?? [])
  if (!first) return 'legde twee plannen naast elkaar'
  return second ? `legde ${first} en ${second} naast elkaar` : `legde ${first} naast een ander plan`
}

function memberIn(subject: string | null, { members }: TrailNames): string | null {
  return members.find(({ id }) => subject?.includes(id))?.firstName ?? null
}

function isTrailRight(right: string): right is TrailRight {
  return Object.hasOwn(TRAIL_PHRASES, right)
}
