import { addDays, addMonths } from './calendar'
import { bar, type Missing, type MissingAnchor, warning } from './missing/snapshot'
import type { Named } from './people-views'
import type { PlainDate } from './plain-date'

/** What GIPS 5 records of the year that follows. */
export interface FuturePlan {
  caseManagerId: string | null
  firstOn: PlainDate | null
  secondOn: PlainDate | null
}

/** The same with what may be chosen, for the case director. */
export interface FuturePlanDesk extends FuturePlan {
  candidates: readonly Named[]
  /** Keys of the questions whose answers hang on the wall, as the family agreed. */
  wall: readonly string[]
  /** What may hang there: questions that the family answered. */
  choices: readonly { key: string; heading: string; answer: string }[]
}

/**
 * The questions of which the family's own answer may hang on the wall, each with its heading there. What is not named here
 * never hangs: who has a relapse plan, who still gets help and where the plan hangs are not for visitors to read (GIPS
 * §3.5.6; our choice for safety's sake).
 */
export const WALL_HEADINGS: Readonly<Record<string, string>> = {
  'future.journey': 'Dit hebben we geleerd',
  'future.signsOfSafety': 'Zo merken we dat het goed gaat',
  'future.rules': 'Onze regels thuis',
  'future.warnings': 'Hieraan merken we dat het moeilijk wordt',
  'future.strengths': 'Dan doen we dit',
  'future.confidants': 'Met wie we kunnen praten',
  'future.mattersMost': 'Dit beloven we elkaar',
}

const PLACE: MissingAnchor = { part: 'plan', itemKey: 'people.caseManager' }
const MONTH_DAYS = 31

/** The two evaluation dates that lie nearest to the rule: six and twelve months after the meeting (GIPS §3.5.6). */
export function usualEvaluations(heldOn: PlainDate): { firstOn: PlainDate; secondOn: PlainDate } {
  return { firstOn: addMonths(heldOn, 6), secondOn: addMonths(heldOn, 12) }
}

/**
 * What a future plan still lacks: a case manager and two dates after the meeting, in their order. A date more than a month
 * from the sixth or twelfth is a warning: the family may have its reasons. Without a date of the meeting the dates are not
 * judged against it.
 */
export function whatFuturePlanLacks(plan: FuturePlan, heldOn: PlainDate | null): Missing[] {
  const { caseManagerId, firstOn, secondOn } = plan
  const missing: Missing[] = []
  if (caseManagerId === null) missing.push(bar('Wie is de casemanager in het jaar na dit plan?', PLACE))
  if (firstOn === null || secondOn === null) {
    return [...missing, bar('Op welke twee dagen kijken de casemanager en het gezin samen terug?', PLACE)]
  }
  if (heldOn !== null && firstOn <= heldOn) {
    missing.push(bar('De eerste keer terugkijken is na het overleg. Kies een latere dag.', PLACE))
  }
  if (secondOn <= firstOn) missing.push(bar('De tweede keer terugkijken is na de eerste. Kies een latere dag.', PLACE))
  if (missing.length === 0 && heldOn !== null && !areUsual({ firstOn, secondOn }, heldOn)) {
    missing.push(warning('Terugkijken doen we na ongeveer zes en twaalf maanden. Kloppen deze dagen?', PLACE))
  }
  return missing
}

function areUsual({ firstOn, secondOn }: { firstOn: PlainDate; secondOn: PlainDate }, heldOn: PlainDate): boolean {
  const usual = usualEvaluations(heldOn)
  return isNear(firstOn, usual.firstOn) && isNear(secondOn, usual.secondOn)
}

function isNear(date: PlainDate, other: PlainDate): boolean {
  return date >= addDays(other, -MONTH_DAYS) && date <= addDays(other, MONTH_DAYS)
}
