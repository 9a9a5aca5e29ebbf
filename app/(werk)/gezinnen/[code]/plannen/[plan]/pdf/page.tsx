import type { Metadata } from 'next'
import { PreviewForm } from '@/components/anonymous/preview-form'
import { DossierPage } from '@/components/dossier/dossier-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { pdfPreviewSource } from '@/lib/data/plan-pdf'
import { anonymiseDocument } from '@/lib/domain/anonymise/anonymise-document'
import { versionIn } from '@/lib/domain/pdf-decisions'
import { previewOf } from '@/lib/domain/pdf-preview'
import { missingGlyphs } from '@/lib/pdf/plan-pdf'
import { inDossier } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Plan downloaden' }

type PdfPageProps = { params: Promise<{ code: string; plan: string }>; searchParams: Promise<{ versie?: string }> }

export default async function PdfPage({ params, searchParams }: PdfPageProps) {
  const { code, plan: slug } = await params
  const version = versionIn((await searchParams).versie)
  const here = `/gezinnen/${code}/plannen/${slug}`
  const { frame, document, people } = await inDossier(
    code,
    'plan.read',
    (viewer) => pdfPreviewSource(viewer, slug, version),
    { path: `${here}/pdf`, subject: `${slug} pdf preview` },
  )
  const anonymous = anonymiseDocument(document, people)
  return (
    <DossierPage frame={frame} current="plans">
      <PageHeader
        above={<Breadcrumb items={[{ href: here, label: document.title }]} current="Downloaden" />}
        title="Zonder namen downloaden"
        lead="Elke naam wordt vervangen door voorletters. Adressen, geboortedatums, telefoonnummers en e-mailadressen vallen weg. Kijk de tekst na voordat u het bestand meeneemt."
      />
      <PreviewForm
        action={`${here}/pdf/download${version === null ? '' : `?versie=${version}`}`}
        preview={previewOf(document, anonymous.replacements)}
        missing={await missingGlyphs(anonymous.document)}
      />
    </DossierPage>
  )
}
