import { ActionForm } from '@/components/forms/action-form'
import { Card } from '@/components/ui/card'
import { type Description, DescriptionList } from '@/components/ui/description-list'
import { SubmitButton } from '@/components/ui/submit-button'
import type { AccountView, InvitationView } from '@/lib/domain/account-views'
import { invitationText } from '@/lib/domain/account-words'
import { formatDate } from '@/lib/domain/plain-date'
import { endSessions, sendInvitation, sendReset } from '../actions'

/** How to reach this account and how it stands with logging in; with what an administrator can set going by mail. */
export function AccountCard({ account }: { account: AccountView }) {
  const { id, state, isFamily, openSessions } = account
  const hidden = { personId: id }
  return (
    <Card title="Account" id="account">
      <DescriptionList items={itemsOf(account)} />
      <div className="mt-4 space-y-4">
        {state === 'invited' && !isFamily && (
          <ActionForm action={sendInvitation} hidden={hidden} className="space-y-3" label="Uitnodiging">
            <SubmitButton variant="secondary">Stuur de uitnodiging opnieuw</SubmitButton>
          </ActionForm>
        )}
        {(state === 'active' || state === 'withoutFactor') && (
          <ActionForm action={sendReset} hidden={hidden} className="space-y-3" label="Wachtwoord">
            <SubmitButton variant="secondary">Stuur een link voor een nieuw wachtwoord</SubmitButton>
          </ActionForm>
        )}
        {openSessions > 0 && (
          <ActionForm action={endSessions} hidden={hidden} className="space-y-3" label="Sessies">
            <SubmitButton variant="secondary">Beëindig alle sessies</SubmitButton>
          </ActionForm>
        )}
      </div>
    </Card>
  )
}

function itemsOf(account: AccountView): Description[] {
  const { email, profession, organisation, lastLogin, openSessions, invitation, createdOn, state } = account
  const known: [string, Description['description']][] = [
    [
      'E-mail',
      <span key="email" className="break-all">
        {email}
      </span>,
    ],
    ['Beroep', profession],
    ['Organisatie', organisation],
    ['Gemaakt op', formatDate(createdOn)],
    ['Uitnodiging', invitation && <Invitation invitation={invitation} />],
    ['Laatst ingelogd', lastLogin ?? (state === 'invited' ? null : 'nog nooit')],
    ['Open sessies', openSessions > 0 ? String(openSessions) : state === 'active' && 'geen'],
  ]
  return known.filter(([, description]) => description).map(([term, description]) => ({ term, description }))
}

function Invitation({ invitation: { state, sentOn, worksUntil } }: { invitation: InvitationView }) {
  return (
    <>
      {invitationText(state)}
      <span className="block text-ink-soft">
        Verstuurd op {formatDate(sentOn)}
        {state !== 'over' && worksUntil && `, werkt tot ${formatDate(worksUntil)}`}
      </span>
    </>
  )
}
