'use client'

import { PlanDocumentView, type PlanDocumentViewProps } from './plan-document-view'

/** A plan for who only reads it: the browser is sent its data instead of its elements (docs/decisions/0014). */
export function PlanReading(props: Omit<PlanDocumentViewProps, 'frame'>) {
  return <PlanDocumentView {...props} />
}
