import { ActionForm } from '@/components/forms/action-form'
import { Badge } from '@/components/ui/badge'
import { SubmitButton } from '@/components/ui/submit-button'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { FormAction } from '@/lib/action-state'
import { formatDate } from '@/lib/domain/plain-date'
import type { ShieldLine } from '@/lib/domain/shield-views'

type ShieldedListProps = { lines: readonly ShieldLine[]; code: string; lift: FormAction }

/** What is hidden or opened now, for whom and why, each with a button to undo it. */
export function ShieldedList({ lines, code, lift }: ShieldedListProps) {
  if (lines.length === 0) {
    return <p className="text-ink-soft">Er is nu niets afgeschermd of apart geopend.</p>
  }
  return (
    <ul className="divide-y divide-line">
      {lines.map((line) => (
        <li key={line.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <div className="min-w-0 max-w-prose break-words">
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone={line.kind === 'shield' ? 'warning' : 'info'}>
                {line.kind === 'shield' ? 'afgeschermd' : 'geopend'}
              </Badge>
              <span className="font-semibold">{line.subject.label}</span>
            </p>
            <p className="text-ink-soft">
              Voor {line.whom}, sinds {formatDate(line.since)}. {line.reason}
            </p>
          </div>
          <ActionForm action={lift} hidden={{ dossier: code, kind: line.kind, id: line.id }} className="space-y-2">
            <SubmitButton variant="secondary">
              Hef op
              <VisuallyHidden>
                : {line.subject.label}, voor {line.whom}
              </VisuallyHidden>
            </SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  )
}
