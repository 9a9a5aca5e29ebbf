import type { Metadata } from 'next'
import { AdministrationPage } from '@/components/administration/administration-page'
import { ActionForm } from '@/components/forms/action-form'
import { FormSelect, FormText } from '@/components/forms/form-fields'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { organisation } from '@/lib/data/organisations'
import { idInAddress } from '@/lib/domain/form-values'
import { choices, SECTORS } from '@/lib/domain/people-words'
import { platformFrame } from '@/lib/platform-gate'
import { onPlatform } from '@/lib/viewer'
import { saveOrganisation } from '../actions'

export const metadata: Metadata = { title: 'Organisatie' }

/** One organisation; "nieuw" in its place is one that is not there yet. */
export default async function OrganisationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const path = '/beheer/organisaties'
  const { frame, known } = await onPlatform(
    'organisations.manage',
    async (viewer) => ({
      known: id === 'nieuw' ? null : await organisation(viewer, id),
      frame: platformFrame(viewer),
    }),
    { path: `${path}/${id}`, subject: id === 'nieuw' ? 'organisation new' : `organisation ${idInAddress(id)}` },
  )
  const title = known?.name ?? 'Organisatie toevoegen'
  return (
    <AdministrationPage frame={frame} current="organisations">
      <PageHeader
        above={<Breadcrumb items={[{ href: path, label: 'Organisaties' }]} current={title} />}
        title={title}
      />
      <ActionForm action={saveOrganisation} hidden={{ id: known?.id ?? '' }} label={title}>
        <FormText name="name" label="Naam" autoComplete="off" defaultValue={known?.name ?? ''} />
        <FormSelect
          name="sector"
          label="Sector"
          placeholder="Kies een sector"
          options={choices(SECTORS)}
          defaultValue={known?.sector ?? ''}
        />
        <FormText
          name="place"
          label="Plaats"
          optional
          autoComplete="off"
          width="medium"
          defaultValue={known?.place ?? ''}
        />
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
    </AdministrationPage>
  )
}
