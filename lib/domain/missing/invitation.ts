import { mayAdmitParent, whyNotAdmitted } from '../attendance-conditions'
import { daysBetween } from '../calendar'
import type { PlainDate } from '../plain-date'
import { bar, isBlank, type Missing, type MissingAnchor, type PlanSnapshot, warning } from './snapshot'

const INVITATION: MissingAnchor = { part: 'uitnodiging' }
const PREPARATION_DAYS = 14

/**
 * What is missing before the invitations go out: date and part of the day, a fit place, chair, note-taker and
 * participants (GIPS §3.5.1); for GIPS 1 two weeks' time is asked for, not demanded (GIPS §3.3.2).
 */
export function missingForInvitation(snapshot: PlanSnapshot, today: PlainDate): Missing[] {
  return [
    ...missingDate(snapshot, today),
    ...missingPlace(snapshot),
    ...missingParticipants(snapshot),
    ...missingAdmissions(snapshot),
    ...missingSubjects(snapshot),
    ...missingPoints(snapshot),
    ...missingRecoveryPlans(snapshot),
  ]
}

/** What is missing before the meeting starts: attendance of everyone, and a chair and the case director at the table. */
export function missingForMeeting({ participants, meeting }: PlanSnapshot, today: PlainDate): Missing[] {
  const missing = participants
    .filter(({ attendance, role, isAdmitted }) => attendance === 'unknown' && (role !== 'family' || isAdmitted))
    .map(({ id, name }) => bar(`Vul in of ${name} aanwezig is.`, { part: 'overleg', participantId: id }))
  const present = participants.filter(({ attendance }) => attendance === 'present').map(({ role }) => role)
  if (!present.includes('gipsMaster')) {
    missing.push(bar('Het overleg kan niet beginnen zonder GIPSmeester.', { part: 'overleg' }))
  }
  if (!present.includes('caseDirector') && !present.includes('deputy')) {
    missing.push(bar('Het overleg kan niet beginnen zonder de casusregisseur of de vervanger.', { part: 'overleg' }))
  }
  if (meeting.heldOn !== null && meeting.heldOn !== today) {
    missing.push(warning('Het overleg staat op een andere dag gepland dan vandaag.', INVITATION))
  }
  return missing
}

function missingDate({ kind, meeting: { heldOn, part } }: PlanSnapshot, today: PlainDate): Missing[] {
  const missing: Missing[] = []
  if (heldOn === null) missing.push(bar('Kies een datum voor het overleg.', INVITATION))
  if (part === null) missing.push(bar('Kies een ochtend of een middag voor het overleg.', INVITATION))
  if (heldOn === null) return missing
  const days = daysBetween(today, heldOn)
  if (days < 0) missing.push(bar('De datum van het overleg is al voorbij. Kies een nieuwe datum.', INVITATION))
  if (kind === 'gips1' && days >= 0 && days < PREPARATION_DAYS) {
    missing.push(
      warning('Het overleg is al binnen twee weken. Is er genoeg tijd om het gezin voor te bereiden?', INVITATION),
    )
  }
  return missing
}

function missingPlace({ meeting: { place, isPlaceFit } }: PlanSnapshot): Missing[] {
  if (isBlank(place)) return [bar('Vul in waar het overleg is.', INVITATION)]
  if (isPlaceFit) return []
  return [bar('Ga na of de plek past: wifi, een beamer, een flip-over en genoeg ruimte aan tafel.', INVITATION)]
}

function missingParticipants({ participants }: PlanSnapshot): Missing[] {
  const idsWith = (role: string) => participants.filter((each) => each.role === role).map(({ id }) => id)
  const chairs = idsWith('gipsMaster')
  const directors = [...idsWith('caseDirector'), ...idsWith('deputy')]
  const missing: Missing[] = []
  if (directors.length === 0) missing.push(bar('Zet de casusregisseur bij de deelnemers.', INVITATION))
  if (chairs.length === 0) missing.push(bar('Wijs een GIPSmeester aan die het overleg leidt.', INVITATION))
  if (chairs.some((id) => directors.includes(id))) {
    missing.push(bar('De GIPSmeester is neutraal en kan niet ook de casusregisseur zijn.', INVITATION))
  }
  if (idsWith('noteTaker').length === 0) missing.push(bar('Wijs een notulist aan.', INVITATION))
  if (idsWith('professional').length === 0) missing.push(bar('Nodig minstens één professional uit.', INVITATION))
  return missing
}

