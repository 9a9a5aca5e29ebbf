import { SheetFields } from '@/components/answers/sheet-fields'
import { ConcernList } from '@/components/meeting/concern-list'
import { apiOf } from '@/components/meeting/place'
import type { MeetingShown } from '@/lib/domain/meeting-view'
import { RiskAssessment } from './risk-assessment'

/** At the table of GIPS 2: the risk assessment as it was prepared, the pattern of the violence, and what else there is. */
export function CrucialRisks({ page }: { page: MeetingShown }) {
  const place = { code: page.frame.code, slug: page.plan.slug }
  const { risks, riskPattern, members, may } = page
  return (
    <div className="space-y-8">
      <RiskAssessment {...place} risks={risks} members={members} mayWrite={may.write} />
      {riskPattern && (
        <section aria-label="Patroon" id={riskPattern.item.key} className="scroll-mt-4 space-y-2">
          <h4 className="max-w-prose font-semibold">{riskPattern.item.question}</h4>
          <SheetFields
            fields={riskPattern.fields}
            address={apiOf(place, 'antwoorden')}
            mayWrite={may.write}
            question={riskPattern.item.question}
            labelled="byQuestion"
          />
        </section>
      )}
      <section aria-label="Andere zorgen" className="space-y-2">
        <h4 className="font-semibold">Speelt er nog iets anders?</h4>
        <ConcernList
          {...place}
          concerns={page.concerns.filter(({ isReported }) => !isReported)}
          members={members}
          isReported={false}
          mayWrite={may.write}
        />
      </section>
    </div>
  )
}
