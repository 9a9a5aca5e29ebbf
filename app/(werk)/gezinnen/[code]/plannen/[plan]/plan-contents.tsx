import { PlanDocumentView, type PlanDocumentViewProps } from '@/components/plan/plan-document-view'
import { EmptyState } from '@/components/ui/empty-state'

/** The plan itself, or a word on what will come here. */
export function PlanContents(props: PlanDocumentViewProps) {
  if (props.document.sections.length > 0) {
    return <PlanDocumentView {...props} />
  }
  return (
    <EmptyState title="Dit plan is nog leeg">
      Wat er in de voorbereiding en het overleg wordt opgeschreven, komt hier te staan.
    </EmptyState>
  )
}
