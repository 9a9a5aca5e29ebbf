import { documentFile } from '@/lib/data/documents'
import { idInAddress } from '@/lib/domain/form-values'
import { dossierDownload } from '@/lib/download'

/** The file of a document, to save. */
export const GET = dossierDownload({
  right: 'documents.read',
  subject: ({ id }: { code: string; id: string }) => `document ${idInAddress(id)} file`,
  load: (viewer, { id }) => documentFile(viewer, id),
  make: async (file) => file,
})
