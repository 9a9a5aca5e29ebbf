import type { NamedPerson } from '@/lib/domain/anonymise/person'
import type { DossierFrame } from '@/lib/domain/dossier'
import type { PlanDocument } from '@/lib/domain/plan-document'
import { type DossierViewer, demand, Refused } from '@/lib/gate'
import { dossierFrame } from './dossier-frame'
import { peopleToAnonymise } from './names-to-anonymise'
import { adoptedDocument } from './plan-document'
import { planRow } from './plan-life'
import { planBySlug } from './plans'

/** What an anonymous PDF is made of, after the transaction: setting it takes time that no transaction should. */
export interface PdfSource {
  document: PlanDocument
  people: NamedPerson[]
  /** Without any name: "G-0001-gips-1-versie-1.pdf". */
  fileName: string
}

/**
 * An adopted plan as this viewer may read it, the last version or an earlier one, with everybody whose name must go,
 * also names that the viewer may not know. `document` still holds them: anonymise it before it leaves the server.
 * Refuses who may not download it, and a version that is not there.
 */
export async function pdfSource(viewer: DossierViewer, slug: string, version: number | null): Promise<PdfSource> {
  const plan = await planBySlug(viewer, slug)
  demand(viewer, 'plan.download', plan.facts)
  const document = await adoptedDocument(viewer, await planRow(viewer, plan.id), version ?? plan.version)
  if (!document) {
    throw new Refused(`version ${version} of ${slug}`)
  }
  const fileName = `${viewer.code}-${plan.slug}-versie-${document.version}.pdf`
  return { document, people: await peopleToAnonymise(viewer), fileName }
}

/** The same with the frame of the dossier's pages, for the preview. */
export async function pdfPreviewSource(
  viewer: DossierViewer,
  slug: string,
  version: number | null,
): Promise<PdfSource & { frame: DossierFrame }> {
  return { ...(await pdfSource(viewer, slug, version)), frame: await dossierFrame(viewer) }
}
