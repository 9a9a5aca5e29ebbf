import { plainDateOf } from '@/lib/dates'
import { planSections } from '@/lib/domain/absent-contribution'
import type { AgendaItem, AgendaSection } from '@/lib/domain/agendas/agenda'
import { agendaOf } from '@/lib/domain/agendas/registry'
import type { PlanRowContent } from '@/lib/domain/plan-document'
import { isRiskAssessment } from '@/lib/domain/risk-assessment'
import type { FrozenKind } from '@/prisma/generated/client'
import { carriedAgreementRows, evaluationRows, isMainList, reviewRows } from './plan-carried-rows'
import type { PlanContent } from './plan-content'
import { agreementRows, goalRows } from './plan-goal-rows'
import { type Quote, quotedNames } from './plan-quotes'
import { restsOn, riskRows } from './plan-risk-rows'

export interface PlanRowDraft {
  kind: FrozenKind
  sectionKey: string
  itemKey: string
  /** The live row it is made from. */
  subjectId: string
  aboutMemberId: string | null
  authorPersonId: string | null
  isOwnWords: boolean
  content: PlanRowContent
  quotes: Quote[]
}

/** A row without its place in the agenda. */
export type PlacedRow = Omit<PlanRowDraft, 'sectionKey' | 'itemKey'>

const OUTCOMES = {
  agree: 'eens',
  change: 'wil iets anders',
  refuse: 'niet eens',
  notReached: 'niet bereikt',
  notAsked: 'niet gevraagd',
}
const DECISIONS = { adopted: 'overgenomen', adapted: 'aangepast overgenomen', declined: 'niet overgenomen' }

/** The rows of a plan in the order of its agenda: what is kept when it becomes definitive. */
export function planRowDrafts(content: PlanContent): PlanRowDraft[] {
  const { kind, agendaVersion } = content.plan
  return planSections(agendaOf(kind, agendaVersion)).flatMap((section) =>
    section.items.flatMap((item) =>
      rowsOf(content, section, item).map((row) => ({ ...row, sectionKey: section.key, itemKey: item.key })),
    ),
  )
}

function rowsOf(content: PlanContent, section: AgendaSection, item: AgendaItem): PlacedRow[] {
  const risks = isRiskAssessment(item) ? riskRows(content) : []
  return [...answerRows(content, item), ...risks, ...tableRows(content, section, item)]
}

function tableRows(content: PlanContent, section: AgendaSection, item: AgendaItem): PlacedRow[] {
  if (item.instrument === 'safetyGoalReview') {
    return [...reviewRows(content), ...carriedAgreementRows(content, true)]
  }
  if (item.instrument === 'goalEvaluation') {
    return section.part === 'family' ? [] : evaluationRows(content)
  }
  if (item.instrument === 'futurePlanEvaluations') {
    return futurePlanRows(content)
  }
  switch (item.kind) {
    case 'reportedConcerns':
      return concernRows(content, true)
    case 'concerns':
      return concernRows(content, false)
    case 'safetyRound':
      return scoreRows(content, section.part === 'family')
    case 'minimumRequirements':
      return minimumRows(content)
    case 'topThreeChoices':
      return choiceRows(content)
    case 'topThree':
      return decisionRows(content)
    case 'goals':
      return goalRows(content, item)
    case 'agreements':
      return [...(isMainList(item) ? carriedAgreementRows(content, false) : []), ...agreementRows(content, item)]
    case 'responses':
      return [...responseRows(content), ...proposalRows(content)]
    default:
      return []
  }
}

/** Answers on one of several reported concerns carry the concern's id behind a colon. */
function answerRows({ answers, nameOf }: PlanContent, item: AgendaItem): PlacedRow[] {
  return answers
    .filter(({ itemKey, text, applies }) => itemKey.split(':')[0] === item.key && (text !== '' || applies !== null))
    .map((answer) => ({
      kind: 'answer',
      subjectId: answer.id,
      aboutMemberId: answer.aboutMemberId,
      authorPersonId: answer.authorPersonId,
      isOwnWords: answer.isOwnWords || answer.respondentNetworkId !== null,
      content: {
        kind: 'answer',
        respondent: nameOf(answer.respondentMemberId ?? answer.respondentNetworkId ?? answer.respondentPersonId),
        text: answer.applies === false && answer.text === '' ? 'Niet van toepassing.' : answer.text,
      },
      quotes: quotedNames(nameOf, { personId: answer.respondentPersonId, networkPersonId: answer.respondentNetworkId }),
    }))
}

function concernRows({ concerns }: PlanContent, isReported: boolean): PlacedRow[] {
  return concerns
    .filter((concern) => concern.isReported === isReported)
    .map(({ id, text, harmfulEffect, aboutMemberId, authorPersonId }) => ({
      kind: 'concern',
      subjectId: id,
      aboutMemberId,
      authorPersonId,
      isOwnWords: false,
      content: { kind: 'concern', text, harmfulEffect },
      quotes: [],
    }))
}

