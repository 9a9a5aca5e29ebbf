import { Check, CircleDashed, X } from 'lucide-react'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { type TickState, tickName } from '@/lib/domain/tick-state'

const looks: Record<TickState, { tone: BadgeTone; Icon: typeof Check }> = {
  done: { tone: 'success', Icon: Check },
  partly: { tone: 'warning', Icon: CircleDashed },
  notDone: { tone: 'danger', Icon: X },
}

/** What somebody said of an agreement, as icon and words. */
export function TickBadge({ state }: { state: TickState }) {
  const { tone, Icon } = looks[state]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      <span className="first-letter:uppercase">{tickName(state)}</span>
    </Badge>
  )
}
