import { pdfSource } from '@/lib/data/plan-pdf'
import { anonymiseDocument } from '@/lib/domain/anonymise/anonymise-document'
import { versionIn } from '@/lib/domain/pdf-decisions'
import { decisionsSentWith, dossierDownload } from '@/lib/download'
import { renderPlanPdf } from '@/lib/pdf/plan-pdf'

const download = dossierDownload({
  right: 'plan.download',
  subject: ({ plan }: { code: string; plan: string }) => `${plan} pdf`,
  load: (viewer, { plan }, request) => pdfSource(viewer, plan, versionIn(request.nextUrl.searchParams.get('versie'))),
  make: async ({ document, people, fileName }, request) => ({
    name: fileName,
    type: 'application/pdf',
    bytes: await renderPlanPdf(anonymiseDocument(document, people, await decisionsSentWith(request)).document),
  }),
})

export { download as GET, download as POST }
