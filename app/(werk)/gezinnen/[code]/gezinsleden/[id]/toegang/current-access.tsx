import { ActionForm } from '@/components/forms/action-form'
import { FormTextArea } from '@/components/forms/form-fields'
import { InvitationCard } from '@/components/people/invitation-card'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'
import type { AccessDesk } from '@/lib/data/family-access'
import { formatDate } from '@/lib/domain/plain-date'
import { inviteAgain } from '../../../team/actions'
import { end } from './actions'

type CurrentAccessProps = { desk: AccessDesk; code: string }

/** For who has an account here: since when, how it stands with the invitation, and how to suspend or end it. */
export function CurrentAccess({ desk, code }: CurrentAccessProps) {
  const { access, invitation, firstName, memberId } = desk
  if (!access) {
    return null
  }
  return (
    <div className="space-y-6">
      {invitation && <InvitationCard invitation={invitation} name={firstName} code={code} again={inviteAgain} />}
      <Card title="Heeft toegang" id="toegang">
        <p className="flex flex-wrap items-center gap-2">
          <Badge>{access.role}</Badge>
          {access.suspendedBy && <Badge tone="warning">dossier gesloten</Badge>}
        </p>
        <div className="mt-3 max-w-prose space-y-2">
          <p>Sinds {formatDate(access.since)}.</p>
          {access.agreedOn && <p>De ouders vonden dit goed op {formatDate(access.agreedOn)}.</p>}
          {access.overruledReason && (
            <p className="break-words">Zonder akkoord van de ouders, omdat: {access.overruledReason}</p>
          )}
          <p>
            <TextLink href={`/gezinnen/${code}/team/afschermen?soort=dossier&account=${access.personId}`}>
              {access.suspendedBy ? 'Open het dossier weer' : 'Sluit het dossier tijdelijk'}
            </TextLink>
          </p>
        </div>
      </Card>
      <Card title="Toegang beëindigen" id="beeindigen">
        <ActionForm action={end} hidden={{ dossier: code, memberId }} label="Toegang beëindigen" className="space-y-4">
          <p className="max-w-prose">
            {firstName} ziet dan meteen niets meer van dit dossier, ook niet op een bladzijde die openstaat.
          </p>
          <FormTextArea name="endReason" label="Waarom stopt de toegang?" rows={3} />
          <SubmitButton variant="danger">Beëindig nu</SubmitButton>
        </ActionForm>
      </Card>
    </div>
  )
}
