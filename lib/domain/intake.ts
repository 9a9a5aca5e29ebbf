import { addDays, addMonths, daysBetween } from './calendar'
import type { FamilyPlanAnswer, FrameworkKind } from './intake-words'
import { formatDate, type PlainDate } from './plain-date'

/** The parts of the intake page, as they stand in an address behind #. */
export type IntakePart = 'regio' | 'onveiligheid' | 'voorvallen' | 'gevaar' | 'familiegroepsplan' | 'uitleg'

/** One thing that the intake lacks (bar: the trajectory cannot start) or that asks for attention. */
export interface IntakeLack {
  severity: 'bar' | 'warning'
  part: IntakePart
  /** A Dutch sentence. */
  sentence: string
}

export interface Framework {
  kind: FrameworkKind
  from: PlainDate
  until: PlainDate
}

/** What the region records. Unknown is null. */
export interface RegionFacts {
  hasCaseDirector: boolean
  triageReceivedOn: PlainDate | null
  triageComplete: boolean | null
  reportedAt: Date | null
  firstActionAt: Date | null
  framework: Framework | null
  /** Since when the family goes on without pressure or compulsion. */
  voluntaryFrom: PlainDate | null
}

/** Everything that decides whether a trajectory may start. */
export interface IntakeFacts extends RegionFacts {
  formsOfUnsafety: readonly string[]
  directions: readonly string[]
  incidents: readonly { happenedOn: PlainDate }[]
  immediateDanger: boolean | null
  dangerAverted: string | null
  dangerAvertedBy: string | null
  dangerAvertedUntil: PlainDate | null
  familyPlan: FamilyPlanAnswer | null
  explainedOn: PlainDate | null
  consentAskedOn: PlainDate | null
}

/** The whole intake as the case director works on it, and chair and professionals read it. */
export interface IntakeView extends IntakeFacts {
  incidents: readonly { id: string; happenedOn: PlainDate; what: string }[]
  structuralFacts: string | null
  historyOfHelp: string | null
  careAvoiding: boolean
}

const HOURS_TO_FIRST_ACTION = 24
const MONTHS_OF_FRAMEWORK = 12
const DAYS_BEFORE_THE_END = 56
const INCIDENTS = 2
const DAYS_OF_INCIDENTS = 14
const HOUR_MS = 3_600_000

/**
 * What the intake still lacks today, the bars first (GIPS §3.1.2): GIPS 1 may start when no bar is left. Warnings never
 * stop it. A family that makes its own family-group plan is not eligible: that is a bar, too.
 */
export function whatIntakeLacks(facts: IntakeFacts, today: PlainDate): IntakeLack[] {
  const lacks = [
    ...whatRegionLacks(facts, today),
    ...unsafety(facts),
    ...incidents(facts),
    ...danger(facts, today),
    ...familyPlan(facts),
    ...explanation(facts),
  ]
  return [...lacks.filter(isIntakeBar), ...lacks.filter((lack) => !isIntakeBar(lack))]
}

/** The same for the points of the region alone: triage, the first day, the framework and the case director. */
export function whatRegionLacks(facts: RegionFacts, today: PlainDate): IntakeLack[] {
  return [...triage(facts), ...firstAction(facts), ...framework(facts, today)]
}

/** Whether this keeps the trajectory from starting; a warning does not. */
export function isIntakeBar({ severity }: IntakeLack): boolean {
  return severity === 'bar'
}

/** Whether nothing keeps a trajectory from starting that belongs to this part. */
export function isPartComplete(lacks: readonly IntakeLack[], part: IntakePart): boolean {
  return !lacks.some((lack) => lack.part === part && isIntakeBar(lack))
}

/** Whether a framework lasts at least 12 months; the last day counts. */
export function isLongEnough({ from, until }: Framework): boolean {
  return until >= addDays(addMonths(from, MONTHS_OF_FRAMEWORK), -1)
}

function triage({ hasCaseDirector, triageReceivedOn, triageComplete }: RegionFacts): IntakeLack[] {
  const lacks: IntakeLack[] = []
  if (!hasCaseDirector) lacks.push(bar('regio', 'Er is nog geen casusregisseur.'))
  if (triageReceivedOn === null) {
    lacks.push(bar('regio', 'Het triage-instrument van Veilig Thuis is nog niet ontvangen.'))
  } else if (!triageComplete) {
    lacks.push(bar('regio', 'Het triage-instrument is nog niet volledig ingevuld.'))
  }
  return lacks
}

