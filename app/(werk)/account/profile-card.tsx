import { OrganisationFields } from '@/components/administration/organisation-fields'
import { ActionForm } from '@/components/forms/action-form'
import { FormText } from '@/components/forms/form-fields'
import { Avatar } from '@/components/ui/avatar'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'
import type { OwnAccountView } from '@/lib/domain/account-views'
import { saveProfile } from './actions'

type ProfileCardProps = { account: OwnAccountView; names: readonly string[]; photo: string | null }

/** Who one is for colleagues and families; of a family member it stands in the dossier. */
export function ProfileCard({ account, names, photo }: ProfileCardProps) {
  const { name, phone, profession, organisation, isFamily } = account
  if (isFamily) {
    return (
      <Card title="Uw gegevens" id="gegevens">
        <p className="text-lg font-semibold break-words">{name}</p>
        <p className="mt-2 max-w-prose">
          Klopt uw naam of uw e-mailadres niet? Zeg het tegen de casusregisseur. Die kan het aanpassen.
        </p>
      </Card>
    )
  }
  return (
    <Card title="Uw gegevens" id="gegevens">
      <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        <Avatar name={name} src={photo} size="large" />
        <TextLink href="/account/foto">{photo ? 'Foto wijzigen' : 'Foto toevoegen'}</TextLink>
      </div>
      <ActionForm action={saveProfile} className="space-y-4" label="Uw gegevens">
        <p className="max-w-prose text-ink-soft">Dit zien collega’s en gezinnen in de dossiers waarin u werkt.</p>
        <FormText name="name" label="Naam" autoComplete="name" defaultValue={name} />
        <FormText
          name="phone"
          label="Telefoon"
          optional
          width="medium"
          autoComplete="tel"
          inputMode="tel"
          defaultValue={phone ?? ''}
        />
        <FormText
          name="profession"
          label="Beroep"
          optional
          autoComplete="organization-title"
          defaultValue={profession ?? ''}
        />
        <OrganisationFields names={names} organisation={organisation} mayBeNew={false} />
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
    </Card>
  )
}
