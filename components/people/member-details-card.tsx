import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { type Description, DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import type { MemberView } from '@/lib/domain/people-views'
import { channelWord } from '@/lib/domain/people-words'
import { formatDate } from '@/lib/domain/plain-date'

type MemberDetailsCardProps = { member: MemberView; actions?: ReactNode }

/** Birth date, interpreter, safe channel, justice: absent for who may not read them. */
export function MemberDetailsCard({ member, actions }: MemberDetailsCardProps) {
  const items = itemsOf(member)
  return (
    <Card title="Gegevens" id="gegevens" actions={actions}>
      <DescriptionList items={items} />
      {actions && !member.details?.safeChannel && (
        <div className="mt-4">
          <Notice tone="warning">
            <p>
              Er is nog geen veilige weg afgesproken om iets te sturen. Tot die tijd krijgt {member.firstNames} niets.
            </p>
          </Notice>
        </div>
      )}
    </Card>
  )
}

function itemsOf({ initials, details, movedOutOn, deceasedOn }: MemberView): Description[] {
  const known: [string, ReactNode][] = [
    ['Voorletters', initials],
    ['Geboren op', details?.birthDate && formatDate(details.birthDate)],
    ['Uitgerekend op', details?.dueDate && formatDate(details.dueDate)],
    ['Tolk nodig', details?.interpreter],
    ['Veilige weg', details?.safeChannel && channelWord(details.safeChannel)],
    ['Politie en justitie', details?.justiceInvolvement && <Typed>{details.justiceInvolvement}</Typed>],
    ['Uit het gezin sinds', movedOutOn && formatDate(movedOutOn)],
    ['Overleden op', deceasedOn && formatDate(deceasedOn)],
  ]
  return known.filter(([, description]) => description).map(([term, description]) => ({ term, description }))
}

function Typed({ children }: { children: string }) {
  return <span className="break-words whitespace-pre-line">{children}</span>
}
