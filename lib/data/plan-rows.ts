import { plainDateOf } from '@/lib/dates'
import { planSections } from '@/lib/domain/absent-contribution'
import type { AgendaItem, AgendaSection } from '@/lib/domain/agendas/agenda'
import { agendaAbout, baseKey } from '@/lib/domain/agendas/per-person'
import { agendaOfPlan } from '@/lib/domain/agendas/registry'
import { isOfItem } from '@/lib/domain/answer'
import { checklistWords } from '@/lib/domain/checklist-words'
import type { PlanRowContent } from '@/lib/domain/plan-document'
import { isRiskAssessment } from '@/lib/domain/risk-assessment'
import type { FrozenKind } from '@/prisma/generated/client'
import { carriedAgreementRows, evaluationRows, isMainList, reviewRows } from './plan-carried-rows'
import type { PlanContent } from './plan-content'
import { agreementRows, goalRows } from './plan-goal-rows'
import { type Quote, quotedNames } from './plan-quotes'
import { riskRows } from './plan-risk-rows'
import { choiceRows, decisionRows } from './plan-top-three-rows'

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
  const agenda = agendaAbout(agendaOfPlan(content.plan), content.subjects)
  return planSections(agenda).flatMap((section) => {
    const sectionKey = section.key
    const rows = section.items.flatMap((item) =>
      rowsOf(content, section, item).map((row) => ({ ...row, sectionKey, itemKey: baseKey(item.key) })),
    )
    return rows.length > 0 ? [...personRows(content, section), ...rows] : []
  })
}

/** These rows in the order of the plan's agenda; rows of one question stay in the order in which they were given. */
export function inAgendaOrder<R extends Pick<PlanRowDraft, 'sectionKey' | 'itemKey'>>(
  { plan, subjects }: PlanContent,
  rows: readonly R[],
): R[] {
  const places = planSections(agendaAbout(agendaOfPlan(plan), subjects)).flatMap(({ key: section, items }) => [
    `${section} `,
    ...items.map(({ key }) => `${section} ${baseKey(key)}`),
  ])
  const placeOf = ({ sectionKey, itemKey }: R) => places.indexOf(`${sectionKey} ${itemKey}`)
  return rows.toSorted((one, other) => placeOf(one) - placeOf(other))
}

/** Whose recovery plan the section is of: the name as it is now. Read with what is known of that person. */
function personRows({ plan }: PlanContent, { key, about }: AgendaSection): PlanRowDraft[] {
  if (!about) return []
  const content: PlanRowContent = {
    kind: 'person',
    name: about.name,
    isChild: about.isChild,
    ...(about.isCarer && { isCarer: true }),
  }
  return [{ ...common('section', plan.id, content), aboutMemberId: about.id, sectionKey: key, itemKey: '' }]
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
      return concernRows(content, true, item)
    case 'concerns':
      return concernRows(content, false, item)
    case 'safetyRound':
      return scoreRows(content, section.part === 'family')
    case 'minimumRequirements':
      return minimumRows(content)
    case 'topThreeChoices':
      return choiceRows(content, item)
    case 'topThree':
      return decisionRows(content, item)
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
function answerRows(content: PlanContent, item: AgendaItem): PlacedRow[] {
  const { answers, nameOf } = content
  if (item.kind === 'concerns' && concernRows(content, false, item).length > 0) return []
  return answers
    .filter(({ itemKey, text, applies }) => isOfItem(itemKey, item) && isSaid({ text, applies }, item))
    .map((answer) => ({
      kind: 'answer',
      subjectId: answer.id,
      aboutMemberId: answer.aboutMemberId,
      authorPersonId: answer.authorPersonId,
      isOwnWords: answer.isOwnWords || answer.respondentNetworkId !== null,
      content: {
        kind: 'answer',
        respondent: nameOf(answer.respondentMemberId ?? answer.respondentNetworkId ?? answer.respondentPersonId),
        text: said(answer, item),
      },
      quotes: quotedNames(nameOf, { personId: answer.respondentPersonId, networkPersonId: answer.respondentNetworkId }),
    }))
}

/** That there are worries about somebody is said by the worries themselves. */
function isSaid({ applies, text }: { applies: boolean | null; text: string }, { kind }: AgendaItem): boolean {
  return text !== '' || (kind === 'concerns' ? applies === false : applies !== null)
}

/** An answer in words: of the checklist with what was ticked, else that it does not apply where nothing else was said. */
function said({ applies, text }: { applies: boolean | null; text: string }, item: AgendaItem): string {
  if (item.kind === 'checklist') {
    return [applies === null ? '' : `${checklistWords(applies)}.`, text].filter(Boolean).join('\n')
  }
  if (item.kind === 'concerns') return 'Er zijn geen grote zorgen.'
  return applies === false && text === '' ? 'Niet van toepassing.' : text
}

function concernRows({ concerns }: PlanContent, isReported: boolean, { about }: AgendaItem): PlacedRow[] {
  return concerns
    .filter((concern) => concern.isReported === isReported && (!about || concern.aboutMemberId === about.id))
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
