import type { ReactNode } from 'react'
import { SheetFields } from '@/components/answers/sheet-fields'
import { GoalEvaluation } from '@/components/evaluation/goal-evaluation'
import { RiskAssessment } from '@/components/risks/risk-assessment'
import type { AgendaItem } from '@/lib/domain/agendas/agenda'
import type { SheetField, SheetSection } from '@/lib/domain/answer-sheet'
import type { EvaluationAtHome } from '@/lib/domain/carried-views'
import { isScoredAtHome } from '@/lib/domain/household'
import type { AssessedView, ConcernView, MemberView, RoundView } from '@/lib/domain/meeting-view'
import { isRiskAssessment, type RiskView } from '@/lib/domain/risk-assessment'
import { ConcernList } from './concern-list'
import { apiOf, type Place } from './place'
import { SafetyRound } from './safety-round'
import { SaveBar } from './save-bar'
import { familyScorers } from './scorers'

type PreparationForms = Place & {
  sections: readonly SheetSection[]
  members: readonly MemberView[]
  round: RoundView
  concerns: readonly ConcernView[]
  /** Empty for a plan without a risk assessment. */
  risks: readonly RiskView[]
  /** Null where the agenda asks for none. */
  evaluation: EvaluationAtHome | null
  isSettled: boolean
  mayWrite: boolean
}

/**
 * The forms for what is no text in the preparation, by the item's key: scores at home, the concerns of the report, the
 * risk assessment and the evaluation.
 */
export function preparationForms(given: PreparationForms): Record<string, ReactNode> {
  const { sections, round, concerns, risks, evaluation, isSettled, ...rest } = given
  const forms: Record<string, ReactNode> = {}
  for (const { item, fields } of sections.flatMap(({ items }) => items)) {
    if (item.instrument === 'goalEvaluation' && evaluation) {
      forms[item.key] = (
        <FamilyEvaluation {...rest} item={item} evaluation={evaluation} mayWrite={rest.mayWrite && !isSettled} />
      )
    } else if (item.kind === 'safetyRound') {
      forms[item.key] = <FamilyScores {...rest} item={item} round={round} />
    } else if (item.kind === 'reportedConcerns') {
      forms[item.key] = <ReportedConcerns {...rest} item={item} fields={fields} concerns={concerns} />
    } else if (risks.length > 0 && isRiskAssessment(item)) {
      forms[item.key] = <RiskAssessment {...rest} risks={risks} hasSaveBar />
    }
  }
  return forms
}

type FamilyScoresProps = Place & { item: AgendaItem; round: RoundView; mayWrite: boolean }

/** At home: what each adult gives for the children and for themselves; kept beside the professionals' scores. */
function FamilyScores({ item, round, mayWrite, code, slug }: FamilyScoresProps) {
  const scores = round.scores.filter(({ scorer }) => scorer.kind !== 'person')
  const scorers = familyScorers(round.members, scores)
  const isScored = (member: AssessedView) =>
    isScoredAtHome(member) ||
    scorers.some(({ who }) => who.id === member.id) ||
    scores.some(({ memberId }) => memberId === member.id)
  return (
    <>
      {mayWrite && <SaveBar />}
      <SafetyRound
        code={code}
        slug={slug}
        caption={item.question}
        scorers={scorers}
        members={round.members.filter(isScored)}
        scores={scores}
        mayWrite={mayWrite && !round.isClosed}
        isFamily
      />
    </>
  )
}

type FamilyEvaluationProps = Place & { item: AgendaItem; evaluation: EvaluationAtHome; mayWrite: boolean }

/** At home: how far each of the family and the network finds every goal reached. */
function FamilyEvaluation({ item, evaluation, mayWrite, code, slug }: FamilyEvaluationProps) {
  return (
    <>
      {mayWrite && <SaveBar />}
      <GoalEvaluation
        code={code}
        slug={slug}
        caption={item.question}
        evaluation={evaluation}
        people={evaluation.people}
        mayWrite={mayWrite}
        isAtHome
      />
    </>
  )
}

type ReportedConcernsProps = Place & {
  item: AgendaItem
  concerns: readonly ConcernView[]
  members: readonly MemberView[]
  /** What each adult says of each concern. */
  fields: readonly SheetField[]
  mayWrite: boolean
}

/** The concerns of the report, one a line, and below them what each adult says of each. */
function ReportedConcerns({ item, concerns, members, fields, mayWrite, ...place }: ReportedConcernsProps) {
  return (
    <div className="space-y-6">
      <ConcernList {...place} concerns={concerns} members={members} isReported mayWrite={mayWrite} />
      <div className="space-y-4">
        <SheetFields
          fields={fields}
          address={apiOf(place, 'antwoorden')}
          mayWrite={mayWrite}
          question={item.question}
          labelled="byName"
        />
      </div>
    </div>
  )
}
