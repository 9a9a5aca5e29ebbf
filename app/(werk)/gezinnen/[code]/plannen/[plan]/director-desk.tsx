import { MissingList } from '@/components/plan/missing-list'
import { Card } from '@/components/ui/card'
import type { PlanInView } from '@/lib/data/plans'
import type { DirectorDeskView } from '@/lib/domain/director-desk'
import { isBar } from '@/lib/domain/plan-missing'
import { AdoptForm } from './adopt-form'
import { ChecklistPart } from './checklist-part'
import { FamilyPart } from './family-part'
import { InForcePart } from './in-force-part'
import { MeetingPart } from './meeting-part'
import { NextStep } from './next-step'
import { RecoveryPart, WaiverPart } from './recovery-part'
import { ResponsesPart } from './responses-part'
import { ViewingsPart } from './viewings-part'
import { YearAfterPart } from './year-after-part'

type DirectorDeskProps = { code: string; plan: PlanInView; desk: DirectorDeskView }

/** What the case director has to do with this plan now, the next step first. */
export function DirectorDesk({ code, plan, desk }: DirectorDeskProps) {
  const base = `/gezinnen/${code}/plannen/${plan.slug}`
  const hidden = { dossier: code, planId: desk.planId }
  const mayGoOn = !desk.missing.some(isBar)
  const isDiscussed = desk.state !== 'preparation' && desk.next === 'definitive'
  if (desk.next === null) {
    return null
  }
  return (
    <div className="mb-12 space-y-6 print:hidden">
      <InForcePart hidden={hidden} agreements={desk.agreements} />
      <Card title="Volgende stap" id="volgende-stap">
        <MissingList missing={desk.missing} base={base} dossier={`/gezinnen/${code}`} />
        {desk.next === 'definitive' ? (
          <AdoptForm hidden={hidden} version={desk.version} mayGoOn={mayGoOn} />
        ) : (
          <NextStep hidden={hidden} state={desk.state} next={desk.next} mayGoOn={mayGoOn} reach={desk.reach} />
        )}
      </Card>
      {desk.futurePlan && <YearAfterPart hidden={hidden} desk={desk.futurePlan} />}
      <RecoveryPart hidden={hidden} desk={desk} />
      <WaiverPart hidden={hidden} desk={desk} />
      {(desk.state === 'preparation' || desk.state === 'invited') && (
        <>
          <MeetingPart hidden={hidden} desk={desk} />
          <FamilyPart hidden={hidden} desk={desk} />
        </>
      )}
      {isDiscussed && (
        <>
          <ResponsesPart hidden={hidden} desk={desk} />
          <ViewingsPart hidden={hidden} desk={desk} base={base} />
        </>
      )}
      {(desk.state === 'meeting' || desk.state === 'provisional') && <ChecklistPart hidden={hidden} desk={desk} />}
    </div>
  )
}
