import type { AgendaItem, AgendaSection } from '../agendas/agenda'
import { isAskedForScore, isAskedToAnswer } from '../household'
import { asksRiskAssessment, isRiskAssessment } from '../risk-assessment'
import { isRiskPartClosed } from '../risk-part'
import { bar, isBlank, type Missing, type MissingAnchor, type PlanSnapshot } from './snapshot'

/**
 * The required items that are neither answered nor marked as not applicable. A question to each child or each adult
 * waits for every one of them; one to each member waits for the adults (children have their own section); one to the
 * network waits only where there is a network. Items with a table of their own (scores, TOP-3, goals, agreements) are
 * judged elsewhere.
 */
export function missingAnswers(snapshot: PlanSnapshot): Missing[] {
  return sectionsToAnswer(snapshot).flatMap((section) =>
    section.items.filter(({ required }) => required).flatMap((item) => missingInItem(snapshot, section, item)),
  )
}

/**
 * Whether this GIPS 2 stays at safety: the minimum requirements are not met, and the case director did not open the
 * risk part all the same. Then only the safety part is demanded, and the date of the next meeting.
 */
export function staysAtSafety({
  kind,
  minimumDecision,
  minimumExceptionReason: exceptionReason,
}: PlanSnapshot): boolean {
  return isRiskPartClosed({ kind, minimumMet: minimumDecision?.isMet ?? null, exceptionReason })
}

/** Whether the item was marked as not applicable, as a whole or for this one respondent. */
export function isNotApplicable(
  { answers }: PlanSnapshot,
  itemKey: string,
  respondentId: string | null = null,
): boolean {
  return answers.some(
    (each) =>
      each.itemKey === itemKey &&
      each.applies === false &&
      (each.respondentId === null || each.respondentId === respondentId),
  )
}

/** GIPS 3: whether there are no clear worries about the person of this item; then the plan says what should stay as it is. */
export function hasNoWorries(snapshot: PlanSnapshot, { about }: Pick<AgendaItem, 'about'>): boolean {
  if (!about || snapshot.concerns.some(({ aboutMemberId }) => aboutMemberId === about.id)) return false
  const ofPerson = snapshot.agenda.sections.filter((section) => section.about?.id === about.id)
  const items = ofPerson.flatMap((section) => section.items)
  return items.some(({ kind, key }) => kind === 'concerns' && isNotApplicable(snapshot, key))
}

/** About whom, in a plan per person. */
export function over({ about }: Pick<AgendaItem, 'about'>): string {
  return about ? ` over ${about.name}` : ''
}

function sectionsToAnswer(snapshot: PlanSnapshot): AgendaSection[] {
  const sections = snapshot.agenda.sections.filter(({ part }) => part !== 'after')
  if (!staysAtSafety(snapshot)) return sections
  return sections.flatMap((section) => {
    const items = section.items.filter(({ kind }) => section.key === 'safety' || kind === 'nextMeeting')
    return items.length > 0 ? [{ ...section, items }] : []
  })
}

function missingInItem(snapshot: PlanSnapshot, section: AgendaSection, item: AgendaItem): Missing[] {
  if (isNotApplicable(snapshot, item.key)) return []
  const anchor: MissingAnchor = {
    part: section.part === 'family' ? 'voorbereiding' : 'overleg',
    itemKey: item.key,
    ...(item.about && { subjectId: item.about.id }),
  }
  if (isRiskAssessment(item) && asksRiskAssessment(snapshot.agenda)) return []
  if (item.instrument === 'futurePlanEvaluations') return []
  switch (item.kind) {
    case 'text':
    case 'nextMeeting':
      return missingTexts(snapshot, item, anchor)
    case 'applies':
      return missingAppliesOrNot(snapshot, item, anchor)
    case 'reportedConcerns':
      return missingReactions(snapshot, item, anchor)
    case 'safetyRound':
      return section.part === 'family' ? missingFamilyScores(snapshot, item, anchor) : []
    case 'concerns':
      return isNothingWorrying(snapshot, item)
        ? [bar(`Nog niets opgeschreven${over(item)} bij: “${item.question}”`, anchor)]
        : []
    case 'topThreeChoices':
      return missingChoices(snapshot, item, anchor)
    default:
      return []
  }
}

