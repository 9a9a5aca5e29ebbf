import { professionalPhoto } from '@/lib/data/professional-photos'
import { idInAddress } from '@/lib/domain/form-values'
import { dossierDownload } from '@/lib/download'

/** The photo of a professional, small and square, in a dossier in which they work now. */
export const GET = dossierDownload({
  right: 'team.read',
  subject: ({ id }: { code: string; id: string }) => `team ${idInAddress(id)} photo`,
  load: (viewer, { id }) => professionalPhoto(viewer, id),
  make: async (photo) => photo,
})
