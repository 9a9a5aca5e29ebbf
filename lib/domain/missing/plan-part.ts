import type { Agenda, AgendaItem } from '../agendas/agenda'
import { isSafetyItem } from '../goal-place'
import { hasNoWorries, over, staysAtSafety } from './answers'
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
    ...missingTopThrees(snapshot),
    ...missingRecoveryGoals(snapshot),
    ...snapshot.goals.flatMap((goal) => missingForGoal(snapshot, goal)),
    ...missingInAgreements(snapshot),
    ...undecided(snapshot),
    ...(snapshot.kind === 'gips4' ? missingEvaluations(snapshot) : []),
    ...missingChecklist(snapshot),
  ]
}

function missingTopThrees(snapshot: PlanSnapshot): Missing[] {
  if (staysAtSafety(snapshot)) return []
  return itemsOfKind(snapshot.agenda, 'topThree').flatMap((item) => missingTopThree(snapshot, item))
}

function missingTopThree(snapshot: PlanSnapshot, item: AgendaItem): Missing[] {
  const subject = item.about ? { subjectId: item.about.id } : {}
  const anchor: MissingAnchor = { part: 'overleg', itemKey: item.key, ...subject }
  const topThree = snapshot.topThree.filter(({ aboutMemberId }) => aboutMemberId === (item.about?.id ?? null))
  if (topThree.length === 0) {
    if (hasNoWorries(snapshot, item)) return []
    return [bar(`Kies de TOP-3 van zorgen${over(item)}. Minder dan drie mag ook.`, anchor)]
  }
  return topThree.flatMap(({ rank, concernId, reason, harmfulEffect }) => {
    const missing: Missing[] = []
    const at = { ...anchor, concernId }
    if (isBlank(reason)) missing.push(bar(`Schrijf op waarom zorg ${rank}${over(item)} in de TOP-3 staat.`, at))
    if (isBlank(harmfulEffect))
      missing.push(bar(`Schrijf op wat zorg ${rank}${over(item)} van de TOP-3 voor schade doet.`, at))
    if (!snapshot.goals.some((goal) => goal.concernId === concernId)) {
      const goals = goalsAnchor(snapshot.agenda, item.about?.id)
      missing.push(bar(`Maak een doel bij zorg ${rank}${over(item)} van de TOP-3.`, { ...goals, concernId }))
    }
    return missing
  })
}

/** Also who goes well gets a plan: at least one recovery goal, be it that things stay as they are. */
function missingRecoveryGoals({ agenda, goals, topThree }: PlanSnapshot): Missing[] {
  return agenda.sections.flatMap(({ part, about }) => {
    if (!about || part !== 'meeting' || topThree.some(({ aboutMemberId }) => aboutMemberId === about.id)) return []
    if (goals.some(({ kind, aboutMemberId }) => kind === 'recovery' && aboutMemberId === about.id)) return []
    const sentence = `Maak een hersteldoel voor ${about.name}. Gaat het goed, dan staat er wat zo moet blijven.`
    return [bar(sentence, goalsAnchor(agenda, about.id))]
  })
}

function missingForGoal(
  { agenda, agreements }: PlanSnapshot,
  { id, text, kind, aboutMemberId, expectedEffect }: SnapshotGoal,
): Missing[] {
  const subject = kind === 'recovery' ? aboutMemberId : null
  const anchor: MissingAnchor = { ...goalsAnchor(agenda, subject), goalId: id }
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

function itemsOfKind(agenda: Agenda, kind: AgendaItem['kind']): AgendaItem[] {
  return agenda.sections.flatMap(({ items }) => items).filter((item) => item.kind === kind)
}

function goalsAnchor(agenda: Agenda, subjectId: string | null = null): MissingAnchor {
  const goals = itemsOfKind(agenda, 'goals').filter(({ key }) => !isSafetyItem(key))
  const item = goals.find(({ about }) => (about?.id ?? null) === subjectId) ?? goals[0]
  const subject = subjectId === null ? {} : { subjectId }
  return item ? { part: 'overleg', itemKey: item.key, ...subject } : { part: 'overleg', ...subject }
}
