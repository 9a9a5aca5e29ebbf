import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { AnswerBadge } from '@/components/meeting/answer-badge'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHeader } from '@/components/ui/page-header'
import { ownInvitation } from '@/lib/data/meeting-invitations'
import { inDossier } from '@/lib/viewer'
import { AnswerForm } from './answer-form'

export const metadata: Metadata = { title: 'Uitnodiging' }

type InvitationPageProps = { params: Promise<{ code: string; plan: string }> }

export default async function InvitationPage({ params }: InvitationPageProps) {
  const { code, plan: slug } = await params
  const plans = `/gezinnen/${code}/plannen`
  const invitation = await inDossier(code, 'invitation.answer', (viewer) => ownInvitation(viewer, slug), {
    path: `${plans}/${slug}/uitnodiging`,
    subject: `invitation ${slug}`,
  })
  const { frame, plan, sequence, when, place, answer } = invitation
  return (
    <DossierPage frame={frame} current="plans" width="prose">
      <PageHeader
        above={<Breadcrumb items={[{ href: plans, label: 'Plannen' }]} current={`Uitnodiging voor ${plan.title}`} />}
        title={`Uitnodiging voor ${plan.title}`}
        lead="U bent uitgenodigd voor dit overleg. Komt u?"
      />
      <div className="space-y-6">
        <Card title="Het overleg" id="overleg">
          <DescriptionList
            items={[
              { term: 'Wanneer', description: when },
              { term: 'Waar', description: place },
              { term: 'Uw antwoord', description: <AnswerBadge answer={answer} isOwn /> },
            ]}
          />
        </Card>
        <Card title="Komt u?" id="antwoord">
          <AnswerForm hidden={{ dossier: code, plan: plan.slug, sequence: String(sequence) }} invitation={invitation} />
        </Card>
      </div>
    </DossierPage>
  )
}
