import { ActionForm } from '@/components/forms/action-form'
import { FormSelect } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { AccountView, RegionInList } from '@/lib/domain/account-views'
import { platformRoleText } from '@/lib/domain/account-words'
import { formatDate } from '@/lib/domain/plain-date'
import { endAccountRole, giveAccountRole } from '../actions'

type RolesCardProps = { account: AccountView; regions: readonly RegionInList[] }

/** What this person is outside any dossier. */
export function RolesCard({ account: { id, roles, state, isSelf }, regions }: RolesCardProps) {
  const options = [
    { value: 'administrator', label: 'Beheerder' },
    ...regions.map((region) => ({ value: `regionCoordinator:${region.id}`, label: `Regiocoördinator ${region.name}` })),
    { value: 'institute', label: 'GIPS-instituut' },
  ]
  return (
    <Card title="Rollen" id="rollen">
      {roles.length === 0 && <p className="text-ink-soft">Geen rol buiten de dossiers.</p>}
      <ul className="divide-y divide-line">
        {roles.map((role) => (
          <li key={role.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
            <span className="min-w-0">
              <span className="block font-semibold first-letter:uppercase">{platformRoleText(role)}</span>
              <span className="block text-ink-soft">sinds {formatDate(role.since)}</span>
            </span>
            <ActionForm action={endAccountRole} hidden={{ roleId: role.id }} className="space-y-2">
              <SubmitButton variant="secondary">
                Beëindig<VisuallyHidden> de rol {platformRoleText(role)}</VisuallyHidden>
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
      {isSelf && <p className="mt-4 text-ink-soft">Een rol voor uzelf geeft een andere beheerder.</p>}
      {state !== 'closed' && !isSelf && (
        <div className="mt-4">
          <ActionForm action={giveAccountRole} hidden={{ personId: id }} className="space-y-4" label="Rol geven">
            <FormSelect name="role" label="Geef een rol" placeholder="Kies een rol" options={options} defaultValue="" />
            <SubmitButton variant="secondary">Geef deze rol</SubmitButton>
          </ActionForm>
        </div>
      )}
    </Card>
  )
}
