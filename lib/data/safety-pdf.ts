import type { NamedPerson } from '@/lib/domain/anonymise/person'
import type { DossierFrame } from '@/lib/domain/dossier'
import { coursesOf } from '@/lib/domain/member-course'
import { type SafetyDocument, safetyDocument } from '@/lib/domain/safety-document'
import type { DossierViewer } from '@/lib/gate'
import { dossierFrame } from './dossier-frame'
import { peopleToAnonymise } from './names-to-anonymise'
import { assessmentsOnPage } from './safety-page'

/** What an anonymous PDF of all assessments is made of, after the transaction. */
export interface SafetyPdfSource {
  frame: DossierFrame
  document: SafetyDocument
  people: NamedPerson[]
  /** Without any name: "G-0001-veiligheid-2026-03-12.pdf". */
  fileName: string
}

/**
 * All closed assessments as this viewer may read them, with everybody whose name must go, also names that the viewer may
 * not know. `document` still holds them: anonymise it before it leaves the server.
 */
export async function safetyPdfSource(viewer: DossierViewer): Promise<SafetyPdfSource> {
  const frame = await dossierFrame(viewer)
  const assessments = await assessmentsOnPage(viewer, frame)
  return {
    frame,
    document: safetyDocument(assessments, coursesOf(frame.assessments, frame.members), frame.today),
    people: await peopleToAnonymise(viewer),
    fileName: `${viewer.code}-veiligheid-${frame.today}.pdf`,
  }
}
