import { isUnderSix } from '../carried-goals'
import { isAskedAbout } from '../household'
import {
  type MinimumReason,
  memberScore,
  minimumRequirementsMet,
  scoresBeside,
  suspiciouslyHighAtStart,
} from '../safety'
import { formatScore, MINIMUM_SCORE } from '../score'
import { ROUND_IS_OPEN } from '../score-round'
import {
  bar,
  isBlank,
  type Missing,
  type MissingAnchor,
  type PlanSnapshot,
  type SnapshotMember,
  type SnapshotParticipant,
  type SnapshotScore,
  warning,
} from './snapshot'

const ROUND: MissingAnchor = { part: 'overleg', itemKey: 'safety.round' }
const MINIMUM: MissingAnchor = { part: 'overleg', itemKey: 'safety.minimum' }
const SCORING_ROLES: readonly SnapshotParticipant['role'][] = ['professional', 'caseDirector', 'deputy']

/**
 * What the safety part of a meeting still lacks: who is assessed, a score or "cannot judge" from every professional
 * present for every assessed member with reasons, the decision on the minimum requirements and what follows from it,
 * and a review of each open safety goal. The chair gives no scores; the note-taker may. While scores are given unseen
 * nothing is said of them but that the round is still open.
 */
export function missingInSafetyPart(snapshot: PlanSnapshot): Missing[] {
  if (snapshot.isRoundOpen) {
    return [bar(ROUND_IS_OPEN, ROUND), ...missingReviews(snapshot)]
  }
  return [
    ...missingAssessed(snapshot),
    ...missingScores(snapshot),
    ...missingMinimum(snapshot),
    ...missingReviews(snapshot),
    ...highStart(snapshot),
  ]
}

function missingAssessed({ members }: PlanSnapshot): Missing[] {
  const dropped = members
    .filter((member) => isAskedAbout(member) && !member.isAssessed && isBlank(member.droppedReason))
    .map(({ id, name }) =>
      bar(`Schrijf op waarom er voor ${name} geen veiligheidscijfer is.`, { ...ROUND, memberId: id }),
    )
  if (members.some(({ isAssessed }) => isAssessed)) return dropped
  return [bar('Kies de gezinsleden voor wie er een veiligheidscijfer komt.', ROUND), ...dropped]
}

function missingScores({ participants, members, scores }: PlanSnapshot): Missing[] {
  const scorers = participants.filter(
    ({ role, attendance }) => attendance === 'present' && SCORING_ROLES.includes(role),
  )
  const assessed = members.filter(({ isAssessed }) => isAssessed)
  return scorers.flatMap((scorer) =>
    assessed.flatMap((member) => {
      const given = scores.find(
        (each) =>
          each.scorerId === scorer.id &&
          each.memberId === member.id &&
          each.side === 'professional' &&
          each.situation === null,
      )
      const anchor = { ...ROUND, memberId: member.id, participantId: scorer.id }
      return missingInScore(given, scorer, member).map((sentence) => bar(sentence, anchor))
    }),
  )
}

function missingInScore(
  given: SnapshotScore | undefined,
  scorer: SnapshotParticipant,
  member: SnapshotMember,
): string[] {
  if (!given || (given.score === null && !given.cannotJudge)) {
    return [`${scorer.name} heeft nog geen cijfer gegeven voor ${member.name}.`]
  }
  if (given.score === null) {
    return isBlank(given.reason) ? [`Schrijf op waarom ${scorer.name} geen cijfer kan geven voor ${member.name}.`] : []
  }
  const sentences: string[] = []
  if (isBlank(given.reason)) {
    sentences.push(`Schrijf op waarom ${scorer.name} een ${figure(given.score)} geeft voor ${member.name}.`)
  }
  if (isBlank(given.onePointHigher) && given.score < 10) {
    sentences.push(`Schrijf op wat er volgens ${scorer.name} nodig is voor één punt meer voor ${member.name}.`)
  }
  return sentences
}

