import { ActionForm } from '@/components/forms/action-form'
import { Badge } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { SubmitButton } from '@/components/ui/submit-button'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { FormAction } from '@/lib/action-state'
import { formatDate } from '@/lib/domain/plain-date'
import type { ShieldLine } from '@/lib/domain/shield-views'

type ShieldedListProps = { lines: readonly ShieldLine[]; code: string; lift: FormAction }

/** What is hidden now, from whom and why, each with a button to undo it; what was opened is folded away below. */
export function ShieldedList({ lines, code, lift }: ShieldedListProps) {
  const shields = lines.filter(({ kind }) => kind === 'shield')
  const openings = lines.filter(({ kind }) => kind === 'opening')
  return (
    <div className="space-y-4">
      {shields.length > 0 ? (
        <Lines lines={shields} code={code} lift={lift} />
      ) : (
        <p className="text-ink-soft">Er is nu niets afgeschermd.</p>
      )}
      {openings.length > 0 && (
        <Disclosure summary={`Apart geopend (${openings.length})`} open={shields.length === 0 && openings.length < 4}>
          <Lines lines={openings} code={code} lift={lift} />
        </Disclosure>
      )}
    </div>
  )
}

function Lines({ lines, code, lift }: ShieldedListProps) {
  return (
    <ul className="divide-y divide-line">
      {lines.map((line) => (
        <li key={line.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <div className="min-w-0 max-w-prose break-words">
            <p className="space-x-2">
              <Badge tone={line.kind === 'shield' ? 'warning' : 'info'}>
                {line.kind === 'shield' ? 'afgeschermd' : 'geopend'}
              </Badge>{' '}
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
