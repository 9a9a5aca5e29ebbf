import { Badge, type BadgeProps } from '@/components/ui/badge'
import type { PlanRowContent } from '@/lib/domain/plan-document'

type Agreement = Extract<PlanRowContent, { kind: 'agreement' }>

const STATES: Record<string, { word: string; tone: BadgeProps['tone'] }> = {
  done: { word: 'Gedaan', tone: 'success' },
  partly: { word: 'Deels gedaan', tone: 'warning' },
  notDone: { word: 'Niet gelukt', tone: 'danger' },
  inForce: { word: 'Al van kracht', tone: 'success' },
}

/** An agreement in three lines: what, who, when; and how it stands now where that is known. */
export function AgreementView({ agreement, tick }: { agreement: Agreement; tick?: string | undefined }) {
  const state = tick ? STATES[tick] : undefined
  return (
    <div className="max-w-prose rounded-md border border-line bg-surface p-3">
      <p className="whitespace-pre-line break-words">{agreement.text}</p>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-1 text-ink-soft">
        <span>
          <span className="sr-only">Wie: </span>
          {agreement.doers.join(', ')}
        </span>
        <span>
          <span className="sr-only">Wanneer: </span>
          {agreement.when}
        </span>
        {state && <Badge tone={state.tone}>{state.word}</Badge>}
      </p>
    </div>
  )
}
