import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { FormText } from '@/components/forms/form-fields'
import { PageMain } from '@/components/shell/page-main'
import { WorkPage } from '@/components/shell/work-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { ownRegions } from '@/lib/data/region'
import { platformFrame } from '@/lib/platform-gate'
import { onPlatform } from '@/lib/viewer'
import { find } from '../actions'
import { RegisterForm } from './register-form'

export const metadata: Metadata = { title: 'Gezin aanmelden' }

export default async function RegisterFamilyPage() {
  const { frame, regions } = await onPlatform(
    'region.register',
    async (viewer) => ({ frame: platformFrame(viewer), regions: await ownRegions(viewer) }),
    { path: '/regio/nieuw' },
  )
  return (
    <WorkPage {...frame} current="families">
      <PageMain>
        <PageHeader
          above={<Breadcrumb items={[{ href: '/gezinnen', label: 'Mijn gezinnen' }]} current="Aanmelden" />}
          title="Gezin aanmelden"
          lead="U legt vast wat de overlegtafel weet. De casusregisseur vult het dossier verder in; dat leest u niet."
        />
        <div className="space-y-6">
          <Card title="Kijk eerst of het gezin er al is" id="zoeken">
            <ActionForm action={find} label="Gezin zoeken" className="space-y-4">
              <FormText
                name="text"
                label="Code of achternaam"
                hint="U ziet alleen of er in uw regio al een dossier is."
                width="medium"
                autoComplete="off"
              />
              <SubmitButton variant="secondary">Zoek</SubmitButton>
            </ActionForm>
          </Card>
          <RegisterForm regions={regions} />
        </div>
      </PageMain>
    </WorkPage>
  )
}
