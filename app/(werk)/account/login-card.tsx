import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { TextLink } from '@/components/ui/text-link'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { OwnAccountView } from '@/lib/domain/account-views'

/** What one logs in with, each with the way to change it. */
export function LoginCard({ account: { email, recoveryCodes } }: { account: OwnAccountView }) {
  return (
    <Card title="Inloggen" id="inloggen">
      <DescriptionList
        items={[
          { term: 'E-mail', description: <span className="break-all">{email}</span> },
          {
            term: 'Wachtwoord',
            description: 'Alleen u kent het',
            action: (
              <TextLink href="/account/wachtwoord">
                Wijzig<VisuallyHidden> het wachtwoord</VisuallyHidden>
              </TextLink>
            ),
          },
          {
            term: 'Herstelcodes',
            description: leftText(recoveryCodes),
            action: (
              <TextLink href="/account/herstelcodes">
                Maak nieuwe<VisuallyHidden> herstelcodes</VisuallyHidden>
              </TextLink>
            ),
          },
        ]}
      />
      <p className="mt-4 max-w-prose text-ink-soft">
        Nieuwe telefoon? Zet de app eerst over. Telefoon én herstelcodes kwijt? Bel uw beheerder.
      </p>
    </Card>
  )
}

function leftText(left: number): string {
  if (left === 0) {
    return 'U hebt er geen meer'
  }
  return left === 1 ? 'U hebt er nog één' : `U hebt er nog ${left}`
}
