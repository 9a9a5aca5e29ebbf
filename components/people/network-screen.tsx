import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { NetworkInList, NetworkPersonView } from '@/lib/domain/people-views'
import { inWords } from '@/lib/domain/people-words'
import { formatDate } from '@/lib/domain/plain-date'

type NetworkScreenProps = { people: readonly NetworkInList[]; base: string }

/** The people whom the family finds supportive, as cards. */
export function NetworkScreen({ people, base }: NetworkScreenProps) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {people.map((person) => (
        <li key={person.id} className="card space-y-2 rounded-lg border border-line bg-surface p-4 sm:p-5">
          <p className="text-lg font-semibold break-words">
            <TextLink href={`${base}/${person.id}`}>{person.name}</TextLink>
          </p>
          <NetworkLines person={person} />
        </li>
      ))}
    </ul>
  )
}

/** What somebody of the network is to the family, and what they offered. */
export function NetworkPersonCard({ person, actions }: { person: NetworkPersonView; actions?: ReactNode }) {
  return (
    <Card title="Wie is dit?" id="wie" actions={actions}>
      <div className="space-y-2">
        <NetworkLines person={person} />
      </div>
    </Card>
  )
}

function NetworkLines({ person }: { person: NetworkInList }) {
  const { relation, relatedTo, offeredHelp, confidantFor, endedOn } = person
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 break-words">
        <span>
          {relation}
          {relatedTo && <span className="text-ink-soft"> · hoort bij {relatedTo}</span>}
        </span>
        {endedOn && <Badge>tot {formatDate(endedOn)}</Badge>}
      </p>
      {confidantFor.length > 0 && (
        <p>
          <Badge tone="brand">vertrouwenspersoon van {inWords(confidantFor)}</Badge>
        </p>
      )}
      {offeredHelp && (
        <p className="max-w-prose break-words whitespace-pre-line">
          <span className="text-ink-soft">Wil helpen met: </span>
          {offeredHelp}
        </p>
      )}
    </>
  )
}
