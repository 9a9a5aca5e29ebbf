import { ActionForm } from '@/components/forms/action-form'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { OwnSession } from '@/lib/domain/account-views'
import { endOthers, endSession } from './actions'

/** Where one is logged in now, and a way to end that. */
export function SessionsCard({ sessions }: { sessions: readonly OwnSession[] }) {
  return (
    <Card title="Waar bent u ingelogd?" id="sessies">
      <ul className="divide-y divide-line">
        {sessions.map(({ id, since, lastSeen, isCurrent }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <span>
              Ingelogd op {since} {isCurrent && <Badge tone="success">hier</Badge>}
              <span className="block text-ink-soft">Laatst gebruikt op {lastSeen}</span>
            </span>
            {!isCurrent && (
              <ActionForm action={endSession} hidden={{ sessionId: id }} className="space-y-2">
                <SubmitButton variant="secondary">
                  Log uit<VisuallyHidden>: de sessie van {since}</VisuallyHidden>
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-4">
        {sessions.length > 1 ? (
          <ActionForm action={endOthers} className="space-y-3" label="Andere sessies">
            <SubmitButton variant="secondary">Log overal uit, behalve hier</SubmitButton>
          </ActionForm>
        ) : (
          <p className="text-ink-soft">U bent alleen hier ingelogd.</p>
        )}
      </div>
    </Card>
  )
}
