import { memberPhoto } from '@/lib/data/member-photos'
import { idInAddress } from '@/lib/domain/form-values'
import { dossierDownload } from '@/lib/download'

/** The photo of a family member, small and square. */
export const GET = dossierDownload({
  right: 'members.read',
  subject: ({ id }: { code: string; id: string }) => `member ${idInAddress(id)} photo`,
  load: (viewer, { id }) => memberPhoto(viewer, id),
  make: async (photo) => photo,
})