function missingMinimum(snapshot: PlanSnapshot): Missing[] {
  const { minimumDecision, goals } = snapshot
  if (minimumDecision === null) return [bar('Beslis of de bodemeisen voor veiligheid zijn gehaald.', MINIMUM)]
  const missing = isBlank(minimumDecision.reason)
    ? [warning('Schrijf op waarom de bodemeisen wel of niet zijn gehaald.', MINIMUM)]
    : []
  if (minimumDecision.isMet) return [...missing, ...contradictions(snapshot)]
  if (goals.some(({ kind }) => kind === 'safety')) return missing
  const anchor: MissingAnchor = { part: 'overleg', itemKey: 'safety.extraGoals' }
  return [...missing, bar('De bodemeisen zijn niet gehaald. Maak nieuwe veiligheidsdoelen met afspraken.', anchor)]
}

/** What speaks against a decision that the requirements are met. */
function contradictions({ scores, members }: PlanSnapshot): Missing[] {
  const verdict = minimumRequirementsMet({
    scores,
    assessedMembers: members.filter(({ isAssessed }) => isAssessed).map(({ id }) => id),
    directorConfirmed: true,
    answeredUnderSix: scores.filter(({ underSixAnswer }) => !isBlank(underSixAnswer)),
  })
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? 'een gezinslid'
  const worried = scoresBeside(scores).filter(({ score }) => score < MINIMUM_SCORE)
  return [
    ...verdict.reasons.flatMap((reason) => contradiction(reason, nameOf)),
    ...worried.map(({ memberId, score, side }) => {
      const who = side === 'family' ? 'het gezin zelf' : 'het netwerk'
      const sentence = `Iemand uit ${who} geeft een ${figure(score)} voor ${nameOf(memberId)}. Is daarover gepraat?`
      return warning(sentence, { ...MINIMUM, memberId })
    }),
  ]
}

function contradiction(reason: MinimumReason, nameOf: (id: string) => string): Missing[] {
  switch (reason.kind) {
    case 'memberUnderSix': {
      const sentence = `${nameOf(reason.memberId)} heeft gemiddeld een ${formatScore(reason.score)}. Onder de 6 zijn de bodemeisen niet gehaald.`
      return [bar(sentence, { ...MINIMUM, memberId: reason.memberId })]
    }
    case 'memberNotScored': {
      const sentence = `Niemand gaf een cijfer voor ${nameOf(reason.memberId)}. De bodemeisen kunnen dan niet gehaald zijn.`
      return [bar(sentence, { ...MINIMUM, memberId: reason.memberId })]
    }
    case 'underSixUnanswered': {
      const sentence = `Er is een ${figure(reason.score)} gegeven voor ${nameOf(reason.memberId)}. Schrijf eerst een reactie op dat cijfer.`
      return [bar(sentence, { ...ROUND, memberId: reason.memberId, participantId: reason.scorerId })]
    }
    default:
      return []
  }
}

function missingReviews(snapshot: PlanSnapshot): Missing[] {
  const means = new Map(
    snapshot.members.filter(({ isAssessed }) => isAssessed).map(({ id }) => [id, memberScore(snapshot.scores, id)]),
  )
  return snapshot.openSafetyGoals.flatMap((goal) => {
    const anchor: MissingAnchor = { part: 'overleg', itemKey: 'safety.review', goalId: goal.id }
    if (goal.review === null) {
      return [bar(`Is dit veiligheidsdoel gelukt, voor een deel gelukt of niet gelukt? “${goal.text}”`, anchor)]
    }
    if (!goal.closes || !isUnderSix(goal, means)) return []
    return [warning(`Er is nog geen 6, en dit veiligheidsdoel gaat dicht. Klopt dat? “${goal.text}”`, anchor)]
  })
}

function highStart({ kind, scores }: PlanSnapshot): Missing[] {
  if (kind !== 'gips1' || !suspiciouslyHighAtStart(scores)) return []
  return [warning('Het gemiddelde is bij GIPS 1 al een 6 of hoger. Past GIPS wel bij dit gezin?', ROUND)]
}

function figure(score: number): string {
  return String(score).replace('.', ',')
}
