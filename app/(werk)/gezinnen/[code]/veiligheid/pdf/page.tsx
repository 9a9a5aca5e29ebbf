import type { Metadata } from 'next'
import { PreviewForm } from '@/components/anonymous/preview-form'
import { DossierPage } from '@/components/dossier/dossier-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { safetyPdfSource } from '@/lib/data/safety-pdf'
import { anonymiseSafety } from '@/lib/domain/anonymise/anonymise-safety'
import { previewOf } from '@/lib/domain/pdf-preview'
import { missingGlyphsOfSafety } from '@/lib/pdf/plan-pdf'
import { inDossier } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Veiligheid downloaden' }

export default async function SafetyPdfPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const here = `/gezinnen/${code}/veiligheid`
  const { frame, document, people } = await inDossier(code, 'safety.download', safetyPdfSource, {
    path: `${here}/pdf`,
    subject: 'safety pdf preview',
  })
  const anonymous = anonymiseSafety(document, people)
  return (
    <DossierPage frame={frame} current="safety">
      <PageHeader
        above={<Breadcrumb items={[{ href: here, label: 'Veiligheid' }]} current="Downloaden" />}
        title="Zonder namen downloaden"
        lead="Alle cijfers van het traject, met waarom en wat er nodig is voor één punt meer. Elke naam wordt vervangen door voorletters. Adressen, geboortedatums, telefoonnummers en e-mailadressen vallen weg. Signalen en metingen staan er niet in. Kijk de tekst na voordat u het bestand meeneemt."
      />
      <PreviewForm
        action={`${here}/pdf/download`}
        preview={previewOf(document, anonymous.replacements)}
        missing={await missingGlyphsOfSafety(anonymous.document)}
      />
    </DossierPage>
  )
}
