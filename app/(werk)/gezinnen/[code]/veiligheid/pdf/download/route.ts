import { safetyPdfSource } from '@/lib/data/safety-pdf'
import { anonymiseSafety } from '@/lib/domain/anonymise/anonymise-safety'
import { decisionsSentWith, dossierDownload } from '@/lib/download'
import { renderSafetyPdf } from '@/lib/pdf/plan-pdf'

const download = dossierDownload({
  right: 'safety.download',
  subject: () => 'safety pdf',
  load: safetyPdfSource,
  make: async ({ document, people, fileName }, request) => ({
    name: fileName,
    type: 'application/pdf',
    bytes: await renderSafetyPdf(anonymiseSafety(document, people, await decisionsSentWith(request)).document),
  }),
})

export { download as GET, download as POST }
