import {
  type DocumentReplacement,
  documentRewriter,
  type Field,
  type Rewrite,
  rowFields,
} from '@/lib/domain/anonymise/document-rewriter'
import type { Decisions, NamedPerson } from '@/lib/domain/anonymise/person'
import type { PlanDocument, PlanRow, PlanRowContent, PlanSectionView } from '@/lib/domain/plan-document'

export interface AnonymisedDocument {
  document: PlanDocument
  replacements: DocumentReplacement[]
}

/**
 * The plan with every name and all contact data out of every text. Built field by field from an allow-list: what is
 * not named here does not come along. `people` must hold everyone who is or was in the dossier, also those who left.
 */
export function anonymiseDocument(
  plan: PlanDocument,
  people: readonly NamedPerson[],
  decisions: Decisions = {},
): AnonymisedDocument {
  const { rewrite, replacements } = documentRewriter(people, decisions)
  const document: PlanDocument = {
    code: plan.code,
    title: rewrite('document/title', plan.title),
    version: plan.version,
    state: plan.state,
    adoptedOn: plan.adoptedOn,
    aim: plan.aim === null ? null : rewrite('document/aim', plan.aim),
    sections: plan.sections.map((section) => rewriteSection(section, rewrite)),
  }
  return { document, replacements }
}

function rewriteSection(section: PlanSectionView, rewrite: Rewrite): PlanSectionView {
  return {
    key: section.key,
    title: rewrite(`${section.key}/title`, section.title),
    items: section.items.map((item) => ({
      key: item.key,
      question: rewrite(`${section.key}/${item.key}/question`, item.question),
      rows: item.rows.map((row) => rewriteRow(row, rewrite)),
    })),
  }
}

function rewriteRow(row: PlanRow, rewrite: Rewrite): PlanRow {
  const { id, sectionKey, itemKey, position } = row
  const { text, name } = rowFields(rewrite, id)
  return { id, subject: null, sectionKey, itemKey, position, content: rewriteContent(row.content, text, name) }
}

function rewriteContent(content: PlanRowContent, text: Field, name: Field): PlanRowContent {
  const orNull = (field: string, value: string | null) => (value === null ? null : text(field, value))
  switch (content.kind) {
    case 'person':
      return { ...content, name: name('name', content.name) }
    case 'answer':
      return {
        kind: 'answer',
        respondent: content.respondent === null ? null : name('respondent', content.respondent),
        text: text('text', content.text),
      }
    case 'score':
      return {
        kind: 'score',
        scorer: name('scorer', content.scorer),
        side: content.side,
        member: name('member', content.member),
        score: content.score,
        reason: text('reason', content.reason),
        onePointHigher: text('onePointHigher', content.onePointHigher),
        situation: orNull('situation', content.situation),
      }
    case 'concern':
      return {
        kind: 'concern',
        text: text('text', content.text),
        harmfulEffect: orNull('harmfulEffect', content.harmfulEffect),
      }
    case 'riskFactor':
      return {
        kind: 'riskFactor',
        factor: text('factor', content.factor),
        member: content.member === null ? null : name('member', content.member),
        presence: content.presence,
        facts: text('facts', content.facts),
        isCrucial: content.isCrucial,
        isChangeable: content.isChangeable,
      }
    case 'decision':
      return { kind: 'decision', outcome: text('outcome', content.outcome), reason: text('reason', content.reason) }
    case 'response':
    case 'proposal':
    case 'futurePlan':
      return rewriteAfterwards(content, text, name)
    case 'review':
    case 'evaluation':
    case 'percentage':
    case 'carried':
      return rewriteCarried(content, text, name)
    default:
      return rewritePlanned(content, text, name)
  }
}

type Afterwards = Extract<PlanRowContent, { kind: 'response' | 'proposal' | 'futurePlan' }>

/** What came of it once the meeting was over: what the family said, and who looks after them in the next year. */
function rewriteAfterwards(content: Afterwards, text: Field, name: Field): PlanRowContent {
  switch (content.kind) {
    case 'response':
      return {
        kind: 'response',
        who: name('who', content.who),
        response: text('response', content.response),
        words: text('words', content.words),
      }
    case 'futurePlan':
      return {
        kind: 'futurePlan',
        who: name('who', content.who),
        firstOn: content.firstOn,
        secondOn: content.secondOn,
        wall: [],
      }
    case 'proposal':
      return {
        kind: 'proposal',
        who: name('who', content.who),
        text: text('text', content.text),
        decision: text('decision', content.decision),
        reason: text('reason', content.reason),
      }
  }
}

type Planned = Extract<PlanRowContent, { kind: 'topThreeChoice' | 'topThree' | 'goal' | 'agreement' }>

/** What was chosen and agreed. Ids of goals tie agreements to them and stay; they are never printed. */
function rewritePlanned(content: Planned, text: Field, name: Field): PlanRowContent {
  switch (content.kind) {
    case 'topThreeChoice':
      return {
        kind: 'topThreeChoice',
        participant: name('participant', content.participant),
        rank: content.rank,
        concern: text('concern', content.concern),
        reason: text('reason', content.reason),
      }
    case 'topThree':
      return {
        kind: 'topThree',
        rank: content.rank,
        concern: text('concern', content.concern),
        reason: text('reason', content.reason),
        harmfulEffect: text('harmfulEffect', content.harmfulEffect),
      }
    case 'goal':
      return {
        kind: 'goal',
        goalId: content.goalId,
        text: text('text', content.text),
        concern: content.concern === null ? null : text('concern', content.concern),
        expectedEffect: content.expectedEffect,
      }
    case 'agreement':
      return {
        kind: 'agreement',
        agreementId: content.agreementId,
        text: text('text', content.text),
        doers: content.doers.map((doer, index) => name(`doers.${index}`, doer)),
        when: text('when', content.when),
        goals: content.goals.map((goal, index) => goalReference(goal, `goals.${index}`, text)),
      }
  }
}

type Carried = Extract<PlanRowContent, { kind: 'review' | 'evaluation' | 'percentage' | 'carried' }>

/** What a later meeting found of what was agreed on before. */
function rewriteCarried(content: Carried, text: Field, name: Field): PlanRowContent {
  switch (content.kind) {
    case 'review':
      return {
        kind: 'review',
        goal: text('goal', content.goal),
        meeting: text('meeting', content.meeting),
        result: content.result,
        remark: text('remark', content.remark),
        isClosed: content.isClosed,
      }
    case 'evaluation':
      return {
        kind: 'evaluation',
        goalId: content.goalId,
        goal: text('goal', content.goal),
        meeting: text('meeting', content.meeting),
        isGoodEnough: content.isGoodEnough,
        reason: text('reason', content.reason),
        isClosed: content.isClosed,
      }
    case 'percentage':
      return {
        kind: 'percentage',
        goalId: content.goalId,
        participant: name('participant', content.participant),
        percent: content.percent,
        remark: text('remark', content.remark),
      }
    case 'carried':
      return {
        kind: 'carried',
        text: text('text', content.text),
        meeting: text('meeting', content.meeting),
        doers: content.doers.map((doer, index) => name(`doers.${index}`, doer)),
        when: text('when', content.when),
        decision: content.decision,
        reason: text('reason', content.reason),
      }
  }
}

/** A goal is referred to by its id; anything else in its place is a text like any other. */
function goalReference(goal: string, field: string, text: Field): string {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(goal) ? goal : text(field, goal)
}
