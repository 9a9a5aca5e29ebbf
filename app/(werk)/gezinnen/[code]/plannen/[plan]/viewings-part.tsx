import { ActionForm } from '@/components/forms/action-form'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'
import type { DirectorDeskView } from '@/lib/domain/director-desk'
import { confirmSeen } from './actions'

type ViewingsPartProps = {
  /** Absent: to look only. Before a plan is adopted the director confirms what was seen. */
  hidden?: Record<string, string>
  desk: DirectorDeskView
  base: string
}

/** The plan through the eyes of each family account, and the director's word that it is good so. */
export function ViewingsPart({ hidden, desk, base }: ViewingsPartProps) {
  return (
    <Card title="Wat ziet het gezin?" id="bekijken">
      <ul className="space-y-4">
        {desk.accounts.map(({ id, name, wasViewed }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <TextLink href={`${base}/zoals/${id}`} className="inline-flex min-h-11 items-center">
              Bekijk het plan zoals {name} het ziet
            </TextLink>
            {hidden && wasViewed && <Badge tone="success">gezien en akkoord</Badge>}
            {hidden && !wasViewed && (
              <ActionForm action={confirmSeen} hidden={{ ...hidden, personId: id }} className="space-y-2">
                <SubmitButton variant="secondary">Dit is goed voor {name}</SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
        {desk.accounts.length === 0 && <li>Niemand van het gezin heeft een account in dit dossier.</li>}
      </ul>
    </Card>
  )
}