function firstAction({ reportedAt, firstActionAt }: RegionFacts): IntakeLack[] {
  if (reportedAt === null || firstActionAt === null) {
    return [bar('regio', 'Wanneer de melding kwam en wanneer er voor het eerst is ingegrepen, is nog niet vastgelegd.')]
  }
  const passed = firstActionAt.getTime() - reportedAt.getTime()
  if (passed <= HOURS_TO_FIRST_ACTION * HOUR_MS) return []
  const hours = Math.floor(passed / HOUR_MS)
  const sentence = `Tussen de melding en de eerste actie voor veiligheid zat meer dan 24 uur (${hours} uur).`
  return [warning('regio', sentence)]
}

function framework({ framework: agreed, voluntaryFrom }: RegionFacts, today: PlainDate): IntakeLack[] {
  if (agreed === null) return [bar('regio', 'Er is nog geen drang- of dwangkader afgesproken.')]
  const lacks: IntakeLack[] = []
  if (!isLongEnough(agreed)) {
    lacks.push(bar('regio', 'Het kader duurt korter dan 12 maanden. Spreek af dat het minstens 12 maanden duurt.'))
  }
  if (voluntaryFrom !== null) return lacks
  const days = daysBetween(today, agreed.until)
  if (days < 0) {
    lacks.push(bar('regio', `Het kader is afgelopen op ${formatDate(agreed.until)}. Verleng het.`))
  } else if (days <= DAYS_BEFORE_THE_END) {
    lacks.push(warning('regio', `Het kader loopt af op ${formatDate(agreed.until)}. Verleng het op tijd.`))
  }
  return lacks
}

function unsafety({ formsOfUnsafety, directions }: IntakeFacts): IntakeLack[] {
  const lacks: IntakeLack[] = []
  if (formsOfUnsafety.length === 0) lacks.push(bar('onveiligheid', 'Welke vormen van onveiligheid er zijn.'))
  if (directions.length === 0) lacks.push(bar('onveiligheid', 'Van wie naar wie de onveiligheid gaat.'))
  return lacks
}

/** Structural: several concrete incidents, over some weeks or longer. */
function incidents({ incidents: all }: IntakeFacts): IntakeLack[] {
  const days = all.map(({ happenedOn }) => happenedOn).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (days.length < INCIDENTS || first === undefined || last === undefined) {
    return [bar('voorvallen', 'Minstens twee concrete voorvallen: wat er gebeurde en wanneer.')]
  }
  if (daysBetween(first, last) >= DAYS_OF_INCIDENTS) return []
  const sentence = 'De voorvallen liggen binnen twee weken. GIPS is voor onveiligheid die weken of langer duurt.'
  return [warning('voorvallen', sentence)]
}

function danger(facts: IntakeFacts, today: PlainDate): IntakeLack[] {
  const { immediateDanger, dangerAverted, dangerAvertedBy, dangerAvertedUntil } = facts
  if (immediateDanger === null) return [bar('gevaar', 'Of er direct gevaar was.')]
  if (!immediateDanger) return []
  const lacks: IntakeLack[] = []
  if (dangerAverted === null) lacks.push(bar('gevaar', 'Wat er gedaan is om het directe gevaar weg te nemen.'))
  if (dangerAvertedBy === null) lacks.push(bar('gevaar', 'Wie het directe gevaar heeft weggenomen.'))
  if (dangerAvertedUntil === null) {
    lacks.push(bar('gevaar', 'Tot wanneer de maatregel tegen het directe gevaar geldt.'))
  } else if (dangerAvertedUntil < today) {
    const sentence = `De maatregel tegen het directe gevaar gold tot ${formatDate(dangerAvertedUntil)}. Is het nu nog veilig?`
    lacks.push(warning('gevaar', sentence))
  }
  return lacks
}

function familyPlan({ familyPlan: answer }: IntakeFacts): IntakeLack[] {
  if (answer === null) return [bar('familiegroepsplan', 'Of het gezin zelf een familiegroepsplan wil maken.')]
  if (answer === 'declined') return []
  return [
    bar('familiegroepsplan', 'Het gezin maakt zelf een familiegroepsplan. Dan is GIPS voor dit gezin niet bedoeld.'),
  ]
}

function explanation({ explainedOn, consentAskedOn }: IntakeFacts): IntakeLack[] {
  const lacks: IntakeLack[] = []
  if (explainedOn === null) lacks.push(bar('uitleg', 'Uitleg over GIPS aan het gezin, met het voorbeelddossier.'))
  if (consentAskedOn === null) lacks.push(bar('uitleg', 'De vraag om toestemming aan het gezin.'))
  return lacks
}

function bar(part: IntakePart, sentence: string): IntakeLack {
  return { severity: 'bar', part, sentence }
}

function warning(part: IntakePart, sentence: string): IntakeLack {
  return { severity: 'warning', part, sentence }
}
