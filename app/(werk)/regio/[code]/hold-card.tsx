import { HoldFields } from '@/components/families/hold-fields'
import { ActionForm } from '@/components/forms/action-form'
import { Card } from '@/components/ui/card'
import type { RegionEnding } from '@/lib/data/region-ending'
import { formatDate } from '@/lib/domain/plain-date'
import { hold } from '../actions'

type HoldCardProps = { code: string; ending: RegionEnding }

/** A closed dossier: until when it is kept, and the form that stops its erasure. */
export function HoldCard({ code, ending: { endedOn, keptUntil, isHeld } }: HoldCardProps) {
  return (
    <Card title="Bewaren" id="bewaren">
      <div className="space-y-4">
        <p className="max-w-prose">
          Gesloten op {formatDate(endedOn)}.{' '}
          {isHeld ? 'Het wordt nu niet gewist.' : <>Het wordt bewaard tot en met {formatDate(keptUntil)}.</>}
        </p>
        <ActionForm action={hold} hidden={{ dossier: code, hold: isHeld ? 'no' : 'yes' }} label="Bewaren">
          <HoldFields isHeld={isHeld} />
        </ActionForm>
      </div>
    </Card>
  )
}
