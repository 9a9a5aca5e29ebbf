import { addDays, Temporal } from './calendar'
import { formatDate, type PlainDate } from './plain-date'
import { meetingTitle, type PlanReference, type PlanState, planSlug } from './plan-state'

/** How a trajectory ends: as it was meant, or early and why (GIPS §3.5.6; domain: the trajectory). */
export const END_KINDS = {
  completed: 'Het traject is klaar',
  measureLifted: 'De maatregel is opgeheven',
  childPlaced: 'Een kind is ergens anders gaan wonen',
  moved: 'Het gezin is verhuisd',
  other: 'Om een andere reden',
} as const

export type EndKind = keyof typeof END_KINDS

export interface PlanAtEnd extends PlanReference {
  state: PlanState
  /** The day on which it came into this state. */
  since: PlainDate
}

/** What is still open in a dossier that may be closed. */
export interface EndingFacts {
  plans: readonly PlanAtEnd[]
  /** Safety signals that were not closed. */
  openSignals: number
  /** Extra safety assessments that were not closed. */
  openAssessments: number
  /** When case manager and family look back for the second time; null before GIPS 5 is definitive. */
  secondEvaluationOn: PlainDate | null
}

/** One thing that keeps a dossier open, or that asks for a second look. */
export interface EndingLack {
  severity: 'bar' | 'warning'
  sentence: string
  /** Where to put it right, under the dossier's address. */
  path: string
}

const TOLD_BEFORE_DAYS = 91
const TOLD_FOR_DAYS = 28

/**
 * What keeps the dossier from being closed in this way, the bars first. A provisional plan, a meeting of today, an open
 * signal and an open extra assessment bar every end; a trajectory is complete only with a definitive GIPS 5. A plan that
 * was begun and never held, or looking back for the second time still to come, is a warning.
 */
export function whatKeepsOpen(facts: EndingFacts, kind: EndKind, today: PlainDate): EndingLack[] {
  const lacks = [
    ...facts.plans.flatMap((plan) => lackOfPlan(plan, today)),
    ...openCount(facts.openSignals, 'Er staat nog een signaal van onveiligheid open.', 'signalen van onveiligheid'),
    ...openCount(
      facts.openAssessments,
      'Er loopt nog een extra veiligheidsinschatting.',
      'extra veiligheidsinschattingen',
    ),
    ...(kind === 'completed' ? lacksOfCompletion(facts, today) : []),
  ]
  return [...lacks.filter(isEndingBar), ...lacks.filter((each) => !isEndingBar(each))]
}

/** Whether this keeps the dossier open. */
export function isEndingBar({ severity }: EndingLack): boolean {
  return severity === 'bar'
}

/** The last day of the term: the same day so many years later; of 29 February the 28th in an ordinary year. */
export function retentionEnd(endedOn: PlainDate, years: number): PlainDate {
  return Temporal.PlainDate.from(endedOn).add({ years }).toString()
}

export interface KeptDossier {
  /** The last day on which it is kept; null while it is open. */
  until: PlainDate | null
  /** Somebody stopped its erasure. */
  isHeld: boolean
  /** The day on which the case director was told that it will be erased. */
  toldOn: PlainDate | null
}

/**
 * What the clock asks of a closed dossier: tell its director from 13 weeks before the end of the term, erase it once the
 * term is over and the director has known for four weeks. A hold stops both; after it the director is told anew. The
 * function `erasure_step` in the database says the same.
 */
export function erasureStep({ until, isHeld, toldOn }: KeptDossier, today: PlainDate): 'tell' | 'erase' | null {
  if (until === null || isHeld) return null
  if (toldOn === null) return today >= addDays(until, -TOLD_BEFORE_DAYS) ? 'tell' : null
  return today > until && today >= addDays(toldOn, TOLD_FOR_DAYS) ? 'erase' : null
}

function lackOfPlan(plan: PlanAtEnd, today: PlainDate): EndingLack[] {
  const title = meetingTitle(plan.kind, plan.ordinal)
  const path = `/plannen/${planSlug(plan)}`
  switch (plan.state) {
    case 'provisional':
      return [bar(`${title} is nog voorlopig. Maak het eerst definitief.`, path)]
    case 'meeting':
      return plan.since === today
        ? [bar(`Het overleg van ${title} is nog bezig. Rond het eerst af.`, path)]
        : [warning(`Het overleg van ${title} is nooit afgerond. Het plan blijft zoals het nu is.`, path)]
    case 'preparation':
    case 'invited':
      return [warning(`${title} was al begonnen en gaat dan niet door. Weet iedereen dat?`, path)]
    case 'definitive':
      return []
  }
}

function lacksOfCompletion({ plans, secondEvaluationOn }: EndingFacts, today: PlainDate): EndingLack[] {
  if (!plans.some(({ kind, state }) => kind === 'gips5' && state === 'definitive')) {
    return [bar('Het toekomstplan (GIPS 5) is nog niet definitief. Eindigt het eerder? Kies dan waarom.', '/plannen')]
  }
  if (secondEvaluationOn === null || secondEvaluationOn <= today) return []
  const sentence = `De tweede keer samen terugkijken is pas op ${formatDate(secondEvaluationOn)}. Wilt u nu al sluiten?`
  return [warning(sentence, '/plannen/gips-5')]
}

function openCount(count: number, one: string, many: string): EndingLack[] {
  if (count === 0) return []
  return [bar(count === 1 ? one : `Er staan nog ${count} ${many} open.`, '/veiligheid')]
}

function bar(sentence: string, path: string): EndingLack {
  return { severity: 'bar', sentence, path }
}

function warning(sentence: string, path: string): EndingLack {
  return { severity: 'warning', sentence, path }
}
