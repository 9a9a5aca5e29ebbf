import type { Metadata } from 'next'
import { PreparationSheet } from '@/components/answers/preparation-sheet'
import { DossierPage } from '@/components/dossier/dossier-page'
import { preparationForms } from '@/components/meeting/preparation-forms'
import { answerFrame } from '@/components/shields/answer-frame'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { preparationAsked } from '@/lib/data/preparation-page'
import { meetingTitle } from '@/lib/domain/plan-state'
import { inDossierPlainly } from '@/lib/viewer'
import { undo } from '../../../team/actions'

export const metadata: Metadata = { title: 'Voorbereiding' }

type PreparationPageProps = {
  params: Promise<{ code: string; plan: string }>
  searchParams: Promise<{ per?: string }>
}

export default async function PreparationPage({ params, searchParams }: PreparationPageProps) {
  const { code, plan: slug } = await params
  const { per } = await searchParams
  const plans = `/gezinnen/${code}/plannen`
  const path = `${plans}/${slug}/voorbereiding`
  const { frame, plan, sections, mayWrite, rows, marks } = await inDossierPlainly(
    code,
    'preparation.read',
    preparationAsked(slug),
    { path, subject: `preparation ${slug}` },
  )
  const title = meetingTitle(plan.kind, plan.ordinal)
  return (
    <DossierPage frame={frame} current="plans">
      <PageHeader
        above={<Breadcrumb items={[{ href: plans, label: 'Plannen' }]} current={`Voorbereiding ${title}`} />}
        title={`Voorbereiding van ${title}`}
        lead={
          mayWrite
            ? 'Schrijf op wat ieder zelf zegt. Wat u typt, wordt vanzelf bewaard. Bij een keuze kunt u ook 1 of 2 typen; dan gaat u vanzelf verder.'
            : plan.agenda.question
        }
      />
      {plan.kind === 'gips3' && plan.subjects.length === 0 && mayWrite && (
        <Notice title="Kies eerst over wie dit overleg gaat">
          <p>
            De vragen per kind en per ouder komen erbij zodra u{' '}
            <TextLink href={`${plans}/${slug}#over-wie`}>kiest voor wie</TextLink> dit overleg een herstelplan maakt.
          </p>
        </Notice>
      )}
      <PreparationSheet
        sections={sections}
        view={per === 'persoon' ? 'person' : 'question'}
        path={path}
        address={`/api${plans}/${slug}/antwoorden`}
        mayWrite={mayWrite}
        risks={rows.risks}
        forms={preparationForms({ code, slug, sections, mayWrite, ...rows })}
        frame={marks ? answerFrame({ code, marks, lift: undo }) : undefined}
      />
    </DossierPage>
  )
}