/** From GIPS 3 on a parent may be at the table, on conditions that the case director records for each of them. */
function missingAdmissions({ kind, participants, members }: PlanSnapshot): Missing[] {
  return participants
    .filter(({ role }) => role === 'family')
    .flatMap(({ id, name, admissionReason, isAdmitted, conditions }) => {
      const anchor: MissingAnchor = { ...INVITATION, participantId: id }
      if (kind === 'gips1' || kind === 'gips2') {
        return [bar(`${name} kan nog niet aanschuiven: familie komt vanaf GIPS 3 aan tafel.`, anchor)]
      }
      const isParent = members.some((member) => member.id === id && member.isParent)
      if (!isParent) return []
      if (isAdmitted && conditions && !mayAdmitParent(kind, conditions)) {
        return [bar(`${name} kan niet aanschuiven. ${whyNotAdmitted(name, conditions) ?? ''}`.trim(), anchor)]
      }
      return isBlank(admissionReason)
        ? [bar(`Schrijf op waarom ${name} ${isAdmitted ? 'mee kan doen' : 'niet meedoet'} aan het overleg.`, anchor)]
        : []
    })
}

/**
 * GIPS 3 is about somebody, and every child gets a recovery plan, also without clear worries; so does every parent. What
 * follows in a next GIPS 3 is no bar here, but is said.
 */
export function missingSubjects({ kind, agenda, withoutRecoveryPlan }: PlanSnapshot): Missing[] {
  if (kind !== 'gips3') return []
  const anchor: MissingAnchor = { part: 'plan', itemKey: 'over-wie' }
  if (!agenda.sections.some(({ about }) => about)) return [bar('Kies over wie dit overleg gaat.', anchor)]
  return withoutRecoveryPlan.map(({ id, name, isChild }) => {
    const rule = isChild
      ? 'Ieder kind krijgt een herstelplan, ook zonder grote zorgen.'
      : 'Iedere ouder krijgt een herstelplan.'
    return warning(`${name} heeft nog geen herstelplan. ${rule} Doe het nu, of in een volgend overleg.`, {
      ...anchor,
      memberId: id,
    })
  })
}

/** The developmental checklist is read by the professionals beforehand; what nobody looked at yet is said, once a child. */
function missingPoints({ agenda, answers }: PlanSnapshot): Missing[] {
  return agenda.sections.flatMap(({ about, items }) => {
    const isSaid = (key: string) =>
      answers.some(({ itemKey, applies, text }) => itemKey === key && (applies !== null || !isBlank(text)))
    const open = items.filter(({ kind, key }) => kind === 'checklist' && !isSaid(key))
    if (!about || open.length === 0) return []
    const points = open.length === 1 ? 'één punt' : `${open.length} punten`
    const sentence = `Kijk voor ${about.name} nog naar ${points} van de ontwikkeling. De professionals lezen dat vooraf.`
    const itemKey = open[0]?.key ?? ''
    return [warning(sentence, { part: 'voorbereiding', itemKey, subjectId: about.id })]
  })
}

/** GIPS 4 asks for a recovery plan for each child, or a reason. */
function missingRecoveryPlans({ kind, childrenWithoutRecoveryPlan, members }: PlanSnapshot): Missing[] {
  if (kind !== 'gips4') return []
  return childrenWithoutRecoveryPlan
    .filter(({ reason }) => isBlank(reason))
    .map(({ memberId }) => {
      const name = members.find(({ id }) => id === memberId)?.name ?? 'een kind'
      return bar(`Voor ${name} is er nog geen herstelplan. Maak het, of schrijf op waarom niet.`, {
        part: 'plan',
        memberId,
      })
    })
}
