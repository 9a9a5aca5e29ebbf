import { SheetFields } from '@/components/answers/sheet-fields'
import type { AgendaItem } from '@/lib/domain/agendas/agenda'
import type { SheetField } from '@/lib/domain/answer-sheet'
import type { ConcernView, MemberView, RoundView } from '@/lib/domain/meeting-view'
import { ConcernList } from './concern-list'
import { apiOf, type Place } from './place'
import { SafetyRound } from './safety-round'
import { SaveBar } from './save-bar'
import { familyScorers } from './scorers'

type FamilyScoresProps = Place & {
  item: AgendaItem
  members: readonly MemberView[]
  round: RoundView
  mayWrite: boolean
}

/** At home: what each adult gives for the children and for themselves; kept beside the professionals' scores. */
export function FamilyScores({ item, members, round, mayWrite, ...place }: FamilyScoresProps) {
  return (
    <>
      {mayWrite && <SaveBar />}
      <SafetyRound
        {...place}
        caption={item.question}
        scorers={familyScorers(members)}
        members={members}
        scores={round.scores.filter(({ scorer }) => scorer.kind !== 'person')}
        mayWrite={mayWrite && !round.isClosed}
        isFamily
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
export function ReportedConcerns({ item, concerns, members, fields, mayWrite, ...place }: ReportedConcernsProps) {
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
