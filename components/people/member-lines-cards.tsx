import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { ConfidantLine, ConsentLine, FamilyTie, LineOfTime } from '@/lib/domain/people-views'
import { ADULT_RELATIONS, CONTACT_ARRANGEMENTS, periodText } from '@/lib/domain/people-words'
import { formatDate } from '@/lib/domain/plain-date'
import { FileLink } from './file-link'

type CardFrame = { title: string; id: string; count: number; actions: ReactNode; children: ReactNode }

/** A card that is only there when there is something in it, or somebody who may put something in it. */
function PartCard({ title, id, count, actions, children }: CardFrame) {
  if (count === 0 && !actions) {
    return null
  }
  return (
    <Card title={title} id={id} actions={actions}>
      {count === 0 ? <p className="text-ink-soft">Nog niet ingevuld.</p> : <ul className="space-y-3">{children}</ul>}
    </Card>
  )
}

type TiesCardProps = { title: string; id: string; ties: readonly FamilyTie[]; code: string; actions: ReactNode }

/** Parents and carers of a child, or the children of an adult: authority and contact. */
export function TiesCard({ title, id, ties, code, actions }: TiesCardProps) {
  return (
    <PartCard title={title} id={id} count={ties.length} actions={actions}>
      {ties.map(({ id: tieId, other, relation, hasAuthority, contact, contactNote }) => (
        <li key={tieId} className="space-y-1">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <TextLink href={`/gezinnen/${code}/gezinsleden/${other.id}`} className="font-semibold">
              {other.name}
            </TextLink>
            <Badge>{ADULT_RELATIONS[relation]}</Badge>
            {hasAuthority && <Badge tone="brand">gezag</Badge>}
          </p>
          {contact && <p className="text-ink-soft">{CONTACT_ARRANGEMENTS[contact]}</p>}
          {contactNote && <p className="max-w-prose break-words whitespace-pre-line">{contactNote}</p>}
        </li>
      ))}
    </PartCard>
  )
}

type LinesCardProps = { title: string; id: string; lines: readonly LineOfTime[]; actions: ReactNode }

/** What lasts from a day until a day: where somebody lives, a measure of the court. */
export function LinesCard({ title, id, lines, actions }: LinesCardProps) {
  return (
    <PartCard title={title} id={id} count={lines.length} actions={actions}>
      {lines.map((line) => (
        <li key={line.id}>
          <p className="font-semibold first-letter:uppercase">{line.title}</p>
          <p className="text-ink-soft">{periodText(line.fromOn, line.untilOn)}</p>
          {line.note && <p className="max-w-prose break-words whitespace-pre-line">{line.note}</p>}
        </li>
      ))}
    </PartCard>
  )
}

type ConfidantsCardProps = { confidants: readonly ConfidantLine[]; actions: ReactNode }

/** Whom this member trusts, or why there is nobody. */
export function ConfidantsCard({ confidants, actions }: ConfidantsCardProps) {
  return (
    <PartCard title="Vertrouwenspersoon" id="vertrouwenspersoon" count={confidants.length} actions={actions}>
      {confidants.map(({ id, name, isNetwork, reason }) => (
        <li key={id}>
          {name ? (
            <p>
              <span className="font-semibold">{name}</span>{' '}
              <span className="text-ink-soft">{isNetwork ? 'uit het netwerk' : 'uit het gezin'}</span>
            </p>
          ) : (
            <p className="max-w-prose break-words whitespace-pre-line">Er is niemand. {reason}</p>
          )}
        </li>
      ))}
    </PartCard>
  )
}

type ConsentsCardProps = { consents: readonly ConsentLine[]; code: string; actions: ReactNode }

/** How it stands with consent, newest first. */
export function ConsentsCard({ consents, code, actions }: ConsentsCardProps) {
  return (
    <PartCard title="Toestemming" id="toestemming" count={consents.length} actions={actions}>
      {consents.map(({ id, state, decidedOn, scope, document }) => (
        <li key={id}>
          <p className="flex flex-wrap items-center gap-3">
            <Badge tone={state === 'getekend' ? 'success' : 'neutral'}>{state}</Badge>
            <span className="text-ink-soft">{formatDate(decidedOn)}</span>
          </p>
          <p className="max-w-prose break-words whitespace-pre-line">{scope}</p>
          {document && <FileLink code={code} document={document} />}
        </li>
      ))}
    </PartCard>
  )
}
