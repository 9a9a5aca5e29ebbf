import type { Metadata } from 'next'
import { AskingForm } from '@/components/assessment/asking-form'
import { DossierPage } from '@/components/dossier/dossier-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { askingAboutSignal } from '@/lib/data/signal-takeover'
import { idInAddress } from '@/lib/domain/form-values'
import { inDossier } from '@/lib/viewer'
import { askAssessment } from '../actions'

export const metadata: Metadata = { title: 'Vraag een extra inschatting' }

export default async function AskAboutSignalPage({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { code, id } = await params
  const here = `/gezinnen/${code}/signalen/${id}`
  const { frame, signal, assessmentId, ...form } = await inDossier(
    code,
    'signal.takeOver',
    (viewer) => askingAboutSignal(viewer, id),
    { path: `${here}/inschatting`, subject: `signal ${idInAddress(id)}` },
  )
  const name = `Signaal ${signal.code}`
  return (
    <DossierPage frame={frame} current="safety">
      <PageHeader
        above={
          <Breadcrumb
            items={[
              { href: `/gezinnen/${code}/signalen`, label: 'Signalen' },
              { href: here, label: name },
            ]}
            current="Extra inschatting"
          />
        }
        title="Vraag een extra inschatting"
        lead="Wie u vraagt, krijgt meteen een e-mail met een link. Daarin staat niets over het gezin."
      />
      <AskingForm {...form} action={askAssessment} hidden={{ dossier: code, assessmentId, signalId: signal.id }}>
        <p className="max-w-prose">
          Dit is vanwege <TextLink href={here}>signaal {signal.code}</TextLink>. De vraag wordt daaraan gekoppeld. Wie u
          vraagt, leest het signaal daarmee niet.
        </p>
      </AskingForm>
    </DossierPage>
  )
}
