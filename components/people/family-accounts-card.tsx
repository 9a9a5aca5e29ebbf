import { ActionForm } from '@/components/forms/action-form'
import { EditLink } from '@/components/people/edit-link'
import { InvitationBadge } from '@/components/people/invitation-badge'
import { ShieldedList } from '@/components/shields/shielded-list'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { FormAction } from '@/lib/action-state'
import type { OpenInvitation } from '@/lib/domain/account-views'
import type { FamilyAccountLine } from '@/lib/domain/people-views'
import { formatDate } from '@/lib/domain/plain-date'
import type { ShieldLine } from '@/lib/domain/shield-views'

type FamilyAccessProps = {
  accounts: readonly FamilyAccountLine[]
  lines: readonly ShieldLine[]
  code: string
  lift: FormAction
  /** Who still has to set up the account. */
  invitations: readonly OpenInvitation[]
}

/** For the case director: who of the family may look in, and what is hidden from whom. */
export function FamilyAccess({ accounts, lines, code, lift, invitations }: FamilyAccessProps) {
  return (
    <div className="mt-12 space-y-6">
      <Card title="Toegang van het gezin" id="toegang">
        {accounts.length === 0 && (
          <p className="text-ink-soft">
            Niemand van het gezin heeft een account in dit dossier. U geeft toegang op de bladzijde van een gezinslid.
          </p>
        )}
        <ul className="space-y-4">
          {accounts.map((account) => (
            <li key={account.personId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
              <AccountText
                account={account}
                invitation={invitations.find(({ personId }) => personId === account.personId)}
              />
              <span className="flex flex-wrap items-center gap-x-4">
                {account.suspendedBy ? (
                  <ActionForm
                    action={lift}
                    hidden={{ dossier: code, kind: 'shield', id: account.suspendedBy.shieldId }}
                    className="space-y-2"
                  >
                    <SubmitButton variant="secondary">
                      Open het dossier weer
                      <VisuallyHidden> voor {account.name}</VisuallyHidden>
                    </SubmitButton>
                  </ActionForm>
                ) : (
                  <EditLink
                    href={`/gezinnen/${code}/team/afschermen?soort=dossier&account=${account.personId}`}
                    what={`voor ${account.name}`}
                  >
                    Sluit het dossier tijdelijk
                  </EditLink>
                )}
                <EditLink
                  href={`/gezinnen/${code}/gezinsleden/${account.memberId}/toegang`}
                  what={`van ${account.name}`}
                >
                  Toegang wijzigen
                </EditLink>
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title="Wat is er afgeschermd of geopend?" id="afgeschermd">
        <ShieldedList lines={lines} code={code} lift={lift} />
      </Card>
    </div>
  )
}

type AccountTextProps = { account: FamilyAccountLine; invitation: OpenInvitation | undefined }

function AccountText({ account: { name, memberName, role, since, suspendedBy }, invitation }: AccountTextProps) {
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold break-words">{name}</span>
        <Badge>{role}</Badge>
        {suspendedBy && <Badge tone="warning">dossier gesloten</Badge>}
        {invitation && <InvitationBadge state={invitation.state} />}
      </p>
      <p className="text-ink-soft break-words">
        {suspendedBy
          ? `Sinds ${formatDate(suspendedBy.since)}. ${suspendedBy.reason}`
          : `Is ${memberName}, heeft toegang sinds ${formatDate(since)}`}
      </p>
    </div>
  )
}
