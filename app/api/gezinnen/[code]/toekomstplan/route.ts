import { posterToPrint } from '@/lib/data/poster'
import { dossierDownload } from '@/lib/download'
import { renderPosterPdf } from '@/lib/pdf/plan-pdf'

/** The future plan for the wall. The file's name tells nothing: it lies among other files of whoever prints it. */
export const GET = dossierDownload({
  right: 'poster.make',
  subject: (_params: { code: string }) => 'poster',
  load: (viewer) => posterToPrint(viewer),
  make: async (poster) => ({
    name: 'ons-plan.pdf',
    type: 'application/pdf',
    bytes: await renderPosterPdf(poster),
  }),
})
