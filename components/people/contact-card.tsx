import { Eye, EyeOff } from 'lucide'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { type Description, DescriptionList } from '@/components/ui/description-list'
import { Icon } from '@/components/ui/icon'
import type { ContactView } from '@/lib/domain/people-views'

type ContactCardProps = {
  contact: ContactView
  name: string
  /** The page itself; the data come along only when asked for, and asking leaves a line in the trail. */
  href: string
  /** Links for the case director. */
  actions?: ReactNode
}

/** Address, phone and e-mail behind a button. Where there are none to see, only who may fill them in sees the card. */
export function ContactCard({ contact, name, href, actions }: ContactCardProps) {
  if (contact.state === 'absent' && !actions) {
    return null
  }
  return (
    <Card title="Contact" id="contact" actions={actions}>
      {contact.state === 'absent' && <p className="text-ink-soft">Er is nog geen adres of telefoonnummer ingevuld.</p>}
      {contact.state === 'closed' && (
        <div className="space-y-3">
          <p className="max-w-prose text-ink-soft">
            Het adres staat niet zomaar in beeld. Als u het opvraagt, is dat te zien bij “Wie keek mee”.
          </p>
          <LinkButton href={`${href}?contact=toon#contact`} scroll={false} icon={<Icon of={Eye} />}>
            <span className="min-w-0 wrap-anywhere">Toon adres en telefoon van {name}</span>
          </LinkButton>
        </div>
      )}
      {contact.state === 'open' && (
        <div className="space-y-3">
          <DescriptionList items={itemsOf(contact)} />
          <LinkButton href={`${href}#contact`} scroll={false} icon={<Icon of={EyeOff} />}>
            Verberg weer
          </LinkButton>
        </div>
      )}
    </Card>
  )
}

function itemsOf({ address, phone, email }: Extract<ContactView, { state: 'open' }>): Description[] {
  return [
    { term: 'Adres', description: <span className="break-words whitespace-pre-line">{address ?? '–'}</span> },
    { term: 'Telefoon', description: phone ? <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> : '–' },
    { term: 'E-mail', description: email ? <a href={`mailto:${email}`}>{email}</a> : '–' },
  ]
}
