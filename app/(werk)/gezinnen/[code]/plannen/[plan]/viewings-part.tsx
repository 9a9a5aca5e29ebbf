import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { DirectorDeskView } from '@/lib/domain/director-desk'

type ViewingsPartProps = {
  desk: DirectorDeskView
  base: string
  /** Before a plan is adopted it is looked at, and confirmed where one looks; after that one only looks. */
  isToConfirm: boolean
}

/** The plan through the eyes of each family account. */
export function ViewingsPart({ desk, base, isToConfirm }: ViewingsPartProps) {
  return (
    <Card title="Wat ziet het gezin?" id="bekijken">
      <ul className="space-y-4">
        {desk.accounts.map(({ id, name, wasViewed }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <TextLink href={`${base}/zoals/${id}`} className="inline-flex min-h-11 items-center">
              Bekijk het plan zoals {name} het ziet
            </TextLink>
            {isToConfirm && (
              <Badge tone={wasViewed ? 'success' : 'warning'}>{wasViewed ? 'gezien en akkoord' : 'nog bekijken'}</Badge>
            )}
          </li>
        ))}
        {desk.accounts.length === 0 && <li>Niemand van het gezin heeft een account in dit dossier.</li>}
      </ul>
    </Card>
  )
}