/** What the family and its network gave stands beside the professionals' scores, never among them. */
function scoreRows({ assessment, nameOf }: PlanContent, isFamilyPart: boolean): PlacedRow[] {
  return (assessment?.safetyScores ?? [])
    .filter(({ side }) => (side !== 'professional') === isFamilyPart)
    .map((score) => ({
      kind: 'score',
      subjectId: score.id,
      aboutMemberId: score.aboutMemberId,
      authorPersonId: score.authorPersonId,
      isOwnWords: false,
      content: {
        kind: 'score',
        scorer: nameOf(score.scorerPersonId ?? score.scorerMemberId ?? score.scorerNetworkId) ?? '',
        side: score.side,
        member: nameOf(score.memberId) ?? '',
        score: score.score === null ? null : Number(score.score),
        reason: score.reason,
        onePointHigher: score.onePointHigher,
        situation: score.situation,
      },
      quotes: quotedNames(nameOf, { personId: score.scorerPersonId, networkPersonId: score.scorerNetworkId }),
    }))
}

/** The reason may speak of anyone's scores: to family accounts it stays closed until the director opens it. */
function minimumRows({ assessment, plan: { minimumExceptionReason } }: PlanContent): PlacedRow[] {
  if (assessment?.minimumMet == null) return []
  const outcome = assessment.minimumMet ? 'De bodemeisen zijn gehaald.' : 'De bodemeisen zijn niet gehaald.'
  const exception = minimumExceptionReason && `Het deel over de risico’s ging toch door: ${minimumExceptionReason}`
  const reason = [assessment.minimumReason, exception].filter(Boolean).join('\n')
  const content: PlanRowContent = { kind: 'decision', outcome, reason }
  return [{ ...common('decision', assessment.id, content), isOwnWords: true }]
}

/** Own choices of professionals: to family accounts they stay closed, as the live rows are. */
function choiceRows(content: PlanContent): PlacedRow[] {
  const { choices, nameOf } = content
  return choices.map((choice) => {
    const { id, text, aboutMemberId } = restsOn(content, choice)
    return {
      kind: 'topThree',
      subjectId: id ?? choice.id,
      aboutMemberId,
      authorPersonId: choice.personId,
      isOwnWords: true,
      content: {
        kind: 'topThreeChoice',
        participant: nameOf(choice.personId) ?? '',
        rank: rankOf(choice.rank),
        concern: text ?? '',
        reason: choice.reason,
      },
      quotes: quotedNames(nameOf, choice),
    }
  })
}

function decisionRows(content: PlanContent): PlacedRow[] {
  return content.decisions.map((decision) => {
    const { id, text, aboutMemberId } = restsOn(content, decision)
    const { reason, harmfulEffect } = decision
    return {
      ...common('topThree', id ?? decision.id, {
        kind: 'topThree',
        rank: rankOf(decision.rank),
        concern: text ?? '',
        reason,
        harmfulEffect,
      }),
      aboutMemberId,
    }
  })
}

function responseRows({ responses, nameOf }: PlanContent): PlacedRow[] {
  return responses.map(({ id, memberId, networkPersonId, response, words, authorPersonId }) => ({
    kind: 'response',
    subjectId: id,
    aboutMemberId: memberId,
    authorPersonId,
    isOwnWords: false,
    content: { kind: 'response', who: nameOf(memberId ?? networkPersonId) ?? '', response: OUTCOMES[response], words },
    quotes: quotedNames(nameOf, { networkPersonId }),
  }))
}

function proposalRows({ proposals, nameOf }: PlanContent): PlacedRow[] {
  return proposals.map((proposal) => ({
    ...common('proposal', proposal.id, {
      kind: 'proposal',
      who: nameOf(proposal.response?.memberId ?? proposal.response?.networkPersonId ?? proposal.aboutMemberId) ?? '',
      text: proposal.text,
      decision: proposal.decision ? DECISIONS[proposal.decision] : '',
      reason: proposal.decisionReason ?? '',
    }),
    aboutMemberId: proposal.aboutMemberId,
    quotes: quotedNames(nameOf, { networkPersonId: proposal.response?.networkPersonId ?? null }),
  }))
}

function futurePlanRows({ futurePlan, nameOf }: PlanContent): PlacedRow[] {
  if (!futurePlan?.caseManagerId || !futurePlan.firstOn || !futurePlan.secondOn) return []
  const { id, caseManagerId, firstOn, secondOn, wall } = futurePlan
  const content: PlanRowContent = {
    kind: 'futurePlan',
    who: nameOf(caseManagerId) ?? '',
    firstOn: plainDateOf(firstOn),
    secondOn: plainDateOf(secondOn),
    wall,
  }
  return [{ ...common('item', id, content), quotes: quotedNames(nameOf, { personId: caseManagerId }) }]
}

function common(kind: FrozenKind, subjectId: string, content: PlanRowContent): PlacedRow {
  return { kind, subjectId, aboutMemberId: null, authorPersonId: null, isOwnWords: false, content, quotes: [] }
}

function rankOf(rank: number): 1 | 2 | 3 {
  if (rank === 1 || rank === 2 || rank === 3) return rank
  throw new Error(`A TOP-3 has no place ${rank}`)
}
