import type { NextRequest } from 'next/server'
import { pdfSource } from '@/lib/data/plan-pdf'
import { anonymiseDocument } from '@/lib/domain/anonymise/anonymise-document'
import { decisionsIn, versionIn } from '@/lib/domain/pdf-decisions'
import { dossierDownload } from '@/lib/download'
import { renderPlanPdf } from '@/lib/pdf/plan-pdf'

const download = dossierDownload({
  right: 'plan.download',
  subject: ({ plan }: { code: string; plan: string }) => `${plan} pdf`,
  load: (viewer, { plan }, request) => pdfSource(viewer, plan, versionIn(request.nextUrl.searchParams.get('versie'))),
  make: async ({ document, people, fileName }, request) => ({
    name: fileName,
    type: 'application/pdf',
    bytes: await renderPlanPdf(anonymiseDocument(document, people, await decisionsOf(request)).document),
  }),
})

/** The doubts as the rules decide them, or as somebody decided in the preview. */
async function decisionsOf(request: NextRequest) {
  return request.method === 'POST' ? decisionsIn(await request.formData()) : {}
}

export { download as GET, download as POST }
