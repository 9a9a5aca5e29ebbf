import { seal, unseal } from '@/lib/crypto'
import type { DossierViewer } from '@/lib/gate'
import { dossierKey } from './dossier-key'

/**
 * Keeps the content of a document's file, sealed under the dossier's key and bound to the document; null takes it away.
 * With `fetchContent` the only place that knows where files lie: in the row of the document.
 */
export async function storeContent(
  viewer: DossierViewer,
  documentId: string,
  content: Uint8Array | null,
): Promise<void> {
  const sealed = content && new Uint8Array(seal(dossierKey(viewer), content, placeOf(documentId)))
  const where = { familyId_id: { familyId: viewer.familyId, id: documentId } }
  await viewer.tx.document.update({ where, data: { sealed }, select: { id: true } })
}

/** The content of a document's file; null where there is none, or none for this viewer. Throws where it was tampered with. */
export async function fetchContent(viewer: DossierViewer, documentId: string): Promise<Buffer | null> {
  const where = { familyId_id: { familyId: viewer.familyId, id: documentId } }
  const row = await viewer.tx.document.findUnique({ where, select: { sealed: true } })
  return row?.sealed ? unseal(dossierKey(viewer), row.sealed, placeOf(documentId)) : null
}

function placeOf(documentId: string): string {
  return `document:${documentId}`
}
