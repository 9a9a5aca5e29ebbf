import type { Agenda, AgendaItem } from '../agendas/agenda'
import { isNotApplicable, staysAtSafety } from './answers'
import {
  bar,
  isBlank,
  type Missing,
  type MissingAnchor,
  type PlanSnapshot,
  type SnapshotGoal,
  warning,
} from './snapshot'

const NO_PERCENTAGE: readonly string[] = ['gipsMaster', 'noteTaker']

/**
 * What the plan itself still lacks after the meeting: a TOP-3 with reasons and harmful effect and a goal for each of
 * its concerns (GIPS 1–3), an agreement for every goal, results for every earlier goal (GIPS 4), and the checklist.
 */
export function missingInPlanPart(snapshot: PlanSnapshot): Missing[] {
  return [
    ...missingTopThree(snapshot),
    ...snapshot.goals.flatMap((goal) => missingForGoal(snapshot, goal)),
    ...missingInAgreements(snapshot),
    ...undecided(snapshot),
    ...(snapshot.kind === 'gips4' ? missingEvaluations(snapshot) : []),
    ...missingChecklist(snapshot),
  ]
}

function missingTopThree(snapshot: PlanSnapshot): Missing[] {
  const item = itemOfKind(snapshot.agenda, 'topThree')
  if (!item || staysAtSafety(snapshot)) return []
  const anchor: MissingAnchor = { part: 'overleg', itemKey: item.key }
  if (snapshot.topThree.length === 0) {
    const isHealthy = snapshot.kind === 'gips3' && isNotApplicable(snapshot, item.key)
    return isHealthy ? [] : [bar('Kies de TOP-3 van zorgen. Minder dan drie mag ook.', anchor)]
  }
  return snapshot.topThree.flatMap(({ rank, concernId, reason, harmfulEffect }) => {
    const missing: Missing[] = []
    const at = { ...anchor, concernId }
    if (isBlank(reason)) missing.push(bar(`Schrijf op waarom zorg ${rank} in de TOP-3 staat.`, at))
    if (isBlank(harmfulEffect)) missing.push(bar(`Schrijf op wat zorg ${rank} van de TOP-3 voor schade doet.`, at))
    if (!snapshot.goals.some((goal) => goal.concernId === concernId)) {
      missing.push(bar(`Maak een doel bij zorg ${rank} van de TOP-3.`, { ...goalsAnchor(snapshot.agenda), concernId }))
    }
    return missing
  })
}

function missingForGoal(
  { agenda, agreements }: PlanSnapshot,
  { id, text, kind, expectedEffect }: SnapshotGoal,
): Missing[] {
  const anchor: MissingAnchor = { ...goalsAnchor(agenda), goalId: id }
  if (isBlank(text)) return [bar('Er staat een leeg doel in het plan. Vul het in of haal het weg.', anchor)]
  const missing: Missing[] = []
  if (!agreements.some(({ goalIds }) => goalIds.includes(id))) {
    missing.push(bar(`Maak een afspraak bij het doel “${text}”`, anchor))
  }
  if (expectedEffect === null && (kind === 'safety' || kind === 'risk')) {
    missing.push(warning(`Welk veiligheidscijfer wordt het als dit doel gelukt is? “${text}”`, anchor))
  }
  return missing
}

function missingInAgreements({ agreements }: PlanSnapshot): Missing[] {
  return agreements.flatMap(({ id, text, goalIds, doers, when }) => {
    const anchor: MissingAnchor = { part: 'overleg', agreementId: id }
    if (isBlank(text)) return [bar('Er staat een lege afspraak in het plan. Vul haar in of haal haar weg.', anchor)]
    const missing: Missing[] = []
    if (goalIds.length === 0) missing.push(bar(`Bij welk doel hoort de afspraak “${text}”?`, anchor))
    if (doers === 0) missing.push(bar(`Wie doet de afspraak “${text}”?`, anchor))
    if (when === null) missing.push(bar(`Wanneer is de afspraak “${text}” klaar?`, anchor))
    return missing
  })
}

/** An agreement stays until it is closed: nothing decided is no bar. */
function undecided({ agenda, undecidedAgreements: count }: PlanSnapshot): Missing[] {
  if (count === 0) return []
  const item = agenda.sections.flatMap(({ items }) => items).findLast(({ kind }) => kind === 'agreements')
  const anchor: MissingAnchor = item ? { part: 'overleg', itemKey: item.key } : { part: 'overleg' }
  const which = count === 1 ? 'één afspraak van een eerder plan' : `${count} afspraken van eerdere plannen`
  return [warning(`Over ${which} is nog niets besloten. Die ${count === 1 ? 'loopt' : 'lopen'} door.`, anchor)]
}

function missingEvaluations(snapshot: PlanSnapshot): Missing[] {
  const raters = snapshot.participants.filter(
    ({ role, attendance }) => attendance === 'present' && !NO_PERCENTAGE.includes(role),
  )
  return snapshot.evaluations.flatMap(({ goalId, text, percentages, isGoodEnough }) => {
    const anchor: MissingAnchor = { part: 'overleg', itemKey: 'evaluation.goals', goalId }
    const missing: Missing[] = []
    if (percentages.length === 0) missing.push(bar(`Voor hoeveel procent is dit doel gelukt? “${text}”`, anchor))
    if (isGoodEnough === null) missing.push(bar(`Beslis of dit goed genoeg is: “${text}”`, anchor))
    if (isGoodEnough === false && !snapshot.goals.some(({ followsGoalId }) => followsGoalId === goalId)) {
      missing.push(bar(`Dit is nog niet goed genoeg. Maak er een werkdoel voor: “${text}”`, anchor))
    }
    const silent = raters.filter(({ id }) => !percentages.some(({ participantId }) => participantId === id))
    if (percentages.length === 0 || silent.length === 0) return missing
    const names = silent.map(({ name }) => name).join(', ')
    return [...missing, warning(`Nog geen percentage van ${names} voor: “${text}”`, anchor)]
  })
}

function missingChecklist({ checklist }: PlanSnapshot): Missing[] {
  const missing: Missing[] = []
  if (!checklist.isIntegrityDone) {
    missing.push(bar('Loop met de GIPSmeester na of het overleg ging zoals bedoeld.', { part: 'plan' }))
  }
  if (!checklist.isLanguageDone) {
    missing.push(bar('Lees met de GIPSmeester na of de taal van het plan klopt voor het gezin.', { part: 'plan' }))
  }
  return missing
}

function itemOfKind(agenda: Agenda, kind: AgendaItem['kind']): AgendaItem | undefined {
  return agenda.sections.flatMap(({ items }) => items).find((item) => item.kind === kind)
}

function goalsAnchor(agenda: Agenda): MissingAnchor {
  const items = agenda.sections.filter(({ key }) => key !== 'safety').flatMap(({ items }) => items)
  const item = items.find(({ kind }) => kind === 'goals')
  return item ? { part: 'overleg', itemKey: item.key } : { part: 'overleg' }
}