function isNothingWorrying({ concerns, risks }: PlanSnapshot, { about }: AgendaItem): boolean {
  return (
    !concerns.some(({ aboutMemberId }) => !about || aboutMemberId === about.id) &&
    !risks.some(({ isCrucial }) => isCrucial)
  )
}

function missingTexts(snapshot: PlanSnapshot, item: AgendaItem, anchor: MissingAnchor): Missing[] {
  const given = snapshot.answers.filter(({ itemKey, text }) => itemKey === item.key && !isBlank(text))
  const respondents = respondentsOf(snapshot, item)
  if (respondents !== 'together') {
    return respondents
      .filter(({ id }) => !isNotApplicable(snapshot, item.key, id) && !given.some((each) => each.respondentId === id))
      .map(({ id, name }) => bar(`Nog geen antwoord van ${name}: “${item.question}”`, { ...anchor, memberId: id }))
  }
  const isSkipped = snapshot.answers.some(({ itemKey, applies }) => itemKey === item.key && applies === false)
  return given.length > 0 || isSkipped ? [] : [bar(`Nog geen antwoord${over(item)}: “${item.question}”`, anchor)]
}

function respondentsOf(
  { members, network }: PlanSnapshot,
  { respondents, about }: AgendaItem,
): readonly { id: string; name: string }[] | 'together' {
  if (respondents === 'subject') return about ? [about] : []
  const asked = members.filter(isAskedToAnswer)
  if (respondents === 'eachChild') return asked.filter(({ isChild }) => isChild)
  if (respondents === 'eachAdult' || respondents === 'eachMember') return asked.filter(({ isChild }) => !isChild)
  return respondents === 'network' && network.length === 0 ? [] : 'together'
}

function missingAppliesOrNot({ answers }: PlanSnapshot, item: AgendaItem, anchor: MissingAnchor): Missing[] {
  const answer = answers.find(({ itemKey, applies }) => itemKey === item.key && applies === true)
  if (!answer) return [bar(`Geef aan of dit van toepassing is: “${item.question}”`, anchor)]
  return isBlank(answer.text) ? [bar(`Dit is van toepassing, werk het uit: “${item.question}”`, anchor)] : []
}

function missingReactions(snapshot: PlanSnapshot, item: AgendaItem, anchor: MissingAnchor): Missing[] {
  if (snapshot.reportedConcerns.length === 0) return [bar('Zet de zorgen uit de melding in de voorbereiding.', anchor)]
  return snapshot.members
    .filter((member) => !member.isChild && isAskedToAnswer(member) && !isNotApplicable(snapshot, item.key, member.id))
    .flatMap(({ id, name }) => {
      const open = snapshot.reportedConcerns.filter(({ answeredBy }) => !answeredBy.includes(id)).length
      if (open === 0) return []
      const concerns = open === 1 ? 'één gemelde zorg' : `${open} gemelde zorgen`
      return [bar(`${name} heeft nog niet gezegd hoe het zit met ${concerns}.`, { ...anchor, memberId: id })]
    })
}

function missingFamilyScores(snapshot: PlanSnapshot, item: AgendaItem, anchor: MissingAnchor): Missing[] {
  if (snapshot.isRoundOpen) {
    return []
  }
  const gave = snapshot.scores
    .filter(({ side, score, cannotJudge }) => side === 'family' && (score !== null || cannotJudge))
    .map(({ scorerId }) => scorerId)
  return snapshot.members
    .filter((member) => isAskedForScore(member) && !gave.includes(member.id))
    .filter(({ id }) => !isNotApplicable(snapshot, item.key, id))
    .map(({ id, name }) =>
      bar(`${name} heeft nog geen cijfer gegeven voor de veiligheid thuis.`, { ...anchor, memberId: id }),
    )
}

function missingChoices(snapshot: PlanSnapshot, item: AgendaItem, anchor: MissingAnchor): Missing[] {
  if (hasNoWorries(snapshot, item)) return []
  const ofThis = snapshot.topThreeChoices.filter(({ aboutMemberId }) => aboutMemberId === (item.about?.id ?? null))
  return snapshot.participants
    .filter(({ role, attendance }) => role === 'professional' && attendance === 'present')
    .filter(({ id }) => !ofThis.some(({ participantId }) => participantId === id))
    .filter(({ id }) => !isNotApplicable(snapshot, item.key, id))
    .map(({ id, name }) =>
      bar(`${name} heeft nog geen eigen TOP-3 gegeven${over(item)}.`, { ...anchor, participantId: id }),
    )
}
