import { PlanDocumentView, type PlanDocumentViewProps } from '@/components/plan/plan-document-view'
import { PlanReading } from '@/components/plan/plan-reading'
import { EmptyState } from '@/components/ui/empty-state'

/** The plan itself, with what the case director finds around each row; or a word on what will come here. */
export function PlanContents({ frame, ...props }: PlanDocumentViewProps) {
  if (props.document.sections.length > 0) {
    return frame ? <PlanDocumentView {...props} frame={frame} /> : <PlanReading {...props} />
  }
  return (
    <EmptyState title="Dit plan is nog leeg">
      Wat er in de voorbereiding en het overleg wordt opgeschreven, komt hier te staan.
    </EmptyState>
  )
}
